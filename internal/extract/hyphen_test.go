package extract

import "testing"

// TestBrokenWords: pdfium writes U+FFFE, or U+0002, for hyphen and line end; the
// rest of the document tells whether the hyphen is the word's own.
func TestBrokenWords(t *testing.T) {
	for _, mark := range []rune{'\ufffe', 2} {
		if !brokenHyphen(mark) {
			t.Errorf("%U is not taken for a hyphen at a line's end", mark)
		}
	}
	if brokenHyphen('-') {
		t.Error("a hyphen inside a line is taken for one at its end")
	}
	pages := []pageWords{{Lines: []printedLine{
		{Text: "A single-line lamp and the preceding lamp"},
		{Text: "are sold to a single", Broken: true},
		{Text: "line dealer as in the pre", Broken: true},
		{Text: "ceding section of part 3"},
	}}}
	joinBroken(pages)
	got := ""
	for _, line := range pages[0].Lines {
		got += line.Text + "\n"
	}
	want := "A single-line lamp and the preceding lamp\nare sold to a single-line\ndealer as in the preceding\nsection of part 3\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
