package rules

import (
	"fmt"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "citation-redundant",
	Severity: finding.Low,
	Version:  2,
	Find:     redundants,
})

// redundants finds citations without which the claim is as well supported,
// whatever else is wrong with them.
func redundants(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for i := range r.Pairs {
		p := &r.Pairs[i]
		if !gone(r, p) && p.Verdict != finding.Contradicted && r.Redundant(p) {
			found = append(found, spare(r, p))
		}
	}
	return found
}

// spare is the finding for one pair, with the leave-one-out table of its claim.
func spare(r *audit.Reading, p *audit.Pair) finding.Finding {
	f := onPair(r, p, finding.Likely)
	f.Message = fmt.Sprintf("The answer cites %s for a statement that its other citations carry without it.", titled(p.Held()))
	for _, row := range r.LeaveOneOut(p.Claim) {
		if row.Pair.Held() == nil {
			continue
		}
		f.Facts = append(f.Facts, fmt.Sprintf("[%s] alone covers %.0f %% of the statement's words; the others without it %.0f %%.",
			row.Pair.Citation.Ref, 100*row.Alone, 100*row.Rest))
	}
	f.Fix = finding.Fix{Action: finding.RemoveSource, Number: p.Held().Number,
		Say: fmt.Sprintf("Remove [%s] from this statement.", p.Citation.Ref)}
	return f
}
