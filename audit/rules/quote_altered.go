package rules

import (
	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "quote-altered",
	Severity: finding.High,
	Version:  1,
	Find: differing("quote", "Words", finding.Fix{
		Action: finding.CorrectText,
		Say:    "Quote the section as it reads, or take the quotation marks away.",
	}),
})
