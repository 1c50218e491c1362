package compare

import (
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
)

// opposed bounds turn the meaning round: a most made a least.
func opposed(a, b string) bool {
	upper := func(s string) bool { return s == "max" || s == "under" }
	lower := func(s string) bool { return s == "min" || s == "over" }
	return upper(a) && lower(b) || lower(a) && upper(b)
}

// boundLead is how much nearer a figure bounded the other way must be than one bounded
// alike for the two texts to differ: "below $500 a misdemeanor, above it a felony" has both.
const boundLead = 0.25

// turnedRound tells a bound set the other way. "Fewer than" and "at least" may say
// one thing where one of the two denies; "at most" and "at least" never do. Where
// each such figure of the section is bounded the other way, the words around it need
// not be alike.
func (x *Comparison) turnedRound(n *quantity.Number, equal *rival, rivals []rival) bool {
	strict := lexis.OneOf(n.Bound, "under|over") || lexis.OneOf(equal.Bound, "under|over")
	if !opposed(n.Bound, equal.Bound) || strict && (x.Claim.Forbids() || x.Claim.Releases()) || x.otherSideOf(n, equal) {
		return false
	}
	if equal.near >= nearEnough {
		return true
	}
	for i := range rivals {
		if m := &rivals[i].Number; n.Same(m) && !opposed(n.Bound, m.Bound) {
			return false
		}
	}
	return n.Unit != "count" && !complements(n.Bound, equal.Bound)
}

// otherSideOf tells a claim of what an exemption leaves: "more than five dollars" where "this
// section does not apply to five dollars or less".
func (x *Comparison) otherSideOf(n *quantity.Number, equal *rival) bool {
	return complements(n.Bound, equal.Bound) && x.Text.ReachesNot(equal.unit) && !x.Claim.Exempts()
}

// complements leave nothing between them: what is not under is at least.
func complements(a, b string) bool {
	return lexis.OneOf(a, "min|under") && lexis.OneOf(b, "min|under") || lexis.OneOf(a, "max|over") && lexis.OneOf(b, "max|over")
}
