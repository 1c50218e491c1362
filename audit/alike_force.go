package audit

// nearlyVerbatim is the alignment from which a slot that is not understood on one
// side does not keep a claim from being supported; one that differs does.
const nearlyVerbatim = 0.85

// comparedFrom is how near a modal of the law must stand to one of several of a
// claim for the two to be compared.
const comparedFrom = 0.4

// sameForces wants for each modal of the claim one of the aligned words that lays
// down the same, and none of another force nearer to its act.
func (x *comparison) sameForces() bool {
	alone := x.modals() == 1
	for i := range x.claim.predicates {
		p := &x.claim.predicates[i]
		if x.aside(p) {
			continue
		}
		c := x.nearestModal(p)
		if c == nil && alone && x.fit.Score < nearlyVerbatim && !(p.force == mustNot && x.denied()) || c != nil && !x.likeForce(p, c) && (alone || c.near >= comparedFrom) {
			return false
		}
	}
	return true
}

// denied tells that the closest unit denies, with no modal.
func (x *comparison) denied() bool {
	return x.fit.unit >= 0 && len(denialsIn(x.text.units[x.fit.unit].own, nil)) > 0
}

// modals counts those of the claim that lay something down.
func (x *comparison) modals() int {
	n := 0
	for i := range x.claim.predicates {
		if !x.aside(&x.claim.predicates[i]) {
			n++
		}
	}
	return n
}

// aside tells a predicate that lays nothing down: it says when a rule holds, marks
// out a noun, or states what is.
func (x *comparison) aside(p *predicate) bool {
	return p.subordinate || p.topic != "" || p.relative()
}

// relative tells a modal that marks out a noun: "services that its staff cannot
// provide", "a person who may be charged".
func (p *predicate) relative() bool {
	n := len(p.subject)
	for k := n - 1; k >= max(0, n-5); k-- {
		if k+1 < n && p.subject[k+1].start-p.subject[k].end > 1 {
			return false
		}
		if oneOf(p.subject[k].lower, "that|which|who|whom|what|whose") {
			if k+2 < n && oneOf(p.subject[k+1].lower, "it|he|she|they|you|we") {
				return false // "goods that you never ordered may": the verb of the clause is said
			}
			if k == n-1 && k > 0 && p.subject[k].start-p.subject[k-1].end > 1 && oneOf(p.subject[k].lower, "who|which") {
				return false // "the dealer, who may": told besides, and a rule of its own
			}
			return k == n-1 || oneOf(p.subject[k+1].lower, "the|a|an|its|his|her|their|it|he|she|they|you|we|no|any")
		}
	}
	return false
}

// nearestModal is the modal of the aligned words that is most about the claim's
// act; of two equally near the one that agrees.
func (x *comparison) nearestModal(p *predicate) *counter {
	var best *counter
	for _, u := range x.near() {
		for k := range x.text.predicates[u] {
			c := x.counter(p, u, k)
			c.predicate = c.undone()
			if c.topic != "" || c.subordinate || c.relative() {
				continue
			}
			if best == nil || c.near > best.near || c.near == best.near && x.likeForce(p, &c) {
				best = &c
			}
		}
	}
	return best
}

// likeForce reports one force, in the words of either side: "must be written" is
// "not enforceable unless written", and "can only" a permission and a ban.
func (x *comparison) likeForce(p *predicate, c *counter) bool {
	switch {
	case p.force == mustNot && c.force == mustNot:
		return (x.claim.conditional || !x.isWayOut(p, c.unit)) && (likeVerb(p, c.predicate) || undergoes(p) || x.fit.Score >= nearlyVerbatim)
	case p.force == c.force:
		return true
	case p.force == must && c.force == mustNot:
		return x.statesLimit(p, c.unit) && !likeVerb(p, c.predicate)
	case p.force == mustNot && c.force == may:
		return x.onlySo(p) || x.isWayOut(p, c.unit)
	case p.force == may && c.force == mustNot:
		return x.onlySo(p) || hasWord(x.claim.own, "only") && x.limited(c.unit) || x.isWayOut(p, c.unit) && !hasWord(x.claim.own, "unless|without|except|until|save")
	case p.force == may && c.force == must:
		return hasWord(c.action, "only") && !hasWord(x.claim.own, "only")
	}
	return false
}

// isWayOut tells that the claim's act is that of an exception of the unit.
func (x *comparison) isWayOut(p *predicate, u int) bool {
	for i := range x.text.limits {
		l := &x.text.limits[i]
		list := append(append([]word{}, p.subject...), p.action...)
		if l.unit == u && l.kind == "exception" && contained(list, x.law.weight, setOf(x.freshWords(l))) >= 0.4 {
			return true
		}
	}
	return false
}

// limited tells that an exception stands in the unit.
func (x *comparison) limited(u int) bool {
	for i := range x.text.limits {
		if l := &x.text.limits[i]; l.unit == u && l.kind == "exception" {
			return true
		}
	}
	return false
}
