package rules

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

var _ = add(audit.Rule{
	Name:     "judge-unavailable",
	Severity: finding.Medium,
	Version:  1,
	Find:     unavailable,
})

// unavailable says that open pairs were left open because no judge ran.
func unavailable(r *audit.Reading) []finding.Finding {
	state := r.Case.Circumstances.Judge
	open := unjudged(r)
	if !state.Configured || len(open) == 0 {
		return nil
	}
	f := onPair(r, open[0], finding.Certain)
	f.Claim, f.Ref, f.Number = 0, statute.Ref{}, ""
	f.Message = fmt.Sprintf("A judge is configured and did not read %s of this answer that words alone cannot decide.", several(len(open), "citation"))
	for _, p := range open {
		f.Facts = append(f.Facts, fmt.Sprintf("Open: statement %d and [%s].", p.Claim.ID, p.Citation.Ref))
	}
	if state.Trouble != "" {
		f.Facts = append(f.Facts, "Why: "+strings.TrimSuffix(state.Trouble, ".")+".")
	}
	f.Fix = finding.Fix{Action: finding.Recheck, Say: "Let the judge be reached and audit again, or read these citations yourself."}
	return []finding.Finding{f}
}

// unjudged are the pairs that neither words nor a judge decided.
func unjudged(r *audit.Reading) []*audit.Pair {
	var open []*audit.Pair
	for i := range r.Pairs {
		p := &r.Pairs[i]
		_, asked := r.Case.Judged[audit.Asked{Claim: p.Claim.ID, Ref: p.Citation.Ref}]
		if p.Held() != nil && p.Verdict == finding.Unverified && !asked {
			open = append(open, p)
		}
	}
	return open
}
