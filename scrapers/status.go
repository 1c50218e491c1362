package scrapers

import (
	"regexp"
	"strings"
	"time"

	"github.com/pincite/pincite/internal/statute"
)

// A stub's status stands in its catchline, in a bracket after it, or is all the
// text there is. A part of a section that is repealed does not repeal it.
var (
	repealed    = regexp.MustCompile(`(?i)^\W*(?:[\w.;,'’ -]{0,160}[\[(.]\s*)?(?:repealed|deleted|omitted|superseded|void)\b|\brepealed by\b`)
	reserved    = regexp.MustCompile(`(?i)(?:^|[\[(.])\s*reserved\b`)
	renumbered  = regexp.MustCompile(`(?i)(?:^|[\[(.;]|\b)\s*(?:renumbered|recompiled|recodified|redesignated|transferred)\b`)
	expired     = regexp.MustCompile(`(?i)(?:^|[\[(.])\s*expired\b`)
	newNumber   = regexp.MustCompile(`(?i)(?:renumbered|recompiled|recodified|redesignated|transferred)(?:\s+(?:as|to|in|at))?\s*(?:§+|section|[A-Z]{2,4}|sec\.)?\s*(` + number + `)`)
	notYet      = regexp.MustCompile(`(?i)\[?\s*(?:contingent )?effective (?:date\s*[-–—:]?\s*)?(?:on |from )?(?:and after )?([A-Z][a-z]+\.? \d{1,2}, \d{4})`)
	until       = regexp.MustCompile(`(?i)\b(?:effective )?(?:until|through|expires?(?: on)?|repealed effective|expiration date\s*[-–—:]?)\s*([A-Z][a-z]+\.? \d{1,2}, \d{4})`)
	bracketOnly = regexp.MustCompile(`^\s*[\[(][^\])]*[\])]\.?\s*$`)
)

// settle tells the status of a finished section from its catchline, its text and
// its history. A section with a body is in force whatever its parts say.
func settle(s *statute.Section) {
	s.Status = statute.InForce
	said := rangeTail.ReplaceAllString(s.Catchline, "") // "to 4.99 Reserved."
	if s.Text == "" || isStub(s.Text) {
		said += ". " + s.Text
		if bracketOnly.MatchString(s.History) || s.Text == "" {
			said += ". " + s.History
		}
	}
	if stub := statusSaid(said); stub != "" && (s.Text == "" || isStub(s.Text) || endsInStatus(s.Catchline)) {
		s.Status = stub
	}
	if m := newNumber.FindStringSubmatch(said); m != nil && s.Status == statute.Renumbered {
		s.RenumberedTo = m[1]
	}
	if s.Status != statute.InForce && isStub(s.Text) {
		s.Notes = append(s.Notes, s.Text)
		if s.History == "" {
			s.History = s.Text
		}
		s.Text = ""
	}
	bound(s, s.Catchline)
}

// statusSaid gives the status that words announce, "" for none. Renumbering
// comes before repeal: "renumbered 646A.602; original repealed".
func statusSaid(said string) statute.Status {
	switch {
	case renumbered.MatchString(said):
		return statute.Renumbered
	case repealed.MatchString(said):
		return statute.Repealed
	case reserved.MatchString(said):
		return statute.Reserved
	case expired.MatchString(said):
		return statute.Expired
	}
	return ""
}

// stubOpening is how a text begins that is no law but says what became of it.
var stubOpening = regexp.MustCompile(`(?i)^[\[(]?\s*(?:repealed|reserved|renumbered|recompiled|recodified|redesignated|transferred|expired|omitted|deleted|amended by[^.]*(?:repealed|renumbered))\b`)

func isStub(text string) bool {
	return len(text) < 600 && stubOpening.MatchString(text)
}

// endsInStatus tells "Penalty. [Repealed]" and "(Repealed)" at a catchline's end.
func endsInStatus(catchline string) bool {
	at := strings.LastIndexAny(catchline, "[(")
	return at >= 0 && statusSaid(catchline[at:]) != "" || stubOpening.MatchString(catchline)
}

// bound reads effective dates out of a heading or an editor's note.
func bound(s *statute.Section, said string) {
	if m := until.FindStringSubmatch(said); m != nil {
		s.EffectiveUntil = day(m[1])
		return
	}
	if m := notYet.FindStringSubmatch(said); m != nil {
		s.EffectiveFrom = day(m[1])
	}
}

// day reads "July 1, 2023"; "" where it is no date.
func day(s string) statute.Date {
	for _, layout := range []string{"January 2, 2006", "Jan. 2, 2006", "Jan 2, 2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return statute.Date(t.Format(time.DateOnly))
		}
	}
	return ""
}
