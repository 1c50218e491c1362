package scrapers

import (
	"math"

	"github.com/pincite/pincite/internal/extract"
)

// block is the rectangle that most lines of a printed document fill: its left
// and right edges in points. A page's text need not stand in its middle.
type block struct {
	left, right float64
}

// blockOf measures a document: the left edge at which most lines begin and the
// right edge at which most lines end.
func blockOf(doc *extract.Document) block {
	lefts, rights := map[int]int{}, map[int]int{}
	for i := range doc.Lines {
		l := &doc.Lines[i]
		lefts[int(math.Round(l.X/4))]++
		rights[int(math.Round((l.X+l.Width)/4))]++
	}
	return block{left: 4 * mode(lefts), right: 4 * mode(rights)}
}

// mode is the value counted most often, the least of several.
func mode(counts map[int]int) float64 {
	best, most := 0, 0
	for value, n := range counts {
		if n > most || n == most && value < best {
			best, most = value, n
		}
	}
	return float64(best)
}

// centres reports whether a line stands in the middle of the block and does not
// fill it.
func (b block) centres(l *extract.Line) bool {
	before, behind := l.X-b.left, b.right-(l.X+l.Width)
	return before > 12 && math.Abs(before-behind) < 10
}
