package pipeline

import (
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/finding"
)

// checkOwn audits our own answers: they are the law's sentences with their markers,
// so that what is found in them is nearly always a false alarm. It also wants no
// finding whose proof failed, in any answer.
func checkOwn(t *testing.T, report *finding.Report) {
	t.Helper()
	own, withLaw, clean := 0, 0, 0
	for i := range report.Answers {
		a := &report.Answers[i]
		checkProofs(t, a)
		if a.Origin == "imported" {
			continue
		}
		own++
		if len(a.Sources) > 0 {
			withLaw++
		}
		if grave := above(a, finding.Low); len(grave) > 0 {
			t.Logf("%s: %s", a.ID, strings.Join(grave, "; "))
			continue
		}
		clean++
	}
	t.Logf("%d answers of our own, %d of them with law; in %d nothing above low is found", own, withLaw, clean)
	if float64(clean) < 0.95*float64(own) {
		t.Errorf("in %d of %d answers of our own nothing above low is found, want 95 of 100", clean, own)
	}
}

// above lists the findings that are graver than a severity.
func above(a *finding.AnswerReport, s finding.Severity) []string {
	var list []string
	for _, f := range a.Findings {
		if f.Severity.Rank() < s.Rank() {
			list = append(list, f.Rule+" "+string(f.Certainty)+": "+f.Message)
		}
	}
	return list
}

func checkProofs(t *testing.T, a *finding.AnswerReport) {
	t.Helper()
	for _, f := range a.Findings {
		for _, fact := range f.Facts {
			if strings.HasPrefix(fact, "internal fault") {
				t.Errorf("%s: %s %s", a.ID, f.Message, fact)
			}
		}
	}
}
