package reports

import (
	"fmt"
	"sort"

	"github.com/pincite/pincite/internal/finding"
)

// interval says a value with its 95 % bounds and the number it rests on, for
// machines; persons read finding.Measure's words.
func interval(v []float64, n int) string {
	if len(v) != 3 {
		return "not measured"
	}
	return fmt.Sprintf("%.2f (%.2f to %.2f, n = %d)", v[0], v[1], v[2], n)
}

// reviewed says for machines what persons found on looking at the rule's findings,
// "" where nobody looked.
func reviewed(m finding.Measure) string {
	if m.Reviewed == 0 {
		return ""
	}
	return fmt.Sprintf("; reviewed here: %d false of n = %d (%.2f)", m.FalseAlarms, m.Reviewed, float64(m.FalseAlarms)/float64(m.Reviewed))
}

// ruleRows lists the rules that ran or found something, by name.
func ruleRows(r *finding.Report) []ruleView {
	rows := map[string]*ruleView{}
	for _, info := range r.Catalogue {
		rows[info.Name] = &ruleView{RuleInfo: info}
	}
	for i := range r.Answers {
		for j := range r.Answers[i].Findings {
			f := &r.Answers[i].Findings[j]
			if rows[f.Rule] == nil {
				rows[f.Rule] = &ruleView{RuleInfo: finding.RuleInfo{Name: f.Rule, Severity: f.Severity}}
			}
			rows[f.Rule].Found++
		}
	}
	out := make([]ruleView, 0, len(rows))
	for name, row := range rows {
		m := r.Measured[name]
		row.Measure = m
		out = append(out, *row)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out
}
