package audit

import (
	"fmt"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// denialNear is how well the rest of a claim must follow the sentence for a verb
// denied on one side and affirmed on the other to be a reversal.
const denialNear = 0.68

// denials compares plain verbs: "does not create" with "creates". Modal verbs and
// the statements that predicates knows are compared there.
func (x *comparison) denials() {
	if x.fit.Thin || x.fit.unit < 0 || x.has("negation", "modality") {
		return
	}
	u := &x.text.units[x.fit.unit]
	for i := range u.own {
		if x.deniedIn(u.own, i) && x.affirms(x.claim.own, u.own[i+2].term) {
			x.reversed(u, u.own[i:i+3], x.claim.own, u.own[i+2].term)
			return
		}
	}
	for i := range x.claim.own {
		if x.deniedIn(x.claim.own, i) && x.affirms(u.own, x.claim.own[i+2].term) {
			x.reversed(u, nil, x.claim.own[i:i+3], x.claim.own[i+2].term)
			return
		}
	}
}

// deniedIn tells "does not create" at i, behind no condition.
func (x *comparison) deniedIn(list []word, i int) bool {
	return i+2 < len(list) && phrase(list, i, "do|does|did not") && list[i+2].term != "" && !oneOf(list[i+2].lower, "include|apply|have|need|require|prohibit|prevent|mean|exceed") &&
		!hasWord(list[max(0, i-12):i], "if|when|where|unless|that|which|who|not") && !x.inCondition(list, i)
}

// inCondition tells that a word of condition opens the part of the sentence in which
// the word at i stands, however long the part is.
func (x *comparison) inCondition(list []word, i int) bool {
	start := i
	for start > 0 && list[start].start-list[start-1].end == 1 {
		start--
	}
	return hasWord(list[start:i], "if|when|where|unless|whenever")
}

// affirms tells that the verb stands among the words with no negation near it.
func (x *comparison) affirms(list []word, term string) bool {
	at := -1
	for i, w := range list {
		if w.term == term && at < 0 {
			at = i
		}
		if isNegation(w.lower) {
			return false
		}
	}
	return at >= 0
}

// reversed records the difference if the rest of the claim follows the sentence.
func (x *comparison) reversed(u *unit, law, said []word, term string) {
	rest := keepWhere(content(x.claim.own), func(w word) bool { return w.term != term })
	if len(rest) < 2 || contained(rest, x.law.weight, u.set, u.leads) < denialNear {
		return
	}
	at, in := verbSpan(u.own, term), verbSpan(said, term)
	if law != nil {
		at = covering(law)
	} else {
		in = covering(said)
	}
	x.differ("negation", x.raw[in.Start:in.End], x.text.text[at.Start:at.End], in, at, finding.Likely,
		fmt.Sprintf("the claim says %q where the law says %q", x.raw[in.Start:in.End], x.text.text[at.Start:at.End]))
}

func verbSpan(list []word, term string) answer.Span {
	for _, w := range list {
		if w.term == term {
			return answer.Span{Start: w.start, End: w.end}
		}
	}
	return covering(list)
}
