package compare

import (
	"strings"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
)

// capsFigure tells a ban on going beyond a figure.
func (x *Comparison) capsFigure(p *force.Predicate) bool {
	for i := range x.Claim.Numbers {
		n := &x.Claim.Numbers[i]
		if k := len(p.Action); k > 0 && lexis.OneOf(n.Bound, "min|under") && lexis.HasWord(p.Action, "smaller|shorter|lower|fewer|less") && n.Span.Start >= p.Action[0].Start {
			return true // "may not be smaller than ten points" is a least
		}
		if k := len(p.Action); k > 0 && n.Bound == "max" && n.Span.Start >= p.Action[0].Start &&
			n.Span.End <= p.Action[k-1].End && goesBeyond(p.Action, n.Span.Start) {
			return true
		}
	}
	return false
}

// reachesFigure tells leave to go as far as a figure: "may be as high as $500". It must not
// tell so of a time within which something may be done.
func (x *Comparison) reachesFigure(p *force.Predicate) bool {
	for i := range x.Claim.Numbers {
		n := &x.Claim.Numbers[i]
		if n.Bound != "max" || len(p.Action) == 0 || n.Span.Start < p.Action[0].Start {
			continue
		}
		for k := range p.Action {
			if p.Action[k].Start >= n.Span.Start && lexis.HasWord(p.Action[max(0, k-4):k], "up|most|high|much|many|long") {
				return true
			}
		}
	}
	return false
}

// goesBeyond tells the words before a figure that ask for more than it: not "up to".
func goesBeyond(action []lexis.Word, at int) bool {
	for i := range action {
		if action[i].Start >= at {
			return i > 0 && !lexis.OneOf(action[i-1].Lower, "to|as|most|within|by") &&
				!lexis.HasWord(action[max(0, i-5):i], "up|most|within")
		}
	}
	return true
}

// asideShare is what is left of a likeness to a force that only marks out whom or what
// the law is about.
const asideShare = 0.8

// boundedAlike tells a figure that the claim has as a most and the law's denial too: "liable
// for at most $200" of "not liable for more than $200".
func (x *Comparison) boundedAlike(u int) bool {
	return x.figureIn(u, func(n *quantity.Number) bool { return n.Bound == "max" })
}

// carvesOut tells leave in the words of "nothing in this section prohibits": it takes
// another act out of the ban that the claim states, unless it has the claim's verb.
func (x *Comparison) carvesOut(p, q *force.Predicate) bool {
	return p.Force == force.MustNot && q.Force == force.May &&
		strings.HasPrefix(strings.ToLower(x.Text.Text[q.Cue.Start:q.Cue.End]), "nothing") && !force.LikeVerb(p, q)
}

// exceeds tells a ban of the law that is a figure's bound: "may not exceed five days".
func exceeds(q *force.Predicate) bool {
	return q.Force == force.MustNot &&
		(opensWith(q.Action, "exceed|exceeds|exceeding|last") || lexis.PhraseIn(q.Action, "on|in|within less|fewer than"))
}

// boundsFigure tells a duty that only bounds a figure: "must be at least ten percent".
func boundsFigure(q *force.Predicate) bool {
	return q.Force == force.Must && (lexis.Phrase(q.Action, 0, "be at least|most") || lexis.Phrase(q.Action, 0, "be no|not less|more|fewer|later|longer"))
}
