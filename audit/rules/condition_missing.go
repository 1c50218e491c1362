package rules

import (
	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "condition-missing",
	Severity: finding.Medium,
	Version:  4,
	Find: differing("condition", "Condition", finding.Fix{
		Action: finding.AddText,
		Say:    "Add the condition to the statement.",
	}),
})
