package scrapers

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// Nevada reads the chapters of the Legislative Counsel Bureau: Word's filtered
// HTML, a chapter a page. The class of a paragraph says what it is; the number
// stands in span.Section behind "NRS", the catchline in one or more
// span.Leadline. The contents at the top are p.COLeadline. Two versions of one
// section stand side by side, the second without an anchor.
var Nevada = add(Layout{
	Name:   "nevada",
	About:  "The Nevada Revised Statutes of leg.state.nv.us, a chapter a page; every paragraph has a class.",
	States: []statute.Jurisdiction{"NV"},
	Fits:   fitsNevada,
	Parse:  parseNevada,
	Links:  linksNevada,
})

// fitsNevada wants a paragraph of law or of the contents that says "NRS": other
// publishers use Word's HTML too, and other classes.
func fitsNevada(doc *extract.Document) bool {
	if doc.Format != extract.HTML {
		return false
	}
	for i := range doc.Lines {
		l := &doc.Lines[i]
		if (l.Class == "COLeadline" || l.Class == "SectBody") && nrs.MatchString(l.Text) {
			return true
		}
	}
	return strings.Contains(doc.Title, "NRS:") && len(linksNevada(doc)) > 0
}

// nrs is the opening of a section and of an entry of the contents.
var nrs = atStart(`^NRS\s+(` + number + `)\.?\s*`)

func parseNevada(doc *extract.Document, j statute.Jurisdiction) (statute.Document, error) {
	return assemble(doc, j, false, nevadaLine), nil
}

// nevadaLine reads a line by its class. What has a class of its own and is none
// of these, such as a table within a section, is law.
func nevadaLine(l *extract.Line) mark {
	if level, ok := nevadaPlaces[l.Class]; ok {
		return mark{role: place1, level: level, text: l.Text}
	}
	switch {
	case l.Class == "COLeadline":
		return mark{role: entry, expect: nrsNumber(l.Text)}
	case strings.HasPrefix(l.Class, "CO"), l.Class == "J-Dash", l.Class == "TocNote", l.Class == "MsoNormal" && strings.HasPrefix(l.Text, "[Rev."):
		return mark{role: skipped}
	case l.Class == "SourceNote":
		return mark{role: history, text: l.Text}
	case strings.HasSuffix(l.Class, "Note") || strings.HasSuffix(l.Class, "Notes"):
		return mark{role: annotation, text: l.Text}
	}
	return nevadaBody(l)
}

var nevadaPlaces = map[string]int{"MsoTitle": 1, "Chapter": 2, "DocHeading": 3, "DocHeading2": 4, "DocHeading3": 5, "DocHeading4": 5}

// nevadaBody tells a heading by the class of its number: law that begins "NRS
// 36.010 and 36.020 do not apply" has none.
func nevadaBody(l *extract.Line) mark {
	lead := l.Lead(func(r extract.Run) bool { return r.Class == "Empty" || r.Class == "Section" })
	no := nrsNumber(l.Text)
	if no == "" || !strings.Contains(lead, no) || !hasClass(l, "Section") {
		return mark{role: law, text: l.Text}
	}
	end := leadlineEnd(l, len(nrs.FindString(l.Text)))
	return mark{
		role: heading, number: no,
		catchline: strings.TrimSpace(l.Text[len(nrs.FindString(l.Text)):end]),
		text:      strings.TrimSpace(l.Text[end:]),
	}
}

// leadlineEnd is where the catchline ends that begins at start: behind the last
// of its runs. A link may stand between two of them.
func leadlineEnd(l *extract.Line, start int) int {
	end := start
	for _, r := range l.Runs {
		if r.Class == "Leadline" {
			end = max(end, r.End)
		}
	}
	return end
}

func hasClass(l *extract.Line, class string) bool {
	for _, r := range l.Runs {
		if r.Class == class {
			return true
		}
	}
	return false
}

func nrsNumber(text string) string {
	if m := nrs.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}

// chapterPage is a chapter's file in the index of titles.
var chapterPage = regexp.MustCompile(`(?i)(?:^|/)NRS-[0-9]+[A-Z]*\.html?$`)

// linksNevada gives the pages of the chapters, each once. Links into a page
// carry a fragment; those to the administrative code are another publication.
func linksNevada(doc *extract.Document) []string {
	return pages(doc, chapterPage)
}
