package rules

import (
	"fmt"
	"strings"
	"time"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "source-not-fresh",
	Severity: finding.Medium,
	Version:  1,
	Find:     old,
})

// old finds sources whose last good fetch lies too far back.
func old(r *audit.Reading) []finding.Finding {
	most := r.Case.Circumstances.FreshFor
	if most == 0 {
		most = audit.DefaultFreshFor
	}
	var found []finding.Finding
	seen := map[string]bool{}
	for i := range r.Sources {
		s := &r.Sources[i]
		if s.Held == nil || s.Held.FetchedAt.IsZero() || r.Case.Date.IsZero() || seen[s.Held.Source] {
			continue
		}
		if age := r.Case.Date.Sub(s.Held.FetchedAt); age > most {
			seen[s.Held.Source] = true
			found = append(found, unread(r, s, age))
		}
	}
	return found
}

// unread is the finding for one source of law.
func unread(r *audit.Reading, s *audit.Source, age time.Duration) finding.Finding {
	f := onSource(r, s, finding.Certain)
	f.Message = fmt.Sprintf("The answer rests on %s, last fetched well %s ago.", named(s.Held), several(int(age.Hours()/24), "day"))
	f.SourceQuotes = opening(r, s.Held)
	f.Facts = []string{"Last good fetch: " + s.Held.FetchedAt.Format("2006-01-02") + "."}
	if reason := r.Case.Circumstances.Failures[s.Held.Source]; reason != "" {
		f.Facts = append(f.Facts, "Since then: "+strings.TrimSuffix(reason, ".")+".")
	}
	f.Fix = finding.Fix{Action: finding.Recheck, Number: s.Held.Number, Say: "Mend the fetching of this source and audit again."}
	return f
}
