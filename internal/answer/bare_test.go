package answer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/sharedtest"
)

// TestBareOfItsMarker takes the markers off one cited sentence at a time: what
// needed a citation needs one still, and now has none. It measures recall on
// sentences that nobody wrote to be found.
func TestBareOfItsMarker(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(sharedtest.Path(t, "gold", "A"), "A*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no labelled answers: %v", err)
	}
	told, all := 0, 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		whole := read(t, "a.txt", string(data))
		for i, c := range whole.Claims {
			if len(c.Citations) == 0 || c.LeadIn > 0 || c.Kind == LeadIn {
				continue
			}
			all++
			bare := read(t, "a.txt", without(&whole, &whole.Claims[i]))
			if got := bare.Claims[i]; got.NeedsCitation && len(got.Citations) == 0 {
				told++
			} else {
				t.Logf("%s: said to need none (%s): %q", filepath.Base(file), got.Role, got.Text)
			}
		}
	}
	t.Logf("told to need a citation: %d of %d", told, all)
	if float64(told) < 0.95*float64(all) {
		t.Errorf("told: %d of %d, want 0.95 of them", told, all)
	}
}

// without is the text of an answer less one claim's markers.
func without(a *Answer, c *Claim) string {
	text := a.Text
	for i := len(a.Markers) - 1; i >= 0; i-- {
		if m := a.Markers[i]; m.Span.Start >= c.Span.Start && m.Span.End <= c.Span.End {
			text = strings.TrimRight(text[:m.Span.Start], " ") + text[m.Span.End:]
		}
	}
	return text
}
