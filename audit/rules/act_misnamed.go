package rules

import (
	"fmt"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "act-misnamed",
	Severity: finding.Medium,
	Version:  1,
	Find:     misnamed,
})

// misnamed finds an act named for a section that is part of another.
func misnamed(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for _, act := range r.Misnamed() {
		found = append(found, otherAct(r, act))
	}
	return found
}

// otherAct is the finding for one name.
func otherAct(r *audit.Reading, act audit.ActName) finding.Finding {
	f := onSource(r, act.Source, finding.Likely)
	if act.Claim != nil {
		f.Claim = act.Claim.ID
	}
	f.AnswerQuote = r.Quote(act.Span)
	f.Message = fmt.Sprintf("The answer names the %s; %s is part of the %s.", act.Name, named(act.Source.Held), act.True)
	f.SourceQuotes = opening(r, act.Source.Held)
	if act.Short != nil {
		f.SourceQuotes = []finding.SourceQuote{r.Cite(act.Short, act.InLaw)}
	}
	f.Facts = []string{"As written: " + act.Name, "The section's act: " + act.True}
	f.Fix = finding.Fix{Action: finding.CorrectText, Number: act.Source.Held.Number, Quote: act.True, Say: "Write " + act.True + "."}
	return f
}
