package scrapers

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// Illinois reads ilga.gov: every run of text wrapped in code and font, so that
// no style says anything. A section opens with its citation in brackets, "(320
// ILCS 30/1)", often with its old one, "(from Ch. 67 1/2, par. 451)"; then "Sec.
// 1." and text; "(Source: P.A. 83-895.)" ends it. "Sec. 1" stands in every act:
// the number is the citation.
var Illinois = add(Layout{
	Name:   "illinois",
	About:  "Illinois Compiled Statutes of ilga.gov; numbered by citation, as 320 ILCS 30/1, since each act counts from 1.",
	States: []statute.Jurisdiction{"IL"},
	Fits:   fitsIllinois,
	Parse:  parseIllinois,
	Links:  func(doc *extract.Document) []string { return pages(doc, illinoisPage) },
})

// illinoisPage is an act or section in the index.
var illinoisPage = regexp.MustCompile(`(?i)(?:/ilcs[0-9]*\.asp\?.*(?:ActID|DocName)=|/[0-9]{9}K[0-9A-Z.-]+\.html?$|/ilcs/documents/[0-9A-Z.-]+\.html?$)`)

func fitsIllinois(doc *extract.Document) bool {
	if doc.Format != extract.HTML {
		return false
	}
	for i := range doc.Lines {
		if ilcs.MatchString(doc.Lines[i].Text) {
			return true
		}
	}
	return false
}

func parseIllinois(doc *extract.Document, j statute.Jurisdiction) (statute.Document, error) {
	a := &act{}
	return assemble(doc, j, false, a.line), nil
}

// ilcs is the citation that opens a section; the whole line holds no more than
// that and the old citation.
var ilcs = atStart(`^\(([0-9]{1,4} ILCS [0-9]{1,5}[A-Z]?/[0-9A-Z][0-9A-Z.-]*)\)(?:\s*\(?(?:from|was) .*)?$`)

// ilcsPart heads an article or division: "(815 ILCS 530/Art. 1 heading)".
var ilcsPart = atStart(`^\([0-9]{1,4} ILCS [0-9]{1,5}[A-Z]?/(?:(?:Art|Pt|Div|Title|Ch)\b.*|.* heading)\)`)

// ilcsAct heads an act: "(815 ILCS 530/) Personal Information Protection Act."
var ilcsAct = atStart(`^\([0-9]{1,4} ILCS [0-9]{1,5}[A-Z]?/\)\s*(.*)$`)

// act is the page as far as it was read.
type act struct {
	// number waits for the line that opens with "Sec."; notes stand between.
	number string
	notes  []string
	// heads is set behind the citation of an article, whose name follows.
	heads bool
	// source is set while a source note's bracket is open.
	source bool
}

func (a *act) line(l *extract.Line) mark {
	switch m := ilcs.FindStringSubmatch(l.Text); {
	case ilcsPart.MatchString(l.Text):
		*a = act{heads: true}
		return mark{role: skipped}
	case m != nil:
		*a = act{number: m[1]}
		return mark{role: skipped}
	case ilcsAct.MatchString(l.Text):
		return mark{role: place1, level: 2, text: ilcsAct.FindStringSubmatch(l.Text)[1]}
	case a.heads:
		a.heads = false
		return mark{role: place1, level: 3, text: l.Text}
	case a.number != "":
		return a.open(l)
	case a.source || strings.HasPrefix(l.Text, "(Source:"):
		a.source = !strings.HasSuffix(l.Text, ")")
		return mark{role: history, text: l.Text}
	}
	return mark{role: law, text: l.Text}
}

var illinoisSection = atStart(`^(?:Sec|Section|§)\.?\s*[0-9A-Z][0-9A-Z.-]*[0-9A-Z]?\.\s*`)

// open reads the line that holds the text's beginning, and editor's notes before
// it: "(Text of Section after amendment by P.A. 103-142)".
func (a *act) open(l *extract.Line) mark {
	sec := illinoisSection.FindString(l.Text)
	if sec == "" && strings.HasPrefix(l.Text, "(") {
		a.notes = append(a.notes, l.Text)
		return mark{role: skipped}
	}
	catchline, text := firstTitle(l.Text[len(sec):])
	m := mark{role: heading, number: a.number, catchline: catchline, text: text, notes: a.notes}
	*a = act{}
	return m
}

// firstTitle parts a catchline from the text it runs into: a short first
// sentence without a verb, before more text. "This Act shall be known as the
// Deferral Act." is law.
func firstTitle(text string) (catchline, rest string) {
	first, rest, ok := strings.Cut(text, ". ")
	if !ok || strings.TrimSpace(rest) == "" || len(strings.Fields(first)) > 15 || finite.MatchString(first) {
		return "", text
	}
	return first + ".", strings.TrimSpace(rest)
}

var finite = regexp.MustCompile(`(?i)\b(?:shall|may|is|are|was|were|be|means|has|have|must|includes?|appl(?:y|ies)|takes?)\b|^\(|["“]`)
