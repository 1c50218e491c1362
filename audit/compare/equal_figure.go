package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
	"github.com/pincite/pincite/internal/finding"
)

// fewThings is up to how many things one more or less makes a difference that a writer means.
const fewThings = 12

// wholeBound is a bound on whole things as a most or a least: "more than two" is at least three.
func wholeBound(n *quantity.Number) (float64, string) {
	switch {
	case n.Unit != "count" && n.Unit != "times" || n.Plain > fewThings:
		return 0, ""
	case n.Bound == "over":
		return n.Plain + 1, "min"
	case n.Bound == "under":
		return n.Plain - 1, "max"
	}
	return n.Plain, n.Bound
}

// sameCount tells a figure of few things that the section has in other words: "three or more" of
// "more than two".
func (x *Comparison) sameCount(n *quantity.Number, rivals []rival) bool {
	v, bound := wholeBound(n)
	if bound == "" {
		return false
	}
	return nearest(rivals, func(r *rival) bool {
		w, other := wholeBound(&r.Number)
		return w == v && other == bound && r.Bound != n.Bound && r.near >= nearEnough/2
	}) != nil
}

// offByOne tells a bound on few things that takes in one more or less: "three or more" of "more
// than three". It must not fire where the section has the figure so bounded too, nor far from
// the claim's words.
func (x *Comparison) offByOne(n *quantity.Number, equal *rival, rivals []rival) bool {
	v, bound := wholeBound(n)
	w, other := wholeBound(&equal.Number)
	if bound == "" || bound != other || v == w || equal.near < nearEnough {
		return false
	}
	return nearest(rivals, func(r *rival) bool { return n.Same(&r.Number) && r.Bound == n.Bound }) == nil
}

// equalOf is the nearest figure of that value, of two about as near the one bounded alike;
// nil for none.
func (x *Comparison) equalOf(n *quantity.Number, rivals []rival) *rival {
	equal := nearest(rivals, func(r *rival) bool { return n.Same(&r.Number) })
	if equal == nil || !opposed(n.Bound, equal.Bound) {
		return equal
	}
	if alike := nearest(rivals, func(r *rival) bool { return n.Same(&r.Number) && likeBound(n, &r.Number) }); alike != nil && alike.near >= equal.near-boundLead {
		return alike
	}
	return equal
}

// sameValue looks at kind, bound and basis of a figure that the section has, and
// whether another figure stands clearly nearer to the same words.
func (x *Comparison) sameValue(n *quantity.Number, equal *rival, rivals []rival) {
	other := nearest(rivals, func(r *rival) bool { return !n.Same(&r.Number) && !x.statesAnother(n, &r.Number) })
	if other != nil && other.near >= equal.near+clearlyNearer && other.near >= 0.6 && n.Noun == other.Noun {
		x.contradict(n, other, finding.Likely)
		return
	}
	if r := x.inItsSentence(n, equal, rivals); r != nil {
		x.contradict(n, r, finding.Likely)
		return
	}
	if start := x.otherStart(n, equal, rivals); start != nil {
		x.contradict(n, start, finding.Likely)
		return
	}
	if x.otherTrigger(n, equal, rivals) {
		x.startsOtherwise(n, equal)
		return
	}
	x.Agreed++
	switch {
	case n.Kind != "" && equal.Kind != "" && n.Kind != equal.Kind:
		x.differ(x.slotOf(n, equal), n.Say(), equal.Say(), n.Span, equal.Span, finding.Certain,
			fmt.Sprintf("the claim counts %s days, the law %s days", n.Kind, equal.Kind))
	case n.Kind == "business" && equal.Kind == "" && n.IsTime() && !x.countsBusinessDays(n):
		x.differ(x.slotOf(n, equal), n.Say(), equal.Say(), n.Span, equal.Span, finding.Likely, "the claim counts business days, the law plain days")
	case x.offByOne(n, equal, rivals):
		x.differ(n.Slot, n.Say(), equal.Say(), n.Span, equal.Span, finding.Likely, fmt.Sprintf("the claim says %s, the law %s", n.Say(), equal.Say()))
	case x.turnedRound(n, equal, rivals):
		x.differ(n.Slot, n.Say(), equal.Say(), n.Span, equal.Span, finding.Likely,
			fmt.Sprintf("the claim says %s, the law %s", n.Say(), equal.Say()))
	case n.Per != "" && equal.Per != "" && n.Per != equal.Per && equal.near >= nearEnough && isTimeTerm(n.Per) != isTimeTerm(equal.Per):
		x.differ(n.Slot, n.Say(), equal.Say(), n.Span, equal.Span, finding.Likely,
			fmt.Sprintf("the claim reckons per %s, the law per %s", n.Each, equal.Each))
	}
}

const (
	// sentenceOwn is how much of a claim the sentence that it follows must hold, sentenceLead
	// how much more than that of the equal figure, and figureLead how much nearer its own
	// figure must be.
	sentenceOwn  = 0.75
	sentenceLead = 0.2
	figureLead   = 0.1
)

// inItsSentence is the one figure of the sentence that the claim follows closely, where the
// figure that is equal stands in another sentence which has much less of the claim: "in place
// within five days" of a sentence with three days, though a confirmation is due within five.
// It must not be one that the claim gives for something else, nor bounded or counted otherwise.
func (x *Comparison) inItsSentence(n *quantity.Number, equal *rival, rivals []rival) *rival {
	u := x.Fit.Unit
	if u < 0 || equal.unit == u || x.ownWords(u) < sentenceOwn || x.ownWords(equal.unit) > x.ownWords(u)-sentenceLead {
		return nil
	}
	var sole *rival
	for i := range rivals {
		r := &rivals[i]
		if r.unit != u || x.statesAnother(n, &r.Number) {
			continue
		}
		if n.Same(&r.Number) || sole != nil {
			return nil
		}
		sole = r
	}
	if sole == nil || sole.Bound != n.Bound || sole.Kind != n.Kind || sole.Unit != n.Unit || sole.near < equal.near+figureLead {
		return nil
	}
	return sole
}

func isTimeTerm(term string) bool {
	return lexis.OneOf(term, "day|week|month|annual|year|hour")
}

// countsBusinessDays tells that the section has so many business days somewhere.
func (x *Comparison) countsBusinessDays(n *quantity.Number) bool {
	for u := range x.Text.Numbers {
		for k := range x.Text.Numbers[u] {
			if m := &x.Text.Numbers[u][k]; m.Kind == "business" && m.Same(n) {
				return true
			}
		}
	}
	return false
}
