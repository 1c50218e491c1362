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
		found = append(found, leftOpen(r, part))
	}
	return found
}

// leftOpen is the finding for one part. Where a cited section speaks of it the reader
// finds it there, and less is amiss.
func leftOpen(r *audit.Reading, part audit.Part) finding.Finding {
	f := finding.Finding{
		Certainty: finding.Possible, SourceQuotes: []finding.SourceQuote{},
		Message: "The question asks " + quotedWords(part.Text) + "; no sentence of the answer speaks to it.",
		Facts:   []string{"Part of the question: " + part.Text},
		Fix:     finding.Fix{Action: finding.AddText, Say: "Answer this part, or say that the law held does not."},
	}
	if h := part.Cited; h != nil {
		f.Severity, f.Number, f.SourceQuotes = finding.Low, h.Number, opening(r, h)
		f.Facts = append(f.Facts, "A cited section speaks of it: "+titled(h)+".")
		f.Fix.Number, f.Fix.Say = h.Number, "Answer this part from "+titled(h)+", which the answer cites."
	}
	return f
}
