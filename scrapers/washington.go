package scrapers

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// Washington reads app.leg.wa.gov: a section a page, or a chapter a page where
// it is asked for in full. A heading "RCW 19.255.010" is followed by one with
// the catchline; the source note is a paragraph in brackets, "[ 2019 c 241 § 2;
// 2015 c 64 § 2. ]"; NOTES up to the next section are the reviser's.
var Washington = add(Layout{
	Name:     "washington",
	About:    "Revised Code of Washington of app.leg.wa.gov, by headings; written from what is known of the pages.",
	States:   []statute.Jurisdiction{"WA"},
	Unproven: true,
	Fits:     fitsWashington,
	Parse:    parseWashington,
	Links:    func(doc *extract.Document) []string { return pages(doc, washingtonPage) },
})

// washingtonPage is a chapter or section in an index, not its printed form.
var washingtonPage = regexp.MustCompile(`(?i)(?:app|apps)\.leg\.wa\.gov/rcw/(?:default\.aspx)?\?cite=[0-9A-Z.]+(?:&full=true)?$|^(?:default\.aspx)?\?cite=[0-9A-Z.]+(?:&full=true)?$`)

func fitsWashington(doc *extract.Document) bool {
	for i := range doc.Lines {
		l := &doc.Lines[i]
		if isHeadingTag(l) && rcw.MatchString(l.Text) {
			return true
		}
	}
	return false
}

// rcw is the whole of a section's first heading. Words such as "PDF" may stand
// behind it as links.
var rcw = atStart(`^(?:PDF\s*)?RCW\s+([0-9]+[A-Z]?\.[0-9]+[A-Z]?\.[0-9]+[A-Z]?)(?:\s*PDF)?$`)

func isHeadingTag(l *extract.Line) bool {
	return len(l.Tag) == 2 && l.Tag[0] == 'h' && l.Tag[1] >= '1' && l.Tag[1] <= '6'
}

func parseWashington(doc *extract.Document, j statute.Jurisdiction) (statute.Document, error) {
	w := &washington{}
	for i := range doc.Lines {
		w.framed = w.framed || inContent(&doc.Lines[i])
	}
	return assemble(doc, j, false, w.line), nil
}

// washington is the page as far as it was read.
type washington struct {
	// framed pages hold their law in one element and chrome outside; left is set at
	// the foot of a page.
	framed, left bool
	// begun is set by the first section, titled by its catchline, sourced by
	// its source note, noted by the reviser's notes.
	begun, titled, sourced, noted bool
	// level is that of a title or chapter whose name is still to come.
	level int
}

func inContent(l *extract.Line) bool {
	return inElement(l, "div#contentWrapper") || l.ID == "contentWrapper"
}

func (w *washington) line(l *extract.Line) mark {
	if w.framed && !inContent(l) || w.left {
		return mark{role: skipped}
	}
	if strings.Contains(l.Class, "text-warning") { // "Legislative questions or comments": the foot of every page
		w.left = true
		return mark{role: skipped}
	}
	if m := rcw.FindStringSubmatch(l.Text); m != nil && isHeadingTag(l) {
		*w = washington{framed: w.framed, begun: true}
		return mark{role: heading, number: m[1]}
	}
	switch {
	case !w.begun:
		return w.place(l)
	case isHeadingTag(l) && !w.titled:
		w.titled = true
		return mark{role: catch, text: l.Text}
	case isHeadingTag(l) || w.noted:
		w.titled, w.noted = true, true
		return mark{role: annotation, text: l.Text}
	}
	return w.body(l)
}

// body reads law and the source note; behind that come notes alone.
func (w *washington) body(l *extract.Line) mark {
	w.titled = true
	switch {
	case washingtonSource.MatchString(l.Text):
		w.sourced = true
		return mark{role: history, text: l.Text}
	case w.sourced:
		return mark{role: annotation, text: l.Text}
	}
	return mark{role: law, text: l.Text}
}

// washingtonSource is a source note: years, chapters and sections in a bracket.
// Law may hold brackets, but none that opens with a session law.
var washingtonSource = atStart(`^\[\s*(?:[0-9]{4}\b[^\]]*\bc\s[0-9]+|Code [0-9]{4}|RRS\b|Formerly\b).*\]\.?$`)

var washingtonChapter = atStart(`^(Title|Chapter)\s+[0-9A-Z.]+\s+RCW\b`)

// place reads the heads of a chapter's page: its number, and its name in the
// next heading.
func (w *washington) place(l *extract.Line) mark {
	m := washingtonChapter.FindStringSubmatch(l.Text)
	level := map[string]int{"Title": 1, "Chapter": 2}
	switch {
	case m != nil:
		w.level = level[m[1]]
		return mark{role: place1, level: w.level, text: l.Text}
	case w.level > 0 && isHeadingTag(l):
		named := mark{role: place1, level: w.level, text: l.Text, joins: true}
		w.level = 0
		return named
	}
	return mark{role: skipped}
}
