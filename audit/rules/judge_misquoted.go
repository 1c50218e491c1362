package rules

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "judge-misquoted",
	Severity: finding.Medium,
	Version:  1,
	Find:     misquoted,
})

// misquoted finds verdicts of a judge whose quote is not in the section.
func misquoted(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for i := range r.Pairs {
		p := &r.Pairs[i]
		opinion, asked := r.Case.Judged[audit.Asked{Claim: p.Claim.ID, Ref: p.Citation.Ref}]
		if asked && p.Held() != nil && opinion.Quote != "" && !holds(p.Held().Text, opinion.Quote) {
			found = append(found, madeUp(r, p, opinion))
		}
	}
	return found
}

// holds reports whether the text has the words, white space apart.
func holds(text, words string) bool {
	return strings.Contains(strings.Join(strings.Fields(text), " "), strings.Join(strings.Fields(words), " "))
}

// madeUp is the finding for one pair.
func madeUp(r *audit.Reading, p *audit.Pair, o audit.Opinion) finding.Finding {
	f := onPair(r, p, finding.Certain)
	f.Message = fmt.Sprintf("The judge quoted words that %s does not hold, so that its verdict does not count.", named(p.Held()))
	f.Facts = []string{"Quoted: " + quotedWords(o.Quote) + ".", "Verdict set aside: " + verdict(o.Verdict) + "."}
	f.Fix = finding.Fix{Action: finding.Recheck, Number: p.Held().Number, Say: "Read the section and decide."}
	return f
}
