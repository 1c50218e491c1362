package audit

import (
	"strings"

	"github.com/pincite/pincite/internal/answer"
)

const (
	// addedWords is how many words of content a duty must have to be told from one
	// in free words, addedShare the most of them that the section may have.
	addedWords = 3
	addedShare = 0.1
	// besideShare is how much of the rest of the claim the section must have for it
	// to be the right one.
	besideShare = 0.3
)

// addedDuties are the duties of a claim of whose act the section has next to
// nothing, beside other words that it does have. It must not fire on the only thing
// that a claim says, on a duty that another citation of the claim has, nor on one of
// few words.
func (r *Reading) addedDuties(p *Pair, x *comparison) (parts []answer.Span) {
	for i := range x.claim.predicates {
		q := &x.claim.predicates[i]
		if q.force != must || q.topic != "" || q.subordinate || q.relative() || takesUp(q.action) {
			continue
		}
		clause := x.mainClause(q)
		act := actOf(q, clause)
		if len(act) < addedWords || contained(act, x.law.weight, x.text.all) > addedShare || r.saidElsewhere(p, act) {
			continue
		}
		if s := covering(clause); x.heldBeside(s) {
			parts = append(parts, s)
		}
	}
	if len(parts) == 0 {
		parts = r.addedTail(p, x)
	}
	return parts
}

const (
	// tailFew is the least number of words of content of an added tail, tailHas the
	// most that the section may have of it, tailBeside what it must have of the rest.
	tailFew    = 3
	tailHas    = 0.2
	tailBeside = 0.5
)

// addedTail is what a claim says behind its last comma and joint, if the section has
// next to nothing of it and has the rest: ", and have them approved by the mayor". It
// must not fire on a tail that gives a reason, a contrast or a case, nor on a bare
// item of a list.
func (r *Reading) addedTail(p *Pair, x *comparison) []answer.Span {
	own := x.claim.own
	for i := len(own) - tailFew; i > addedWords; i-- {
		if !oneOf(own[i].lower, "and|or") || !strings.ContainsAny(gap(x.answer, own[i-1], own[i]), ",;") {
			continue
		}
		tail, rest := own[i+1:], content(own[:i])
		if !opensTail(tail) || len(content(tail)) < tailFew || contained(content(tail), x.law.weight, x.text.all, x.text.title) > tailHas || r.saidElsewhere(p, content(tail)) {
			return nil
		}
		if shared(rest, x.text.all) < addedWords || contained(rest, x.law.weight, x.text.all) < tailBeside {
			return nil
		}
		return []answer.Span{covering(tail)}
	}
	return nil
}

// opensTail tells words that lay something down or set a term, and are no item of a
// list.
func opensTail(tail []word) bool {
	return hasWord(tail[:min(len(tail), 6)], "have|has|must|shall|needs|get|within|only|may|can|is|are|be") && !oneOf(tail[0].lower, "so|because|not|then|thus|therefore|if|when|where|unless")
}

// takesUp tells an act whose object is what was spoken of before: "must carry it".
func takesUp(action []word) bool {
	for i := 1; i < min(len(action), 3); i++ {
		if oneOf(action[i].lower, "it|them|this|that|these|those|so") {
			return true
		}
	}
	return false
}

// heldBeside tells that the section has the rest of the claim.
func (x *comparison) heldBeside(s answer.Span) bool {
	rest := content(keepWhere(x.claim.own, func(w word) bool { return w.end <= s.Start || w.start >= s.End }))
	return len(rest) >= addedWords && shared(rest, x.text.all) >= 2 && contained(rest, x.law.weight, x.text.all) >= besideShare
}

// mainClause is the main clause of the claim in which a predicate stands: from an
// "and" or a stop before its subject to the next one.
func (x *comparison) mainClause(q *predicate) []word {
	own := x.claim.own
	from, to := 0, len(own)
	for i := range own {
		joint := i > 0 && (strings.ContainsAny(gap(x.answer, own[i-1], own[i]), ";:.") || oneOf(own[i].lower, "and|but"))
		if joint && own[i].end <= q.cue.Start {
			from = i
		}
		if joint && own[i].start >= q.cue.End && x.opensNext(i) {
			to = i
			break
		}
	}
	return own[from:to]
}

// opensNext tells a joint behind which another predicate follows soon.
func (x *comparison) opensNext(i int) bool {
	own := x.claim.own
	for k := range x.claim.predicates {
		if at := x.claim.predicates[k].cue.Start; at >= own[i].start && len(wordsIn(own, answer.Span{Start: own[i].start, End: at})) <= 8 {
			return true
		}
	}
	return false
}

// actOf are the words of content of what must be done; of the passive and of what
// "is required", with what it is done to.
func actOf(q *predicate, clause []word) []word {
	behind := content(keepWhere(clause, func(w word) bool { return w.start >= q.cue.End && !oneOf(w.lower, beside) }))
	if len(behind) >= addedWords && !passive(q.action) {
		return behind
	}
	return append(content(keepWhere(clause, func(w word) bool { return w.end <= q.cue.Start && !oneOf(w.lower, beside) })), behind...)
}

// beside are words that only say that there is more.
const beside = "well|too|also|additionally|addition|furthermore|moreover|besides"
