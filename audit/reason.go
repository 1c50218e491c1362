package audit

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/finding"
)

// reason says why a pair has its verdict, as one plain clause.
func (r *Reading) reason(p *Pair) string {
	switch {
	case p.Source == nil:
		return "the marker has no entry in the list of sources"
	case p.Source.Foreign != "":
		return "the section is not law of " + r.Case.Law.Jurisdiction.Name()
	case p.Held() == nil:
		return "the section listed was not found in the law held"
	case p.Nature == enacted.Stub:
		return "the section or subsection is a stub and says nothing"
	}
	for _, d := range p.Contrary {
		if d.Certainty != finding.Possible {
			return d.Why
		}
	}
	return byWordsReason(p)
}

// byWordsReason speaks of the words alone.
func byWordsReason(p *Pair) string {
	share := fmt.Sprintf("%.0f %% of the claim's words, weighed by rarity, stand in the section", 100*p.Alignment.Whole)
	switch {
	case p.Verdict == finding.Supported:
		return share + " and every typed fact agrees"
	case p.Verdict == finding.NotSupported && p.Nature != enacted.Operative:
		return "the section's words lay down nothing of the kind: they are " + string(p.Nature)
	case len(p.Contrary) > 0:
		return "a difference is possible and the words alone do not settle it"
	case p.Carried && p.Verdict == finding.Unverified:
		return share + ", but its force, party, figures or exceptions could not all be matched with the law's"
	case len(p.Alignment.Missing) > 0:
		return share + "; it has not: " + strings.Join(p.Alignment.Missing, ", ")
	}
	return share + ", which does not settle what it means"
}
