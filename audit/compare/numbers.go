package compare

import (
	"fmt"
	"slices"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
	"github.com/pincite/pincite/internal/finding"
)

// Numbers compares each figure of the claim with those of the section.
func (x *Comparison) Numbers() {
	for i := range x.Claim.Numbers {
		n := &x.Claim.Numbers[i]
		rivals := x.rivals(n)
		if x.sameCount(n, rivals) {
			x.Agreed++
			continue
		}
		if equal := x.equalOf(n, rivals); equal != nil {
			x.sameValue(n, equal, rivals)
			continue
		}
		x.otherValue(n, rivals)
	}
}

// allowsBelow tells leave for a sum that keeps within the one bound of its kind: "paying cash
// for an eight-hundred-dollar load is not forbidden" of "may not pay cash above $1,000".
func (x *Comparison) allowsBelow(n *quantity.Number, rivals []rival) bool {
	if n.Bound != "" || !x.Claim.Permits() && !x.Claim.Releases() {
		return false
	}
	r := nearest(rivals, func(r *rival) bool { return r.Unit == n.Unit })
	return r != nil && lexis.OneOf(r.Bound, "max|over|under") && r.Value > n.Value
}

// otherValue handles a figure that the section has nowhere.
func (x *Comparison) otherValue(n *quantity.Number, rivals []rival) {
	if x.heldElsewhere(n) || x.allowsBelow(n, rivals) || x.betweenAges(n) {
		return
	}
	if n.Unit == "dollar" && x.endsColumn(n) {
		return
	}
	if n.Unit == "count" && x.standsPlain(n) {
		if r := x.countInPlace(n, rivals); r != nil {
			x.contradict(n, r, finding.Likely)
		}
		return
	}
	other := nearest(rivals, func(r *rival) bool { return !x.statesAnother(n, &r.Number) && (n.Age || !r.Age) })
	unit := nearest(rivals, func(r *rival) bool { return r.Plain == n.Plain && n.Unit != "count" && !x.statesAnother(n, &r.Number) })
	end, inPlace := x.otherEnd(n, rivals), x.inPlace(n, rivals)
	switch {
	case end != nil:
		x.contradict(n, end, finding.Certain)
	case n.Kind != "" && x.Fit.Common > 0 && x.soleKind(n, rivals) != nil:
		x.contradict(n, x.soleKind(n, rivals), finding.Likely)
	case n.Age && soleAge(rivals) != nil && (soleAge(rivals).near >= ageNear || len(x.around(n)) < 2):
		x.contradict(n, soleAge(rivals), finding.Likely)
	case unit != nil && unit.Plain > 1 && (unit.near >= nearEnough/2 || x.soleRival(n, rivals)):
		x.contradict(n, unit, finding.Certain)
	case other != nil && other.near >= nearEnough && x.Fit.Score >= 0.3 && !x.countsOther(n, other):
		x.contradict(n, other, finding.Certain)
	case other != nil && x.soleRival(n, rivals) && !x.Fit.Thin && x.sameThing(n, other):
		x.contradict(n, other, finding.Likely)
	case other != nil && x.soleRival(n, rivals) && n.IsTime() && other.IsTime() && x.Fit.Common > 0 && ofOneScale(n, &other.Number):
		x.contradict(n, other, finding.Possible)
	case inPlace != nil:
		x.contradict(n, inPlace, finding.Likely)
	case n.Slot == "deadline" && x.againstImmediacy(n):
	case n.Unit == "period", n.Unit == "times" && (x.countsCases(n) || x.countedAsThings(n)):
	case n.Unit == "count" && (n.Plain < 10 || x.standsPlain(n)):
	default:
		x.Unstated = append(x.Unstated, *n)
	}
}

// ageNear is how near the section's one age must be to be the one of which the claim gives
// another: an age may also come from a definition elsewhere.
const ageNear = 0.2

// figureIn tells that one of those figures of the claim stands in a sentence of the law.
func (x *Comparison) figureIn(u int, those func(*quantity.Number) bool) bool {
	for i := range x.Claim.Numbers {
		n := &x.Claim.Numbers[i]
		if those(n) && slices.ContainsFunc(x.Text.Numbers[u], func(m quantity.Number) bool { return n.Same(&m) }) {
			return true
		}
	}
	return false
}

// heldElsewhere tells that another citation of the claim has the figure.
func (x *Comparison) heldElsewhere(n *quantity.Number) bool {
	for i := range x.Elsewhere {
		if n.Same(&x.Elsewhere[i]) {
			return true
		}
	}
	return false
}

// contradict records a figure that differs.
func (x *Comparison) contradict(n *quantity.Number, r *rival, c finding.Certainty) {
	x.differ(x.slotOf(n, r), n.Say(), r.Say(), n.Span, r.Span, c, fmt.Sprintf("the claim says %s, the law %s", n.Say(), r.Say()))
}

// slotOf is the slot of a figure of the claim beside one of the law: a time that either says to
// be a deadline is one.
func (x *Comparison) slotOf(n *quantity.Number, r *rival) string {
	if r.Slot == "deadline" && n.Slot == "number" && n.Unit != "count" {
		return "deadline"
	}
	return n.Slot
}
