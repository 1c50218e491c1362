package audit

import (
	"fmt"

	"github.com/pincite/pincite/internal/finding"
)

// handovers compares the duties to tell, give or pay: who owes them, to whom, and
// whether a count frees from them. It must not fire where the law frees below the
// same count ("more than 1,000" and "1,000 or fewer need not"), where the freedom
// rests on another condition, or where the law names the receiver for the giver
// anywhere in the section.
func (x *comparison) handovers() {
	if x.has("negation", "modality", "actor", "number") {
		return
	}
	said := tellsIn(x.claim.predicates, x.claim.numbers, -1)
	if len(said) == 0 {
		return
	}
	held := x.lawTells()
	for i := range said {
		if x.freedByCount(&said[i], held) || x.swapped(&said[i], held) || x.toAnother(&said[i], held) {
			return
		}
	}
}

// freedByCount finds a claim that a count frees from telling somebody whom the law
// has told whatever the count.
func (x *comparison) freedByCount(t *tell, held []tell) bool {
	if t.force != needNot || !hasBound(t.bounds, "max", "under") {
		return false
	}
	var plain *tell
	for i := range held {
		h := &held[i]
		if h.to != t.to && !x.namedInUnit(h.unit, t.to) {
			continue
		}
		switch {
		case h.force == needNot:
			return false
		case len(h.bounds) == 0 && h.to == t.to && !refersOn(x.text.units[h.unit].own):
			plain = h
		}
	}
	if plain == nil {
		return false
	}
	x.differ("negation", x.raw[t.cue.Start:t.cue.End], x.text.text[plain.cue.Start:plain.cue.End], x.claimSpan(), x.text.units[plain.unit].span, finding.Likely,
		fmt.Sprintf("the claim frees below a count where the law has no such count: %q", shorten(x.text.text[x.text.units[plain.unit].span.Start:x.text.units[plain.unit].span.End], 160)))
	return true
}

func hasBound(list []number, bounds ...string) bool {
	for _, n := range list {
		for _, b := range bounds {
			if n.bound == b {
				return true
			}
		}
	}
	return false
}

// refersOn tells a sentence whose condition stands in another subsection.
func refersOn(own []word) bool {
	return phraseIn(own, "under|to|by subsection|paragraph|subdivision") || phraseIn(own, "required|given|made|provided under|by|pursuant")
}

// swapped finds giver and receiver changed for one another.
func (x *comparison) swapped(t *tell, held []tell) bool {
	if t.by == "" || t.by == t.to || t.force != must {
		return false
	}
	var turned *tell
	alike, other := 0.0, 0.0
	for i := range held {
		h := &held[i]
		if h.force != must {
			continue
		}
		near := contained(t.action, x.law.weight, setOf(h.action))
		if sameRole(h.by, t.by) && sameRole(h.to, t.to) {
			alike = max(alike, near)
		} else if sameRole(h.by, t.to) && sameRole(h.to, t.by) && near > other {
			turned, other = h, near
		}
	}
	return turned != nil && other >= handedSame && other > alike+ahead && x.misdirected("who tells whom", t, turned)
}

// handedSame is how far what is handed over must be the same for giver and
// receiver to be changed for one another.
const handedSame = 0.4

// sameRole: who holds for another is known by several names.
func sameRole(a, b string) bool {
	return a == b && a != "" || holding(a) && holding(b) || a == "anyone" && b == "regulated" || a == "regulated" && b == "anyone"
}

func holding(role string) bool { return oneOf(role, "holder|recipient|service provider") }

// concerned are parties whose data or things a holder may have, but not from them.
const concerned = "resident|lessee|insured|buyer|employee|debtor"

// toAnother finds a holder that the claim has tell the persons concerned, where
// the law has it tell those for whom it holds, and them alone.
func (x *comparison) toAnother(t *tell, held []tell) bool {
	if !holding(t.by) || !oneOf(t.to, concerned) || t.force != must {
		return false
	}
	var other *tell
	for i := range held {
		h := &held[i]
		if !holding(h.by) || h.force != must {
			continue
		}
		if h.to == t.to {
			return false
		}
		if oneOf(h.to, "owner|distributor|regulated|creditor|insurer|employer|lessor") {
			other = h
		}
	}
	return other != nil && x.misdirected("who receives", t, other)
}

// misdirected records the difference. Both parties were found in typed places, so
// that few common words besides do not make it less likely.
func (x *comparison) misdirected(what string, t, h *tell) bool {
	s, at := t.toSpan.span, h.toSpan.span
	x.found = append(x.found, Difference{
		Slot: "actor", Claimed: x.raw[s.Start:s.End], Enacted: x.text.text[at.Start:at.End], InClaim: s, InLaw: clauseAround(x.text, &counter{predicate: h.predicate, unit: h.unit}),
		Certainty: finding.Likely, Why: fmt.Sprintf("%s: the claim says %q, the law %q", what, x.raw[s.Start:s.End], x.text.text[at.Start:at.End]),
	})
	return true
}

// lawTells are those of the section.
func (x *comparison) lawTells() []tell {
	var found []tell
	for u := range x.text.predicates {
		found = append(found, tellsIn(x.text.predicates[u], x.text.numbers[u], u)...)
	}
	return found
}
