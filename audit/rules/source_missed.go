package rules

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "source-missed",
	Severity: finding.Medium,
	Version:  3,
	Find:     missing,
})

// missing finds operative sections that govern the question and are not cited.
func missing(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for _, m := range r.Missed() {
		found = append(found, passedOver(r, m))
	}
	return found
}

// passedOver is the finding for one section.
func passedOver(r *audit.Reading, m audit.Missed) finding.Finding {
	cite := r.Cite(m.Held, m.InLaw)
	return finding.Finding{
		Certainty: finding.Possible, Number: m.Held.Number, SourceQuotes: []finding.SourceQuote{cite},
		Message: fmt.Sprintf("The answer cites nowhere %s, which bears on the question.", titled(m.Held)),
		Facts:   []string{"Why: " + strings.TrimSuffix(m.Why, ".") + "."},
		Fix: finding.Fix{Action: finding.AddText, Number: m.Held.Number, Quote: cite.Text,
			Say: "Say what " + named(m.Held) + " lays down, and cite it."},
	}
}
