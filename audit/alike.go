package audit

import "strings"

// alike reports whether claim and aligned words say the same slot by slot: one
// force, one polarity, one party, every figure with its bound, and no exception
// that the answer leaves unsaid. Where one side's slot is not understood it says
// no: a claim that only resembles its section is unverified, never supported.
func (x *comparison) alike() bool {
	return x.sameForces() && x.samePolarity() && x.sameFigures() && x.sameParties() && x.nothingLeftOut() && !x.sweepsAlone()
}

// nearlyVerbatim is the alignment from which a slot that is not understood on one
// side does not keep a claim from being supported; one that differs does.
const nearlyVerbatim = 0.85

// comparedFrom is how near a modal of the law must stand to one of several of a
// claim for the two to be compared.
const comparedFrom = 0.4

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
			c := undone(x.counter(p, u, k))
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

// denials in a word, beside the negations.
const lexicalDenials = "void|unenforceable|invalid|exempt|exempted|exempts|outside|barred|bars|prohibited|prohibits|forbidden|forbids|unlawful|illegal|banned|bans|" +
	"fails|failed|fail|refuses|refused|refuse|lacks|relieved|excused|immune|prevent|prevents|except|unless|save|neglects|ineligible|excluded|excludes|free|null"

func denies(list []word, i int) bool {
	if oneOf(list[i].lower, lexicalDenials) {
		return true
	}
	return isNegation(list[i].lower) && !(i+1 < len(list) && oneOf(list[i+1].lower, "later|less|more|fewer|longer|sooner|earlier|exceed|exceeding|exceeds|matter|greater|higher"))
}

// reachOfDenial is how many words of content behind a denial it is about.
const reachOfDenial = 4

// denial is a word that denies with the words of content right behind it.
type denial struct {
	word  word
	about []word
}

// denialsIn lists the denials of a list of words, those of its modals left out:
// forces are compared as such.
func denialsIn(list []word, modals []predicate) (found []denial) {
	for i := range list {
		if !denies(list, i) || inModal(list[i], modals) {
			continue
		}
		d := denial{word: list[i]}
		for k := i + 1; k < len(list) && len(d.about) < reachOfDenial; k++ {
			if list[k].term != "" {
				d.about = append(d.about, list[k])
			}
		}
		found = append(found, d)
	}
	return found
}

// inModal tells a word of a cue, or the "no" of the subject that it negates.
func inModal(w word, modals []predicate) bool {
	for i := range modals {
		p := &modals[i]
		if w.start >= p.cue.Start && w.end <= p.cue.End {
			return !p.relative()
		}
		if p.topic == "" && oneOf(w.lower, "no|nobody|neither|nor|none|nothing") && w.end <= p.cue.Start && p.cue.Start-w.end < 160 {
			return true
		}
	}
	return false
}

// samePolarity wants a denial on both sides or on none: one in the claim needs one
// in the aligned words, and one in the aligned words that is about words of the
// claim needs one in the claim.
func (x *comparison) samePolarity() bool {
	said, held := denialsIn(x.claim.own, x.claim.predicates), 0
	for _, u := range x.near() {
		for _, d := range denialsIn(x.text.units[u].own, x.text.predicates[u]) {
			if held++; len(said) == 0 && x.touches(&d) && !x.inLimit(u, d.word) {
				return false
			}
		}
	}
	return len(said) == 0 || held > 0 || x.lacking() || opensLimit(said)
}

// touches tells that a denial of the law is about what the claim says.
func (x *comparison) touches(d *denial) bool {
	return len(d.about) > 0 && x.claim.all[d.about[0].term] || shared(d.about, x.claim.all) >= 2
}

// lacking tells words of the aligned text that deny by their making: "absence",
// "insufficient", "unreadable".
func (x *comparison) lacking() bool {
	for _, u := range x.near() {
		for _, w := range x.text.units[u].own {
			if oneOf(w.lower, "absence|absent|rejects|reject|rejected|insufficient|lack") || len(w.lower) > 6 && (strings.HasPrefix(w.lower, "un") || strings.HasPrefix(w.lower, "non")) || x.text.predicates[u] != nil && forbidding(x.text.predicates[u]) {
				return true
			}
		}
	}
	return false
}

// opensLimit tells denials that only open an exception.
func opensLimit(said []denial) bool {
	for _, d := range said {
		if !oneOf(d.word.lower, "unless|except|save|without") {
			return false
		}
	}
	return true
}

// inLimit tells a word of an exception or a condition of the unit.
func (x *comparison) inLimit(u int, w word) bool {
	for i := range x.text.limits {
		if l := &x.text.limits[i]; l.unit == u && w.start >= l.span.Start && w.end <= l.span.End {
			return true
		}
	}
	return oneOf(w.lower, "unless|except|save|fails|fail|neglects|failed")
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

// nobodyInParticular are subjects that name no party.
const nobodyInParticular = "you|person|persons|people|nobody|anyone|anybody|somebody|someone|everyone|everybody|one|it|they|those|he|she|whoever|who|which|that|this|these|party"

// sameParties wants the subject of the claim's first modal where the law has it.
func (x *comparison) sameParties() bool {
	for i := range x.claim.predicates {
		p := &x.claim.predicates[i]
		if x.aside(p) {
			continue
		}
		c := x.nearestModal(p)
		return c == nil || x.sameSubject(p, c)
	}
	return true
}

// sameSubject looks for the head of the claim's subject: of what is done to
// somebody anywhere in the unit, of one who acts among those who act there.
func (x *comparison) sameSubject(p *predicate, c *counter) bool {
	nouns := subjectNouns(lastPart(p.subject))
	if len(nouns) == 0 || oneOf(nouns[len(nouns)-1].lower, nobodyInParticular) {
		return true
	}
	head, u := nouns[len(nouns)-1], &x.text.units[c.unit]
	if undergoes(p) || !u.set[head.term] && !x.strangers(nouns, c) {
		return true
	}
	if undergoes(c.predicate) {
		return x.actsBy(head, c)
	}
	subject := subjectNouns(lastPart(c.subject))
	opening := subjectNouns(u.own[:min(len(u.own), 7)])
	if setOf(subject, opening)[head.term] {
		return true
	}
	said, held := partiesIn(nouns), partiesIn(append(append([]word{}, subject...), opening...))
	if len(said) == 0 {
		return false
	}
	return hasParty(held, said[0].name) || hasParty(held, "anyone") && said[0].name == "regulated"
}

// strangers tells that a claim's subject is a known party and the law's another.
func (x *comparison) strangers(nouns []word, c *counter) bool {
	said, held := partiesIn(nouns), partiesIn(subjectNouns(lastPart(c.subject)))
	return len(said) > 0 && len(held) > 0 && !hasParty(held, said[0].name) && !hasParty(held, "anyone")
}

// undergoes tells a subject to which the act is done, or that is something.
func undergoes(p *predicate) bool {
	return len(p.action) == 0 || oneOf(p.action[0].lower, "be|been|as|for|in|by") || passive(p.action)
}

// actsBy tells a party behind "by" in a passive of the law.
func (x *comparison) actsBy(head word, c *counter) bool {
	for i := range c.action {
		if c.action[i].lower == "by" && setOf(c.action[i:min(len(c.action), i+8)])[head.term] {
			return true
		}
	}
	return false
}

// lastPart are the words of a subject behind its last stop.
func lastPart(subject []word) []word {
	for i := len(subject) - 1; i > 0; i-- {
		if subject[i].start-subject[i-1].end > 1 {
			return subject[i:]
		}
	}
	return subject
}

// subjectNouns are the words of a subject before what marks its noun out: of "the
// owner of a vehicle" the owner.
func subjectNouns(subject []word) []word {
	var nouns []word
	for i, w := range subject {
		if len(nouns) > 0 && (oneOf(w.lower, "that|which|who|whose|of|under|with|to|for|by|when|if|in|on|at|from|where|about|may|shall|must") || strings.HasSuffix(w.lower, "ing")) {
			break
		}
		if w.term != "" || i == 0 && oneOf(w.lower, nobodyInParticular) {
			nouns = append(nouns, w)
		}
	}
	return nouns
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
