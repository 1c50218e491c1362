package reports

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/internal/finding"
)

// column is one column of the tables of findings.
type column struct {
	Name  string
	Width float64
	Value func(r *finding.Report, a *finding.AnswerReport, f *finding.Finding) string
}

// columns are those of the CSV and of the workbook's first sheet. The finding's
// id stands first: a filled-in workbook is read back by it.
var columns = []column{
	{"finding", 18, func(_ *finding.Report, _ *finding.AnswerReport, f *finding.Finding) string { return f.ID }},
	{"state", 12, func(_ *finding.Report, _ *finding.AnswerReport, f *finding.Finding) string { return stateWords(f) }},
	{"severity", 10, func(_ *finding.Report, _ *finding.AnswerReport, f *finding.Finding) string { return string(f.Severity) }},
	{"certainty", 10, func(_ *finding.Report, _ *finding.AnswerReport, f *finding.Finding) string {
		return string(f.Certainty)
	}},
	{"rule", 22, func(_ *finding.Report, _ *finding.AnswerReport, f *finding.Finding) string { return f.Rule }},
	{"jurisdiction", 12, func(_ *finding.Report, a *finding.AnswerReport, _ *finding.Finding) string {
		return string(a.Jurisdiction)
	}},
	{"answer", 18, func(_ *finding.Report, a *finding.AnswerReport, _ *finding.Finding) string { return a.ID }},
	{"outcome", 22, func(_ *finding.Report, a *finding.AnswerReport, _ *finding.Finding) string { return a.OutcomeWords() }},
	{"question", 30, func(_ *finding.Report, a *finding.AnswerReport, _ *finding.Finding) string { return a.Question }},
	{"claim", 8, func(_ *finding.Report, _ *finding.AnswerReport, f *finding.Finding) string {
		return numberOrNone(f.Claim)
	}},
	{"marker", 8, func(_ *finding.Report, _ *finding.AnswerReport, f *finding.Finding) string { return f.Ref.String() }},
	{"section", 14, func(_ *finding.Report, _ *finding.AnswerReport, f *finding.Finding) string { return f.Number }},
	{"message", 50, func(_ *finding.Report, _ *finding.AnswerReport, f *finding.Finding) string { return f.Message }},
	{"answer says", 40, func(_ *finding.Report, _ *finding.AnswerReport, f *finding.Finding) string { return answerWords(f) }},
	{"law says", 40, func(_ *finding.Report, _ *finding.AnswerReport, f *finding.Finding) string { return lawWords(f) }},
	{"fix", 40, func(_ *finding.Report, _ *finding.AnswerReport, f *finding.Finding) string { return f.Fix.Say }},
	{"cause", 26, func(_ *finding.Report, _ *finding.AnswerReport, f *finding.Finding) string { return f.Group }},
	{"accuracy of the rule", 34, func(r *finding.Report, _ *finding.AnswerReport, f *finding.Finding) string {
		return r.Measured[f.Rule].Words()
	}},
	{"waiver", 30, func(_ *finding.Report, _ *finding.AnswerReport, f *finding.Finding) string {
		if f.Waiver == nil {
			return ""
		}
		return waiverWords(f.Waiver)
	}},
}

// names are the heads of the columns.
func names() []string {
	out := make([]string, len(columns))
	for i := range columns {
		out[i] = columns[i].Name
	}
	return out
}

// rows gives one row for each finding, in the order of the report.
func rows(r *finding.Report) [][]string {
	var out [][]string
	for i := range r.Answers {
		a := &r.Answers[i]
		for j := range a.Findings {
			row := make([]string, len(columns))
			for k := range columns {
				row[k] = columns[k].Value(r, a, &a.Findings[j])
			}
			out = append(out, row)
		}
	}
	return out
}

func numberOrNone(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

func answerWords(f *finding.Finding) string {
	if f.AnswerQuote == nil {
		return ""
	}
	return f.AnswerQuote.Text
}

// lawWords are the quotes of a finding, each after its section.
func lawWords(f *finding.Finding) string {
	var said []string
	for i := range f.SourceQuotes {
		said = append(said, "§ "+f.SourceQuotes[i].Number+": "+f.SourceQuotes[i].Text)
	}
	return strings.Join(said, "\n")
}
