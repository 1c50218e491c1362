package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/finding"
)

const (
	// relativeShare is how much of what the claim's clause orders must stand in the law's,
	// and relativeWords of how many words.
	relativeShare = 0.5
	relativeWords = 2
)

// relatives finds a clause with "who" that lays something down besides the main one, and
// lays it down otherwise in the law's own such clause: "sends it to the warden, who must
// look into it" of "the warden, who may look into it". It must not fire where the law says
// so in a main clause, nor where its clause is about another act.
func (x *Comparison) relatives() {
	if x.Fit.Unit < 0 || x.Fit.Thin || x.has("negation", "modality", "actor") {
		return
	}
	for i := range x.Claim.Predicates {
		p := &x.Claim.Predicates[i]
		if !toldBesides(p) || p.Topic != "" || p.Subordinate {
			continue
		}
		if q := x.toldOtherwise(p); q != nil {
			claimed, enacted := x.Raw[p.Cue.Start:p.Cue.End], x.Text.Text[q.Cue.Start:q.Cue.End]
			x.differ(slotOfForces(p, q), claimed, enacted, p.Cue, clauseAround(x.Text, &counter{Predicate: q, unit: x.Fit.Unit}), finding.Likely,
				fmt.Sprintf("the claim says %q where the law says %q", claimed, enacted))
			return
		}
	}
}

// toldBesides tells a modal whose subject is "who" or "which".
func toldBesides(p *force.Predicate) bool {
	n := len(p.Subject)
	return n > 0 && lexis.OneOf(p.Subject[n-1].Lower, "who|which")
}

// toldOtherwise is the law's clause of that kind with another force, nil where one of the
// sentence has the claim's.
func (x *Comparison) toldOtherwise(p *force.Predicate) *force.Predicate {
	var other *force.Predicate
	list := x.Text.Predicates[x.Fit.Unit]
	for k := range list {
		q := &list[k]
		set := lexis.SetOf(q.Action)
		if q.Topic != "" || lexis.Shared(p.Action, set) < relativeWords || lexis.Contained(p.Action, x.Law.Weight, set) < relativeShare {
			continue
		}
		switch {
		case q.Force == p.Force:
			return nil
		case toldBesides(q) && slotOfForces(p, q) != "":
			other = q
		}
	}
	return other
}
