package rules

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "parse-doubtful",
	Severity: finding.Medium,
	Version:  1,
	Find:     doubtful,
})

// doubtful finds cited sections whose parse failed a check of structure.
func doubtful(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for i := range r.Sources {
		if s := &r.Sources[i]; s.Held != nil && len(s.Held.Doubts) > 0 {
			found = append(found, shaky(r, s))
		}
	}
	return found
}

// shaky is the finding for one section.
func shaky(r *audit.Reading, s *audit.Source) finding.Finding {
	f := onSource(r, s, finding.Certain)
	f.Message = fmt.Sprintf("The text held of %s failed a check of its parse, so that findings on it are less sure.", titled(s.Held))
	f.SourceQuotes = opening(r, s.Held)
	for _, doubt := range s.Held.Doubts {
		f.Facts = append(f.Facts, "Check: "+strings.TrimSuffix(doubt, ".")+".")
	}
	f.Fix = finding.Fix{Action: finding.Recheck, Number: s.Held.Number, Say: "Compare the section with its publisher's page."}
	return f
}
