package compare

import (
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
)

// nearlyVerbatim is the alignment from which a slot that is not understood on one
// side does not keep a claim from being supported; one that differs does.
const nearlyVerbatim = 0.85

// comparedFrom is how near a modal of the law must stand to one of several of a
// claim for the two to be compared.
const comparedFrom = 0.4

// sameForces wants for each modal of the claim one of the aligned words that lays
// down the same, and none of another force nearer to its act.
func (x *Comparison) sameForces() bool {
	alone := x.modals() == 1
	for i := range x.Claim.Predicates {
		p := &x.Claim.Predicates[i]
		if x.aside(p) {
			continue
		}
		c := x.nearestModal(p)
		if c == nil && alone && x.Fit.Score < nearlyVerbatim && !(p.Force == force.MustNot && x.denied()) ||
			c != nil && !x.likeForce(p, c) && (alone || c.Near >= comparedFrom) {
			return false
		}
	}
	return true
}

// denied tells that the closest unit denies, with no modal.
func (x *Comparison) denied() bool {
	return x.Fit.Unit >= 0 && len(force.DenialsIn(x.Text.Units[x.Fit.Unit].Own, nil)) > 0
}

// modals counts those of the claim that lay something down.
func (x *Comparison) modals() int {
	n := 0
	for i := range x.Claim.Predicates {
		if !x.aside(&x.Claim.Predicates[i]) {
			n++
		}
	}
	return n
}

// aside tells a predicate that lays nothing down: it says when a rule holds, marks
// out a noun, or states what is.
func (x *Comparison) aside(p *force.Predicate) bool {
	return p.Subordinate || p.Topic != "" || p.Relative()
}

// nearestModal is the modal of the aligned words that is most about the claim's
// act; of two equally near the one that agrees.
func (x *Comparison) nearestModal(p *force.Predicate) *counter {
	var best *counter
	for _, u := range x.near() {
		for k := range x.Text.Predicates[u] {
			c := x.Counter(p, u, k)
			c.Predicate = c.Undone()
			if c.Topic != "" || c.Subordinate || c.Relative() {
				continue
			}
			if best == nil || c.Near > best.Near || c.Near == best.Near && x.likeForce(p, &c) {
				best = &c
			}
		}
	}
	return best
}

// likeForce reports one force, in the words of either side: "must be written" is
// "not enforceable unless written", and "can only" a permission and a ban.
func (x *Comparison) likeForce(p *force.Predicate, c *counter) bool {
	switch {
	case p.Force == force.MustNot && c.Force == force.MustNot:
		return (x.Claim.Conditional || !x.isWayOut(p, c.unit)) &&
			(force.LikeVerb(p, c.Predicate) || force.Undergoes(p) || x.Fit.Score >= nearlyVerbatim)
	case p.Force == c.Force:
		return true
	case p.Force == force.Must && c.Force == force.MustNot:
		return x.statesLimit(p, c.unit) && !force.LikeVerb(p, c.Predicate)
	case p.Force == force.MustNot && c.Force == force.May:
		return x.onlySo(p) || x.isWayOut(p, c.unit)
	case p.Force == force.May && c.Force == force.MustNot:
		return x.onlySo(p) || lexis.HasWord(x.Claim.Own, "only") && x.limited(c.unit) ||
			x.isWayOut(p, c.unit) && !lexis.HasWord(x.Claim.Own, "unless|without|except|until|save")
	case p.Force == force.May && c.Force == force.Must:
		return lexis.HasWord(c.Action, "only") && !lexis.HasWord(x.Claim.Own, "only")
	}
	return false
}

// isWayOut tells that the claim's act is that of an exception of the unit.
func (x *Comparison) isWayOut(p *force.Predicate, u int) bool {
	for i := range x.Text.Limits {
		l := &x.Text.Limits[i]
		list := append(append([]lexis.Word{}, p.Subject...), p.Action...)
		if l.Unit == u && l.Kind == "exception" && lexis.Contained(list, x.Law.Weight, lexis.SetOf(x.freshWords(l))) >= 0.4 {
			return true
		}
	}
	return false
}

// limited tells that an exception stands in the unit.
func (x *Comparison) limited(u int) bool {
	for i := range x.Text.Limits {
		if l := &x.Text.Limits[i]; l.Unit == u && l.Kind == "exception" {
			return true
		}
	}
	return false
}
