package compare

import (
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
)

// Alike reports whether claim and aligned words say the same slot by slot: one
// force, one polarity, one party, every figure with its bound, and no exception
// that the answer leaves unsaid. Where one side's slot is not understood it says
// no: a claim that only resembles its section is unverified, never supported.
func (x *Comparison) Alike() bool {
	return x.sameForces() && x.samePolarity() && x.sameFigures() && x.sameYears() && x.sameParties() && x.nothingLeftOut() && !x.sweepsAlone()
}

// near are the units of the aligned window and those that lead into it.
func (x *Comparison) near() []int {
	var list []int
	for u := range x.Text.Units {
		if x.isMain(u) {
			list = append(list, u)
		}
	}
	return list
}

// sameFigures wants each figure of the claim among those of the section, with the
// same bound.
func (x *Comparison) sameFigures() bool {
	for i := range x.Claim.Numbers {
		n := &x.Claim.Numbers[i]
		equal := nearest(x.rivals(n), func(r *rival) bool { return n.Same(&r.Number) && likeBound(n, &r.Number) })
		if equal == nil && !(n.Unit == "count" && x.plainLike(n)) {
			return false
		}
	}
	return true
}

// sameYears wants each calendar year of the claim in the section or its catchline.
func (x *Comparison) sameYears() bool {
	for _, w := range x.Claim.Own {
		if quantity.IsYear(w) && !x.Text.All[w.Term] && !x.Text.Title[w.Term] {
			return false
		}
	}
	return true
}

// likeBound reports one bound; a deadline named without one is a most.
func likeBound(n, m *quantity.Number) bool {
	bound := func(n *quantity.Number) string {
		if n.Bound == "" && n.Slot == "deadline" {
			return "max"
		}
		return n.Bound
	}
	if n.Bound == "" && m.Bound == "min" && n.Slot == "number" && n.IsTime() {
		return true // on the list "for 31 days" is on it for at least as long
	}
	return bound(n) == bound(m)
}

// plainLike tells that the section has the bare figure with the same bound.
func (x *Comparison) plainLike(n *quantity.Number) bool {
	for u := range x.Text.Numbers {
		for _, m := range x.Text.Numbers[u] {
			if m.Plain == n.Plain && likeBound(n, &m) {
				return true
			}
		}
	}
	return false
}

// nothingLeftOut wants every exception of the aligned words said by the answer.
func (x *Comparison) nothingLeftOut() bool {
	for i := range x.Text.Limits {
		l := &x.Text.Limits[i]
		if l.Unit != l.Governs && !x.Claim.Obliges() || x.Claim.Frees() {
			continue
		}
		if (l.Kind == "exception" || l.Kind == "condition" && x.Claim.Permits() && x.onPermission(l)) &&
			(x.isMain(l.Unit) || x.isMain(l.Governs)) && !x.states(l) && !x.isAbout(l) {
			return false
		}
	}
	return true
}

// sweepsAlone tells a claim that leaves out every limit where the law does not.
func (x *Comparison) sweepsAlone() bool {
	_, free := lexis.FirstPhrase(x.Claim.Own, boundless)
	_, plain := lexis.FirstPhrase(x.Claim.Own, Denying)
	return (free || plain) && (x.Fit.Unit < 0 || !x.sweeps(x.Fit.Unit))
}
