package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/internal/finding"
)

// byOtherOffice finds a deed that the claim names with an office of which the section knows
// nothing, and the section with others: "a declaration by the mayor" where a state of
// emergency is declared by the governor. It must not fire where the section or its
// catchline names the office, nor where it has the deed by nobody.
func (x *Comparison) byOtherOffice() bool {
	own := x.Claim.Own
	for i := 1; i+1 < len(own); i++ {
		if own[i].Lower != "by" || own[i-1].Term == "" {
			continue
		}
		said := force.Offices(own[i+1 : min(len(own), i+5)])
		if len(said) == 0 || !x.strangeOffice(said[0].Name) {
			continue
		}
		for u := range x.Text.Units {
			if at := x.doneBy(u, own[i-1].Term); at != nil {
				claimed, enacted := x.Raw[said[0].Span.Start:said[0].Span.End], x.Text.Text[at.Span.Start:at.Span.End]
				x.differ("actor", claimed, enacted, said[0].Span, at.Span, finding.Likely, fmt.Sprintf("who acts: the claim says %q, the law %q", claimed, enacted))
				return true
			}
		}
	}
	return false
}

// reachOfBy is how many words may stand between a deed and "by".
const reachOfBy = 8

// doneBy is the office by which a unit has a deed done, nil for none.
func (x *Comparison) doneBy(u int, deed string) *force.Party {
	own := x.Text.Units[u].Own
	for i := range own {
		if own[i].Term != deed {
			continue
		}
		for k := i + 1; k < min(len(own)-1, i+reachOfBy); k++ {
			if own[k].Lower != "by" {
				continue
			}
			if held := force.Offices(own[k+1 : min(len(own), k+5)]); len(held) > 0 {
				return &held[0]
			}
		}
	}
	return nil
}
