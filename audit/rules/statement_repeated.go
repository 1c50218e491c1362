package rules

import (
	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "statement-repeated",
	Severity: finding.Low,
	Version:  1,
	Find:     repeated,
})

// repeated finds statements that say again what an earlier one says.
func repeated(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for _, pair := range r.Repeats() {
		f := onClaim(r, pair.Again, finding.Likely)
		f.Message = "The answer has said this before: " + quotedWords(pair.First.Text)
		f.Facts = []string{"First said: " + quotedWords(pair.First.Text)}
		f.Fix = finding.Fix{Action: finding.RemoveText, Say: "Say it once."}
		found = append(found, f)
	}
	return found
}
