package scrapers

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// Montana reads the Montana Code Annotated of the legislature: a section a
// page. Number and catchline run into the text as span.citation and
// span.catchline; law stands in div.section-content, the source note in
// div.history-content. The first heading of the page names the edition and the
// second repeats the catchline in another case.
var Montana = add(Layout{
	Name:   "montana",
	About:  "Montana Code Annotated, a section a page; law in div.section-content, history in div.history-content.",
	States: []statute.Jurisdiction{"MT"},
	Fits:   fitsMontana,
	Parse:  parseMontana,
	Links:  func(doc *extract.Document) []string { return pages(doc, montanaPage) },
})

// montanaPage is a page of the code below the index: a list or a section.
var montanaPage = regexp.MustCompile(`(?i)/?(?:(?:chapters|parts|sections)_index|section_[0-9]+/[0-9-]+|[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{4})\.html?$`)

func fitsMontana(doc *extract.Document) bool {
	for i := range doc.Lines {
		l := &doc.Lines[i]
		if inElement(l, "div.section-content") && hasClass(l, "citation") || inElement(l, "div.mca-content.mca-toc") {
			return true
		}
	}
	return false
}

func parseMontana(doc *extract.Document, j statute.Jurisdiction) (statute.Document, error) {
	return assemble(doc, j, false, montanaLine), nil
}

var montanaPlaces = map[string]int{"section-title-title": 1, "section-chapter-title": 2, "section-part-title": 3}

func montanaLine(l *extract.Line) mark {
	if level, ok := montanaPlaces[l.Class]; ok {
		return mark{role: place1, level: level, text: l.Text}
	}
	switch {
	case inElement(l, "div.history-content"):
		return mark{role: history, text: strings.TrimSpace(strings.TrimPrefix(l.Text, "History:"))}
	case !inElement(l, "div.section-content"):
		return mark{role: skipped}
	case hasClass(l, "citation"):
		return montanaHeading(l)
	}
	return mark{role: law, text: l.Text}
}

// montanaHeading cuts the line where its catchline ends.
func montanaHeading(l *extract.Line) mark {
	lead := l.Lead(func(r extract.Run) bool { return r.Class == "citation" || r.Class == "catchline" })
	no, catchline, ok := splitHeading(lead)
	if !ok {
		return mark{role: law, text: l.Text}
	}
	if tail := montanaRange.FindString(strings.TrimPrefix(foldDashes(lead), no)); tail != "" {
		catchline = strings.TrimLeft(strings.TrimSpace(strings.TrimPrefix(foldDashes(lead), no)), ". ")
	}
	text := strings.TrimSpace(l.Text[len(lead):])
	if stubOpening.MatchString(catchline) { // "Repealed. Sec. 1, Ch. 5, L. 1985."
		return mark{role: heading, number: no, catchline: catchline, history: text}
	}
	return mark{role: heading, number: no, catchline: catchline, text: text}
}

// montanaRange is the end of a range: "15-1-103 through 15-1-110 reserved."
var montanaRange = atStart(`^\s*(?:,|and|through|to|-)\s*` + number)
