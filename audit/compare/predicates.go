package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/finding"
)

// Predicates compares the force of each predicate of the claim with that of the
// law's predicates on the same act. One that agrees nearly as closely acquits.
func (x *Comparison) Predicates() {
	for i := range x.Claim.Predicates {
		p := &x.Claim.Predicates[i]
		if x.has("modality", "negation", "actor") {
			return
		}
		x.predicate(p)
	}
}

func (x *Comparison) predicate(p *force.Predicate) {
	if p.Force == force.MustNot && x.capsFigure(p) || p.Force == force.May && x.reachesFigure(p) {
		return // "may not be more than $10" is a figure's bound, and compared as one
	}
	if p.Relative() {
		return // "something that the buyer can keep" marks out a thing
	}
	if x.ofTheRest(p) || x.owes(p) && x.has("number", "deadline", "amount") {
		return // "is due within ten days" is a figure's, and compared as one
	}
	if q, u := x.opposedInPlace(p); q != nil {
		x.opposedBy(p, u)
		return
	}
	var agrees, differs counter
	for u := range x.Text.Predicates {
		for k := range x.Text.Predicates[u] {
			c := x.Counter(p, u, k)
			if x.agree(p, c) {
				agrees = nearer(agrees, c)
			} else if slotOfForces(p, c.Predicate) != "" && !exceeds(c.Predicate) && !boundsFigure(c.Predicate) && !c.Relative() && !x.carvesOut(p, c.Predicate) {
				if c.Subordinate {
					c.Near *= asideShare
				}
				differs = nearer(differs, c)
			}
		}
	}
	if agrees.Predicate != nil && agrees.Near >= governsSame {
		x.Agreed++
	}
	if p.Subordinate || x.saidInPlace(p) {
		return // "if the federal act applies to you" says when, and not that it does
	}
	if differs.Predicate == nil || differs.Near < governsSame || differs.words < 2 || agrees.Near > differs.Near-ahead {
		return
	}
	if x.otherHalf(differs.unit) || p.Topic != "" && x.boundedAlike(differs.unit) || x.statesWayOut(p, differs.unit) ||
		choosesOne(p, differs.Predicate) || p.Force == force.May && x.fairFreedom(p, differs.Predicate) || x.choiceGiven(p, differs.unit) {
		return
	}
	if p.Force == force.Must && differs.Force == force.May && force.Undergoes(p) && x.inTime(p) {
		return // "has to be brought within a year": how long a freedom lasts
	}
	if softPair(p, differs.Predicate) && differs.Near < 0.85 ||
		force.DutyBesideBan(p, differs.Predicate) && !force.LikeVerb(p, differs.Predicate) {
		return
	}
	x.report(p, &differs)
}

// fairFreedom tells a permission that is a fair word for the law's duty or ban: to the
// one who receives what another must give, or with the cap that the ban sets.
func (x *Comparison) fairFreedom(p, q *force.Predicate) bool {
	return q.Force == force.Must && (getsThing(p) || x.receives(p, q) || laidOpen(q) || ofThoseOnly(q) || letsDo(q)) ||
		q.Force == force.MustNot && x.capped()
}

// report records the difference of two predicates.
func (x *Comparison) report(p *force.Predicate, c *counter) {
	if x.Fit.Thin {
		return
	}
	certainty := finding.Possible
	grounded := x.grounds(p, c.Predicate, c.unit)
	if c.Near >= plainlySame && x.Fit.Score >= 0.45 && grounded && !(c.Conditional && !p.Conditional && !x.Claim.Conditional) {
		certainty = finding.Likely
	}
	claimed, enacted := saidForce(x.Raw, p), saidForce(x.Text.Text, c.Predicate)
	x.differ(slotOfForces(p, c.Predicate), claimed, enacted, p.Cue, clauseAround(x.Text, c), certainty,
		fmt.Sprintf("the claim says %q where the law says %q", claimed, enacted))
	if !grounded && !x.turnedOutright(p) {
		x.faint()
	}
}

// saidForce are the words of force, with the denial that stands in their subject: "no … shall".
func saidForce(text string, p *force.Predicate) string {
	cue := text[p.Cue.Start:p.Cue.End]
	if p.Force != force.MustNot || p.Topic != "" {
		return cue
	}
	for _, w := range p.Subject {
		if lexis.OneOf(w.Lower, "no|nobody|nothing|none|neither|never") {
			return w.Lower + " … " + cue
		}
	}
	return cue
}
