package audit

import (
	"slices"

	"github.com/pincite/pincite/audit/claimed"
	"github.com/pincite/pincite/audit/compare"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// Some statements of an answer deny one another in words that have no figure and no
// force on one act: what is void and what one is free to agree, what is free of charge
// and what is charged for every time, who has a suit and who has none.

// gainsaid are the pairs of such claims. None may be bound to a case that the other is
// not of.
func (r *Reading) gainsaid() []Conflict {
	var found []Conflict
	list := r.Case.Answer.Claims
	for i := range list {
		for k := i + 1; k < len(list) && len(found) < MostConflicts; k++ {
			if list[i].Kind == answer.Heading || list[k].Kind == answer.Heading {
				continue
			}
			if c := r.gainsay(r.state.claim(&list[i]), r.state.claim(&list[k])); c != nil {
				found = append(found, *c)
			}
		}
	}
	return found
}

// gainsay compares two claims, either way round.
func (r *Reading) gainsay(one, two *claimed.Text) *Conflict {
	for _, way := range []struct {
		sides func(*Reading, *claimed.Text, *claimed.Text) (a, b answer.Span, found bool)
		slot  string
		why   string
	}{
		{(*Reading).suitDenied, "negation", "one sentence gives a suit to private persons, another denies it"},
		{(*Reading).waiverFree, "modality", "one sentence calls an agreement void that another leaves free"},
		{(*Reading).freeAndCharged, "amount", "one sentence calls free what another has charged for"},
		{(*Reading).sweptAside, "modality", "one sentence frees from what another asks for without exception"},
		{(*Reading).putOutside, "negation", "one sentence counts a thing as what another says the rules on do not reach"},
	} {
		if a, b, found := way.sides(r, one, two); found {
			return r.gainsaying(one, two, a, b, way.slot, way.why)
		}
		if b, a, found := way.sides(r, two, one); found {
			return r.gainsaying(one, two, a, b, way.slot, way.why)
		}
	}
	return nil
}

func (r *Reading) gainsaying(one, two *claimed.Text, a, b answer.Span, slot, why string) *Conflict {
	return &Conflict{First: one.Claim, Second: two.Claim, Slot: slot, FirstSays: r.textAt(a), SecondSays: r.textAt(b), InFirst: a, InSecond: b, Certainty: finding.Likely, Why: why}
}

// suitDenied tells a claim that gives private persons a suit from one that says they
// have none.
func (r *Reading) suitDenied(gives, denies *claimed.Text) (a, b answer.Span, found bool) {
	b, denied := denies.DeniesSuit(r.state.masked)
	if !denied || gives.Conditional || !claimed.GivesSuit(gives.Own, claimed.Suit) || !denies.SameSuitor(b, gives.Own) {
		return a, b, false
	}
	a, found = lexis.SpanOfAny(gives.Own, claimed.Suit)
	return a, b, found
}

// waiverFree tells a claim that no agreement may take a right away from one that lets
// the parties agree so.
func (r *Reading) waiverFree(void, free *claimed.Text) (a, b answer.Span, found bool) {
	a, is := lexis.SpanOfAny(void.Own, []string{"waive|waives|waived|waiver|waivers|waiving", "contract|contracts|contracting|sign|signs out|away", "agreement|agreements|contract|clause|term to the contrary"})
	if !is || !void.Voids() || !r.oneMatter(void, free) {
		return a, b, false
	}
	b, is = lexis.SpanOfAny(free.Own, []string{"free|able|allowed|permitted|entitled to agree|waive", "may|can|could agree|waive|validly|freely", "may|can be waived", "may|can|free to contract|sign out|away"})
	behind := lexis.KeepWhere(free.Own, func(w lexis.Word) bool { return w.Start >= b.Start })
	return a, b, is && !free.Conditional &&
		(claimed.HasNo(behind) || lexis.HasWord(behind, "waive|waived|otherwise|differently|out|away|less|aren't|isn't|won't|doesn't|don't"))
}

// oneMatter reports whether two claims rest on one source.
func (r *Reading) oneMatter(one, two *claimed.Text) bool {
	return slices.ContainsFunc(one.Claim.Citations, func(a answer.Citation) bool {
		return slices.ContainsFunc(two.Claim.Citations, func(b answer.Citation) bool { return a.Ref == b.Ref })
	})
}

// freeAndCharged tells a thing that is free, at the least the first time, from one for
// which every time is charged.
func (r *Reading) freeAndCharged(free, charged *claimed.Text) (a, b answer.Span, found bool) {
	a, is := lexis.SpanOfAny(free.Own, []string{"is|are|be free", "free of charge|cost", "without charge|cost", "costs|cost nothing"})
	if !is || !lexis.HasWord(charged.Own, "charge|charges|charged|cost|costs|pay|pays|paid|owe|owes|fee") ||
		!r.oneMatter(free, charged) || free.ConditionalAt(r.state.masked, a) {
		return a, b, false
	}
	before := lexis.KeepWhere(lexis.ClauseWith(r.state.masked, free.Own, a), func(w lexis.Word) bool { return w.End <= a.Start })
	thing := lexis.Content(lexis.KeepWhere(before, func(w lexis.Word) bool { return !lexis.OneOf(w.Lower, "first|one|initial|each|every|any") }))
	for i := range charged.Own {
		if i+1 < len(charged.Own) && lexis.OneOf(charged.Own[i].Lower, "every|each|all") && len(thing) == 1 &&
			charged.Own[i+1].Term == thing[0].Term {
			return a, lexis.Covering(charged.Own[i : i+2]), true
		}
	}
	return a, b, false
}

// sweptAside tells a claim that frees from an act in some case from one that asks for
// the act whatever the case.
func (r *Reading) sweptAside(frees, asks *claimed.Text) (a, b answer.Span, found bool) {
	if _, sweeps := lexis.SpanOfAny(asks.Own, compare.LeavesNothing); !sweeps || !r.oneMatter(frees, asks) {
		return a, b, false
	}
	for i := range frees.Predicates {
		for k := range asks.Predicates {
			p, q := &frees.Predicates[i], &asks.Predicates[k]
			if p.Force == force.NeedNot && q.Force == force.Must && p.Topic == "" && q.Topic == "" && !p.Subordinate &&
				!q.Subordinate && compare.SameAct(p, q) {
				return p.Cue, q.Cue, true
			}
		}
	}
	return a, b, false
}

// putOutside tells a claim that counts a thing as another from one that says the rules
// on that other do not reach the thing.
func (r *Reading) putOutside(counts, outside *claimed.Text) (a, b answer.Span, found bool) {
	if counts.Conditional || outside.Conditional || !r.oneMatter(counts, outside) {
		return a, b, false
	}
	for i := range counts.Predicates {
		for k := range outside.Predicates {
			p, q := &counts.Predicates[i], &outside.Predicates[k]
			if p.Topic == "include" && p.Force == force.Is && q.Topic == "apply" && q.Force == force.IsNot &&
				lexis.Shared(p.Action, lexis.SetOf(q.Subject)) >= 2 &&
				lexis.Shared(append(lexis.Content(p.Subject), lexis.Content(lexis.Words(counts.Claim.Section, lexis.AnswerSpan(counts.Claim.Section)))...), lexis.SetOf(outside.Own)) >= 1 {
				return p.Cue, q.Cue, true
			}
		}
	}
	return a, b, false
}
