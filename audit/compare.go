package audit

import (
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// comparison is one claim laid beside one section, with all that is needed to
// compare their typed facts.
type comparison struct {
	answer string // masked text of the answer
	raw    string // the text as published
	claim  *claimText
	law    *Law
	text   *lawText
	fit    fit
	// elsewhere are the numbers that the claim's other citations hold.
	elsewhere []number
	// related are the claims that rest on the same section or act, the claim
	// itself among them; what one of them says is not missing from another.
	related []*claimText
	found   []Difference
	// unstated are figures of the claim that the section has nothing to set
	// against.
	unstated []number
	// agreed counts typed facts of the claim that the section has alike.
	agreed int
}

// compare runs the slots in a fixed order.
func (x *comparison) compare() {
	x.numbers()
	x.predicates()
	x.denials()
	x.remedies()
	x.nounsDenied()
	x.deniedLimits()
	x.absolutes()
	x.actors()
	x.handovers()
	x.limits()
	x.scope()
	x.forces()
	x.quotes()
}

// differ records a difference.
func (x *comparison) differ(slot, claimed, enacted string, inClaim, inLaw answer.Span, c finding.Certainty, why string) {
	if x.fit.Thin && c != finding.Certain {
		c = finding.Possible
	}
	x.found = append(x.found, Difference{
		Slot: slot, Claimed: claimed, Enacted: enacted, InClaim: inClaim, InLaw: inLaw, Certainty: c, Why: why,
	})
}

// has reports whether a slot differs already.
func (x *comparison) has(slots ...string) bool {
	for _, d := range x.found {
		for _, s := range slots {
			if d.Slot == s {
				return true
			}
		}
	}
	return false
}
