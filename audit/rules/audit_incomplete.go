package rules

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "audit-incomplete",
	Severity: finding.High,
	Version:  1,
	Find:     incomplete,
})

// incomplete says what could not be established, and why. It is as grave as the
// rule that it keeps from looking.
func incomplete(r *audit.Reading) []finding.Finding {
	if law := r.Case.Law; law == nil || len(law.Sections) == 0 {
		return []finding.Finding{lawless(r)}
	}
	var found []finding.Finding
	for _, fault := range r.Case.Answer.Faults {
		if !r.Abstains() {
			found = append(found, unreadable(fault))
		}
	}
	for _, why := range r.LeftOut {
		found = append(found, overlong(r, why))
	}
	for i := range r.Sources {
		s := &r.Sources[i]
		switch {
		case s.Held == nil && s.Foreign == "" && !r.Case.Law.Complete:
			found = append(found, unseen(r, s))
		case s.Held != nil && s.By == "claims" && len(s.Ambiguous) > 0:
			found = append(found, undecided(r, s))
		}
	}
	return found
}

// lawless is the finding where nothing can be judged at all.
func lawless(r *audit.Reading) finding.Finding {
	name := r.Case.Answer.Jurisdiction.Name()
	if name == "" {
		name = "the answer's jurisdiction"
	}
	return finding.Finding{
		Certainty: finding.Certain, SourceQuotes: []finding.SourceQuote{}, AnswerQuote: r.Quote(r.Case.Answer.DeclaredSpan),
		Message: "The answer could not be audited: no law of " + name + " is held.",
		Facts:   lacking(r, name),
		Fix:     finding.Fix{Action: finding.Recheck, Say: "Configure a source of this jurisdiction, scrape and parse it, and audit again."},
	}
}

// lacking says what is held and what the sources say is missing.
func lacking(r *audit.Reading, name string) []string {
	facts := []string{"Sections of " + name + " held: none."}
	if r.Case.Law != nil {
		for _, gap := range r.Case.Law.Gaps {
			facts = append(facts, "Missing: "+strings.TrimSuffix(gap, ".")+".")
		}
	}
	return facts
}

// unreadable is the finding for a fault of the answer's file.
func unreadable(fault string) finding.Finding {
	return finding.Finding{
		Severity: finding.Medium, Certainty: finding.Certain, SourceQuotes: []finding.SourceQuote{},
		Message: "The answer could not be read in full: " + strings.TrimSuffix(fault, ".") + ".",
		Facts:   []string{"Fault of the file: " + strings.TrimSuffix(fault, ".") + "."},
		Fix:     finding.Fix{Action: finding.Recheck, Say: "Mend the file and audit again."},
	}
}

// overlong is the finding for what of an overlong answer was not audited.
func overlong(r *audit.Reading, why string) finding.Finding {
	return finding.Finding{
		Severity: finding.High, Certainty: finding.Certain, SourceQuotes: []finding.SourceQuote{},
		Message: "The answer was not audited in full: " + why + ".",
		Facts:   []string{fmt.Sprintf("Length of the answer: %s.", several(len(r.Case.Answer.Text), "byte"))},
		Fix:     finding.Fix{Action: finding.Recheck, Say: "Split the answer into parts and audit each."},
	}
}

// unseen is the finding for a source that may exist in law not held.
func unseen(r *audit.Reading, s *audit.Source) finding.Finding {
	f := onSource(r, s, finding.Certain)
	f.Message = fmt.Sprintf("The answer lists %s as [%s]; it is not among the law held, which is not complete.", wanted(s), s.Ref)
	for _, gap := range r.Case.Law.Gaps {
		f.Facts = append(f.Facts, "Missing: "+strings.TrimSuffix(gap, ".")+".")
	}
	f.Fix = finding.Fix{Action: finding.Recheck, Say: "Add the source that holds this section and audit again."}
	return f
}

// undecided is the finding for a line that may mean several sections.
func undecided(r *audit.Reading, s *audit.Source) finding.Finding {
	f := onSource(r, s, finding.Possible)
	f.Severity = finding.Low
	f.Message = fmt.Sprintf("The answer lists [%s] as %s, which may mean several sections; it was taken for %s.", s.Ref, quotedWords(s.Title), titled(s.Held))
	f.SourceQuotes = opening(r, s.Held)
	f.Facts = []string{"Might also mean: " + listed(s.Ambiguous, titled) + "."}
	f.Fix = finding.Fix{Action: finding.CorrectTitle, Number: s.Held.Number, Say: "Give the section's number in the list."}
	return f
}
