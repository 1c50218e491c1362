package audit

import (
	"fmt"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// cause is what findings of several answers may have in common.
type cause struct {
	rule         string
	jurisdiction statute.Jurisdiction
	number       string
}

// Group gives findings of one root cause one name: the same rule on the same
// section in more than one answer. Findings on no section, and those of one
// answer alone, have none.
func Group(reports []finding.AnswerReport) {
	answers := map[cause]map[string]bool{}
	for i := range reports {
		for k := range reports[i].Findings {
			c := causeOf(&reports[i], &reports[i].Findings[k])
			if answers[c] == nil {
				answers[c] = map[string]bool{}
			}
			answers[c][reports[i].ID] = true
		}
	}
	for i := range reports {
		for k := range reports[i].Findings {
			f := &reports[i].Findings[k]
			c := causeOf(&reports[i], f)
			f.Group = ""
			if c.number != "" && len(answers[c]) > 1 {
				f.Group = fmt.Sprintf("%s: %s %s", c.rule, c.jurisdiction, c.number)
			}
		}
	}
}

func causeOf(report *finding.AnswerReport, f *finding.Finding) cause {
	return cause{f.Rule, report.Jurisdiction, f.Number}
}
