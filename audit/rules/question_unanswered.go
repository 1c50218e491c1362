package rules

import (
	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "question-unanswered",
	Severity: finding.Medium,
	Version:  3,
	Find:     unanswered,
})

// unanswered finds parts of the question that no sentence answers.
func unanswered(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for _, part := range r.Unmet() {
		found = append(found, finding.Finding{
			Certainty: finding.Possible, SourceQuotes: []finding.SourceQuote{},
			Message: "The question asks " + quotedWords(part.Text) + "; no sentence of the answer speaks to it.",
			Facts:   []string{"Part of the question: " + part.Text},
			Fix:     finding.Fix{Action: finding.AddText, Say: "Answer this part, or say that the law held does not."},
		})
	}
	return found
}
