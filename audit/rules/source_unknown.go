package rules

import (
	"fmt"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "source-unknown",
	Severity: finding.High,
	Version:  1,
	Find:     unknown,
})

// unknown finds listed sources that the law, held whole, does not have.
func unknown(r *audit.Reading) []finding.Finding {
	if r.Case.Law == nil || !r.Case.Law.Complete || len(r.Case.Law.Sections) == 0 {
		return nil // audit-incomplete says so
	}
	var found []finding.Finding
	for i := range r.Sources {
		if s := &r.Sources[i]; s.Held == nil && s.Foreign == "" {
			found = append(found, onEach(r, s, unheard(r, s))...)
		}
	}
	return found
}

// onEach puts a finding about a source on every claim that rests on it; on the
// line of the list where none does.
func onEach(r *audit.Reading, s *audit.Source, f finding.Finding) []finding.Finding {
	var found []finding.Finding
	for _, p := range r.PairsWith(s) {
		one := f
		one.Claim, one.AnswerQuote = p.Claim.ID, r.Quote(p.Claim.Span)
		found = append(found, one)
	}
	if len(found) == 0 {
		return []finding.Finding{f}
	}
	return found
}

// unheard is the finding for one line of the list.
func unheard(r *audit.Reading, s *audit.Source) finding.Finding {
	law := r.Case.Law
	if s.Apart != nil {
		return ofAnotherAct(r, s)
	}
	if s.Number != "" && !law.HoldsChapter(s.Number) {
		return beyond(r, s)
	}
	f := onSource(r, s, finding.Certain)
	f.Message = fmt.Sprintf("The answer lists %s as [%s]; the law of %s has no such section.", wanted(s), s.Ref, law.Jurisdiction.Name())
	if s.Number == "" { // a title may be of a section that is not among the sources
		f.Certainty = finding.Likely
		f.Message = fmt.Sprintf("The answer lists %s as [%s]; no section of %s that is held has such a title.", wanted(s), s.Ref, law.Jurisdiction.Name())
	}
	f.Facts = []string{lookedThrough(law)}
	if near := r.Closest(s, 3); len(near) > 0 {
		f.Facts = append(f.Facts, "Closest: "+listed(near, titled)+".")
	}
	f.Fix = finding.Fix{Action: finding.RemoveSource, Say: "Find the section that was meant, or remove the source and what rests on it."}
	return f
}

// ofAnotherAct is the finding for a common title of which one section is held, in an act that
// the answer does not mean.
func ofAnotherAct(r *audit.Reading, s *audit.Source) finding.Finding {
	f := notHeld(r, s)
	f.Facts = []string{lookedThrough(r.Case.Law), fmt.Sprintf("%s has that title and is part of the %s, which the answer lists under another document and does not name here.", titled(s.Apart), r.ActOf(s.Apart))}
	f.Fix = finding.Fix{Action: finding.Recheck, Say: "Give the number of the section that was meant, and add a source that has its act."}
	return f
}

// beyond is the finding for a number of a chapter of which nothing is held: the sources that
// were configured may leave it out, so nobody can say that it does not exist.
func beyond(r *audit.Reading, s *audit.Source) finding.Finding {
	f, chapter := notHeld(r, s), enacted.ChapterOf(s.Number)
	f.Facts = []string{lookedThrough(r.Case.Law), fmt.Sprintf("Nothing whose number begins with %s is held, so the section may exist and could not be checked.", chapter)}
	f.Fix = finding.Fix{Action: finding.Recheck, Say: fmt.Sprintf("Look the number up; if it is right, add a source that has chapter %s, and if it is not, cite the section that was meant.", chapter)}
	return f
}

// notHeld opens the finding for a source that may exist outside the law that is held.
func notHeld(r *audit.Reading, s *audit.Source) finding.Finding {
	f := onSource(r, s, finding.Likely)
	f.Message = fmt.Sprintf("The answer lists %s as [%s]; it is not among the law of %s that is held.", wanted(s), s.Ref, r.Case.Law.Jurisdiction.Name())
	return f
}

// lookedThrough says how much law was looked through.
func lookedThrough(law *enacted.Law) string {
	return fmt.Sprintf("Searched: %s of %s, all that its sources hold.", several(len(law.Sections), "section"), law.Jurisdiction.Name())
}

// wanted is what a line of the list asks for: its number or its title.
func wanted(s *audit.Source) string {
	if s.Number != "" {
		return "§ " + s.Number
	}
	return quotedWords(s.Title)
}
