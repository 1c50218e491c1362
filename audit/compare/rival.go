package compare

import (
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
)

// rival is a figure of the law with how much the words around it share with the
// words around the claim's.
type rival struct {
	quantity.Number
	unit int
	near float64
}

const (
	// nearEnough: below it two figures are not about the same thing.
	nearEnough = 0.36
	// clearlyNearer: so much nearer another figure must be than the equal one.
	clearlyNearer = 0.3
	// reachOfContext is how many words of content around a figure tell what it is
	// about.
	reachOfContext = 7
)

// rivals are the section's comparable figures in the order of the text.
func (x *Comparison) rivals(n *quantity.Number) []rival {
	var list []rival
	for u := range x.Text.Numbers {
		for _, m := range x.Text.Numbers[u] {
			if n.Comparable(&m) {
				list = append(list, rival{m, u, x.nearness(n, u, &m)})
			}
		}
	}
	return list
}

// around are the words of content near a figure of the claim, and of its label.
func (x *Comparison) around(n *quantity.Number) []lexis.Word {
	near := Surrounding(x.Claim.Own, n, x.Claim.Numbers)
	return append(near, lexis.Content(x.Claim.Label)...)
}

// Surrounding takes words on both sides, up to the next figures.
func Surrounding(list []lexis.Word, n *quantity.Number, all []quantity.Number) []lexis.Word {
	from, to := 0, len(list)
	for _, m := range all {
		if m.Past <= n.At {
			from = max(from, m.Past)
		}
		if m.At >= n.Past {
			to = min(to, m.At)
		}
	}
	before, behind := lexis.Content(list[from:n.At]), lexis.Content(list[min(n.Past, to):to])
	before = before[max(0, len(before)-reachOfContext):]
	behind = behind[:min(len(behind), reachOfContext)]
	return append(append([]lexis.Word{}, before...), behind...)
}

// nearness is the share of the claim's words around its figure that stand around
// the law's.
func (x *Comparison) nearness(n *quantity.Number, u int, m *quantity.Number) float64 {
	wide := x.nearnessOf(x.around(n), u, m)
	if close := ClauseOf(x.Answer, x.Claim.Own, n, x.Claim.Numbers); len(close) >= 2 {
		return max(wide, x.nearnessOf(close, u, m))
	}
	return wide
}

// ClauseOf are the words around a figure up to the next stop on each side.
func ClauseOf(text string, list []lexis.Word, n *quantity.Number, all []quantity.Number) []lexis.Word {
	from, to := lexis.ClauseAt(text, list, n.At, min(n.Past, len(list)))
	near := Surrounding(list, n, all)
	return lexis.KeepWhere(near, func(w lexis.Word) bool {
		return from < len(list) && w.Start >= list[from].Start && w.End <= list[to-1].End
	})
}

func (x *Comparison) nearnessOf(around []lexis.Word, u int, m *quantity.Number) float64 {
	unit := &x.Text.Units[u]
	close := Surrounding(unit.Own, m, nil)
	near := lexis.Contained(around, x.Law.Weight, lexis.SetOf(close), unit.Leads)
	whole := lexis.Contained(around, x.Law.Weight, unit.Set, unit.Leads, x.Text.Title)
	return 0.6*near + 0.4*whole
}

// nearest is the first of the rivals with the greatest nearness that fits.
func nearest(list []rival, fits func(*rival) bool) *rival {
	var best *rival
	for i := range list {
		if fits(&list[i]) && (best == nil || list[i].near > best.near) {
			best = &list[i]
		}
	}
	return best
}

// statesAnother tells that the law's figure is one that the claim gives too, for
// something else.
func (x *Comparison) statesAnother(n *quantity.Number, m *quantity.Number) bool {
	for i := range x.Claim.Numbers {
		if k := &x.Claim.Numbers[i]; k != n && k.Same(m) {
			return true
		}
	}
	return false
}
