package rules

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "source-misplaced",
	Severity: finding.Medium,
	Version:  3,
	Find:     displaced,
})

// displaced finds markers that stand on the wrong claim.
func displaced(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for i := range r.Pairs {
		p := &r.Pairs[i]
		if gone(r, p) || shut(r, p) || noted(r, p) || definitional(r, p) || nonoperative(p) || irrelevant(r, p.Source) || !misplaced(r, p) {
			continue
		}
		found = append(found, elsewhere(r, p))
	}
	return found
}

// elsewhere is the finding for one pair: what the section is about, and which
// one states the claim.
func elsewhere(r *audit.Reading, p *audit.Pair) finding.Finding {
	f := onPair(r, p, finding.Likely)
	if p.Certainty == finding.Possible {
		f.Certainty = finding.Possible
	}
	f.Message = fmt.Sprintf("The answer cites %s for this statement; the section says nothing of it.", titled(p.Held()))
	fix, quotes := suggest(r, stating(p), p.Held(), "Remove the marker: another citation of the statement carries it.")
	if len(quotes) == 0 {
		fix.Action = finding.RemoveSource
	}
	f.Fix, f.SourceQuotes = fix, append(f.SourceQuotes, quotes...)
	if len(p.Alignment.Missing) > 0 {
		f.Facts = append(f.Facts, "Words of the statement that the section has nowhere: "+strings.Join(p.Alignment.Missing, ", ")+".")
	}
	if fix.Number != "" {
		f.Facts = append(f.Facts, fmt.Sprintf("§ %s states it.", fix.Number))
	}
	return f
}
