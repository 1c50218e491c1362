package extract

import (
	"regexp"
	"strings"
)

// Page furniture is what a page repeats and no reader reads: running heads and
// feet, page numbers, the line numbers of a bill.

// dropFurniture removes it and gives the number of lines dropped. What stands at
// the top or bottom of many pages, digits aside, is furniture.
func dropFurniture(pages []pageWords) int {
	dropped := 0
	if len(pages) > 2 {
		dropped += dropRepeated(pages)
	}
	for i := range pages {
		dropped += dropPageNumber(&pages[i])
		stripLineNumbers(&pages[i])
	}
	return dropped
}

// edge is how many lines at either end of a page may be furniture.
const edge = 3

func dropRepeated(pages []pageWords) int {
	seen := map[string]int{}
	for i := range pages {
		for key := range edgeKeys(&pages[i]) {
			seen[key]++
		}
	}
	dropped := 0
	for i := range pages {
		p := &pages[i]
		kept := p.Lines[:0]
		for at, line := range p.Lines {
			if atEdge(at, len(p.Lines)) && seen[shape(line.Text)] >= max(3, len(pages)/4) {
				dropped++
				continue
			}
			kept = append(kept, line)
		}
		p.Lines = kept
	}
	return dropped
}

func atEdge(at, count int) bool { return at < edge || at >= count-edge }

// edgeKeys are the shapes of a page's first and last lines, each once.
func edgeKeys(p *pageWords) map[string]bool {
	keys := map[string]bool{}
	for at, line := range p.Lines {
		if atEdge(at, len(p.Lines)) {
			keys[shape(line.Text)] = true
		}
	}
	return keys
}

var digits = regexp.MustCompile(`[0-9]+|\b[ivxlc]+\b`)

// shape is a line with its numbers made alike. A line of numbers, amounts and
// punctuation alone has none of its own and is left to dropPageNumber: the rates
// of a tax run on over pages.
func shape(text string) string {
	s := digits.ReplaceAllString(text, "#")
	if strings.Trim(s, "# .,$%-–—()") == "" {
		return text + "\x00" // as it stands: "1." on many pages is an enumerator
	}
	return s
}

var pageNumber = regexp.MustCompile(`^[-–—\s]*(?:[Pp]age\s+)?[0-9]{1,4}(?:\s+of\s+[0-9]{1,4})?[-–—\s]*$`)

// dropPageNumber removes a last or first line that is a page number.
func dropPageNumber(p *pageWords) int {
	dropped := 0
	if n := len(p.Lines); n > 1 && pageNumber.MatchString(p.Lines[n-1].Text) {
		p.Lines = p.Lines[:n-1]
		dropped++
	}
	if n := len(p.Lines); n > 1 && pageNumber.MatchString(p.Lines[0].Text) && p.Lines[0].Y < p.Height/8 {
		p.Lines = p.Lines[1:]
		dropped++
	}
	return dropped
}

var lineNumber = regexp.MustCompile(`^([0-9]{1,2})(?:\s+|$)`)

// stripLineNumbers removes the numbers 1, 2, 3 … that count a page's lines. They
// count lines only where they run on without a gap over most of the page.
func stripLineNumbers(p *pageWords) {
	numbered, next := 0, 1
	for i := range p.Lines {
		if n, ok := leadingNumber(p.Lines[i].Text); ok && n == next {
			numbered++
			next++
		}
	}
	if numbered < 15 || numbered*10 < len(p.Lines)*7 {
		return
	}
	next = 1
	kept := p.Lines[:0]
	for _, line := range p.Lines {
		if n, ok := leadingNumber(line.Text); ok && n == next {
			next++
			line.trimLeft(len(lineNumber.FindString(line.Text)))
		}
		if line.Text != "" {
			kept = append(kept, line)
		}
	}
	p.Lines = kept
}

func leadingNumber(text string) (int, bool) {
	m := lineNumber.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	n := 0
	for _, d := range m[1] {
		n = n*10 + int(d-'0')
	}
	return n, true
}

// trimLeft cuts n bytes from the line and moves its spans.
func (l *printedLine) trimLeft(n int) {
	l.Text = l.Text[n:]
	kept := l.Spans[:0]
	for _, s := range l.Spans {
		s.Start, s.End = max(s.Start-n, 0), max(s.End-n, 0)
		if s.End > s.Start {
			kept = append(kept, s)
		}
	}
	l.Spans = kept
}
