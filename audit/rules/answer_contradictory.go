package rules

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "answer-contradictory",
	Severity: finding.High,
	Version:  2,
	Find:     contradictory,
})

// contradictory finds two statements of the answer that cannot both hold.
func contradictory(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for _, c := range r.Conflicts() {
		if r.Quotes(c.First) && r.Quotes(c.Second) {
			continue // the law itself gives both, for two cases
		}
		f := onClaim(r, c.Second, c.Certainty)
		f.Message = fmt.Sprintf("The answer says %s here and %s elsewhere.", quotedWords(c.SecondSays), quotedWords(c.FirstSays))
		f.Facts = []string{"Elsewhere: " + quotedWords(c.First.Text), "Here: " + quotedWords(c.Second.Text)}
		if c.Why != "" {
			f.Facts = append(f.Facts, "Why: "+strings.TrimSuffix(c.Why, ".")+".")
		}
		f.Fix = finding.Fix{Action: finding.CorrectText, Say: "Decide by the section which of the two holds, and correct the other."}
		found = append(found, f)
	}
	if len(found) == audit.MostConflicts {
		found[len(found)-1].Facts = append(found[len(found)-1].Facts, fmt.Sprintf("Only the first %d contradictions are listed.", audit.MostConflicts))
	}
	return found
}
