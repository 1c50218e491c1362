package extract

import "testing"

// TestBrokenWordPassesRunningHead wants the rest of a word from behind the
// running head that its page begins with, and a hyphen back where no rest comes.
func TestBrokenWordPassesRunningHead(t *testing.T) {
	for _, c := range []struct{ name, next, joined, left string }{
		{"behind a head", "sumer Price Index", "the monthly Consumer", "Price Index"},
		{"no rest", "Index of Prices", "the monthly Con-", "Index of Prices"},
	} {
		pages := []pageWords{
			{Lines: []printedLine{{Text: "A consumer reads the log."}, {Text: "the monthly Con", Broken: true}}},
			{Lines: []printedLine{{Text: "Chap. 2 LAWS OF THE HARBOR"}, {Text: c.next}, {Text: "All of it"}, {Text: "Ends"}}},
		}
		joinBroken(pages)
		if got := pages[0].Lines[1].Text; got != c.joined {
			t.Errorf("%s: the broken line reads %q, want %q", c.name, got, c.joined)
		}
		if got := pages[1].Lines[0].Text; got != "Chap. 2 LAWS OF THE HARBOR" {
			t.Errorf("%s: the running head reads %q", c.name, got)
		}
		if got := pages[1].Lines[1].Text; got != c.left {
			t.Errorf("%s: the next line reads %q, want %q", c.name, got, c.left)
		}
	}
}
