package rules

import (
	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

var _ = add(audit.Rule{
	Name:     "citation-malformed",
	Severity: finding.Low,
	Version:  1,
	Find:     malformed,
})

// malformed finds marks that are meant as citations and not written as one.
func malformed(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for _, m := range r.Case.Answer.Markers {
		if m.Malformed {
			found = append(found, misshapen(r, m))
		}
	}
	return found
}

// misshapen is the finding for one mark.
func misshapen(r *audit.Reading, m answer.Marker) finding.Finding {
	f := finding.Finding{
		Certainty: finding.Certain, AnswerQuote: r.Quote(m.Span), SourceQuotes: []finding.SourceQuote{},
		Message: "The mark " + quotedWords(m.Raw) + " is not written as a citation, such as [1.2].",
		Facts:   []string{"As written: " + m.Raw},
		Fix:     finding.Fix{Action: finding.CorrectText, Say: "Write the mark as document, full stop, section in square brackets."},
	}
	if len(m.Refs) > 0 {
		f.Ref = m.Refs[0]
		f.Facts = append(f.Facts, "Read as: "+listed(m.Refs, func(ref statute.Ref) string { return "[" + ref.String() + "]" }))
	}
	if c := claimAt(r, m.Span); c != nil {
		f.Claim = c.ID
	}
	return f
}
