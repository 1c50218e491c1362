package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/finding"
)

const (
	// heldNear is how much of the rest of a claim must stand in the sentence that says
	// whose a thing is, and heldWords of how many words.
	heldNear  = 0.4
	heldWords = 2
)

// heldAs says of each kind of holding what the two texts say otherwise.
var heldAs = map[string]string{"choice": "who chooses", "cost": "who pays", "proof": "who has to prove", "property": "whose it is", "place": "in whose county or state"}

// holders finds an option, an expense, a proof or a county that the claim gives to one
// and the sentence it follows to another. It must not fire where the two may be one
// party under two names, where the claim speaks to a reader whose side is not known, nor
// where any sentence of the section gives it as the claim does.
func (x *Comparison) holders() bool {
	for _, said := range force.HoldingsIn(x.Claim.Own) {
		rest := lexis.KeepWhere(lexis.Content(x.Claim.Own), func(w lexis.Word) bool { return w.Start < said.Span.Start || w.End > said.Span.End })
		held, near := (*force.Holding)(nil), heldNear
		for u := range x.Text.Units {
			share := lexis.Contained(rest, x.Law.Weight, x.Text.Units[u].Set, x.Text.Units[u].Leads)
			for _, h := range append(force.HoldingsIn(x.Text.Units[u].Own), force.HoldingsIn(x.Text.Units[u].Lead)...) {
				switch {
				case h.Kind != said.Kind || lexis.Shared(rest, x.Text.Units[u].Set) < heldWords && !ofSuit(&h, x.Claim.Own, x.Text.Units[u].Own) && !x.soleProof(&h, u):
				case x.oneHolder(said, h):
					return false
				case (share >= near || ofSuit(&h, x.Claim.Own, x.Text.Units[u].Own) || x.soleProof(&h, u)) && x.twoHolders(said, h):
					held, near = &h, share
				}
			}
		}
		if held != nil {
			x.heldByAnother(&said, held)
			return true
		}
	}
	return false
}

// suing are words for a suit and for where it is heard.
const suing = "action|actions|case|cases|suit|suits|lawsuit|lawsuits|tried|heard|venue|sue|sued|hearing"

// ofSuit tells a place at which claim and sentence both have a suit heard.
func ofSuit(h *force.Holding, said, held []lexis.Word) bool {
	return h.Kind == "place" && lexis.HasWord(said, suing) && lexis.HasWord(held, suing)
}

// soleProof tells a burden of proof in the one sentence of the section that has one, of which the
// claim has something: who has to prove is said in few words.
func (x *Comparison) soleProof(h *force.Holding, u int) bool {
	if h.Kind != "proof" || lexis.Shared(x.Claim.Own, x.Text.Units[u].Set) < heldWords {
		return false
	}
	for k := range x.Text.Units {
		for _, o := range force.HoldingsIn(x.Text.Units[k].Own) {
			if k != u && o.Kind == "proof" {
				return false
			}
		}
	}
	return true
}

// sideOfHolder is the side of a holder; "you" is the asker in an answer.
func (x *Comparison) sideOfHolder(h force.Holding, you force.Side) force.Side {
	if lexis.OneOf(h.Who[len(h.Who)-1].Lower, "you|your") {
		return you
	}
	return force.SideOf(h.Who)
}

// oneHolder tells that both name one, or may.
func (x *Comparison) oneHolder(said, held force.Holding) bool {
	a, b := said.Who[len(said.Who)-1], held.Who[len(held.Who)-1]
	return a.Term != "" && a.Term == b.Term
}

// twoHolders tells that the two are surely not one: on two sides of a deal, or both
// named in the section.
func (x *Comparison) twoHolders(said, held force.Holding) bool {
	s, h := x.sideOfHolder(said, x.Asker), x.sideOfHolder(held, force.Customer) // a notice speaks to the customer
	if s != force.Unsided && h != force.Unsided && s != h {
		return true
	}
	a, b := said.Who[len(said.Who)-1], held.Who[len(held.Who)-1]
	return a.Term != "" && b.Term != "" && a.Term != b.Term && x.Text.All[a.Term] && !x.Claim.All[b.Term] &&
		(s != h || s == force.Trader || s == force.Authority)
}

// heldByAnother records the difference.
func (x *Comparison) heldByAnother(said, held *force.Holding) {
	claimed, enacted := x.Raw[said.Span.Start:said.Span.End], x.Text.Text[held.Span.Start:held.Span.End]
	x.differ("actor", claimed, enacted, said.Span, held.Span, finding.Likely,
		fmt.Sprintf("%s: the claim says %q, the law %q", heldAs[said.Kind], claimed, enacted))
}

// choiceGiven tells "the buyer may decide whether" of a sentence that puts something at
// somebody's option: whose it is, is compared by itself.
func (x *Comparison) choiceGiven(p *force.Predicate, u int) bool {
	said := choiceIn(x.Claim.Own)
	return said != nil && said.Span.Start <= p.Cue.End && p.Cue.Start <= said.Span.End && choiceIn(x.Text.Units[u].Own) != nil
}

// choiceIn is what a stretch says of whose choice something is, nil for nothing.
func choiceIn(list []lexis.Word) *force.Holding {
	for _, h := range force.HoldingsIn(list) {
		if h.Kind == "choice" {
			return &h
		}
	}
	return nil
}
