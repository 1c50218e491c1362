package compare

import (
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

// denialNear is how well the rest of a claim must follow the sentence for a verb
// denied on one side and affirmed on the other to be a reversal.
const denialNear = 0.68

// denials compares plain verbs: "does not create" with "creates". Modal verbs and
// the statements that predicates knows are compared there.
func (x *Comparison) denials() {
	if x.Fit.Thin || x.Fit.Unit < 0 || x.has("negation", "modality") {
		return
	}
	u := &x.Text.Units[x.Fit.Unit]
	for i := range u.Own {
		if at := x.deniedIn(u.Own, i); at > 0 && x.affirms(x.Claim.Own, u.Own[at].Term) {
			x.reversed(u, u.Own[i:at+1], x.Claim.Own, u.Own[at].Term)
			return
		}
	}
	for i := range x.Claim.Own {
		if at := x.deniedIn(x.Claim.Own, i); at > 0 && x.affirms(u.Own, x.Claim.Own[at].Term) && !x.deniedAnywhere(x.Claim.Own[at].Term) {
			x.reversed(u, nil, x.Claim.Own[i:at+1], x.Claim.Own[at].Term)
			return
		}
	}
}

// deniedAnywhere tells that some sentence of the section denies a verb: what the claim denies
// may be told there, be it under a condition.
func (x *Comparison) deniedAnywhere(term string) bool {
	for u := range x.Text.Units {
		own := x.Text.Units[u].Own
		for i := range own {
			if at, found := lexis.PhraseEnd(own, i, "do|does|did not"); found && at < len(own) && own[at].Term == term {
				return true
			}
		}
	}
	return false
}

// deniedIn is the place of the verb of "does not create" or "doesn't create" at i, behind no
// condition; 0 for none.
func (x *Comparison) deniedIn(list []lexis.Word, i int) int {
	at, found := lexis.PhraseEnd(list, i, "do|does|did not")
	if !found {
		at, found = lexis.PhraseEnd(list, i, "don't|doesn't|didn't")
	}
	if !found || at >= len(list) || list[at].Term == "" || lexis.OneOf(list[at].Lower, "include|apply|have|need|require|prohibit|prevent|mean|exceed") ||
		lexis.HasWord(list[max(0, i-12):i], "if|when|where|unless|that|which|who|not") || x.inCondition(list, i) {
		return 0
	}
	return at
}

// inCondition tells that a word of condition opens the part of the sentence in which
// the word at i stands, however long the part is.
func (x *Comparison) inCondition(list []lexis.Word, i int) bool {
	start := i
	for start > 0 && list[start].Start-list[start-1].End == 1 {
		start--
	}
	return lexis.HasWord(list[start:i], "if|when|where|unless|whenever")
}

// affirms tells that the verb stands among the words with no negation near it.
func (x *Comparison) affirms(list []lexis.Word, term string) bool {
	at := -1
	for i, w := range list {
		if w.Term == term && at < 0 {
			at = i
		}
		if lexis.IsNegation(w.Lower) {
			return false
		}
	}
	return at >= 0
}

// reversed records the difference if the rest of the claim follows the sentence.
func (x *Comparison) reversed(u *enacted.Unit, law, said []lexis.Word, term string) {
	rest := lexis.KeepWhere(lexis.Content(x.Claim.Own), func(w lexis.Word) bool { return w.Term != term })
	if len(rest) < 2 || lexis.Contained(rest, x.Law.Weight, u.Set, u.Leads) < denialNear {
		return
	}
	at, in := verbSpan(u.Own, term), verbSpan(said, term)
	if law != nil {
		at = lexis.Covering(law)
	} else {
		in = lexis.Covering(said)
	}
	x.gainsay(in, at)
}

func verbSpan(list []lexis.Word, term string) answer.Span {
	for _, w := range list {
		if w.Term == term {
			return answer.Span{Start: w.Start, End: w.End}
		}
	}
	return lexis.Covering(list)
}
