package rules

import (
	"fmt"
	"testing"
)

// TestReworded marks what is new, and says what was there before.
func TestReworded(t *testing.T) {
	const paragraph = "A. A baker shall close within thirty minutes after dusk."
	for name, c := range map[string]struct{ before, now, want string }{
		"a word":          {paragraph, "A. A baker shall close within twenty minutes after dusk.", "[twenty|thirty]"},
		"the last words":  {paragraph, paragraph + " A miller need not.", "[A miller need not.|]"},
		"the first words": {"Bakers close.", "All bakers close.", "[All bakers|Bakers]"},
		"words put in":    {"A. One three.", "A. One or two three.", "[or two|]"},
		"words struck":    {"A. One two three.", "A. One three.", ""},
		"a new paragraph": {"A. One.", "A. One.\nB. Two.", "[B. Two.|]"},
		"moved":           {"A. One.\nB. Two.", "B. Two.\nA. One.", ""},
		"two places":      {"A. One é two.\nB. Three.", "A. One é six.\nB. Four.", "[six.|two.][Four.|Three.]"},
		"many places":     {"a\nb\nc\nd", "1\n2\n3\n4", "[1|a][2|b][3|c]"},
		"nothing before":  {"", "Once more.", "[Once more.|]"},
	} {
		got := ""
		for _, one := range reworded(c.before, c.now) {
			got += fmt.Sprintf("[%s|%s]", c.now[one.now.Start:one.now.End], one.was)
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}
