package audit

import (
	"testing"

	"github.com/pincite/pincite/internal/finding"
)

// TestAWaiverOfAWholeAnswerIsBoundToItsWords: a finding on no claim and no section
// leaves nothing else to be bound to.
func TestAWaiverOfAWholeAnswerIsBoundToItsWords(t *testing.T) {
	f := finding.Finding{ID: "f-1", Rule: "jurisdiction-wrong", Severity: finding.High}
	report := finding.AnswerReport{ID: "a", Text: "A keeper must keep  records.", Findings: []finding.Finding{f}}
	bound := Bind(&report, &f)
	report.Text = "A keeper must keep records."
	if Bind(&report, &f) != bound {
		t.Error("white space made it another answer")
	}
	report.Text = "A keeper may keep records."
	if _, lapsed := Waive([]finding.AnswerReport{report}, []finding.Waiver{{Finding: "f-1", Bound: bound, Until: "2026-12-31"}}, "2026-01-01"); len(lapsed) != 1 {
		t.Error("the answer says something else, and the waiver holds")
	}
}
