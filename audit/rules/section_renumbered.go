package rules

import (
	"fmt"
	"regexp"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "section-renumbered",
	Severity: finding.Medium,
	Version:  1,
	Find:     renumbered,
})

// renumbered finds claims that cite a number at which the law no longer stands.
func renumbered(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for i := range r.Pairs {
		p := &r.Pairs[i]
		if h := p.Held(); h != nil && !foreign(r, p) && moved(h) && !moving.MatchString(p.Claim.Bare) {
			found = append(found, moveOn(r, p))
		}
	}
	return found
}

// moving are words by which a claim itself tells of the move.
var moving = regexp.MustCompile(`(?i)\b(?:renumbered|recompiled|recodified|transferred|moved) (?:as|to|at|into|in)\b`)

// moveOn is the finding for one pair: old number, new number.
func moveOn(r *audit.Reading, p *audit.Pair) finding.Finding {
	h := p.Held()
	f := onPair(r, p, finding.Certain)
	f.SourceQuotes = ending(r, h)
	f.Message = fmt.Sprintf("The answer cites %s, which has been renumbered and holds no law now.", named(h))
	f.Fix = finding.Fix{Action: finding.ReplaceSource, Say: "Cite the section at the number under which it stands now."}
	if h.RenumberedTo != "" {
		f.Message = fmt.Sprintf("The answer cites %s, which now stands as § %s.", named(h), h.RenumberedTo)
		f.Facts = []string{fmt.Sprintf("Old → new: §§ %s → %s.", h.Number, h.RenumberedTo)}
		f.Fix.Number, f.Fix.Say = h.RenumberedTo, "Cite § "+h.RenumberedTo+" instead."
	}
	return f
}
