package rules

import (
	"fmt"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "source-duplicated",
	Severity: finding.Low,
	Version:  2,
	Find:     duplicated,
})

// duplicated finds a section that is listed under two refs.
func duplicated(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for i := range r.Sources {
		for j := range i {
			if first, again := &r.Sources[j], &r.Sources[i]; twins(first, again) {
				found = append(found, twice(r, first, again))
				break
			}
		}
	}
	return found
}

// twins reports whether two lines surely mean one section: a line bound by what
// its claims say might have meant another.
func twins(a, b *audit.Source) bool {
	return a.Held != nil && a.Held == b.Held && a.By != "claims" && b.By != "claims" &&
		len(a.Ambiguous) == 0 && len(b.Ambiguous) == 0
}

// twice is the finding for the later line.
func twice(r *audit.Reading, first, again *audit.Source) finding.Finding {
	f := onSource(r, again, finding.Certain)
	f.Message = fmt.Sprintf("[%s] and [%s] are the same section, %s.", first.Ref, again.Ref, titled(again.Held))
	f.SourceQuotes = opening(r, again.Held)
	f.Facts = []string{
		fmt.Sprintf("[%s] %s", first.Ref, first.Title), fmt.Sprintf("[%s] %s", again.Ref, again.Title),
	}
	f.Fix = finding.Fix{Action: finding.RemoveSource, Number: again.Held.Number,
		Say: fmt.Sprintf("Cite [%s] throughout and take [%s] out of the list.", first.Ref, again.Ref)}
	return f
}
