package rules

import (
	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "amount-contradicted",
	Severity: finding.Critical,
	Version:  2,
	Find: differing("amount", "Amount", finding.Fix{
		Action: finding.CorrectText,
		Say:    "Give the amount that the section gives, and what it is counted by.",
	}),
})
