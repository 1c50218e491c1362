package rules

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

var _ = add(audit.Rule{
	Name:     "title-mismatched",
	Severity: finding.Medium,
	Version:  1,
	Find:     mismatched,
})

// mismatched finds lines whose title is not that of the section they number.
func mismatched(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for i := range r.Sources {
		s := &r.Sources[i]
		if s.Held == nil || s.Title == "" || s.Held.Catchline == "" || ended.MatchString(s.Title) {
			continue
		}
		whose := r.Whose(s)
		if !titledAs(s, s.Held) && titledAs(s, whose) || !r.SameTitle(s) && s.Held.Text != "" { // a stub's heading is no title
			found = append(found, mistitled(r, s, whose))
		}
	}
	return found
}

// titledAs reports whether the line gives the section's catchline word for word, be it without
// the note of its status: "Penalty" of "Penalty. [Repealed.]".
func titledAs(s *audit.Source, h *statute.Held) bool {
	return h != nil && (foldTitle(s.Title) == foldTitle(h.Catchline) || foldTitle(s.Title) == foldTitle(statusNote.ReplaceAllString(h.Catchline, "")))
}

// statusNote is the bracket behind a title that says what became of the section.
var statusNote = regexp.MustCompile(`\s*[\[(][^\])]*[\])]\.?\s*$`)

// foldTitle is a title without case, stops and white space.
func foldTitle(title string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(title), func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c)
	}), " ")
}

// mistitled is the finding for one line; whose is the section that does bear
// the title, nil for none.
func mistitled(r *audit.Reading, s *audit.Source, whose *statute.Held) finding.Finding {
	f := onSource(r, s, finding.Likely)
	f.Message = fmt.Sprintf("The answer calls %s %s, but the law calls it %s.", named(s.Held), quotedWords(strings.TrimRight(s.Title, ". ")), quotedWords(s.Held.Catchline))
	f.SourceQuotes = []finding.SourceQuote{r.CiteCatchline(s.Held)}
	f.Fix = finding.Fix{Action: finding.CorrectTitle, Number: s.Held.Number, Quote: s.Held.Catchline,
		Say: "List the section under its own title, or give the number of the section that was meant."}
	if whose != nil {
		f.Severity, f.Certainty = finding.High, finding.Certain
		f.Message = fmt.Sprintf("The answer calls %s %s, which is the title of %s.", named(s.Held), quotedWords(strings.TrimRight(s.Title, ". ")), named(whose))
		f.SourceQuotes = append(f.SourceQuotes, r.CiteCatchline(whose))
	}
	return f
}
