package rules

import (
	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "deadline-contradicted",
	Severity: finding.Critical,
	Version:  3,
	Find: differing("deadline", "Deadline", finding.Fix{
		Action: finding.CorrectText,
		Say:    "Give the deadline that the section gives, with its unit, kind of days and starting point.",
	}),
})
