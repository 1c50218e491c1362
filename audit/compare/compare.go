package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/claimed"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/quantity"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// Comparison is one claim laid beside one section, with all that is needed to
// compare their typed facts.
type Comparison struct {
	Answer string // masked text of the answer
	Raw    string // the text as published
	Claim  *claimed.Text
	Law    *enacted.Law
	Text   *enacted.Text
	Fit    Fit
	// Elsewhere are the numbers that the claim's other citations hold.
	Elsewhere []quantity.Number
	// Related are the claims that rest on the same section or act, the claim
	// itself among them; what one of them says is not missing from another.
	Related []*claimed.Text
	// Asker is on which side of a deal the one stands whom the answer calls "you".
	Asker force.Side
	Found []Difference
	// Unstated are figures of the claim that the section has nothing to set
	// against.
	Unstated []quantity.Number
	// Agreed counts typed facts of the claim that the section has alike.
	Agreed int
}

// Compare runs the slots in a fixed order.
func (x *Comparison) Compare() {
	x.Numbers()
	x.whichevers()
	x.holders()
	x.Predicates()
	x.coveredAnyway()
	x.denials()
	x.remedies()
	x.suable()
	x.deniedByMaking()
	x.exclusivity()
	x.waivers()
	x.nounsDenied()
	x.withouts()
	x.beings()
	x.alternatives()
	x.halfEnough()
	x.bindsExempt()
	x.excluded()
	x.deniedLimits()
	x.countedOtherwise()
	x.describedOtherwise()
	x.turnedConditions()
	x.absolutes()
	x.onlyWhile()
	x.regardless()
	x.actors()
	x.handovers()
	x.limits()
	x.softly()
	x.scope()
	x.partsOfWhole()
	x.addedItem()
	x.forces()
	x.relatives()
	x.forms()
	x.quotes()
}

// differ records a difference.
func (x *Comparison) differ(slot, claimed, enacted string, inClaim, inLaw answer.Span, c finding.Certainty, why string) {
	if x.Fit.Thin && c != finding.Certain {
		c = finding.Possible
	}
	x.Found = append(x.Found, Difference{
		Slot: slot, Claimed: claimed, Enacted: enacted, InClaim: inClaim, InLaw: inLaw, Certainty: c, Why: why,
	})
}

// gainsay records that the claim says the opposite of words of the law: likely, in the slot negation.
func (x *Comparison) gainsay(in, at answer.Span) {
	claimed, enacted := x.Raw[in.Start:in.End], x.Text.Text[at.Start:at.End]
	x.differ("negation", claimed, enacted, in, at, finding.Likely, fmt.Sprintf("the claim says %q where the law says %q", claimed, enacted))
}

// has reports whether a slot differs already.
func (x *Comparison) has(slots ...string) bool {
	for _, d := range x.Found {
		for _, s := range slots {
			if d.Slot == s {
				return true
			}
		}
	}
	return false
}
