package reports

import (
	"bytes"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/finding"
)

// TestTheSheetSaysWhatIsOpen wants every open finding on the printed page, gravest
// first, no waived one, and the same bytes twice.
func TestTheSheetSaysWhatIsOpen(t *testing.T) {
	r := sampleReport(t)
	page, err := Sheet(r)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Sheet(r)
	if err != nil || !bytes.Equal(page, again) {
		t.Errorf("the same report made another page: %v", err)
	}
	findings, _, _ := strings.Cut(string(page), "<h2>Waivers</h2>")
	rank := 0
	for line := range strings.Lines(findings) {
		for _, severity := range finding.Severities() {
			if strings.HasPrefix(line, "<h3>"+string(severity)) {
				if severity.Rank() < rank {
					t.Errorf("%s stands behind a milder one", line)
				}
				rank = severity.Rank()
			}
		}
	}
	for i := range r.Answers {
		for k := range r.Answers[i].Findings {
			if f := &r.Answers[i].Findings[k]; strings.Contains(findings, f.ID) == f.Waived() {
				t.Errorf("finding %s: waived %v, and on the page %v", f.ID, f.Waived(), !f.Waived())
			}
		}
	}
}

// TestTheSheetIsInert puts markup and hidden characters into every text.
func TestTheSheetIsInert(t *testing.T) {
	r := sampleReport(t)
	const attack = "<script>alert(1)</script>\u202e\x00<img src=x onerror=alert(1)>"
	r.Run = attack
	for i := range r.Answers {
		r.Answers[i].Title, r.Answers[i].ID = attack, attack
		for k := range r.Answers[i].Findings {
			f := &r.Answers[i].Findings[k]
			f.Message, f.Rule, f.Number, f.Fix.Say = attack, attack, attack, attack
		}
	}
	r.Coverage.Sources[0].Title, r.Coverage.Sources[0].Reason = attack, attack
	page, err := Sheet(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, live := range []string{"<script", "<img", "\u202e", "\x00"} {
		if strings.Contains(string(page), live) {
			t.Errorf("%q stands on the page", live)
		}
	}
}
