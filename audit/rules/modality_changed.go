package rules

import (
	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "modality-changed",
	Severity: finding.Critical,
	Version:  5,
	Find: differing("modality", "Force", finding.Fix{
		Action: finding.CorrectText,
		Say:    "Say must where the section says shall, and may where it says may.",
	}),
})
