package audit

import (
	"fmt"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// A free paraphrase seldom has the law's verb: "the court cannot name another"
// beside "the court may appoint an assignee". Where the whole claim follows one
// sentence and each of the two has one force only, the forces are those of one
// act, whatever its words.

const (
	// wholeScore is how much of a claim the sentence must hold for its one force to
	// be that of the claim's act where one of them denies; wholeSoft the same where
	// one binds and the other permits, which paraphrase mixes more freely.
	wholeScore = 0.5
	wholeSoft  = 0.55
	// wholeNear is how near the two modals must be themselves.
	wholeNear = 0.36
)

// wholeForce compares the one force of a claim with the one force of the sentence
// that it follows. It must not fire where the claim states an exception of the
// sentence or the sentence as an exception, where either has several forces,
// where the party is another one's counterpart ("may be removed by" and "serves
// at the pleasure of"), nor where the words meet by the way.
func (x *comparison) wholeForce() {
	if x.fit.Thin || x.fit.unit < 0 || x.claim.claim.Kind == answer.LeadIn || x.modals() != 1 || x.has("number", "deadline", "amount") || x.settledForce() {
		return
	}
	p := x.mainModal()
	if x.capsFigure(p) {
		return
	}
	c := x.onlyForce(p)
	if c == nil || x.excusedForce(p, c) || x.agreesElsewhere(p, c) {
		return
	}
	slot := slotOfForces(p, c.predicate)
	if slot == "" || x.fit.unitScore < wholeScore || c.near < wholeNear || slot == "modality" && !x.samePart(p, c) || !x.sameVerbs(p, c) {
		return
	}
	x.found = keepWhere(x.found, func(d Difference) bool { return !ofForce(d) })
	claimed, enacted := x.raw[p.cue.Start:p.cue.End], x.text.text[c.cue.Start:c.cue.End]
	x.differ(slot, claimed, enacted, p.cue, clauseAround(x.text, c), finding.Likely,
		fmt.Sprintf("the claim says %q where the law says %q", claimed, enacted))
}

// settledForce tells that the forces were found to differ, and not only perhaps.
func (x *comparison) settledForce() bool {
	for _, d := range x.found {
		if ofForce(d) && d.Certainty != finding.Possible {
			return true
		}
	}
	return false
}

func ofForce(d Difference) bool { return d.Slot == "negation" || d.Slot == "modality" }

// mainModal is the one modal of a claim that lays something down.
func (x *comparison) mainModal() *predicate {
	for i := range x.claim.predicates {
		if p := &x.claim.predicates[i]; !x.aside(p) {
			return p
		}
	}
	return nil
}

// onlyForce is the nearest of the closest sentence's modals, nil where they have
// several forces.
func (x *comparison) onlyForce(p *predicate) *counter {
	var best *counter
	for k := range x.text.predicates[x.fit.unit] {
		c := undone(x.counter(p, x.fit.unit, k))
		if c.topic != "" || c.subordinate || c.relative() || exceeds(c.predicate) {
			continue
		}
		if len(c.action) > 0 && oneOf(c.action[0].lower, "apply|include|mean|affect|limit|be") && hasWord(c.action[:min(len(c.action), 2)], "apply|include|mean|affect|limit|construed|interpreted") {
			return nil
		}
		if best != nil && best.force != c.force {
			return nil
		}
		if best == nil || c.near > best.near {
			best = &c
		}
	}
	return best
}

// undone reads "shall be void" as the ban that it is.
func undone(c counter) counter {
	if c.force == must && hasWord(c.action[:min(len(c.action), 9)], "void|unenforceable|invalid|null|prohibited|unlawful") {
		q := *c.predicate
		q.force = mustNot
		c.predicate = &q
	}
	return c
}

// sameVerbs wants the verb too of a duty beside a ban: to leave in place and not to
// exclude are one thing.
func (x *comparison) sameVerbs(p *predicate, c *counter) bool {
	if p.force == must && c.force == mustNot || p.force == mustNot && c.force == must {
		return c.near >= governsSame && x.text.units[c.unit].set[mainVerb(p.action)]
	}
	return true
}

// excusedForce tells forces that differ only in how they are put.
func (x *comparison) excusedForce(p *predicate, c *counter) bool {
	return x.agree(p, *c) || x.likeForce(p, c) || x.statesWayOut(p, c.unit) || x.isWayOut(p, c.unit) || softPair(p, c.predicate) ||
		x.otherHalf(c.unit) || p.force == may && c.force == must && phraseIn(c.action, "or by|at|in|through|via|to|if|when") ||
		x.claim.conditional && c.conditional && denialOf(p.force) == c.force && hasWord(x.claim.own, "unless|except|without|only|until|save|otherwise|before")
}

// otherHalf tells that a figure parts the claim from the sentence: "under fourteen
// may not" is the other half of "not less than fourteen may".
func (x *comparison) otherHalf(u int) bool {
	for i := range x.claim.numbers {
		for k := range x.text.numbers[u] {
			if n, m := &x.claim.numbers[i], &x.text.numbers[u][k]; n.same(m) && opposed(n.bound, m.bound) {
				return true
			}
		}
	}
	return false
}

// agreesElsewhere tells that another sentence of the section lays down what the
// claim does, of words as near.
func (x *comparison) agreesElsewhere(p *predicate, c *counter) bool {
	for u := range x.text.predicates {
		for k := range x.text.predicates[u] {
			if o := x.counter(p, u, k); u != c.unit && o.topic == "" && o.force == p.force && o.near >= c.near-ahead && o.words >= 2 {
				return true
			}
		}
	}
	return false
}

// samePart wants for a duty and a permission that the same party acts and the
// verb, or most of what it is done to, be the law's.
func (x *comparison) samePart(p *predicate, c *counter) bool {
	if x.fit.unitScore < wholeSoft || undergoes(p) != undergoes(c.predicate) {
		return false
	}
	return x.sameSubject(p, c)
}
