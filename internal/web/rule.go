package web

import (
	"slices"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/store"
)

// ruleRow is a rule with what it found and how right it is.
type ruleRow struct {
	finding.RuleInfo
	Found   int
	Measure *finding.Measure
}

func (s *snapshot) ruleRow(info finding.RuleInfo) ruleRow {
	row := ruleRow{RuleInfo: info}
	for i := range s.Report.Answers {
		for k := range s.Report.Answers[i].Findings {
			if f := &s.Report.Answers[i].Findings[k]; f.Rule == info.Name && !f.Waived() {
				row.Found++
			}
		}
	}
	if m, ok := s.Report.Measured[info.Name]; ok {
		row.Measure = &m
	}
	return row
}

func rules(v *view) (*page, error) {
	var rows []ruleRow
	for _, info := range v.Rules {
		rows = append(rows, v.last.ruleRow(info))
	}
	return &page{Body: "rules", Here: "rules", Title: "Rules", Data: rows}, nil
}

func rule(v *view) (*page, error) {
	name := v.PathValue("rule")
	i := slices.IndexFunc(v.Options.Rules, func(r finding.RuleInfo) bool { return r.Name == name })
	if i < 0 {
		return nil, absent("There is no rule %s.", cut(name, 100))
	}
	text, err := v.RulePage(name)
	if err != nil {
		return nil, err
	}
	blocks := slices.DeleteFunc(markdown(text), func(b block) bool { return b.Kind == "h1" })
	return &page{Body: "rule", Here: "rules", Title: name, Kicker: []crumb{{"Rules", "/rules"}}, Data: struct {
		ruleRow
		Blocks []block
	}{v.last.ruleRow(v.Options.Rules[i]), blocks}}, nil
}

// coverageData is what the audit could not see.
type coverageData struct {
	finding.Coverage
	Known    bool
	Failures []store.Failure
}

func coverage(v *view) (*page, error) {
	failures, err := v.Store.Failures(v.Context())
	d := coverageData{v.last.Report.Coverage, v.last.Written, failures}
	p := &page{Body: "coverage", Here: "coverage", Title: "Coverage", Data: d, Tone: "good"}
	if !d.Complete || len(failures) > 0 {
		p.Tone = "bad"
	}
	return p, err
}
