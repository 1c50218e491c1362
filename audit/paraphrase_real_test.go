package audit

import (
	"os"
	"testing"
	"time"
)

// TestParaphrases measures how many true sentences get a finding and how many
// false ones are found, over real sections.
func TestParaphrases(t *testing.T) {
	data, err := os.ReadFile("../pipeline/testdata/paraphrases/sections.txt")
	if err != nil {
		t.Fatal(err)
	}
	truths, alarms, lies, caught, wrong := 0, 0, 0, 0, 0
	for _, p := range paraphrases(t, string(data)) {
		law := realLaw(t, p.jurisdiction)
		if len(law.Numbered(p.number)) == 0 {
			t.Errorf("%s %s is not among the sections parsed", p.jurisdiction, p.number)
			continue
		}
		r := Read(Case{Answer: sole(p.text, p.number, p.jurisdiction), Law: law, Date: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)})
		pair := &r.Pairs[0]
		got := map[string]bool{}
		for _, d := range pair.Contrary {
			got[slotRules[d.Slot]] = true
		}
		hit := false
		for _, rule := range p.rules {
			hit = hit || got[rule]
		}
		switch {
		case p.rules == nil:
			truths++
			if len(got) > 0 {
				alarms++
			}
		default:
			lies++
			if hit {
				caught++
			} else if len(got) > 0 {
				wrong++
			}
		}
		if testing.Verbose() && (p.rules == nil && len(got) > 0 || p.rules != nil && !hit) {
			t.Logf("%s %s %v | %s\n   → %s score %.2f missing %v", p.jurisdiction, p.number, p.rules, p.text, pair.Verdict, pair.Alignment.Score, pair.Alignment.Missing)
			for _, d := range pair.Contrary {
				t.Logf("      ! %s %s: %s", d.Slot, d.Certainty, d.Why)
			}
		}
	}
	if alarms*20 > truths || caught*10 < lies*8 {
		t.Errorf("more than one true sentence in twenty has a difference, or fewer than eight false ones in ten are caught")
	}
	t.Logf("true %d, with a difference %d; false %d, caught %d, caught as something else %d", truths, alarms, lies, caught, wrong)
}
