package rules

import (
	"fmt"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "term-shifted",
	Severity: finding.Medium,
	Version:  3,
	Find:     shifted,
})

// shifted finds defined terms used in another meaning than the act gives them.
func shifted(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for _, s := range r.Shifts() {
		if !gone(r, s.Pair) {
			found = append(found, otherMeaning(r, s))
		}
	}
	return found
}

// otherMeaning is the finding for one use of a term.
func otherMeaning(r *audit.Reading, s audit.TermShift) finding.Finding {
	f := onPair(r, s.Pair, finding.Possible)
	f.AnswerQuote = r.Quote(s.InClaim)
	cite := r.Cite(s.Held, s.InLaw)
	f.Message = fmt.Sprintf("The answer uses “%s” in another meaning than %s gives it: %s.", s.Term, named(s.Held), s.Why)
	f.SourceQuotes = []finding.SourceQuote{cite}
	f.Facts = []string{"Definition: " + quotedWords(cite.Text) + "."}
	f.Fix = finding.Fix{Action: finding.CorrectText, Number: s.Held.Number, Quote: cite.Text, Say: "Use the term as the act defines it, or another word."}
	return f
}
