package audit

import (
	"strings"

	"github.com/pincite/pincite/audit/compare"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

// addedDuties are the duties of a claim of whose act the section has next to
// nothing, beside other words that it does have. It must not fire on the only thing
// that a claim says, on a duty that another citation of the claim has, nor on one of
// few words.
func (r *Reading) addedDuties(p *Pair, x *compare.Comparison) (parts []answer.Span) {
	for i := range x.Claim.Predicates {
		q := &x.Claim.Predicates[i]
		if q.Force != force.Must || q.Topic != "" || q.Subordinate || q.Relative() || compare.TakesUp(q.Action) {
			continue
		}
		clause := x.MainClause(q)
		act := compare.ActOf(q, clause)
		if len(act) < compare.AddedWords || lexis.Contained(act, x.Law.Weight, x.Text.All) > compare.AddedShare || r.saidElsewhere(p, act) {
			continue
		}
		if s := lexis.Covering(clause); x.HeldBeside(s) && !x.HoldsFigure(s) {
			parts = append(parts, s)
		}
	}
	if len(parts) == 0 {
		parts = r.addedTail(p, x)
	}
	return parts
}

// void are a law's words for what has no force.
const void = "void|unenforceable|invalid|voidable|ineffective"

// saysVoid reports whether words take the force from something, in whatever words.
func saysVoid(list []lexis.Word) bool {
	_, found := lexis.FirstPhrase(list, []string{"no|without effect|force", "not|n't count|bind|hold", "doesn't|isn't count|bind|hold|valid|binding", "not valid|binding|effective", "void|worthless|invalid|unenforceable|useless"})
	return found
}

// addedTail is what a claim says behind its last comma and joint, if the section has
// next to nothing of it and has the rest: ", and have them approved by the mayor". It
// must not fire on a tail that gives a reason, a contrast or a case, nor on a bare
// item of a list.
func (r *Reading) addedTail(p *Pair, x *compare.Comparison) []answer.Span {
	own := x.Claim.Own
	for i := len(own) - compare.TailFew; i > compare.AddedWords; i-- {
		if !lexis.OneOf(own[i].Lower, "and|or") || !strings.ContainsAny(lexis.Gap(x.Answer, own[i-1], own[i]), ",;") {
			continue
		}
		tail, rest := own[i+1:], lexis.Content(own[:i])
		if !compare.OpensTail(tail) || len(lexis.Content(tail)) < compare.TailFew ||
			lexis.Contained(lexis.Content(tail), x.Law.Weight, x.Text.All, x.Text.Title) > compare.TailHas ||
			r.saidElsewhere(p, lexis.Content(tail)) {
			return nil
		}
		if lexis.Shared(rest, x.Text.All) < compare.AddedWords || lexis.Contained(rest, x.Law.Weight, x.Text.All) < compare.TailBeside {
			return nil
		}
		if saysVoid(tail) && x.Text.HoldsWord(void) {
			return nil
		}
		return []answer.Span{lexis.Covering(tail)}
	}
	return nil
}
