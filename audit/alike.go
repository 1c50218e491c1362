package audit

// alike reports whether claim and aligned words say the same slot by slot: one
// force, one polarity, one party, every figure with its bound, and no exception
// that the answer leaves unsaid. Where one side's slot is not understood it says
// no: a claim that only resembles its section is unverified, never supported.
func (x *comparison) alike() bool {
	return x.sameForces() && x.samePolarity() && x.sameFigures() && x.sameParties() && x.nothingLeftOut() && !x.sweepsAlone()
}

// near are the units of the aligned window and those that lead into it.
func (x *comparison) near() []int {
	var list []int
	for u := range x.text.units {
		if x.isMain(u) {
			list = append(list, u)
		}
	}
	return list
}

// sameFigures wants each figure of the claim among those of the section, with the
// same bound.
func (x *comparison) sameFigures() bool {
	for i := range x.claim.numbers {
		n := &x.claim.numbers[i]
		equal := nearest(x.rivals(n), func(r *rival) bool { return n.same(&r.number) && likeBound(n, &r.number) })
		if equal == nil && !(n.unit == "count" && x.plainLike(n)) {
			return false
		}
	}
	return true
}

// likeBound reports one bound; a deadline named without one is a most.
func likeBound(n, m *number) bool {
	bound := func(n *number) string {
		if n.bound == "" && n.slot == "deadline" {
			return "max"
		}
		return n.bound
	}
	if n.bound == "" && m.bound == "min" && n.slot == "number" && n.isTime() {
		return true // on the list "for 31 days" is on it for at least as long
	}
	return bound(n) == bound(m)
}

// plainLike tells that the section has the bare figure with the same bound.
func (x *comparison) plainLike(n *number) bool {
	for u := range x.text.numbers {
		for _, m := range x.text.numbers[u] {
			if m.plain == n.plain && likeBound(n, &m) {
				return true
			}
		}
	}
	return false
}

// nothingLeftOut wants every exception of the aligned words said by the answer.
func (x *comparison) nothingLeftOut() bool {
	for i := range x.text.limits {
		l := &x.text.limits[i]
		if l.unit != l.governs && !x.claim.obliges() || x.claim.frees() {
			continue
		}
		if (l.kind == "exception" || l.kind == "condition" && x.claim.permits() && x.onPermission(l)) && (x.isMain(l.unit) || x.isMain(l.governs)) && !x.states(l) && !x.isAbout(l) {
			return false
		}
	}
	return true
}

// sweepsAlone tells a claim that leaves out every limit where the law does not.
func (x *comparison) sweepsAlone() bool {
	_, free := firstPhrase(x.claim.own, boundless)
	_, plain := firstPhrase(x.claim.own, denying)
	return (free || plain) && (x.fit.unit < 0 || !x.sweeps(x.fit.unit))
}
