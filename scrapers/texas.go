package scrapers

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// Texas reads statutes.capitol.texas.gov and tcss.legis.texas.gov: a chapter a page
// of p.left and p.center, in one pre. A section opens with "Sec. 521.053." and its catchline in capitals;
// law runs on behind it. The source note opens with "Added by Acts", "Acts
// 2007, 80th Leg." or "Amended by" and takes several paragraphs. "Text of
// section effective until …" stands before the heading that it speaks of.
var Texas = add(Layout{
	Name:   "texas",
	About:  "Texas codes of statutes.capitol.texas.gov and tcss.legis.texas.gov, a chapter a page.",
	States: []statute.Jurisdiction{"TX"},
	Fits:   fitsTexas,
	Parse:  parseTexas,
	Links:  func(doc *extract.Document) []string { return pages(doc, texasPage) },
})

// texasPage is a chapter in the index of a code.
var texasPage = regexp.MustCompile(`(?i)(?:^|/)[A-Z]{2}\.[0-9]+[A-Z]?\.html?$`)

// fitsTexas wants a section and a source note of the Texas form.
func fitsTexas(doc *extract.Document) bool {
	section, source := false, false
	for i := range doc.Lines {
		l := &doc.Lines[i]
		section = section || l.Tag == "p" && texasSection.MatchString(l.Text)
		source = source || texasSource.MatchString(l.Text) && strings.Contains(l.Text, " Leg.")
	}
	return section && source
}

func parseTexas(doc *extract.Document, j statute.Jurisdiction) (statute.Document, error) {
	t := &texas{}
	d := assemble(doc, j, false, t.line)
	for i := range d.Sections {
		for _, note := range d.Sections[i].Notes {
			if texasWhole.MatchString(note) {
				bound(&d.Sections[i], note)
			}
		}
	}
	return d, nil
}

// texas is the chapter as far as it was read.
type texas struct {
	// begun is set by the first section, sourced by the source note of each.
	begun, sourced bool
	// notes wait for the heading that they speak of.
	notes []string
}

func (t *texas) line(l *extract.Line) mark {
	switch {
	case texasNote.MatchString(l.Text):
		return t.note(l)
	case texasSection.MatchString(l.Text):
		return t.open(l)
	case texasPlace.MatchString(l.Text):
		*t = texas{begun: t.begun, sourced: true}
		return mark{role: place1, level: texasLevels[texasPlace.FindStringSubmatch(l.Text)[1]], text: l.Text}
	case !t.begun && texasCode.MatchString(l.Text) && strings.Contains(l.Class, "center"):
		return mark{role: place1, level: 1, text: l.Text}
	case !t.begun:
		return mark{role: skipped}
	case t.sourced || texasSource.MatchString(l.Text):
		t.sourced = true
		return mark{role: history, text: l.Text}
	}
	return mark{role: law, text: l.Text}
}

// note is the editor's: of the next section where one has ended, else of a part
// of the section at hand.
func (t *texas) note(l *extract.Line) mark {
	if t.begun && !t.sourced {
		return mark{role: annotation, text: l.Text}
	}
	t.notes = append(t.notes, l.Text)
	return mark{role: skipped}
}

func (t *texas) open(l *extract.Line) mark {
	m := texasSection.FindStringSubmatch(l.Text)
	rest := l.Text[len(m[0]):]
	catchline := texasCatchline.FindString(rest)
	read := mark{
		role: heading, number: m[1], catchline: strings.TrimSpace(catchline),
		text: strings.TrimSpace(rest[len(catchline):]), notes: t.notes,
	}
	*t = texas{begun: true}
	return read
}

// texasSection is the number at the start of a paragraph. "Sec. 5, Chapter 3"
// within a note has no full stop behind its number.
var texasSection = atStart(`^(?:Sec|Art)\.\s+([0-9]+[A-Z]?(?:[.-][0-9]+[A-Za-z]?(?:-[0-9a-z]+)?)*)\.\s*`)

// texasCatchline is the run of capitals behind the number, to the full stop that
// law follows; "U.S." within it goes on.
var texasCatchline = atStart(`^(?:[^a-z(]|\([^)a-z]{2,}\))+\.(?:\s+|$)`)

var texasSource = atStart(`^(?:(?:Added|Amended|Reenacted|Redesignated|Renumbered|Transferred|Repealed|Revised|Recodified)(?: and [a-z]+)*(?:,? (?:by|from|and)\b.*|:)?\s*$|Acts [0-9]{4}, [0-9]+(?:st|nd|rd|th) Leg\.|Amended by:?\s*$)`)

var texasNote = atStart(`^(?:Text of (?:section|article|subsection|subdivision|subchapter|chapter)\b|For expiration of|Without reference to the amendment|This section was amended|Without reference to)`)

// texasWhole is a note that speaks of all of a section.
var texasWhole = atStart(`^Text of (?:section|article)\b`)

var texasPlace = atStart(`^(TITLE|SUBTITLE|CHAPTER|SUBCHAPTER)\s+[0-9A-Z-]+\.`)

// texasCode is the name of the code, which tells two sections of one number apart.
var texasCode = atStart(`^(?:[A-Z][A-Z ,&'-]* CODE|CODE OF [A-Z ]+|[A-Z ]*CIVIL STATUTES)$`)

var texasLevels = map[string]int{"TITLE": 2, "SUBTITLE": 3, "CHAPTER": 4, "SUBCHAPTER": 5}
