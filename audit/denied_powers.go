package audit

import (
	"github.com/pincite/pincite/audit/compare"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// deniedRule is the sentence of the law that lays down what the claim says it does
// not. It must not fire on a denial that is bound to a case, nor where the sentence
// itself denies.
func (r *Reading) deniedRule(c *answer.Claim) *compare.Denied {
	t := r.state.claim(c)
	for _, sort := range []struct {
		phrases []string
		share   float64
		lays    func(*enacted.Text, int) bool
	}{{compare.Powerless, compare.HeldPower, (*enacted.Text).Empowers}, {compare.Unbound, compare.HeldBan, (*enacted.Text).Bans}, {compare.SilentOn, compare.HeldMatter, (*enacted.Text).CommandsIn}} {
		if cue, found := lexis.SpanOfAny(t.Own, sort.phrases); found && t.OfLaw(cue) {
			return r.laidDownIn(c, cue, sort.share, sort.lays)
		}
	}
	return nil
}

// laidDownIn finds the sentence that holds the words behind the cue, of all sections
// that the claim cites or the answer relies on the one that holds most of them.
func (r *Reading) laidDownIn(c *answer.Claim, cue answer.Span, share float64, lays func(*enacted.Text, int) bool) *compare.Denied {
	tail := r.withoutPlace(compare.Matters(lexis.KeepWhere(r.state.claim(c).Own, func(w lexis.Word) bool {
		return w.Start >= cue.End && !lexis.OneOf(w.Lower, ofLaws+"|get|gets|getting|old|new|how")
	})))
	if len(lexis.SetOf(tail)) < compare.DeniedTerms {
		return nil
	}
	var best *compare.Denied
	for _, h := range r.restingOrRelied(c) {
		t := r.Case.Law.Text(h)
		for u := range t.Units {
			held := lexis.Contained(tail, r.Case.Law.ConceptWeight, lexis.SetOf(compare.Matters(t.Units[u].Own), compare.Matters(t.Units[u].Lead)))
			if held >= share && lays(t, u) && r.namedOrNear(c, h) {
				best, share = &compare.Denied{Held: h, InClaim: cue, InLaw: t.Units[u].Span, Certainty: finding.Likely}, held+0.001
			}
		}
	}
	return best
}
