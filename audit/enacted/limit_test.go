package enacted

import (
	"testing"

	"github.com/pincite/pincite/internal/statute"
)

func TestLimitsWhereverTheyStand(t *testing.T) {
	h := section("(a) A ferryman shall ring the bell before the ferry leaves the bank, except as provided in section 9.\n" +
		"(b) Ringing of the bell under subsection (a) is not required if thick ice covers the river.")
	h.Subsections = []statute.Subsection{{Label: "(a)", Start: 0, End: 100}, {Label: "(b)", Start: 101, End: len(h.Text)}}
	x := outline(h).complete()
	found := false
	for _, l := range x.Limits {
		if l.Kind == "exception" && l.Unit == 0 {
			t.Errorf("a bare reference is an exception: %q", h.Text[l.Span.Start:l.Span.End])
		}
		found = found || l.Kind == "exception" && l.Unit == 1 && l.Governs == 0
	}
	if !found {
		t.Errorf("the exception of subsection (b) is not found: %+v", x.Limits)
	}
}
