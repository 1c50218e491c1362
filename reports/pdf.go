package reports

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"slices"
	"sync"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

//go:embed pdf.tmpl
var sheetTemplate string

var parsedSheet = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("sheet").Funcs(pageFuncs).Parse(sheetTemplate))
})

// sheet is the page that a browser prints.
type sheet struct {
	*finding.Report
	Open  []sheetFinding
	Rules []ruleView
}

type sheetFinding struct {
	*finding.Finding
	Title    string
	Place    statute.Jurisdiction
	Accuracy string
	// Say is its state in words.
	Say string
}

// Sheet gives the page that a browser prints as PDF: summary, answers, coverage,
// open findings gravest first, waivers and accuracy. It has no script, loads
// nothing, and is the same for the same report. The answers' whole texts are on
// the other page.
func Sheet(r *finding.Report) ([]byte, error) {
	s := sheet{Report: r, Rules: ruleRows(r)}
	for i := range r.Answers {
		a := &r.Answers[i]
		for k := range a.Findings {
			if f := &a.Findings[k]; !f.Waived() {
				s.Open = append(s.Open, sheetFinding{f, a.Title, a.Jurisdiction, r.Measured[f.Rule].Words(), stateWords(f)})
			}
		}
	}
	slices.SortStableFunc(s.Open, func(a, b sheetFinding) int { return a.Severity.Rank() - b.Severity.Rank() })
	var page bytes.Buffer
	if err := parsedSheet().Execute(&page, s); err != nil {
		return nil, fmt.Errorf("report %s for print: %w", r.Run, err)
	}
	return []byte(visible(page.String())), nil
}
