package rules

import (
	"fmt"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "claim-partly-supported",
	Severity: finding.Medium,
	Version:  2,
	Find:     partly,
})

// partly finds claims with a part of which the cited law says nothing.
func partly(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for i := range r.Pairs {
		p := &r.Pairs[i]
		if p.Verdict == finding.PartlySupported && len(p.Contrary) == 0 && len(p.Unsaid) > 0 && !astray(r, p) && !completed(r, p) {
			found = append(found, halfSaid(r, p))
		}
	}
	return found
}

// completed reports whether the claim's other citations hold the rest.
func completed(r *audit.Reading, p *audit.Pair) bool {
	const whole = 0.8
	if upheld(r, p) {
		return true
	}
	for _, row := range r.LeaveOneOut(p.Claim) {
		if row.Pair == p {
			return row.All >= whole && row.All > row.Alone+0.1
		}
	}
	return false
}

// halfSaid is the finding for one pair; it marks the part without support.
func halfSaid(r *audit.Reading, p *audit.Pair) finding.Finding {
	f := onPair(r, p, finding.Likely)
	if p.Certainty == finding.Possible {
		f.Certainty = finding.Possible
	}
	part := p.Unsaid[0]
	f.AnswerQuote = r.Quote(part)
	f.Message = fmt.Sprintf("The answer says %s; %s supports the rest of the statement and not this part.", quotedWords(f.AnswerQuote.Text), named(p.Held()))
	for _, more := range p.Unsaid[1:] {
		f.Facts = append(f.Facts, "Also without support: "+quotedWords(r.Quote(more).Text)+".")
	}
	f.Facts = append(f.Facts, nothingCloser(r, p))
	f.Fix = finding.Fix{Action: finding.CorrectText, Number: p.Held().Number, Say: "Take the marked part out, or cite the section that says it."}
	return f
}
