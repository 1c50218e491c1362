package audit

import "strings"

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
