package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "judge-unstable",
	Severity: finding.Medium,
	Version:  1,
	Find:     unstable,
})

// unstable finds pairs on which the judge gave different verdicts.
func unstable(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for i := range r.Pairs {
		p := &r.Pairs[i]
		opinion, asked := r.Case.Judged[audit.Asked{Claim: p.Claim.ID, Ref: p.Citation.Ref}]
		if asked && wavers(opinion) && p.Held() != nil {
			found = append(found, wavering(r, p, opinion))
		}
	}
	return found
}

// wavers reports whether a verdict differs from the first.
func wavers(o audit.Opinion) bool {
	return slices.ContainsFunc(o.Others, func(v finding.Verdict) bool { return v != o.Verdict })
}

// wavering is the finding for one pair.
func wavering(r *audit.Reading, p *audit.Pair, o audit.Opinion) finding.Finding {
	f := onPair(r, p, finding.Certain)
	f.Message = fmt.Sprintf("The judge gave different verdicts on this statement and %s, so that none counts.", named(p.Held()))
	f.Facts = []string{"Verdicts: " + listed(append([]finding.Verdict{o.Verdict}, o.Others...), verdict) + "."}
	f.Fix = finding.Fix{Action: finding.Recheck, Number: p.Held().Number, Say: "Read the section and decide."}
	return f
}

// verdict is a verdict in words.
func verdict(v finding.Verdict) string { return strings.ReplaceAll(string(v), "_", " ") }
