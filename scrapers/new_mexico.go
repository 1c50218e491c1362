package scrapers

import (
	"strings"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// NewMexico reads NMSA 1978 as New Mexico OneSource of Law publishes it: HTML,
// PDF and text of a chapter, all of one form.
//
// A section is "57-12C-6. Catchline.", its law, "History:" and then ANNOTATIONS:
// the compiler's text, which quotes former words of the law and is never law.
// Brackets such as [57-12C-1 to 57-12C-12 NMSA 1978] inside law are the
// compiler's too, and stay as they are printed. A repealed or recompiled section
// has a catchline that says so and no law.
var NewMexico = add(Layout{
	Name:   "new-mexico",
	About:  "NMSA 1978 from nmonesource.com, as HTML, PDF or text: History, then compiler's annotations",
	States: []statute.Jurisdiction{"NM"},
	Fits:   fitsNewMexico,
	Parse:  parseNewMexico,
})

var (
	mexicoHeading = atStart(`^(\d{1,2}[A-Z]?-\d{1,2}[A-Z]{0,2}-\d{1,3}[A-Z]?(?:\.\d{1,2})?)(?: to (\d{1,2}[A-Z]?-\d{1,2}[A-Z]{0,2}-\d{1,3}[A-Z]?(?:\.\d{1,2})?))?\.\s+(\S.*)$`)
	mexicoHistory = atStart(`^History:\s*`)
	mexicoNotes   = atStart(`^(?:ANNOTATIONS|COMPILER'S ANNOTATIONS)$`)
	mexicoArticle = atStart(`^(?:(CHAPTER|Chapter)|(ARTICLE|Article)|(PART|Part)) \d{1,3}[A-Z]{0,2}\b`)
)

func fitsNewMexico(doc *extract.Document) bool {
	headings, named := 0, strings.Contains(doc.Title, "NMSA")
	for i := range doc.Lines {
		l := &doc.Lines[i]
		if transformID.MatchString(l.ID) {
			return false
		}
		if mexicoHeading.MatchString(l.Text) && l.Tag != "li" {
			headings++
		}
		named = named || strings.Contains(l.Text, "NMSA 1978") || mexicoNotes.MatchString(l.Text) ||
			inElement(l, "div.documentcontent")
	}
	return headings > 0 && named
}

// mexico is where a reader of a chapter stands.
type mexico struct {
	cursor
	state role
	// number is that of the section at hand.
	number string
	// openCatchline is set while a catchline runs on.
	openCatchline bool
	// level is that of a place on the line before, else zero.
	level int
}

func parseNewMexico(doc *extract.Document, j statute.Jurisdiction) (statute.Document, error) {
	m := &mexico{cursor: newCursor(doc), state: skipped}
	if printed(doc) {
		return assembleIndented(doc, j, &m.cursor, m.read), nil
	}
	return assemble(doc, j, false, m.read), nil
}

// printed reports whether a line of the document is a printed one: not so in
// HTML, unless the text is preformatted.
func printed(doc *extract.Document) bool {
	return doc.Format != extract.HTML || anyPre(doc)
}

func anyPre(doc *extract.Document) bool {
	for i := range doc.Lines {
		if doc.Lines[i].Tag == "pre" {
			return true
		}
	}
	return false
}

func (m *mexico) read(l *extract.Line) mark {
	m.next()
	found := m.line(l)
	m.level = found.level
	return found
}

func (m *mexico) line(l *extract.Line) mark {
	if found, ok := m.heading(l); ok {
		return found
	}
	switch {
	case mexicoNotes.MatchString(l.Text):
		m.state = annotation
		return mark{role: annotation, text: l.Text}
	case m.isPlace(l):
		return m.place(l)
	case m.state == law && mexicoHistory.MatchString(l.Text):
		m.state = history
		return mark{role: history, text: mexicoHistory.ReplaceAllString(l.Text, "")}
	case m.state == law && m.openCatchline && m.runsOn(l):
		m.openCatchline = !strings.HasSuffix(l.Text, ".")
		return mark{role: catch, text: l.Text}
	case m.state == skipped && (l.Tag == "h1" || !printed1(l)):
		return mark{role: skipped}
	}
	m.openCatchline = false
	return mark{role: m.state, text: l.Text}
}

// printed1 reports whether a line is a printed one.
func printed1(l *extract.Line) bool { return l.Tag == "" || l.Tag == "pre" }

// heading accepts a heading element, or a line at the margin that follows the
// end of a sentence: "57-12C-6. The" in the middle of a paragraph is a
// cross-reference that the line broke.
func (m *mexico) heading(l *extract.Line) (mark, bool) {
	found := mexicoHeading.FindStringSubmatch(l.Text)
	if found == nil || l.Tag == "li" || inElement(l, "nav") {
		return mark{}, false
	}
	if printed1(l) && (!m.atMargin(l) || !m.follows()) || l.Tag == "p" && m.state == annotation {
		return mark{}, false
	}
	if m.listed(l, found[1]) {
		return mark{role: entry, expect: found[1]}, true
	}
	m.state, m.number = law, found[1]
	m.openCatchline = printed1(l) && !strings.HasSuffix(found[3], ".")
	catchline := found[3]
	if found[2] != "" {
		catchline = "to " + found[2] + ". " + catchline
	}
	return mark{role: heading, number: found[1], catchline: catchline}, true
}

// follows reports whether a heading may stand behind the line before.
func (m *mexico) follows() bool {
	b := m.before()
	return m.state == skipped || m.sentenceEnded() || mexicoNotes.MatchString(b.Text) || mexicoHeading.MatchString(b.Text)
}

// listed tells an entry of a table of contents: another heading stands right
// behind it and the number comes again.
func (m *mexico) listed(l *extract.Line, no string) bool {
	if m.at+1 < len(m.lines) && !mexicoHeading.MatchString(m.lines[m.at+1].Text) && m.state != skipped {
		return false
	}
	for i := m.at + 1; i < len(m.lines); i++ {
		if again := mexicoHeading.FindStringSubmatch(m.lines[i].Text); again != nil && again[1] == no && m.lines[i].Text == l.Text {
			return true
		}
	}
	return false
}

// runsOn tells the rest of a catchline from law, which is indented.
func (m *mexico) runsOn(l *extract.Line) bool {
	return m.atMargin(l) && !enumerator.MatchString(l.Text)
}

// isPlace tells a chapter, article or part from words that begin so: it stands
// in a heading element, or alone or in capitals on its line.
func (m *mexico) isPlace(l *extract.Line) bool {
	switch {
	case l.Tag == "h1" || l.Tag == "h2":
		return mexicoArticle.MatchString(l.Text)
	case !printed1(l):
		return false
	case m.level > 0: // its name, on the next line
		return l.X > 80 || l.Indent > 4 || l.Centered
	}
	found := mexicoArticle.FindString(l.Text)
	return found != "" && (found == l.Text || l.Text == strings.ToUpper(l.Text)) && m.sentenceEnded()
}

func (m *mexico) place(l *extract.Line) mark {
	level := m.level
	if found := mexicoArticle.FindStringSubmatch(l.Text); found != nil {
		level = 1
		if found[2] != "" {
			level = 2
		} else if found[3] != "" {
			level = 3
		}
	}
	m.state = skipped
	return mark{role: place1, level: level, text: l.Text, joins: level == m.level}
}
