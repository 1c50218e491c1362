package rules

import (
	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "negation-reversed",
	Severity: finding.Critical,
	Version:  5,
	Find: differing("negation", "Negation", finding.Fix{
		Action: finding.CorrectText,
		Say:    "State the rule as the section does: what it forbids is forbidden, and what it excuses is excused.",
	}),
})
