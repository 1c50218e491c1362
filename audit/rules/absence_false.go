package rules

import (
	"fmt"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/audit/compare"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "absence-false",
	Severity: finding.Critical,
	Version:  3,
	Find:     falseAbsence,
})

// falseAbsence finds statements that no law does something, where one does.
func falseAbsence(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for i := range r.Case.Answer.Claims {
		c := &r.Case.Answer.Claims[i]
		if d := r.Denied(c); d != nil {
			found = append(found, laidDown(r, c, d))
			continue
		}
		if c.Role != answer.Absence || stated(r, c) || r.DeniesTime(c) {
			continue
		}
		if s := r.Absence(c); len(s.Found) > 0 {
			found = append(found, present(r, c, s))
		}
	}
	return found
}

// laidDown is the finding for a claim that denies what a sentence of the law lays
// down.
func laidDown(r *audit.Reading, c *answer.Claim, d *compare.Denied) finding.Finding {
	cite := r.Cite(d.Held, d.InLaw)
	f := onClaim(r, c, d.Certainty)
	f.Number = d.Held.Number
	f.Message = fmt.Sprintf("The answer says that there is no such rule, but %s has it: %s.", titled(d.Held), quotedWords(cite.Text))
	f.SourceQuotes = []finding.SourceQuote{cite}
	if q := r.Quote(d.InClaim); q != nil {
		f.Facts = []string{"Words that deny it: " + quotedWords(q.Text) + "."}
	}
	f.Fix = finding.Fix{Action: finding.CorrectText, Number: d.Held.Number, Quote: cite.Text, Say: "State what " + named(d.Held) + " lays down, and cite it."}
	return f
}

// present is the finding for one claim: the section that does hold it.
func present(r *audit.Reading, c *answer.Claim, s audit.AbsenceSearch) finding.Finding {
	best := s.Found[0]
	cite := r.Cite(best.Held, best.InLaw)
	f := onClaim(r, c, s.Certainty)
	f.Number = best.Held.Number
	f.Message = fmt.Sprintf("The answer says that there is no such law, but %s is one.", titled(best.Held))
	f.SourceQuotes = []finding.SourceQuote{cite}
	f.Facts = []string{searched(s)}
	if s.Certainty == finding.Possible {
		f.Severity = finding.Low
		f.Message = fmt.Sprintf("The answer says that there is no such law; %s comes near to one.", titled(best.Held))
		f.Fix = finding.Fix{Action: finding.Recheck, Number: best.Held.Number, Quote: cite.Text, Say: "Read " + named(best.Held) + " and decide whether it is what the answer denies."}
		return f
	}
	f.Fix = finding.Fix{Action: finding.CorrectText, Number: best.Held.Number, Quote: cite.Text, Say: "State what " + named(best.Held) + " lays down, and cite it."}
	return f
}
