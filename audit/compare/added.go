package compare

import (
	"strings"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

const (
	// AddedWords is how many words of content a duty must have to be told from one
	// in free words, addedShare the most of them that the section may have.
	AddedWords = 3
	AddedShare = 0.1
	// besideShare is how much of the rest of the claim the section must have for it
	// to be the right one.
	besideShare = 0.3
)

const (
	// TailFew is the least number of words of content of an added tail, tailHas the
	// most that the section may have of it, tailBeside what it must have of the rest.
	TailFew    = 3
	TailHas    = 0.2
	TailBeside = 0.5
)

// OpensTail tells words that lay something down or set a term, and are no item of a
// list.
func OpensTail(tail []lexis.Word) bool {
	return lexis.HasWord(tail[:min(len(tail), 6)], "have|has|must|shall|needs|get|within|only|may|can|is|are|be") &&
		!lexis.OneOf(tail[0].Lower, "so|because|not|then|thus|therefore|if|when|where|unless")
}

// TakesUp tells an act whose object is what was spoken of before: "must carry it".
func TakesUp(action []lexis.Word) bool {
	for i := 1; i < min(len(action), 3); i++ {
		if lexis.OneOf(action[i].Lower, "it|them|this|that|these|those|so") {
			return true
		}
	}
	return false
}

// HeldBeside tells that the section has the rest of the claim.
func (x *Comparison) HeldBeside(s answer.Span) bool {
	rest := lexis.Content(lexis.KeepWhere(x.Claim.Own, func(w lexis.Word) bool { return w.End <= s.Start || w.Start >= s.End }))
	return len(rest) >= AddedWords && lexis.Shared(rest, x.Text.All) >= 2 && lexis.Contained(rest, x.Law.Weight, x.Text.All) >= besideShare
}

// MainClause is the main clause of the claim in which a predicate stands: from an
// "and" or a stop before its subject to the next one.
func (x *Comparison) MainClause(q *force.Predicate) []lexis.Word {
	own := x.Claim.Own
	from, to := 0, len(own)
	for i := range own {
		joint := i > 0 && (strings.ContainsAny(lexis.Gap(x.Answer, own[i-1], own[i]), ";:.") || lexis.OneOf(own[i].Lower, "and|but"))
		if joint && own[i].End <= q.Cue.Start {
			from = i
		}
		if joint && own[i].Start >= q.Cue.End && x.opensNext(i) {
			to = i
			break
		}
	}
	return own[from:to]
}

// opensNext tells a joint behind which another predicate follows soon.
func (x *Comparison) opensNext(i int) bool {
	own := x.Claim.Own
	for k := range x.Claim.Predicates {
		if at := x.Claim.Predicates[k].Cue.Start; at >= own[i].Start &&
			len(lexis.WordsIn(own, answer.Span{Start: own[i].Start, End: at})) <= 8 {
			return true
		}
	}
	return false
}

// ActOf are the words of content of what must be done; of the passive and of what
// "is required", with what it is done to.
func ActOf(q *force.Predicate, clause []lexis.Word) []lexis.Word {
	behind := lexis.Content(lexis.KeepWhere(clause, func(w lexis.Word) bool { return w.Start >= q.Cue.End && !lexis.OneOf(w.Lower, beside) }))
	if len(behind) >= AddedWords && !force.Passive(q.Action) {
		return behind
	}
	return append(lexis.Content(lexis.KeepWhere(clause, func(w lexis.Word) bool { return w.End <= q.Cue.Start && !lexis.OneOf(w.Lower, beside) })), behind...)
}

// beside are words that only say that there is more.
const beside = "well|too|also|additionally|addition|furthermore|moreover|besides"
