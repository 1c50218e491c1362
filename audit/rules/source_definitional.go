package rules

import (
	"fmt"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "source-definitional",
	Severity: finding.High,
	Version:  3,
	Find:     definitionals,
})

// definitionals finds duties, rights, prohibitions, deadlines and penalties
// that rest on text which only says what terms mean.
func definitionals(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for i := range r.Pairs {
		p := &r.Pairs[i]
		switch {
		case !gone(r, p) && definitional(r, p):
			found = append(found, defined(r, p))
		case definesByName(r, p):
			found = append(found, called(r, p))
		}
	}
	return found
}

// definesByName reports whether a rule rests on a section of an act that is not held and that
// the answer's own list calls "Definitions".
func definesByName(r *audit.Reading, p *audit.Pair) bool {
	return p.Source != nil && p.Source.Apart != nil && enacted.OnlyDefinitions.MatchString(p.Source.Title) && p.Claim.Role == answer.Operative && r.LaysDown(p.Claim)
}

// called is the finding for such a pair: the title is all that is known of the section.
func called(r *audit.Reading, p *audit.Pair) finding.Finding {
	f := onPair(r, p, finding.Likely)
	f.Message = fmt.Sprintf("The answer rests a rule on [%s], which its own list calls %s: such a section says what terms mean.", p.Citation.Ref, quotedWords(p.Source.Title))
	f.Facts = []string{"The section is not among the law held, so its words were not read."}
	f.Fix = finding.Fix{Action: finding.RemoveText, Say: "Cite the section that lays the rule down, or take the statement out."}
	return f
}

// defined is the finding for one pair.
func defined(r *audit.Reading, p *audit.Pair) finding.Finding {
	h := p.Held()
	f := onPair(r, p, finding.Certain)
	f.Message = fmt.Sprintf("The answer rests a rule on %s, which only says what terms mean.", titled(h))
	if p.Source.Nature != enacted.Definitional {
		f.Certainty = finding.Likely
		f.Message = fmt.Sprintf("The answer rests a rule on words of %s that only say what a term means.", titled(h))
	}
	if defining, all := r.Definitions(h); all > 0 {
		f.Facts = append(f.Facts, fmt.Sprintf("%d of %s of the section define terms; none lays down a rule for this statement.", defining, several(all, "sentence")))
	}
	operative := r.Operatives(p.Source, p.Claim)
	f.Facts = append(f.Facts, ranked(operative))
	fix, quotes := suggest(r, append(stating(p), operative...), h, "No operative section of this act was found that states this: take the statement out, or find the law that does.")
	f.Fix, f.SourceQuotes = fix, append(f.SourceQuotes, quotes...)
	return f
}

// ranked lists the operative sections that come closest.
func ranked(candidates []audit.Candidate) string {
	if len(candidates) == 0 {
		return "Operative sections that come close: none."
	}
	return "Operative sections that come closest: " + listed(candidates[:min(3, len(candidates))], func(c audit.Candidate) string {
		return fmt.Sprintf("%s, %.0f %% of the words", titled(c.Held), 100*c.Score)
	}) + "."
}
