package audit

// otherEnd is the law's figure at that end of a range at which n stands in the claim,
// where the two ranges have their other end in common: "between $1,000 and $25,000"
// beside "not less than $1,000 nor more than $50,000"; nil where there is none.
func (x *comparison) otherEnd(n *number, rivals []rival) *rival {
	end := partner(n, x.claim.numbers)
	if end == nil {
		return nil
	}
	return nearest(rivals, func(r *rival) bool {
		held := partner(&r.number, x.text.numbers[r.unit])
		return held != nil && held.same(end) && r.bound == n.bound && !r.same(n)
	})
}

// partner is the other end of the range that a figure ends, nil for a figure that ends
// none. Two limits of two things, such as "at least five days and up to $400", are no
// range.
func partner(n *number, all []number) *number {
	for i := range all {
		m := &all[i]
		if m.unit == n.unit && m.bound != n.bound && opposed(m.bound, n.bound) && (m.past <= n.at && n.at-m.past <= reachOfRange || n.past <= m.at && m.at-n.past <= reachOfRange) {
			return m
		}
	}
	return nil
}

// reachOfRange is how many words may stand between the ends of a range.
const reachOfRange = 4

// countsCases tells that the law tells the cases apart that a claim counts: "caught
// twice" of "a second violation". Sums are no cases: "three times the loss".
func (x *comparison) countsCases(n *number) bool {
	return x.raw[n.span.Start:n.span.End] == "twice" && x.text.holdsWord("second|subsequent")
}
