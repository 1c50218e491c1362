package scrapers

import (
	"strings"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// California reads an act as an agency prints it (PDF), and the legislature's
// own pages, leginfo, one or many sections a page.
//
// In print a number is bold, and so is the catchline, if there is one; many
// sections have none, and the first sentence must not be taken for it. Law
// begins on the same line in plain type, or on the next. 1798.199, 1798.199.10
// and 1798.199.100 are three sections. A note with an asterisk at the foot of a
// page is the agency's.
//
// On leginfo the number stands in an h6 and the source note in italics at the
// end. The page of a repealed section is a full page of chrome with no law in
// it: that is an error and never an empty section.
var California = add(Layout{
	Name:   "california",
	About:  "California codes: an agency's print of an act, and leginfo.legislature.ca.gov",
	States: []statute.Jurisdiction{"CA"},
	Fits:   fitsCalifornia,
	Parse:  parseCalifornia,
})

var (
	californiaNumber = atStart(`^(\d{1,5}(?:\.\d{1,3}){0,2}[a-z]?)\.\s*`)
	californiaSource = atStart(`^\((?:Amended|Added|Repealed|Enacted|Amended and renumbered|Renumbered|Heading)\b.*\)$`)
	californiaPlace  = atStart(`^(DIVISION|PART|TITLE|CHAPTER|ARTICLE) \d+(?:\.\d+)?[A-Z]?\.? `)
	footnote         = atStart(`^\*+ ?[A-Z]`)
)

func fitsCalifornia(doc *extract.Document) bool {
	return isLeginfo(doc) || isCaliforniaPrint(doc)
}

func isLeginfo(doc *extract.Document) bool {
	if doc.Format != extract.HTML {
		return false
	}
	for i := range doc.Lines {
		l := &doc.Lines[i]
		if strings.HasPrefix(l.ID, "codeLawSection") || inID(l, "codeLawSectionNoHead") || inID(l, "single_law_section") || inID(l, "manylawsections") {
			return true
		}
	}
	return strings.Contains(doc.Title, "California Code") || strings.HasPrefix(doc.Title, "Codes Display Text")
}

// inID reports whether a line stands in the element of that id.
func inID(l *extract.Line, id string) bool {
	for _, step := range l.Path {
		if title, ends := strings.CutSuffix(step, id); ends && strings.HasSuffix(title, "#") {
			return true
		}
	}
	return l.ID == id
}

func isCaliforniaPrint(doc *extract.Document) bool {
	if doc.Format == extract.HTML {
		return false
	}
	named, headings := false, 0
	for i := range doc.Lines {
		l := &doc.Lines[i]
		named = named || strings.Contains(strings.ToUpper(l.Text), "CALIFORNIA")
		if californiaNumber.MatchString(l.Text) && leadIsBold(l) {
			headings++
		}
	}
	return named && headings > 0
}

func parseCalifornia(doc *extract.Document, j statute.Jurisdiction) (statute.Document, error) {
	if doc.Format == extract.HTML {
		c := &leginfo{state: skipped}
		return assemble(doc, j, false, c.read), nil
	}
	c := &california{cursor: newCursor(doc), state: skipped}
	return assemble(doc, j, true, c.read), nil
}

// california is where a reader of a print stands.
type california struct {
	cursor
	state role
	// open is set while a bold catchline may go on.
	open bool
	// footPage is the page at whose foot a note stands.
	footPage int
}

func (c *california) read(l *extract.Line) mark {
	c.next()
	if m, ok := c.heading(l); ok {
		return m
	}
	switch {
	case c.state == skipped:
		return c.front(l)
	case c.open && l.Bold() && !enumerator.MatchString(l.Text):
		return mark{role: catch, text: l.Text}
	case footnote.MatchString(l.Text) && c.atMargin(l):
		c.footPage = l.Page
	}
	c.open = false
	if c.footPage != 0 && c.footPage == l.Page {
		return mark{role: annotation, text: l.Text}
	}
	c.footPage = 0
	return mark{role: law, text: l.Text}
}

// heading reads a bold number at the margin, its bold catchline and the law
// behind it.
func (c *california) heading(l *extract.Line) (mark, bool) {
	m := californiaNumber.FindStringSubmatch(l.Text)
	lead := l.Lead(func(r extract.Run) bool { return r.Bold })
	if m == nil || !c.atMargin(l) || len(strings.TrimSpace(lead)) < len(m[1]) || leaders.MatchString(l.Text) {
		return mark{}, false
	}
	cut := max(len(lead), len(m[0]))
	c.state, c.open, c.footPage = law, cut >= len(l.Text), 0
	return mark{
		role: heading, number: m[1], catchline: strings.TrimSpace(l.Text[len(m[0]):cut]),
		text: strings.TrimSpace(l.Text[cut:]),
	}, true
}

// front is what comes before the first section: the table of contents.
func (c *california) front(l *extract.Line) mark {
	if m := californiaNumber.FindStringSubmatch(l.Text); m != nil {
		return mark{role: entry, expect: m[1]}
	}
	if l.Bold() && l.Text == strings.ToUpper(l.Text) {
		return mark{role: place1, level: 1, text: l.Text}
	}
	return mark{role: skipped}
}

// leginfo is where a reader of the legislature's page stands.
type leginfo struct {
	state role
}

var leginfoLevels = map[string]int{"TITLE": 3, "DIVISION": 1, "PART": 2, "CHAPTER": 4, "ARTICLE": 5}

func (c *leginfo) read(l *extract.Line) mark {
	if m := californiaNumber.FindStringSubmatch(l.Text); m != nil && l.Tag == "h6" {
		c.state = law
		return mark{role: heading, number: m[1], text: strings.TrimSpace(l.Text[len(m[0]):])}
	}
	if m := californiaPlace.FindStringSubmatch(l.Text); m != nil && (l.Tag[:min(1, len(l.Tag))] == "h" || l.Bold()) {
		c.state = skipped
		return mark{role: place1, level: leginfoLevels[m[1]], text: l.Text}
	}
	switch {
	case c.state == skipped || strings.HasPrefix(l.Tag, "h"):
		return mark{role: skipped}
	case californiaSource.MatchString(l.Text) && allItalic(l):
		c.state = skipped
		return mark{role: history, text: l.Text}
	}
	return mark{role: law, text: l.Text}
}

// allItalic reports whether every word of the line is italic.
func allItalic(l *extract.Line) bool {
	for _, run := range l.Runs {
		if !run.Italic && strings.TrimSpace(l.Text[run.Start:run.End]) != "" {
			return false
		}
	}
	return true
}
