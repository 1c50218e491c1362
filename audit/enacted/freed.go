package enacted

import (
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
)

// exceptReach is how many words before an item the "except" that leads into it may stand.
const exceptReach = 9

// freed reads the ban of a lead-in as the leave that it gives to an item which it excepts: of
// "no keeper may open the gate except for these purposes: (1) to let a doctor through" the
// item is allowed. It must not be read so behind "unless", whose items are conditions, nor
// where the exception is over before the items begin.
func (t *Text) freed(u int, list []force.Predicate) []force.Predicate {
	for lead := t.Units[u].Parent; lead >= 0; lead = t.Units[lead].Parent {
		at := excepting(t.Units[lead].Own)
		for i := range list {
			if p := &list[i]; at >= 0 && p.Force == force.MustNot && p.Topic == "" && p.Cue.End <= t.Units[lead].Own[at].Start {
				p.Force = force.May
			}
		}
	}
	return list
}

// Excepts reports whether the sentence of unit u ends with the exception that its items make.
func (t *Text) Excepts(u int) bool { return excepting(t.Units[u].Own) >= 0 }

// excepting is the place of the "except" with which a lead-in ends, -1 for none.
func excepting(lead []lexis.Word) int {
	for i := len(lead) - 1; i >= max(0, len(lead)-exceptReach); i-- {
		if lexis.OneOf(lead[i].Lower, "shall|must|may|is|are") {
			return -1
		}
		if lead[i].Lower == "except" {
			return i
		}
	}
	return -1
}
