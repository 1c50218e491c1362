package extract

import (
	"context"
	"math"
	"strings"
	"unicode"

	"github.com/ledongthuc/pdf"
)

// Acts strike words of the code by a line through them, which is drawn and no part of
// the text. A third look at a PDF, by the second reader and only where a measure amends
// something, finds the characters that such lines cross.

// pageStruck is what is struck on one page, in the order of its content.
type pageStruck struct{ Struck []struckWords }

// struckWords are the letters, digits and stops of a struck stretch, and those right
// before it, by which its place is found among the words of the first reader.
type struckWords struct{ Before, Text string }

// readStruck reads every page with ledongthuc/pdf, with places.
func readStruck(data []byte) ([]pageStruck, error) {
	return readEach(data, struckOn)
}

// struckOn reads one page; the library panics on some, which keep all their words.
func struckOn(leaf pdf.Page) (page pageStruck) {
	defer func() {
		if recover() != nil {
			page = pageStruck{}
		}
	}()
	content := leaf.Content()
	lines := drawnLines(content.Rect)
	if len(lines) == 0 {
		return page
	}
	var before []rune
	open, base := false, 0.0
	for _, glyph := range content.Text {
		open = open && math.Abs(glyph.Y-base) < 1 // a stretch for each printed line
		base = glyph.Y
		for _, r := range glyph.S {
			if !marked(r) {
				continue
			}
			if crossed(&glyph, lines) {
				page.add(before, r, open)
				open = true
			} else {
				open = false
			}
			before = append(before, unicode.ToLower(r))
		}
	}
	return page
}

// contextRunes is how many characters before a struck stretch are kept.
const contextRunes = 30

// add takes a struck character into the stretch at hand, or opens one.
func (p *pageStruck) add(before []rune, r rune, open bool) {
	if !open {
		p.Struck = append(p.Struck, struckWords{Before: string(before[max(0, len(before)-contextRunes):])})
	}
	p.Struck[len(p.Struck)-1].Text += string(unicode.ToLower(r))
}

// marked reports a character that both readers give alike: hyphens may be a line's, and
// quotes and dashes are written in many ways.
func marked(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("().,;:$%", r)
}

// drawnLines are the rectangles as thin as a line.
func drawnLines(all []pdf.Rect) []pdf.Rect {
	const thickest, shortest = 1.8, 2
	var lines []pdf.Rect
	for _, r := range all {
		if r.Max.Y-r.Min.Y < thickest && r.Max.X-r.Min.X > shortest {
			lines = append(lines, r)
		}
	}
	return lines
}

// crossed reports whether a line goes through the middle of a character; one at its foot
// underlines it.
func crossed(glyph *pdf.Text, lines []pdf.Rect) bool {
	const lowest, highest = 0.15, 0.6
	middle := glyph.X + glyph.W/2
	for _, l := range lines {
		y := (l.Min.Y + l.Max.Y) / 2
		if y > glyph.Y+lowest*glyph.FontSize && y < glyph.Y+highest*glyph.FontSize && middle > l.Min.X && middle < l.Max.X {
			return true
		}
	}
	return false
}

// amendment is what a measure says that strikes words.
const amendment = "amended to read"

// strike marks the struck words of a document that amends something. A file that the
// third look cannot read keeps its words, and the layout's doubt stands.
func (d *Document) strike(ctx context.Context, data []byte) {
	amends := false
	for i := range d.Lines {
		amends = amends || strings.Contains(d.Lines[i].Text, amendment)
	}
	var pages []pageStruck
	if !amends || consult(ctx, roleStruck, data, &pages) != nil {
		return
	}
	for i := range pages {
		d.strikePage(i+1, pages[i].Struck)
	}
}

// spot is where a character stands: its line and its bytes there.
type spot struct{ line, start, end int }

// strikePage finds each stretch behind the one before it.
func (d *Document) strikePage(number int, all []struckWords) {
	var text []rune
	var at []spot
	for i := range d.Lines {
		if d.Lines[i].Page != number {
			continue
		}
		for start, r := range d.Lines[i].Text {
			if marked(r) {
				text, at = append(text, unicode.ToLower(r)), append(at, spot{i, start, start + len(string(r))})
			}
		}
	}
	from := 0
	for _, s := range all {
		from = d.strikeWords(text, at, from, s)
	}
}

// strikeWords marks one stretch, and gives where the next may begin.
func (d *Document) strikeWords(text []rune, at []spot, from int, s struckWords) int {
	first := s.find(text, from)
	if first < 0 {
		return from
	}
	end := first + len([]rune(s.Text))
	for k := first; k < end; {
		last := k
		for last+1 < end && at[last+1].line == at[k].line {
			last++
		}
		d.Lines[at[k].line].strike(at[k].start, at[last].end)
		k = last + 1
	}
	return end
}

// tellingRunes is how many characters tell a stretch without what stands before it.
const tellingRunes = 12

// find is where the stretch stands from a place on, -1 for nowhere. What stands before it
// may be a page's head, which the first reader has elsewhere; then a few characters of it,
// or for a long stretch none, must do.
func (s struckWords) find(text []rune, from int) int {
	before := []rune(s.Before)
	for _, length := range []int{len(before), min(len(before), tellingRunes/2), 0} {
		if length == 0 && len(s.Text) < tellingRunes {
			break
		}
		start := max(0, from-length)
		if at := indexRunes(text[start:], []rune(string(before[len(before)-length:])+s.Text)); at >= 0 {
			return start + at + length
		}
	}
	return -1
}

// indexRunes is the first place of one text in another, -1 for none.
func indexRunes(text, wanted []rune) int {
	byteAt := strings.Index(string(text), string(wanted))
	if byteAt < 0 {
		return -1
	}
	return len([]rune(string(text)[:byteAt]))
}

// strike marks a stretch of the line, and parts the runs there.
func (l *Line) strike(start, end int) {
	var runs []Run
	for _, run := range l.Runs {
		for _, part := range [3][2]int{{run.Start, min(run.End, start)}, {max(run.Start, start), min(run.End, end)}, {max(run.Start, end), run.End}} {
			if part[0] >= part[1] {
				continue
			}
			piece := run
			piece.Start, piece.End = part[0], part[1]
			piece.Strike = run.Strike || part[0] >= start && part[1] <= end
			runs = append(runs, piece)
		}
	}
	l.Runs = runs
}

// InForce is the line without its struck words, white space folded: Text where none is
// struck, "" where all are.
func (l *Line) InForce() string {
	struck := false
	var kept strings.Builder
	at := 0
	for _, run := range l.Runs {
		if run.Strike {
			struck = true
			kept.WriteString(l.Text[at:run.Start])
			kept.WriteByte(' ')
			at = run.End
		}
	}
	if !struck {
		return l.Text
	}
	kept.WriteString(l.Text[at:])
	return strings.Join(strings.Fields(kept.String()), " ")
}
