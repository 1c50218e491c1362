package audit

import (
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// Waive sets the waivers on their findings and settles the outcomes again. One
// that holds makes its finding waived; one that is past its date, or whose claim
// or section has changed, is set too, says why it lapsed, and changes nothing.
// unused are those whose finding is not there.
func Waive(reports []finding.AnswerReport, waivers []finding.Waiver, date statute.Date) (unused, lapsed []finding.Waiver) {
	for _, w := range waivers {
		report, f := findingOf(reports, w.Finding)
		if f == nil {
			unused = append(unused, w)
			continue
		}
		w.Lapsed = lapse(report, f, &w, date)
		f.Waiver = &w
		if w.Lapsed != "" {
			lapsed = append(lapsed, w)
			continue
		}
		f.State = "waived"
		report.Outcome = Settled(report)
	}
	return unused, lapsed
}

// findingOf finds a finding by its id.
func findingOf(reports []finding.AnswerReport, id string) (*finding.AnswerReport, *finding.Finding) {
	for i := range reports {
		for k := range reports[i].Findings {
			if reports[i].Findings[k].ID == id {
				return &reports[i], &reports[i].Findings[k]
			}
		}
	}
	return nil, nil
}

// lapse says why a waiver holds no more, "" while it holds.
func lapse(report *finding.AnswerReport, f *finding.Finding, w *finding.Waiver, date statute.Date) string {
	switch {
	case w.Until != "" && date > w.Until:
		return "its last day was " + string(w.Until)
	case w.Bound != "" && w.Bound != Bind(report, f):
		return "the claim or the section has changed since it was given"
	}
	return ""
}

// Bind gives the hash of claim and section that a waiver of the finding is bound
// to; of the whole answer where the finding is on no claim and no section.
func Bind(report *finding.AnswerReport, f *finding.Finding) string {
	text, version := "", ""
	for i := range report.Claims {
		if report.Claims[i].ID == f.Claim {
			text = enacted.FoldQuote(report.Claims[i].Text)
		}
	}
	for _, s := range report.Sources {
		if s.Ref == f.Ref && s.Bound != nil {
			version = s.Bound.Version
		}
	}
	if text == "" && version == "" {
		text = enacted.FoldQuote(report.Text)
	}
	return "sha256:" + hash(text, version)
}
