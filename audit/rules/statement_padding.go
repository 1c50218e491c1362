package rules

import (
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "statement-padding",
	Severity: finding.Low,
	Version:  3,
	Find:     padding,
})

// padding finds statements that answer nothing asked.
func padding(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for i := range r.Case.Answer.Claims {
		c := &r.Case.Answer.Claims[i]
		reason, is := r.Padding(c)
		if !is {
			continue
		}
		f := onClaim(r, c, finding.Likely)
		f.Message = "The statement adds nothing to the answer: " + strings.TrimSuffix(reason, ".") + "."
		f.Fix = finding.Fix{Action: finding.RemoveText, Say: "Take the sentence out."}
		found = append(found, f)
	}
	return found
}
