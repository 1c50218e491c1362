package rules

import (
	"fmt"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "better-source",
	Severity: finding.Medium,
	Version:  2,
	Find:     bettered,
})

// bettered finds weak sources where another section states the claim directly.
func bettered(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for i := range r.Pairs {
		p := &r.Pairs[i]
		if weakly(r, p) && !astray(r, p) && !upheld(r, p) && len(p.Contrary) == 0 && len(stating(p)) > 0 {
			found = append(found, outdone(r, p))
		}
	}
	return found
}

// weakly reports whether the section supports only a part of the claim, or words
// leave it open and another section states much more of it, slot by slot alike; one of another act
// is better only where the cited one holds less than half.
func weakly(r *audit.Reading, p *audit.Pair) bool {
	const lead = 0.25
	switch better := stating(p); p.Verdict {
	case finding.PartlySupported:
		return true
	case finding.Unverified:
		if p.Carried || len(better) == 0 || better[0].Score-p.Alignment.Score < lead || !r.Alike(p.Claim, better[0].Held) {
			return false
		}
		return p.Alignment.Score < littleHeld || r.ActOf(better[0].Held) == r.ActOf(p.Held())
	}
	return false
}

// outdone is the finding for one pair, with the words of both sections.
func outdone(r *audit.Reading, p *audit.Pair) finding.Finding {
	best := stating(p)[0]
	f := onPair(r, p, finding.Likely)
	if p.Verdict == finding.Unverified {
		f.Certainty = finding.Possible
	}
	f.Message = fmt.Sprintf("The answer cites %s, which supports the statement weakly; %s states it directly.", titled(p.Held()), titled(best.Held))
	f.Facts = []string{fmt.Sprintf("Words of the statement covered: %s %.0f %%, %s %.0f %%.",
		named(p.Held()), 100*p.Alignment.Score, named(best.Held), 100*best.Score)}
	fix, quotes := suggest(r, stating(p), p.Held(), "")
	f.Fix, f.SourceQuotes = fix, append(f.SourceQuotes, quotes...)
	return f
}
