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

// TestFoldTypography: what two releases print otherwise is one, and what says
// something else is not.
func TestFoldTypography(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"a fee of 1½ percent", "a fee of 1 1/2 percent", true},
		{"a fee of 1½ percent", "a fee of 1¼ percent", false},
		{"a fee of ½ percent", "a fee of percent", false},
		{"an oﬃce to ﬁle in", "an office to file in", true},
		{"ten m² of land", "ten m2 of land", true},
		{"a fee of 5¢", "a fee of 5", false},
		{"where the sum is ≥ 5", "where the sum is ≤ 5", false},
		{"co\u00adoper\u00adation", "cooperation", true},
		{"• a fee\u00a0or fine", "a fee or fine", true},
		{"the fee ㉑", "the fee 21", true},
		{"part Ⅻ", "part XII", true},
		{"the fee 〇", "the fee ௰", false},
	} {
		if got := FoldTypography(c.a) == FoldTypography(c.b); got != c.same {
			t.Errorf("%q and %q are the same: %v", c.a, c.b, got)
		}
	}
}
