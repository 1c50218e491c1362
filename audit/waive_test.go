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

// TestWhatIsProvedStopsAnAnswerThatCouldNotBeAudited: law that is not held keeps
// an audit from passing an answer, not from refusing it; and once what was proved
// is waived, it is again one that could not be audited.
func TestWhatIsProvedStopsAnAnswerThatCouldNotBeAudited(t *testing.T) {
	missing := finding.Finding{ID: "f-1", Rule: "audit-incomplete", Severity: finding.High, Certainty: finding.Certain}
	proved := finding.Finding{ID: "f-2", Rule: "jurisdiction-wrong", Severity: finding.Critical, Certainty: finding.Certain}
	supposed := finding.Finding{ID: "f-3", Rule: "absence-false", Severity: finding.Critical, Certainty: finding.Likely}
	for _, c := range []struct {
		partial bool
		found   []finding.Finding
		want    finding.Outcome
	}{
		{true, []finding.Finding{missing}, finding.NotAuditable},
		{true, []finding.Finding{missing, supposed}, finding.NotAuditable},
		{true, []finding.Finding{missing, proved}, finding.DoNotPublish},
		{false, []finding.Finding{missing, supposed}, finding.DoNotPublish},
	} {
		report := finding.AnswerReport{ID: "a", Text: "A keeper must keep records.", Partial: c.partial, Findings: c.found}
		if report.Outcome = Settled(&report); report.Outcome != c.want {
			t.Errorf("partial %v, %d findings: %s, want %s", c.partial, len(c.found), report.Outcome, c.want)
		}
	}
	reports := []finding.AnswerReport{{ID: "a", Outcome: finding.DoNotPublish, Partial: true, Findings: []finding.Finding{missing, proved}}}
	Waive(reports, []finding.Waiver{{Finding: "f-2", Until: "2026-12-31"}}, "2026-01-01")
	if reports[0].Outcome != finding.NotAuditable {
		t.Errorf("after the waiver: %s", reports[0].Outcome)
	}
}
