package rules

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "claim-unsupported",
	Severity: finding.High,
	Version:  2,
	Find:     unsupported,
})

// unsupported finds claims of which no cited section says anything.
func unsupported(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for i := range r.Pairs {
		p := &r.Pairs[i]
		if p.Verdict == finding.NotSupported && !astray(r, p) && !upheld(r, p) && !r.Redundant(p) && p.Claim.Role != answer.Absence {
			found = append(found, nowhere(r, p))
		}
	}
	return found
}

// nowhere is the finding for one pair.
func nowhere(r *audit.Reading, p *audit.Pair) finding.Finding {
	f := onPair(r, p, finding.Likely)
	if p.Certainty == finding.Possible {
		f.Certainty = finding.Possible
	}
	f.Message = fmt.Sprintf("The answer cites %s for this statement; nothing of substance in the section says so.", titled(p.Held()))
	if len(p.Alignment.Missing) > 0 {
		f.Facts = append(f.Facts, "Words of the statement that the section has nowhere: "+strings.Join(p.Alignment.Missing, ", ")+".")
	}
	f.Facts = append(f.Facts, nothingCloser(r, p))
	f.Fix = finding.Fix{Action: finding.RemoveText, Say: "Take the statement out, or find the law that says it."}
	return f
}

// nothingCloser says how far the law was searched.
func nothingCloser(r *audit.Reading, p *audit.Pair) string {
	for _, c := range r.Candidates(p.Claim) {
		if c.Held != p.Held() && c.Score > p.Alignment.Score {
			return fmt.Sprintf("Closest in %s of the law held: %s, %.0f %% of the words.", several(len(r.Case.Law.Sections), "section"), titled(c.Held), 100*c.Score)
		}
	}
	return fmt.Sprintf("Nothing closer in %s of the law held.", several(len(r.Case.Law.Sections), "section"))
}
