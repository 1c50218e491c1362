package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
	"github.com/pincite/pincite/internal/finding"
)

// handovers compares the duties to tell, give or pay: who owes them, to whom, and
// whether a count frees from them. It must not fire where the law frees below the
// same count ("more than 1,000" and "1,000 or fewer need not"), where the freedom
// rests on another condition, or where the law names the receiver for the giver
// anywhere in the section.
func (x *Comparison) handovers() {
	if x.has("negation", "modality", "actor", "number") {
		return
	}
	said := force.TellsIn(x.Claim.Predicates, x.Claim.Numbers, -1)
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
func (x *Comparison) freedByCount(t *force.Tell, held []force.Tell) bool {
	if t.Force != force.NeedNot || !hasBound(t.Bounds, "max", "under") {
		return false
	}
	var plain *force.Tell
	for i := range held {
		h := &held[i]
		if h.To != t.To && !x.namedInUnit(h.Unit, t.To) {
			continue
		}
		switch {
		case h.Force == force.NeedNot:
			return false
		case len(h.Bounds) == 0 && h.To == t.To && !refersOn(x.Text.Units[h.Unit].Own):
			plain = h
		}
	}
	if plain == nil {
		return false
	}
	x.differ("negation", x.Raw[t.Cue.Start:t.Cue.End], x.Text.Text[plain.Cue.Start:plain.Cue.End], x.claimSpan(), x.Text.Units[plain.Unit].Span, finding.Likely,
		fmt.Sprintf("the claim frees below a count where the law has no such count: %q", x.shown(x.Text.Units[plain.Unit].Span)))
	return true
}

func hasBound(list []quantity.Number, bounds ...string) bool {
	for _, n := range list {
		for _, b := range bounds {
			if n.Bound == b {
				return true
			}
		}
	}
	return false
}

// refersOn tells a sentence whose condition stands in another subsection.
func refersOn(own []lexis.Word) bool {
	return lexis.PhraseIn(own, "under|to|by subsection|paragraph|subdivision") ||
		lexis.PhraseIn(own, "required|given|made|provided under|by|pursuant")
}

// swapped finds giver and receiver changed for one another.
func (x *Comparison) swapped(t *force.Tell, held []force.Tell) bool {
	if t.By == "" || t.By == t.To || t.Force != force.Must {
		return false
	}
	var turned *force.Tell
	alike, other := 0.0, 0.0
	for i := range held {
		h := &held[i]
		if h.Force != force.Must {
			continue
		}
		near := lexis.Contained(t.Action, x.Law.Weight, lexis.SetOf(h.Action))
		if sameRole(h.By, t.By) && sameRole(h.To, t.To) {
			alike = max(alike, near)
		} else if sameRole(h.By, t.To) && sameRole(h.To, t.By) && near > other {
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

func holding(role string) bool { return lexis.OneOf(role, "holder|recipient|service provider") }

// concerned are parties whose data or things a holder may have, but not from them.
const concerned = "resident|lessee|insured|buyer|employee|debtor"

// toAnother finds a holder that the claim has tell the persons concerned, where
// the law has it tell those for whom it holds, and them alone.
func (x *Comparison) toAnother(t *force.Tell, held []force.Tell) bool {
	if !holding(t.By) || !lexis.OneOf(t.To, concerned) || t.Force != force.Must {
		return false
	}
	var other *force.Tell
	for i := range held {
		h := &held[i]
		if !holding(h.By) || h.Force != force.Must {
			continue
		}
		if h.To == t.To {
			return false
		}
		if lexis.OneOf(h.To, "owner|distributor|regulated|creditor|insurer|employer|lessor") {
			other = h
		}
	}
	return other != nil && x.misdirected("who receives", t, other)
}

// misdirected records the difference. Both parties were found in typed places, so
// that few common words besides do not make it less likely.
func (x *Comparison) misdirected(what string, t, h *force.Tell) bool {
	s, at := t.ToSpan.Span, h.ToSpan.Span
	x.Found = append(x.Found, Difference{
		Slot: "actor", Claimed: x.Raw[s.Start:s.End], Enacted: x.Text.Text[at.Start:at.End], InClaim: s, InLaw: clauseAround(x.Text, &counter{Predicate: h.Predicate, unit: h.Unit}),
		Certainty: finding.Likely, Why: fmt.Sprintf("%s: the claim says %q, the law %q", what, x.Raw[s.Start:s.End], x.Text.Text[at.Start:at.End]),
	})
	return true
}

// lawTells are those of the section.
func (x *Comparison) lawTells() []force.Tell {
	var found []force.Tell
	for u := range x.Text.Predicates {
		found = append(found, force.TellsIn(x.Text.Predicates[u], x.Text.Numbers[u], u)...)
	}
	return found
}
