package scrapers

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/pincite/pincite/internal/statute"
)

// A stub's status stands at the end of its catchline, or is all the text or all
// the history there is. A part of a section that is repealed does not repeal it,
// and a repeal that is still to come leaves it in force until then.
var (
	statusWords = []struct {
		status statute.Status
		word   *regexp.Regexp
	}{
		{statute.Renumbered, regexp.MustCompile(`(?i)(?:^\W*|[\[(.;,]\s*|\b(?:and|was|is|been|reenacted|see) )(?:renumbered|recompiled|recodified|redesignated|transferred)\b|\brenumbered (?:as|§|section|\d)`)},
		{statute.Repealed, regexp.MustCompile(`(?i)(?:^\W*|[\[(.;]\s*)(?:repealed|deleted|omitted|superseded|void)\b|\b(?:was|is|been) repealed\b|\brepealed (?:by|effective|under)\b`)},
		{statute.Reserved, regexp.MustCompile(`(?i)(?:^\W*|[\[(.;]\s*)reserved\b`)},
		{statute.Expired, regexp.MustCompile(`(?i)(?:^\W*|[\[(.;]\s*)expired\b`)},
	}
	// event is what a source note in one bracket tells in its order.
	event     = regexp.MustCompile(`(?i)\b(part )?(repealed|renumbered|recompiled|transferred|expired)\b`)
	newNumber = regexp.MustCompile(`(?i)(?:renumbered|recompiled|recodified|redesignated|transferred)(?:\s+(?:as|to|in|at))?\s*(?:§+|sections?|[A-Z]{2,4}|secs?\.)?\s*(` + number + `)(?:\s+and then\s+(` + number + `))?`)

	date     = `([A-Z][a-z]+\.? \d{1,2}, \d{4})`
	from     = regexp.MustCompile(`(?i)\b(?:effective|operative)\s+(?:date\s*[-–—:]?\s*)?(?:on |from )?(?:and after )?` + date)
	until    = regexp.MustCompile(`(?i)(?:\b(?:effective\s+|operative\s+|in effect\s+)?(?:until|through)|\bexpires?(?:\s+on)?|\bexpiring|\brepealed,? (?:effective|as of|on)|\bexpiration date\s*[-–—:]?)\s*` + date)
	sunset   = regexp.MustCompile(`(?m)^(?:\([0-9A-Za-z.]+\)\s*)*This (?:section|article|part|act) is repealed,? effective ` + date + `\.?$`)
	versions = regexp.MustCompile(`(?i)\bversion of (?:this|the) section (?:is |are )?([^\]]*)`)
)

// settle tells the status of a finished section from its catchline, its text and
// its history, and the dates that its heading and the editors give it.
func settle(s *statute.Section) {
	s.Status = statute.InForce
	said := saidOf(s)
	if stub := statusSaid(said); stub != "" && (s.Text == "" || isStub(s.Text) || !until.MatchString(said)) {
		s.Status = stub
	}
	if s.Status == statute.Renumbered {
		s.RenumberedTo = renumberedTo(said)
	}
	if s.Status != statute.InForce && isStub(s.Text) {
		emptied(s)
	}
	bound(s, s.Catchline)
	if s.EffectiveUntil == "" {
		s.EffectiveUntil = sunsetIn(s.Text)
	}
	for _, note := range s.Notes {
		if m := versionsIn(note); m != "" {
			bound(s, m)
		}
	}
}

// renumberedTo is the last number that words give a section, "" for none.
func renumberedTo(said string) string {
	m := newNumber.FindStringSubmatch(said)
	if m == nil {
		return ""
	}
	return cmp.Or(m[2], m[1])
}

// sunsetIn is the day on which a section says that it is repealed, "" for none.
// Few do, and the plain words are found faster than the pattern.
func sunsetIn(text string) statute.Date {
	if !strings.Contains(text, " is repealed") {
		return ""
	}
	if m := sunset.FindStringSubmatch(text); m != nil {
		return day(m[1])
	}
	return ""
}

// versionsIn is what a note says of its version of the section, "" for nothing.
func versionsIn(note string) string {
	if !strings.Contains(note, "ersion of") && !strings.Contains(note, "ERSION OF") {
		return ""
	}
	if m := versions.FindStringSubmatch(note); m != nil {
		return m[1]
	}
	return ""
}

// saidOf gives the words that may announce a status: the end of the catchline;
// for a stub its text as well; and where there is no text the last event of its
// source note.
func saidOf(s *statute.Section) string {
	if tail := statusTail(s.Catchline); tail != "" {
		return tail
	}
	switch {
	case isStub(s.Text):
		return s.Text
	case s.Text == "" && statusSaid(s.Catchline) != "":
		return s.Catchline
	case s.Text == "":
		return lastEvent(s.History)
	}
	return ""
}

// statusTail gives the last bracket of a catchline that opens with a status, or
// the whole of one that does: "Penalty. [Repealed]", "to 4.99 Reserved.".
func statusTail(catchline string) string {
	catchline = rangeTail.ReplaceAllString(catchline, "")
	if stubOpening.MatchString(catchline) {
		return catchline
	}
	for at := len(catchline); at >= 0; {
		if at = strings.LastIndexAny(catchline[:at], "[("); at >= 0 && stubOpening.MatchString(catchline[at:]) {
			return catchline[at:]
		}
	}
	return ""
}

// lastEvent is a source note from the last thing that it tells: a section that
// was renumbered and later repealed is repealed. What befell a part of it does
// not count.
func lastEvent(history string) string {
	found := event.FindAllStringSubmatchIndex(history, -1)
	found = slices.DeleteFunc(found, func(at []int) bool { return at[2] >= 0 })
	if len(found) == 0 {
		return ""
	}
	return history[found[len(found)-1][4]:]
}

// statusSaid gives the status that words announce, "" for none. Renumbering
// comes before repeal: "renumbered 646A.602; original repealed".
func statusSaid(said string) statute.Status {
	for _, s := range statusWords {
		if s.word.MatchString(said) {
			return s.status
		}
	}
	return ""
}

// stubOpening is how a text begins that is no law but says what became of it.
var stubOpening = atStart(`(?i)^[\[(]?\s*(?:(?:this )?section (?:has been |was |is )?)?(?:repealed|reserved|renumbered|recompiled|recodified|redesignated|transferred|expired|omitted|deleted|amended by[^.]*(?:repealed|renumbered))\b`)

func isStub(text string) bool {
	return len(text) < 600 && stubOpening.MatchString(text)
}

// emptied moves the words of a stub out of its text.
func emptied(s *statute.Section) {
	s.Notes = append(s.Notes, s.Text)
	if s.History == "" {
		s.History = s.Text
	}
	s.Text = ""
}

// bound reads effective dates out of a heading or an editor's note.
func bound(s *statute.Section, said string) {
	if !hasDate(said) {
		return
	}
	if m := until.FindStringSubmatch(said); m != nil {
		s.EffectiveUntil = day(m[1])
	}
	if m := from.FindStringSubmatch(until.ReplaceAllString(said, "")); m != nil {
		s.EffectiveFrom = day(m[1])
	}
}

// hasDate reports whether a comma stands between two digits, as in every date:
// few headings have one, and the patterns need not be tried on the others.
func hasDate(said string) bool {
	for at := strings.Index(said, ", "); at >= 0; at = strings.Index(said, ", ") {
		if at > 0 && isDigit(said[at-1]) && at+2 < len(said) && isDigit(said[at+2]) {
			return true
		}
		said = said[at+2:]
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// day reads "July 1, 2023"; "" where it is no date.
func day(s string) statute.Date {
	for _, layout := range []string{"January 2, 2006", "Jan. 2, 2006", "Jan 2, 2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return statute.Date(t.Format(time.DateOnly))
		}
	}
	return ""
}
