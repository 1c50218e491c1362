package compare

import (
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
)

// sameParties wants the subject of the claim's first modal where the law has it.
func (x *Comparison) sameParties() bool {
	for i := range x.Claim.Predicates {
		p := &x.Claim.Predicates[i]
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
func (x *Comparison) sameSubject(p *force.Predicate, c *counter) bool {
	nouns := force.SubjectNouns(force.LastPart(p.Subject))
	if len(nouns) == 0 || lexis.OneOf(nouns[len(nouns)-1].Lower, force.NobodyInParticular) {
		return true
	}
	head, u := nouns[len(nouns)-1], &x.Text.Units[c.unit]
	if !force.Acts(head.Lower) && len(force.PartiesIn(nouns)) == 0 {
		return true // "the license has to hang": no party
	}
	if force.Undergoes(p) || !u.Set[head.Term] && !x.strangers(nouns, c) {
		return true
	}
	if force.Undergoes(c.Predicate) {
		return x.actsBy(head, c)
	}
	subject := force.SubjectNouns(force.LastPart(c.Subject))
	opening := force.SubjectNouns(u.Own[:min(len(u.Own), 7)])
	if lexis.SetOf(subject, opening, force.HeadNouns(force.LastPart(c.Subject)))[head.Term] { // "a consumer reporting agency"
		return true
	}
	said, held := force.PartiesIn(nouns), force.PartiesIn(append(append([]lexis.Word{}, subject...), opening...))
	if len(said) == 0 {
		return false
	}
	return force.HasParty(held, said[0].Name) || force.HasParty(held, "anyone") && said[0].Name == "regulated"
}

// strangers tells that a claim's subject is a known party and the law's another.
func (x *Comparison) strangers(nouns []lexis.Word, c *counter) bool {
	said, held := force.PartiesIn(nouns), force.PartiesIn(force.SubjectNouns(force.LastPart(c.Subject)))
	return len(said) > 0 && len(held) > 0 && !force.HasParty(held, said[0].Name) && !force.HasParty(held, "anyone")
}

// actsBy tells a party behind "by" in a passive of the law.
func (x *Comparison) actsBy(head lexis.Word, c *counter) bool {
	for i := range c.Action {
		if c.Action[i].Lower == "by" && lexis.SetOf(c.Action[i:min(len(c.Action), i+8)])[head.Term] {
			return true
		}
	}
	return false
}
