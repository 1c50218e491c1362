package scrapers

import (
	"strings"

	"github.com/pincite/pincite/internal/extract"
)

// cursor goes through the lines of a printed document and looks at those around
// the one at hand: print has no elements, so that the place of a line on its
// page and the end of the line before tell headings from law.
type cursor struct {
	lines []extract.Line
	at    int
	// margin is the left edge of the text in points; zero in a text file.
	margin float64
}

func newCursor(doc *extract.Document) cursor {
	return cursor{lines: doc.Lines, at: -1, margin: leftMargin(doc)}
}

// leftMargin is the smallest left edge that a twentieth of the lines share.
func leftMargin(doc *extract.Document) float64 {
	counts := map[int]int{}
	for i := range doc.Lines {
		counts[int(doc.Lines[i].X)/4]++
	}
	best := -1
	for edge, n := range counts {
		if n*20 >= len(doc.Lines) && (best < 0 || edge < best) {
			best = edge
		}
	}
	return float64(max(best, 0) * 4)
}

// next moves to the following line, which the caller has in hand.
func (c *cursor) next() { c.at++ }

// before gives the line before, nil at the start.
func (c *cursor) before() *extract.Line {
	if c.at < 1 {
		return nil
	}
	return &c.lines[c.at-1]
}

// atMargin reports whether a printed line begins at the left edge of the text.
func (c *cursor) atMargin(l *extract.Line) bool {
	return l.X < c.margin+9 && l.Indent < 2
}

// sentenceEnded reports whether the line before ends a sentence, an item or a
// note, so that this one may be a heading.
func (c *cursor) sentenceEnded() bool {
	b := c.before()
	return b == nil || ended(b.Text)
}

// ended tells the end of a sentence, item or bracket.
func ended(text string) bool {
	text = strings.TrimRight(text, `"”’'`)
	return text == "" || strings.ContainsRune(".;:)]!?", rune(text[len(text)-1])) || strings.HasSuffix(text, "_")
}
