package rules

import (
	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "actor-changed",
	Severity: finding.High,
	Version:  5,
	Find: differing("actor", "Party", finding.Fix{
		Action: finding.CorrectText,
		Say:    "Name the party whom the section names.",
	}),
})
