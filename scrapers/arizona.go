package scrapers

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// Arizona reads azleg.gov: a section a page of bare paragraphs. Number and
// catchline stand in the first, the catchline underlined; there is no history.
var Arizona = add(Layout{
	Name:   "arizona",
	About:  "Arizona Revised Statutes of azleg.gov, a section a page; the heading is told by underlining, and there is no history.",
	States: []statute.Jurisdiction{"AZ"},
	Fits:   fitsArizona,
	Parse:  parseArizona,
	Links:  func(doc *extract.Document) []string { return pages(doc, arizonaPage) },
})

// arizonaPage is a section in the index of a title.
var arizonaPage = regexp.MustCompile(`(?i)/ars/[0-9]+/[0-9][0-9A-Z.-]*\.htm$`)

// fitsArizona wants the heading first and nothing before it.
func fitsArizona(doc *extract.Document) bool {
	if doc.Format != extract.HTML || len(doc.Lines) == 0 {
		return false
	}
	_, ok := arizonaHeading(&doc.Lines[0])
	return ok
}

func parseArizona(doc *extract.Document, j statute.Jurisdiction) (statute.Document, error) {
	return assemble(doc, j, false, arizonaLine), nil
}

func arizonaLine(l *extract.Line) mark {
	if m, ok := arizonaHeading(l); ok {
		return m
	}
	return mark{role: law, text: l.Text}
}

// arizonaHeading is a number in a font of its own, a full stop, and words
// underlined to the end of the line.
func arizonaHeading(l *extract.Line) (mark, bool) {
	if len(l.Runs) < 2 || l.Runs[0].Tag != "font" {
		return mark{}, false
	}
	no, catchline, ok := splitHeading(l.Text)
	if !ok || !strings.Contains(foldDashes(l.Text[:l.Runs[0].End]), no) {
		return mark{}, false
	}
	last := l.Runs[len(l.Runs)-1]
	return mark{role: heading, number: no, catchline: catchline}, last.Underline || last.Tag == "font"
}
