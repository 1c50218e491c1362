package scrapers

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// Iowa reads what legis.iowa.gov publishes: chapters of the Code as RTF, and
// chapters of the court rules as PDF (iowa_rules.go). In the RTF bold is the
// only mark of a heading: "715C.2 Security breach — remedies." The source note
// opens with "2008 Acts, ch 1154" or a bracket, and all behind it up to the next
// heading is the editor's: "Referred to in", cross-references, footnotes.
var Iowa = add(Layout{
	Name:   "iowa",
	About:  "Iowa Code chapters in RTF and Iowa court rules in PDF, as legis.iowa.gov publishes them.",
	States: []statute.Jurisdiction{"IA"},
	Fits:   fitsIowa,
	Parse:  parseIowa,
	Links:  linksIowa,
})

func fitsIowa(doc *extract.Document) bool {
	switch doc.Format {
	case extract.RTF:
		return fitsIowaCode(doc)
	case extract.PDF:
		return fitsIowaRules(doc)
	}
	return false
}

// fitsIowaCode wants a centred chapter at the top and a section of that very
// chapter in bold: "CHAPTER 715C", "715C.1".
func fitsIowaCode(doc *extract.Document) bool {
	chapter := ""
	for i := range doc.Lines {
		l := &doc.Lines[i]
		if m := iowaChapter.FindStringSubmatch(l.Text); m != nil && l.Centered {
			chapter = m[1]
		}
		if no, _, _ := iowaHeading(l); no != "" && chapter != "" {
			return strings.HasPrefix(no, chapter+".")
		}
	}
	return false
}

var iowaChapter = atStart(`^CHAPTER\s+([0-9]+[A-Z]*)$`)

func parseIowa(doc *extract.Document, j statute.Jurisdiction) (statute.Document, error) {
	if doc.Format == extract.PDF {
		return parseIowaRules(doc, j)
	}
	c := &iowaCode{}
	return assemble(doc, j, false, c.line), nil
}

// iowaCode knows where in a chapter it is.
type iowaCode struct {
	// noted is set from the source note of a section to the next heading.
	noted bool
	// begun is set by the first heading.
	begun bool
	// place is the division whose title goes on over several centred lines.
	place string
	level int
}

func (c *iowaCode) line(l *extract.Line) mark {
	if no, catchline, text := iowaHeading(l); no != "" {
		*c = iowaCode{begun: true}
		return mark{role: heading, number: no, catchline: catchline, text: text}
	}
	if m, ok := c.division(l); ok {
		return m
	}
	c.place = ""
	switch {
	case !c.begun:
		return c.contents(l)
	case iowaSource.MatchString(l.Text):
		c.noted = true
		return mark{role: history, text: l.Text}
	case c.noted || iowaNote.MatchString(l.Text):
		c.noted = true
		return mark{role: annotation, text: l.Text}
	}
	return mark{role: law, text: l.Text}
}

// iowaSection is a heading's number; it takes the number of a range with it.
var iowaSection = atStart(`^(?:§+\s*)?([0-9]+[A-Z]*\.[0-9]+[A-Z]*)((?:,?(?: and| through| to|,)? ?[0-9]+[A-Z]*\.[0-9]+[A-Z]*)*)\.?(?:\s+|$)`)

// iowaHeading parts the bold lead of a heading from text that stands on its
// line. A number in bold within a sentence never opens a paragraph.
func iowaHeading(l *extract.Line) (no, catchline, text string) {
	lead := l.Lead(func(r extract.Run) bool { return r.Bold })
	m := iowaSection.FindStringSubmatch(lead)
	if m == nil {
		return "", "", ""
	}
	catchline = strings.TrimSpace(m[2] + " " + lead[len(m[0]):])
	return m[1], catchline, strings.TrimSpace(l.Text[len(lead):])
}

// contents reads what stands before the first section.
func (c *iowaCode) contents(l *extract.Line) mark {
	if m := iowaSection.FindStringSubmatch(l.Text); m != nil && m[2] == "" {
		return mark{role: entry, expect: m[1]}
	}
	return mark{role: skipped}
}

// iowaSource opens a source note: years of the codes in a bracket, or acts with
// their chapter. Law names an act's chapter in full.
var iowaSource = atStart(`^(?:\[(?:C|R|SS?)[0-9]{2,4}\b|\[?(?:[0-9]{2}|[0-9]{4}) (?:Iowa )?Acts\b.*\bch [0-9]+|\[[0-9]{2}, [0-9]{2}\b)`)

// iowaNote is an editor's line where a section has no source note.
var iowaNote = atStart(`^(?:Referred to in §|NEW (?:section|subsection)|Section (?:amended|repealed|not amended)|Subsection[s]? [0-9a-z, ]+ (?:amended|stricken))`)

// iowaDivision opens a division of the Code.
var iowaDivision = atStart(`^(TITLE|SUBTITLE|CHAPTER|SUBCHAPTER|ARTICLE|DIVISION|PART)\s+[0-9IVXLC]+[A-Z]*\b`)

var iowaLevels = map[string]int{"TITLE": 1, "SUBTITLE": 2, "CHAPTER": 3, "SUBCHAPTER": 4, "ARTICLE": 4, "DIVISION": 4, "PART": 5}

// division reads a centred heading and the lines of its title in capitals. A
// centred line within a section, such as a form's, is law.
func (c *iowaCode) division(l *extract.Line) (mark, bool) {
	if !l.Centered {
		return mark{}, false
	}
	if m := iowaDivision.FindStringSubmatch(l.Text); m != nil {
		c.place, c.level, c.noted = l.Text, iowaLevels[m[1]], true
		return mark{role: place1, level: c.level, text: c.place}, true
	}
	if c.place != "" && l.Text == strings.ToUpper(l.Text) {
		c.place += " " + l.Text
		return mark{role: place1, level: c.level, text: c.place}, true
	}
	return mark{}, false
}

// iowaPage is a chapter or a chapter of rules in an index.
var iowaPage = regexp.MustCompile(`(?i)/docs/(?:code|ACO/CourtRulesChapter)/[^?]+\.(?:rtf|pdf)$`)

func linksIowa(doc *extract.Document) []string { return pages(doc, iowaPage) }
