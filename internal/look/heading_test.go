package look

import "testing"

// TestCutHeading takes a sign that stands on its own line, and no other.
func TestCutHeading(t *testing.T) {
	for before, want := range map[string]struct {
		rest    string
		heading bool
	}{
		"Title\n## ":  {"Title", true},
		"## ":         {"", true},
		"\n\n  ###":   {"\n", true},
		"":            {"", false},
		"Title\n- ":   {"Title\n- ", false},
		"question # ": {"question # ", false},
		"## Title\n":  {"## Title\n", false},
		"####### ":    {"####### ", false},
	} {
		if rest, heading := CutHeading(before); rest != want.rest || heading != want.heading {
			t.Errorf("%q: %q, %v", before, rest, heading)
		}
	}
}
