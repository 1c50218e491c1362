package audit

import (
	"slices"

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
func (r *Reading) gainsay(one, two *claimText) *Conflict {
	for _, way := range []struct {
		sides func(*Reading, *claimText, *claimText) (a, b answer.Span, found bool)
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

func (r *Reading) gainsaying(one, two *claimText, a, b answer.Span, slot, why string) *Conflict {
	return &Conflict{First: one.claim, Second: two.claim, Slot: slot, FirstSays: r.textAt(a), SecondSays: r.textAt(b), InFirst: a, InSecond: b, Certainty: finding.Likely, Why: why}
}

// suitDenied tells a claim that gives private persons a suit from one that says they
// have none.
func (r *Reading) suitDenied(gives, denies *claimText) (a, b answer.Span, found bool) {
	b, denied := denies.deniesSuit(r.state.masked)
	if !denied || gives.conditional || !givesSuit(gives.own, suit) || !denies.sameSuitor(b, gives.own) {
		return a, b, false
	}
	a, found = spanOfAny(gives.own, suit)
	return a, b, found
}

// waiverFree tells a claim that no agreement may take a right away from one that lets
// the parties agree so.
func (r *Reading) waiverFree(void, free *claimText) (a, b answer.Span, found bool) {
	a, is := spanOfAny(void.own, []string{"waive|waives|waived|waiver|waivers|waiving", "contract|contracts|contracting|sign|signs out|away", "agreement|agreements|contract|clause|term to the contrary"})
	if !is || !void.voids() || !r.oneMatter(void, free) {
		return a, b, false
	}
	b, is = spanOfAny(free.own, []string{"free|able|allowed|permitted|entitled to agree|waive", "may|can|could agree|waive|validly|freely", "may|can be waived", "may|can|free to contract|sign out|away"})
	behind := keepWhere(free.own, func(w word) bool { return w.start >= b.Start })
	return a, b, is && !free.conditional && (hasNo(behind) || hasWord(behind, "waive|waived|otherwise|differently|out|away|less|aren't|isn't|won't|doesn't|don't"))
}

// voids reports whether a claim takes the force from an agreement.
func (c *claimText) voids() bool {
	return phraseIn(c.own, "against public policy") || phraseIn(c.own, "cannot|can't be waived") || phraseIn(c.own, "may|can not be waived") || hasWord(c.own, "void|unenforceable|invalid")
}

// oneMatter reports whether two claims rest on one source.
func (r *Reading) oneMatter(one, two *claimText) bool {
	return slices.ContainsFunc(one.claim.Citations, func(a answer.Citation) bool {
		return slices.ContainsFunc(two.claim.Citations, func(b answer.Citation) bool { return a.Ref == b.Ref })
	})
}

// freeAndCharged tells a thing that is free, at the least the first time, from one for
// which every time is charged.
func (r *Reading) freeAndCharged(free, charged *claimText) (a, b answer.Span, found bool) {
	a, is := spanOfAny(free.own, []string{"is|are|be free", "free of charge|cost", "without charge|cost", "costs|cost nothing"})
	if !is || !hasWord(charged.own, "charge|charges|charged|cost|costs|pay|pays|paid|owe|owes|fee") || !r.oneMatter(free, charged) || free.conditionalAt(r.state.masked, a) {
		return a, b, false
	}
	before := keepWhere(clauseWith(r.state.masked, free.own, a), func(w word) bool { return w.end <= a.Start })
	thing := content(keepWhere(before, func(w word) bool { return !oneOf(w.lower, "first|one|initial|each|every|any") }))
	for i := range charged.own {
		if i+1 < len(charged.own) && oneOf(charged.own[i].lower, "every|each|all") && len(thing) == 1 && charged.own[i+1].term == thing[0].term {
			return a, covering(charged.own[i : i+2]), true
		}
	}
	return a, b, false
}

// conditionalAt reports whether the clause with a stretch is bound to a case.
func (c *claimText) conditionalAt(text string, s answer.Span) bool {
	return conditionalIn(clauseWith(text, c.own, s))
}

// leavesNothing are words by which a duty leaves nothing out.
var leavesNothing = []string{
	"everything", "even what|if|when|though|where|those", "without exception|exceptions", "in every|any case", "no matter", "regardless of|whether", "whatever the", "in all cases", "always", "all of it|them",
}

// sweptAside tells a claim that frees from an act in some case from one that asks for
// the act whatever the case.
func (r *Reading) sweptAside(frees, asks *claimText) (a, b answer.Span, found bool) {
	if _, sweeps := spanOfAny(asks.own, leavesNothing); !sweeps || !r.oneMatter(frees, asks) {
		return a, b, false
	}
	for i := range frees.predicates {
		for k := range asks.predicates {
			p, q := &frees.predicates[i], &asks.predicates[k]
			if p.force == needNot && q.force == must && p.topic == "" && q.topic == "" && !p.subordinate && !q.subordinate && sameAct(p, q) {
				return p.cue, q.cue, true
			}
		}
	}
	return a, b, false
}

// sameAct reports whether two predicates govern one verb.
func sameAct(p, q *predicate) bool {
	one, two := conceptual(p.action), conceptual(q.action)
	return len(one) > 0 && len(two) > 0 && one[0].term == two[0].term
}

// putOutside tells a claim that counts a thing as another from one that says the rules
// on that other do not reach the thing.
func (r *Reading) putOutside(counts, outside *claimText) (a, b answer.Span, found bool) {
	if counts.conditional || outside.conditional || !r.oneMatter(counts, outside) {
		return a, b, false
	}
	for i := range counts.predicates {
		for k := range outside.predicates {
			p, q := &counts.predicates[i], &outside.predicates[k]
			if p.topic == "include" && p.force == is && q.topic == "apply" && q.force == isNot && shared(p.action, setOf(q.subject)) >= 2 &&
				shared(append(content(p.subject), content(words(counts.claim.Section, answerSpan(counts.claim.Section)))...), setOf(outside.own)) >= 1 {
				return p.cue, q.cue, true
			}
		}
	}
	return a, b, false
}
