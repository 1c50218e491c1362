package rules

import (
	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "scope-widened",
	Severity: finding.Medium,
	Version:  4,
	Find: differing("scope", "Scope", finding.Fix{
		Action: finding.CorrectText,
		Say:    "Keep to the persons and things that the section names.",
	}),
})
