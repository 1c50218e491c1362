package rules

import (
	"fmt"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

var _ = add(audit.Rule{
	Name:     "jurisdiction-wrong",
	Severity: finding.Critical,
	Version:  1,
	Find:     foreigners,
})

// foreigners finds law of another jurisdiction given as the answer's own.
func foreigners(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for i := range r.Pairs {
		if p := &r.Pairs[i]; foreign(r, p) {
			found = append(found, abroad(r, p))
		}
	}
	return found
}

// abroad is the finding for one pair.
func abroad(r *audit.Reading, p *audit.Pair) finding.Finding {
	own, other := r.Case.Answer.Jurisdiction.Name(), p.Source.Foreign.Name()
	f := onPair(r, p, finding.Certain)
	f.Message = fmt.Sprintf("The answer gives the law of %s and cites %s of %s.", own, wanted(p.Source), other)
	if p.Source.Foreign == statute.Federal {
		f.Message = fmt.Sprintf("The answer gives the law of %s and cites federal law, %s, as if it were the state's.", own, wanted(p.Source))
	}
	f.Number = p.Source.Number
	if h := p.Held(); h != nil {
		f.Number = h.Number
		f.Message = fmt.Sprintf("The answer gives the law of %s and cites %s of %s.", own, titled(h), other)
	}
	f.Facts = []string{"The answer's jurisdiction: " + own + ".", "The section's: " + other + "."}
	fix, quotes := suggest(r, stating(p), p.Held(), "Cite the law of "+own+" that says this, or take the statement out.")
	f.Fix, f.SourceQuotes = fix, append(f.SourceQuotes, quotes...)
	return f
}
