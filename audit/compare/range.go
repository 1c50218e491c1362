package compare

import "github.com/pincite/pincite/audit/quantity"

// otherEnd is the law's figure at that end of a range at which n stands in the claim,
// where the two ranges have their other end in common: "between $1,000 and $25,000"
// beside "not less than $1,000 nor more than $50,000"; nil where there is none.
func (x *Comparison) otherEnd(n *quantity.Number, rivals []rival) *rival {
	end := partner(n, x.Claim.Numbers)
	if end == nil {
		return nil
	}
	return nearest(rivals, func(r *rival) bool {
		held := partner(&r.Number, x.Text.Numbers[r.unit])
		return held != nil && held.Same(end) && r.Bound == n.Bound && !r.Same(n)
	})
}

// partner is the other end of the range that a figure ends, nil for a figure that ends
// none. Two limits of two things, such as "at least five days and up to $400", are no
// range.
func partner(n *quantity.Number, all []quantity.Number) *quantity.Number {
	for i := range all {
		m := &all[i]
		if m.Unit == n.Unit && m.Bound != n.Bound && opposed(m.Bound, n.Bound) &&
			(m.Past <= n.At && n.At-m.Past <= reachOfRange || n.Past <= m.At && m.At-n.Past <= reachOfRange) {
			return m
		}
	}
	return nil
}

// reachOfRange is how many words may stand between the ends of a range.
const reachOfRange = 4

// countsCases tells that the law tells the cases apart that a claim counts: "caught
// twice" of "a second violation". Sums are no cases: "three times the loss".
func (x *Comparison) countsCases(n *quantity.Number) bool {
	return x.Raw[n.Span.Start:n.Span.End] == "twice" && x.Text.HoldsWord("second|subsequent")
}
