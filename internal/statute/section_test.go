package statute

import "testing"

// TestVersion: words make a version; layout, typography and notes do not.
func TestVersion(t *testing.T) {
	base := Section{Text: "A “keeper” – shall pay $1,000.50.\n(a) In the health care year.", Status: InForce}
	for _, c := range []struct {
		why  string
		to   Section
		same bool
	}{
		{"white space, quotes and dashes", Section{Text: "A \"keeper\" - shall  pay $1,000.50. In the health-care year.", Status: InForce}, true},
		{"a history note and a date", Section{Text: base.Text, Status: InForce, History: "Laws 2001", EffectiveUntil: "2030-01-01"}, true},
		{"a word", Section{Text: "A “keeper” – may pay $1,000.50.\n(a) In the health care year.", Status: InForce}, false},
		{"a number's full stop", Section{Text: "A “keeper” – shall pay $100050.\n(a) In the health care year.", Status: InForce}, false},
		{"a capital", Section{Text: "A “Keeper” – shall pay $1,000.50.\n(a) In the health care year.", Status: InForce}, false},
		{"a status", Section{Text: base.Text, Status: Repealed}, false},
	} {
		if got := base.Version() == c.to.Version(); got != c.same {
			t.Errorf("%s: same version is %v, want %v", c.why, got, c.same)
		}
	}
}
