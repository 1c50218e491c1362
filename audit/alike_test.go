package audit

import (
	"testing"
	"time"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// mills is a made-up law whose sentences each lay down one thing.
func mills() *enacted.Law {
	sections := []statute.Held{
		*section("The weir master may close the sluice of a mill after a warning to the miller."),
		*section("A miller shall keep the sluice of the mill closed at night, unless the weir master allows it to be open."),
		*section("A miller may employ a boy of not less than fourteen years of age at the sluice for at most six hours."),
		*section("A miller shall not take a toll of more than nine percent of the grain."),
		*section("A toll contract for a term of more than five years shall be void."),
	}
	for i, title := range []string{"Closing of sluices.", "Sluices at night.", "Boys.", "Toll.", "Toll contracts."} {
		sections[i].Number, sections[i].Catchline = "9-2-"+string(rune('1'+i)), title
		sections[i].Jurisdiction, sections[i].Hierarchy = statute.Example, []string{"Chapter 9-2. Mill Act"}
	}
	return enacted.NewLaw(statute.Example, sections, nil, true, nil)
}

// TestAlike has true sentences, false ones, and ones that only resemble their
// section: none of the last two may be called supported.
func TestAlike(t *testing.T) {
	for _, c := range []struct {
		text, number string
		want         finding.Verdict
		slot         string
	}{
		{"The weir master can close a mill's sluice after a warning to the miller.", "9-2-1", finding.Supported, ""},
		{"The weir master cannot shut the sluice of a mill after a warning to the miller.", "9-2-1", finding.Contradicted, "negation"},
		{"The miller may close the sluice of a mill after a warning.", "9-2-1", finding.Contradicted, "actor"},
		{"Without exception, the weir master may close the sluice of a mill after a warning to the miller.", "9-2-1", finding.Unverified, ""},
		{"Unless the weir master allows it to be open, a miller must keep the sluice of the mill closed at night.", "9-2-2", finding.Supported, ""},
		{"A miller may employ a boy of at most fourteen years of age at the sluice.", "9-2-3", finding.Contradicted, "deadline"},
		{"A miller may employ a boy at the sluice for at most six days.", "9-2-3", finding.Contradicted, "number"},
		{"A toll contract for a term of more than five years may be made.", "9-2-5", finding.Unverified, ""},
	} {
		p := &Read(Case{Answer: sole(c.text, c.number, statute.Example), Law: mills(), Date: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)}).Pairs[0]
		if p.Verdict != c.want || c.slot != "" && (len(p.Contrary) == 0 || p.Contrary[0].Slot != c.slot) {
			t.Errorf("%q: %s, %+v (score %.2f), want %s %s", c.text, p.Verdict, p.Contrary, p.Alignment.Score, c.want, c.slot)
		}
	}
	for _, c := range []struct{ text, number string }{
		{"A toll above nine percent of the grain is forbidden to a miller.", "9-2-4"},
		{"A boy under fourteen cannot be employed at the sluice by a miller.", "9-2-3"},
		{"The miller must not leave the sluice of the mill open at night, unless the weir master allows it.", "9-2-2"},
	} {
		p := &Read(Case{Answer: sole(c.text, c.number, statute.Example), Law: mills(), Date: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)}).Pairs[0]
		if p.Verdict == finding.Contradicted {
			t.Errorf("%q: accused of %+v", c.text, p.Contrary)
		}
	}
}
