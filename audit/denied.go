package audit

import (
	"github.com/pincite/pincite/audit/compare"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// Denied finds what a claim denies and the law has, in the sections that the claim
// cites; a time limit that a claim without a citation denies also in those of the
// acts that the answer relies on. It gives nil for a claim that denies nothing, for
// one that frees where the law frees, and for one that says that nothing was found.
func (r *Reading) Denied(c *answer.Claim) *compare.Denied {
	t := r.state.claim(c)
	if cue := t.FreeingCue(); cue != nil && !t.OnCondition() {
		return r.deniedDuty(c, *cue)
	}
	if cue, found := lexis.SpanOfAny(t.Own, compare.Denying); found {
		return r.deniedBy(c, cue)
	}
	if cue, found := lexis.SpanOfAny(t.Own, compare.Timeless); found {
		return r.deniedTime(c, cue)
	}
	return r.deniedOutright(c)
}

// deniedOutright is a suit, a power, a ban or a whole matter that a claim denies and
// the law has.
func (r *Reading) deniedOutright(c *answer.Claim) *compare.Denied {
	if d := r.deniedSuit(c); d != nil {
		return d
	}
	return r.deniedRule(c)
}

// DeniesTime reports whether a claim says that there is no time limit.
func (r *Reading) DeniesTime(c *answer.Claim) bool {
	_, found := lexis.SpanOfAny(r.state.claim(c).Own, compare.Timeless)
	return found
}

// deniedDuty is the duty from which the claim frees where a cited section has it.
func (r *Reading) deniedDuty(c *answer.Claim, cue answer.Span) *compare.Denied {
	for _, p := range r.PairsOf(c) {
		for _, d := range p.Contrary {
			if (d.Slot == "negation" || d.Slot == "modality") && d.Certainty != finding.Possible &&
				d.Claimed == r.textAt(cue) && !compare.FreesToo(d.Enacted) {
				return r.deniedIn(p, d, cue)
			}
		}
	}
	return nil
}

// deniedBy is the exception that the claim denies where a cited section has it: in
// so many words, so that a difference which is only possible counts.
func (r *Reading) deniedBy(c *answer.Claim, cue answer.Span) *compare.Denied {
	for _, p := range r.PairsOf(c) {
		for _, d := range p.Contrary {
			if d.Slot == "negation" && d.InClaim.Start <= cue.End && cue.Start <= d.InClaim.End {
				return r.deniedIn(p, d, cue)
			}
		}
	}
	return r.deniedException(c, cue)
}

// deniedException is a sentence that takes out what the claim says is not taken
// out, of a rule or of a meaning.
func (r *Reading) deniedException(c *answer.Claim, cue answer.Span) *compare.Denied {
	tail := r.withoutPlace(lexis.Conceptual(lexis.KeepWhere(r.state.claim(c).Own, func(w lexis.Word) bool { return w.Start >= cue.End && !lexis.OneOf(w.Lower, ofFreedom+"|"+ofLaws) })))
	if len(lexis.SetOf(tail)) < compare.TakenWords {
		return nil
	}
	var best *compare.Denied
	most := 0.0
	for _, h := range r.restingOrRelied(c) {
		t := r.Case.Law.Text(h)
		for u := range t.Units {
			if share := r.takenOut(tail, &t.Units[u]); share > most {
				best, most = &compare.Denied{Held: h, InClaim: cue, InLaw: t.Units[u].Span, Certainty: finding.Likely}, share
			}
		}
	}
	return best
}

// takenOut is how much of the words a sentence takes out of a rule; zero for too little.
func (r *Reading) takenOut(tail []lexis.Word, u *enacted.Unit) float64 {
	list := append(append([]lexis.Word{}, u.Lead...), u.Own...)
	behind := lexis.SetOf(lexis.Conceptual(compare.BehindAny(list, compare.TakingOut)))
	if lexis.PhraseIn(list, "deemed|considered to be in compliance") || lexis.PhraseIn(list, "deemed|considered to comply") {
		behind = lexis.SetOf(lexis.Conceptual(list)) // whom it takes out stands before
	}
	share := lexis.Contained(tail, r.Case.Law.ConceptWeight, behind)
	if lexis.Shared(tail, behind) < compare.TakenWords || share < compare.TakenShare {
		return 0
	}
	return share
}

func (r *Reading) deniedIn(p *Pair, d compare.Difference, cue answer.Span) *compare.Denied {
	h := p.Held()
	if d.Elsewhere != nil {
		h = d.Elsewhere
	}
	return &compare.Denied{Held: h, InClaim: cue, InLaw: d.InLaw, Certainty: d.Certainty}
}

// deniedTime is a sentence that sets a time in figures for what the claim says has
// none.
func (r *Reading) deniedTime(c *answer.Claim, cue answer.Span) *compare.Denied {
	list := lexis.Conceptual(lexis.KeepWhere(lexis.ClauseWith(r.state.masked, r.state.claim(c).Own, cue), func(w lexis.Word) bool {
		return !(w.Start >= cue.Start && w.End <= cue.End) && !lexis.OneOf(w.Lower, ofLaws+"|"+compare.OfLimits) && !lexis.IsNegation(w.Lower)
	}))
	list = r.withoutPlace(list)
	least := compare.TimedWords
	if len(r.PairsOf(c)) > 0 {
		least = 1 // the section is named by its marker
	}
	if len(lexis.SetOf(list)) < least {
		return nil
	}
	for _, h := range r.restingOrRelied(c) {
		if at, found := r.setsTime(list, h, least); found {
			return &compare.Denied{Held: h, InClaim: cue, InLaw: at, Certainty: finding.Likely}
		}
	}
	return nil
}

// restingOrRelied are the sections that a claim cites, or those of the acts that the
// answer relies on where it cites none.
func (r *Reading) restingOrRelied(c *answer.Claim) []*statute.Held {
	var list []*statute.Held
	for _, p := range r.PairsOf(c) {
		if h := p.Held(); h != nil && p.Source.Law == r.Case.Law {
			list = append(list, h)
		}
	}
	if len(c.Citations) > 0 {
		return list
	}
	return append(r.relied(), r.meanings()...)
}

// meanings are the definitional sections of the acts that the answer relies on.
func (r *Reading) meanings() []*statute.Held {
	l := r.Case.Law
	var list []*statute.Held
	seen := map[string]bool{}
	for _, h := range r.relied() {
		key := l.ActOf(h)
		if seen[key] {
			continue
		}
		seen[key] = true
		list = append(list, lexis.KeepWhere(l.Pick(l.Derived.Members[key]), func(o *statute.Held) bool {
			return o.Status == statute.InForce && l.Text(o).Nature == enacted.Definitional
		})...)
	}
	return list
}

// setsTime finds the unit of a section that sets a time in figures and speaks of
// the words.
func (r *Reading) setsTime(list []lexis.Word, h *statute.Held, least int) (answer.Span, bool) {
	t := r.Case.Law.Text(h)
	for u := range t.Units {
		if !compare.HasDeadline(t.Numbers[u]) || !compare.SameReceivers(list, t.Units[u].Own) {
			continue
		}
		set := lexis.SetOf(lexis.Conceptual(t.Units[u].Own), lexis.Conceptual(t.Units[u].Lead))
		if lexis.Shared(list, set) >= least && lexis.Contained(list, r.Case.Law.ConceptWeight, set) >= compare.TimedShare {
			return t.Units[u].Span, true
		}
	}
	return answer.Span{}, false
}
