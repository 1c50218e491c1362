package extract

import (
	"fmt"
	"testing"
)

// TestFurnitureLeavesFiguresAlone wants running heads gone, and the figures of a
// table that runs on over pages kept, though they stand first on each.
func TestFurnitureLeavesFiguresAlone(t *testing.T) {
	var pages []pageWords
	for i := range 8 {
		pages = append(pages, pageWords{Height: 800, Lines: []printedLine{
			{Text: fmt.Sprintf("S. 2622 %d", i+1), Y: 20}, {Text: fmt.Sprintf("%d $%d50,000", i+1, i+1), Y: 60},
			{Text: "Over the amount of line one", Y: 80}, {Text: fmt.Sprintf("words of page %c", 'a'+i), Y: 100},
			{Text: fmt.Sprintf("more of page %c", 'k'+i), Y: 120}, {Text: fmt.Sprintf("an end for %c", 'r'+i), Y: 140},
			{Text: fmt.Sprintf("and a last of %c", 'f'+i), Y: 160},
		}})
	}
	dropFurniture(pages)
	for i := range pages {
		if got := pages[i].Lines[0].Text; got != fmt.Sprintf("%d $%d50,000", i+1, i+1) {
			t.Errorf("page %d begins %q", i+1, got)
		}
	}
}
