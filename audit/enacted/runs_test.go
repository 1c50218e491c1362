package enacted

import (
	"fmt"
	"testing"

	"github.com/pincite/pincite/internal/statute"
)

// A title printed as one list is parted where its numbers leap.
func TestTitleOfOneList(t *testing.T) {
	var list []statute.Held
	for n := 1; n <= 60; n++ {
		for _, start := range []int{0, 300} {
			h := section(fmt.Sprintf("A keeper shall ring bell %d.", n))
			h.Number, h.Hierarchy = fmt.Sprintf("15-%d", start+n), []string{"TITLE 15. BELLS"}
			list = append(list, *h)
		}
	}
	l := NewLaw("ZZ", list, nil, true, nil)
	act := func(number string) string { return l.ActOf(l.Numbered(number)[0]) }
	if act("15-1") != act("15-60") || act("15-301") != act("15-360") {
		t.Error("numbers that follow one another are of two acts")
	}
	if act("15-60") == act("15-301") {
		t.Error("numbers far apart are of one act")
	}
	if got := len(l.Derived.Members[act("15-301")]); got != 60 {
		t.Errorf("the second act has %d sections, want 60", got)
	}
}
