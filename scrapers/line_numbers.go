package scrapers

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pincite/pincite/internal/extract"
)

// lineNumber is the count of a printed line: before its text or, where the
// margin is read first, alone.
var lineNumber = atStart(`^([0-9]{1,2})(?:\s+|$)`)

// unnumbered leaves out the numbers that count the lines of a bill's pages. They
// stand at the left edge and run on by one; a document has them where some page
// has ten. Words that a numbered line broke off are joined again.
func unnumbered(doc *extract.Document) *extract.Document {
	copied := *doc
	if longestCount(doc) < 10 {
		return &copied
	}
	copied.Lines = nil
	edges := leftEdges(doc)
	next, page := 0, 0
	for i := range doc.Lines {
		l := doc.Lines[i]
		if l.Page != page {
			next, page = 0, l.Page
		}
		if n, size := counted(&l); size > 0 && l.X < edges[l.Page]+18 && (n == next || next == 0 && n <= 6) {
			next = n + 1
			cut(&l, size)
		}
		if l.Text != "" {
			copied.Lines = append(copied.Lines, l)
		}
	}
	rejoin(copied.Lines)
	return &copied
}

// longestCount is the length of the longest run of line numbers on a page.
func longestCount(doc *extract.Document) int {
	longest, run, next, page := 0, 0, 0, 0
	for i := range doc.Lines {
		l := &doc.Lines[i]
		if l.Page != page {
			run, next, page = 0, 0, l.Page
		}
		if n, size := counted(l); size > 0 && (n == next || next == 0 && n <= 6) {
			run, next = run+1, n+1
			longest = max(longest, run)
		}
	}
	return longest
}

// counted gives the number at the start of a line and the bytes it takes, with
// the blank behind it.
func counted(l *extract.Line) (n, size int) {
	m := lineNumber.FindStringSubmatch(l.Text)
	if m == nil {
		return 0, 0
	}
	n, _ = strconv.Atoi(m[1])
	return n, len(m[0])
}

// leftEdges gives the smallest X of each page.
func leftEdges(doc *extract.Document) map[int]float64 {
	edges := map[int]float64{}
	for i := range doc.Lines {
		l := &doc.Lines[i]
		if edge, ok := edges[l.Page]; !ok || l.X < edge {
			edges[l.Page] = l.X
		}
	}
	return edges
}

// cut takes n bytes off the front of a line.
func cut(l *extract.Line, n int) {
	l.Text = l.Text[n:]
	runs := make([]extract.Run, 0, len(l.Runs))
	for _, r := range l.Runs {
		r.Start, r.End = max(r.Start-n, 0), max(r.End-n, 0)
		if r.End > r.Start {
			runs = append(runs, r)
		}
	}
	l.Runs = runs
}

// rejoin puts words together that a line's end broke: "progres-", "sive". A
// hyphen stays where the document knows the word with it and not without.
func rejoin(lines []extract.Line) {
	known := wordsOf(lines)
	for i := 0; i+1 < len(lines); i++ {
		head, next := &lines[i], &lines[i+1]
		if !breaksOff(head.Text) {
			continue
		}
		rest, _, _ := strings.Cut(next.Text, " ")
		if first, _ := utf8.DecodeRuneInString(rest); !unicode.IsLower(first) {
			continue
		}
		stem := head.Text[:len(head.Text)-1]
		last := plainWord(stem[strings.LastIndexByte(stem, ' ')+1:])
		if known[last+"-"+plainWord(rest)] && !known[last+plainWord(rest)] {
			stem += "-"
		}
		extend(head, stem+rest)
		cut(next, min(len(rest)+1, len(next.Text)))
	}
}

// breaksOff reports whether a line ends within a word: a letter and a hyphen.
func breaksOff(text string) bool {
	stem, ok := strings.CutSuffix(text, "-")
	last, _ := utf8.DecodeLastRuneInString(stem)
	return ok && unicode.IsLetter(last)
}

// extend sets the text of a line; its last run takes what was added. The runs
// are copied: those of the document stay as they are.
func extend(l *extract.Line, text string) {
	l.Text, l.Runs = text, slices.Clone(l.Runs)
	if n := len(l.Runs); n > 0 {
		l.Runs[n-1].End = len(text)
	}
}

func wordsOf(lines []extract.Line) map[string]bool {
	known := map[string]bool{}
	for i := range lines {
		for _, word := range strings.Fields(lines[i].Text) {
			known[plainWord(word)] = true
		}
	}
	return known
}

func plainWord(word string) string {
	return strings.ToLower(strings.Trim(word, ".,;:()\"“”'‘’[]"))
}
