package rules

import (
	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "exception-missing",
	Severity: finding.High,
	Version:  5,
	Find: differing("exception", "Exception", finding.Fix{
		Action: finding.AddText,
		Say:    "Add the exception to the statement.",
	}),
})
