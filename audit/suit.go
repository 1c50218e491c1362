package audit

import (
	"github.com/pincite/pincite/audit/claimed"
	"github.com/pincite/pincite/audit/compare"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// deniedSuit is the sentence of the law that gives private persons the way to court,
// where the claim says that they have none. Where any section of the act denies it
// too, the two may be about two things, and nothing is found.
func (r *Reading) deniedSuit(c *answer.Claim) *compare.Denied {
	cue, denies := r.state.claim(c).DeniesSuit(r.state.masked)
	if !denies {
		return nil
	}
	var found *compare.Denied
	for _, h := range r.restingOrRelied(c) {
		t := r.Case.Law.Text(h)
		for u := range t.Units {
			if _, denied := lexis.SpanOfAny(t.Units[u].Own, claimed.NoSuit); denied {
				return nil
			}
			list := append(append([]lexis.Word{}, t.Units[u].Lead...), t.Units[u].Own...)
			if found == nil && r.namedOrNear(c, h) && claimed.GivesSuit(list, claimed.Suit) && r.state.claim(c).SameSuitor(cue, list) {
				found = &compare.Denied{Held: h, InClaim: cue, InLaw: t.Units[u].Span, Certainty: finding.Likely}
			}
		}
	}
	return found
}

// namedOrNear reports whether a section is cited by the claim, or stands in the chapter
// of a section that the answer cites.
func (r *Reading) namedOrNear(c *answer.Claim, h *statute.Held) bool {
	if len(c.Citations) > 0 {
		return true
	}
	for i := range r.Sources {
		s := &r.Sources[i]
		if s.Held != nil && s.Law == r.Case.Law && len(r.PairsWith(s)) > 0 &&
			enacted.ChapterOf(s.Held.Number) == enacted.ChapterOf(h.Number) {
			return true
		}
	}
	return false
}
