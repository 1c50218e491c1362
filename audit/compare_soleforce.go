package audit

import (
	"fmt"

	"github.com/pincite/pincite/internal/finding"
)

// soleForce compares the one force of a claim with that of the aligned words where
// the two are too freely worded for their acts to be laid side by side. It must
// not fire where any aligned words lay down what the claim does, where the claim
// states a way out of the law's ban or the condition on which it is lifted, where
// it has several forces, nor where the two share no act.
func (x *comparison) soleForce() {
	if x.fit.Thin || x.fit.unit < 0 || x.has("modality", "negation", "number", "deadline", "amount") {
		return
	}
	p := x.soleModal()
	if p == nil || x.capsFigure(p) {
		return
	}
	c := x.nearestModal(p)
	if c == nil || slotOfForces(p, c.predicate) == "" || !x.stands(p, c) {
		return
	}
	claimed, enacted := x.raw[p.cue.Start:p.cue.End], x.text.text[c.cue.Start:c.cue.End]
	x.differ(slotOfForces(p, c.predicate), claimed, enacted, p.cue, clauseAround(x.text, c), finding.Possible,
		fmt.Sprintf("the claim says %q where the law says %q", claimed, enacted))
}

// soleModal is the one modal of a claim that lays something down, nil where it has
// none or several.
func (x *comparison) soleModal() *predicate {
	var sole *predicate
	for i := range x.claim.predicates {
		if p := &x.claim.predicates[i]; !x.aside(p) {
			if sole != nil {
				return nil
			}
			sole = p
		}
	}
	return sole
}

// stands tells that nothing in the aligned words explains the other force.
func (x *comparison) stands(p *predicate, c *counter) bool {
	if x.likeForce(p, c) || x.agree(p, *c) || x.statesWayOut(p, c.unit) || choosesOne(p, c.predicate) || softPair(p, c.predicate) || declares(c.predicate) {
		return false
	}
	return c.near >= soleNear && c.words >= 2 && x.oneAct(p, c.predicate) && x.nearestAgreeing(p) < c.near-ahead
}

// oneAct tells that the two modals govern one act: by its verb or, where what must
// be done is said to be free, or what is free to be a duty, by who does it. A ban
// and a duty are held against one another by the verb alone: to leave in place is
// not to exclude, and to keep is not to discard.
func (x *comparison) oneAct(p, q *predicate) bool {
	if likeVerb(p, q) {
		return !(p.force == must && q.force == needNot && hasWord(x.claim.own, "still|other|rest"))
	}
	if p.force == must && q.force == may || p.force == may && q.force == must || p.force == needNot && q.force == must || p.force == mustNot && q.force == may {
		return sameDoer(p, q)
	}
	return false
}

// sameDoer tells two active modals with one party or noun before them.
func sameDoer(p, q *predicate) bool {
	if undergoes(p) || undergoes(q) {
		return false
	}
	said := subjectNouns(lastPart(p.subject))
	if len(said) == 0 {
		return false
	}
	held := subjectNouns(lastPart(q.subject))
	if setOf(held)[said[len(said)-1].term] {
		return true
	}
	who, whom := partiesIn(said), partiesIn(held)
	return len(who) > 0 && hasParty(whom, who[0].name)
}

// declares tells a "shall" that orders nothing: what shall be void, deemed or
// subject to review.
func declares(p *predicate) bool {
	return p.force == must && len(p.action) > 1 && p.action[0].lower == "be" &&
		oneOf(p.action[1].lower, "deemed|considered|presumed|construed|treated|void|null|unenforceable|invalid|subject|liable|binding|contrary|effective|applicable|guilty|sufficient|prima")
}

// nearestAgreeing is how near the nearest modal of the section that lays down what
// the claim does is.
func (x *comparison) nearestAgreeing(p *predicate) float64 {
	best := 0.0
	for u := range x.text.predicates {
		for k := range x.text.predicates[u] {
			if c := x.counter(p, u, k); c.topic == "" && x.agree(p, c) {
				best = max(best, c.near)
			}
		}
	}
	return best
}

// soleNear is how near the law's modal must be to the claim's.
const soleNear = 0.3
