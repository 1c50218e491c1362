package rules

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "absence-unproven",
	Severity: finding.High,
	Version:  2,
	Find:     unproven,
})

// unproven finds statements that no law does something, where the law held is
// not known to be whole.
func unproven(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for i := range r.Case.Answer.Claims {
		c := &r.Case.Answer.Claims[i]
		if c.Role != answer.Absence || stated(r, c) || r.Denied(c) != nil {
			continue
		}
		if s := r.Absence(c); len(s.Found) == 0 && !s.Complete {
			found = append(found, unsearched(r, c, s))
		}
	}
	return found
}

// stated reports whether a cited section itself says that there is none.
func stated(r *audit.Reading, c *answer.Claim) bool {
	for _, p := range r.PairsOf(c) {
		if p.Carried || p.Held() != nil && !gone(r, p) && outside.MatchString(c.Bare) {
			return true
		}
	}
	return false
}

// outside are words by which a claim puts somebody outside a rule that it cites:
// that denies a reach, and not that there is law.
var outside = regexp.MustCompile(`(?i)\b(?:not|never|n['’]t) (?:covered|reached|regulated|governed|bound|touched|caught) by (?:this|that|these|those|the|such) `)

// unsearched is the finding for one claim, with the record of the search.
func unsearched(r *audit.Reading, c *answer.Claim, s audit.AbsenceSearch) finding.Finding {
	f := onClaim(r, c, finding.Certain)
	f.Message = "The answer says that there is no such law; the law held is not complete, so that cannot be shown."
	f.Facts = []string{searched(s)}
	for _, gap := range s.Gaps {
		f.Facts = append(f.Facts, "Missing: "+gap+".")
	}
	f.Fix = finding.Fix{Action: finding.Recheck, Say: "Complete the sources and audit again, or say only that no such law was found in the sources searched."}
	return f
}

// searched is the record of a search as one line.
func searched(s audit.AbsenceSearch) string {
	return fmt.Sprintf("Searched %s for: %s.", several(s.Sections, "section"), strings.Join(s.Terms, ", "))
}
