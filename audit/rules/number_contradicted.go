package rules

import (
	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "number-contradicted",
	Severity: finding.Critical,
	Version:  3,
	Find: differing("number", "Number", finding.Fix{
		Action: finding.CorrectText,
		Say:    "Give the number that the section gives.",
	}),
})
