package rules

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "source-nonoperative",
	Severity: finding.Medium,
	Version:  1,
	Find:     nonoperatives,
})

// nonoperatives finds rules that rest on text which lays down nothing.
func nonoperatives(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for i := range r.Pairs {
		if p := &r.Pairs[i]; (!gone(r, p) || emptied(r, p)) && nonoperative(p) {
			found = append(found, layingNothing(r, p))
		}
	}
	return found
}

// emptied reports whether a section of this state was repealed and has no text
// left: that it lays down nothing holds besides its repeal.
func emptied(r *audit.Reading, p *audit.Pair) bool {
	h := p.Held()
	return h != nil && !foreign(r, p) && dead(r, h) && p.Source.Nature == enacted.Stub && strings.TrimSpace(h.Text) == ""
}

// layingNothing is the finding for one pair.
func layingNothing(r *audit.Reading, p *audit.Pair) finding.Finding {
	h, kind := p.Held(), nature(p)
	f := onPair(r, p, finding.Certain)
	f.Message = fmt.Sprintf("The answer rests a rule on %s, %s.", titled(h), kinds[kind])
	operative := r.Operatives(p.Source, p.Claim)
	f.Facts = []string{"Kind of text: " + kindNames[kind] + ".", ranked(operative)}
	fix, quotes := suggest(r, append(stating(p), operative...), h, "No operative section of this act was found that states this: take the statement out, or find the law that does.")
	f.Fix, f.SourceQuotes = fix, append(f.SourceQuotes, quotes...)
	return f
}

// kindNames says in words what such a text is.
var kindNames = map[enacted.Nature]string{
	enacted.ShortTitle:    "the name of the act",
	enacted.Purpose:       "a statement of what the act is for",
	enacted.Severability:  "a clause on what becomes of the act if a part of it is void",
	enacted.Applicability: "a clause on what the act applies to",
	enacted.Stub:          "a number without text of its own",
}

// kinds says in words what such a text does.
var kinds = map[enacted.Nature]string{
	enacted.ShortTitle:    "which only gives the act its name",
	enacted.Purpose:       "which only says what the act is for",
	enacted.Severability:  "which only says what becomes of the act if a part of it is void",
	enacted.Applicability: "which only says to what the act applies",
	enacted.Stub:          "which has no text of its own",
}
