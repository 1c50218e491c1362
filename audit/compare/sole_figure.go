package compare

import (
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
)

const (
	// placeScore is how much of a claim the sentence of the law must hold, and placeNear how
	// near its figure must be, for that to be the figure of which the claim gives another.
	placeScore = 0.33
	placeNear  = 0.36
)

// inPlace is the figure that stands where the claim's should: in the sentence that the
// claim follows, or in another item of its list, bounded alike; the nearest of several, nil
// for none. It must not be one that the claim gives for something else, nor one whose bound
// leaves the claim's figure free.
func (x *Comparison) inPlace(n *quantity.Number, rivals []rival) *rival {
	if n.Unit == "count" || x.Fit.Unit < 0 {
		return nil
	}
	parent := x.Text.Units[x.Fit.Unit].Parent
	return nearest(rivals, func(r *rival) bool {
		if r.Bound != n.Bound || r.Kind != n.Kind || r.IsTime() != n.IsTime() || x.statesAnother(n, &r.Number) {
			return false
		}
		listed := parent >= 0 && x.Text.Units[r.unit].Parent == parent && r.unit >= x.Fit.Window.From && r.unit <= x.Fit.Window.To
		return (r.unit == x.Fit.Unit || listed) && (x.Fit.UnitScore >= placeScore || r.near >= placeNear)
	})
}

// countInPlace is what the sentence that the claim follows counts of the same things, where
// that is its one count of them and the claim gives it nowhere: "three copies" of "two
// copies"; nil for none. It must not fire on a bare figure.
func (x *Comparison) countInPlace(n *quantity.Number, rivals []rival) *rival {
	r := nearest(rivals, func(r *rival) bool { return r.unit == x.Fit.Unit && r.Noun == n.Noun })
	if n.Noun == "" || r == nil || r.Bound != n.Bound || x.statesAnother(n, &r.Number) || r.near < plainlySame || x.Fit.UnitScore < plainlySame {
		return nil
	}
	return r
}

// ofOneScale tells two times that may be of one thing: two days and five years are not.
func ofOneScale(n, m *quantity.Number) bool {
	return n.Value <= m.Value*sameScale && m.Value <= n.Value*sameScale
}

// sameScale is how many times longer one time may be than another for the two to be of one
// thing.
const sameScale = 60

// soleKind is the one figure of the section in days of the claim's kind, such as business
// days, that the claim does not give itself; nil for none or several.
func (x *Comparison) soleKind(n *quantity.Number, rivals []rival) *rival {
	var sole *rival
	for i := range rivals {
		if r := &rivals[i]; r.Kind == n.Kind && !x.statesAnother(n, &r.Number) {
			if sole != nil && !sole.Same(&r.Number) {
				return nil
			}
			sole = r
		}
	}
	return sole
}

// soleAge is the one age among the section's figures, nil for none or several.
func soleAge(rivals []rival) *rival {
	var age *rival
	for i := range rivals {
		if !rivals[i].Age {
			continue
		}
		if age != nil && !age.Same(&rivals[i].Number) {
			return nil
		}
		age = &rivals[i]
	}
	return age
}

// standsPlain tells that the section has the bare figure, whatever it counts there:
// "under sixteen" and "less than 16 years of age".
func (x *Comparison) standsPlain(n *quantity.Number) bool {
	for u := range x.Text.Numbers {
		for _, m := range x.Text.Numbers[u] {
			if m.Plain == n.Plain {
				return true
			}
		}
	}
	return false
}

// endsColumn tells that a sum stands as a bare figure beside words of the claim: a schedule of
// fees prints the sign on its first line alone.
func (x *Comparison) endsColumn(n *quantity.Number) bool {
	for u := range x.Text.Numbers {
		for _, m := range x.Text.Numbers[u] {
			if m.Plain == n.Plain && m.Unit == "count" && x.endsLine(m.Span.End) && lexis.Shared(x.Claim.Telling, x.Text.Units[u].Set) >= columnWords {
				return true
			}
		}
	}
	return false
}

// endsLine tells that a line of the section's text ends there.
func (x *Comparison) endsLine(at int) bool {
	return at >= len(x.Text.Text) || x.Text.Text[at] == '\n'
}

// columnWords are as many as tell the line of a schedule.
const columnWords = 3

// soleRival tells that but one of the section's figures is left that the claim does
// not give itself.
func (x *Comparison) soleRival(n *quantity.Number, rivals []rival) bool {
	left := 0
	for i := range rivals {
		if !x.statesAnother(n, &rivals[i].Number) && (n.Nth || !rivals[i].Nth) {
			left++
		}
	}
	return left == 1
}

// sameThing wants the same slot and the same noun, or a unit that says it all.
func (x *Comparison) sameThing(n *quantity.Number, r *rival) bool {
	return n.Slot == r.Slot && (n.Unit != "count" || n.Noun == r.Noun)
}
