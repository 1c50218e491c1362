package rules

import (
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "jurisdiction-mismatched",
	Severity: finding.High,
	Version:  1,
	Find:     misdeclared,
})

// misdeclared finds an answer whose declared jurisdiction is not the one that
// its text and its sources are about.
func misdeclared(r *audit.Reading) []finding.Finding {
	places := r.Places()
	if !places.Mismatched {
		return nil
	}
	f := finding.Finding{
		Certainty: finding.Certain, SourceQuotes: []finding.SourceQuote{},
		AnswerQuote: r.Quote(r.Case.Answer.DeclaredSpan),
		Message:     strings.ToUpper(places.Why[:1]) + strings.TrimSuffix(places.Why[1:], ".") + ".",
		Facts:       []string{"Declared: " + declared(r, places) + ".", "Audited for: " + r.Case.Answer.Jurisdiction.Name() + "."},
		Fix:         finding.Fix{Action: finding.CorrectText, Say: "Declare the jurisdiction whose law the answer gives, or rewrite the answer for the one declared."},
	}
	for _, place := range places.Named {
		if place.Jurisdiction != places.Declared {
			f.Facts = append(f.Facts, "Named in the text: "+place.Jurisdiction.Name()+".")
			if f.AnswerQuote == nil {
				f.AnswerQuote = r.Quote(place.Span)
			}
		}
	}
	return []finding.Finding{f}
}

// declared is the answer's own line for a sentence.
func declared(r *audit.Reading, places audit.Places) string {
	if name := places.Declared.Name(); name != "" {
		return name
	}
	if r.Case.Answer.Declared != "" {
		return quotedWords(r.Case.Answer.Declared)
	}
	return "no jurisdiction"
}
