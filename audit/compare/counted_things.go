package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// countsOther tells a count of things that the section does not know, beside one of persons:
// "three papers" is not told by "two or more guests".
func (x *Comparison) countsOther(n *quantity.Number, other *rival) bool {
	return n.Unit == "count" && n.Noun != "" && other.Noun != "" && (n.Plain < 10 || !x.Text.All[n.Noun]) && isParty(n.Noun) != isParty(other.Noun)
}

// isParty tells a term for somebody.
func isParty(noun string) bool {
	return force.Acts(noun) || len(force.PartiesIn([]lexis.Word{{Lower: noun, Term: noun}})) > 0
}

// betweenAges tells an age that lies between two of the section: "at 13, 14 or 15" of "at least 13
// and less than 16 years of age".
func (x *Comparison) betweenAges(n *quantity.Number) bool {
	if n.Unit != "count" && !n.Age || n.Bound != "" {
		return false
	}
	low, high := false, false
	for u := range x.Text.Numbers {
		for i := range x.Text.Numbers[u] {
			m := &x.Text.Numbers[u][i]
			low = low || m.Age && lexis.OneOf(m.Bound, "min|over") && m.Plain <= n.Plain
			high = high || m.Age && lexis.OneOf(m.Bound, "max|under") && m.Plain > n.Plain
		}
	}
	return low && high
}

// countedAsThings tells a figure of times that the section has as one of things: "three times"
// of "three calls".
func (x *Comparison) countedAsThings(n *quantity.Number) bool {
	for u := range x.Text.Numbers {
		for i := range x.Text.Numbers[u] {
			if m := &x.Text.Numbers[u][i]; m.Unit == "count" && m.Plain == n.Plain {
				return true
			}
		}
	}
	return false
}

// againstImmediacy sets a number of days against "immediately".
func (x *Comparison) againstImmediacy(n *quantity.Number) bool {
	best, at := 0.0, answer.Span{}
	for u := range x.Text.Units {
		unit := &x.Text.Units[u]
		s, found := quantity.Immediacy(unit.Own)
		if near := lexis.Contained(x.around(n), x.Law.Weight, unit.Set, unit.Leads); found && near > best {
			best, at = near, s
		}
	}
	if best < 0.5 {
		return false
	}
	x.differ("deadline", n.Say(), x.Text.Text[at.Start:at.End], n.Span, at, finding.Likely,
		fmt.Sprintf("the claim allows %s, the law says %q", n.SayValue(), x.Text.Text[at.Start:at.End]))
	return true
}
