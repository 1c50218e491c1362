package scrapers

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// Florida reads leg.state.fl.us and flsenate.gov: every part of a section has a class. The
// number is span.SectionNumber, the catchline span.CatchlineText, which
// subsections have too; law is span.SectionBody, history div.History, and notes
// div.Note. The list at a chapter's top is div.CatchlineIndex.
var Florida = add(Layout{
	Name:   "florida",
	About:  "Florida Statutes of leg.state.fl.us and flsenate.gov, every part of a section in a class of its own.",
	States: []statute.Jurisdiction{"FL"},
	Fits:   fitsFlorida,
	Parse:  parseFlorida,
	Links:  func(doc *extract.Document) []string { return pages(doc, floridaPage) },
})

// floridaPage is a section or a chapter in an index: the file is named in the
// query, or the chapter in the path.
var floridaPage = regexp.MustCompile(`(?i)/Laws/Statutes/[0-9]{4}/Chapter[0-9]+[A-Z]?/All$|URL=[0-9]{4}-[0-9]{4}/[0-9]{4}[A-Z]?/(?:Sections/)?[0-9.A-Z]+(?:ContentsIndex)?\.html`)

func fitsFlorida(doc *extract.Document) bool {
	for i := range doc.Lines {
		if hasClass(&doc.Lines[i], "SectionNumber") {
			return true
		}
	}
	return false
}

func parseFlorida(doc *extract.Document, j statute.Jurisdiction) (statute.Document, error) {
	return assemble(doc, j, false, floridaLine), nil
}

func floridaLine(l *extract.Line) mark {
	switch {
	case within(l, "CatchlineIndex"):
		return floridaEntry(l)
	case within(l, "History"):
		return mark{role: history, text: floridaLabel.ReplaceAllString(l.Text, "")}
	case within(l, "Note"), within(l, "Notes"):
		return mark{role: annotation, text: l.Text}
	case hasClass(l, "SectionNumber"):
		return floridaHeading(l)
	case within(l, "Section"), within(l, "SectionBody"), floridaText(l):
		return mark{role: law, text: l.Text}
	}
	return floridaPlace(l)
}

// floridaText tells law by the class of its words, for pages whose section is
// no block.
func floridaText(l *extract.Line) bool {
	for _, r := range l.Runs {
		if strings.HasPrefix(r.Class, "Text ") || r.Class == "Text" {
			return true
		}
	}
	return false
}

// floridaLabel opens a source note or an editor's: "History.—".
var floridaLabel = atStart(`^(?:History|Note)\.?\s*[–—-]*\s*`)

// within reports whether the line is, or stands in, a block of that class.
func within(l *extract.Line, class string) bool {
	for _, c := range strings.Fields(l.Class) {
		if c == class {
			return true
		}
	}
	for _, step := range l.Path {
		name, _, _ := strings.Cut(step, "#")
		for _, c := range strings.Split(name, ".")[1:] {
			if c == class {
				return true
			}
		}
	}
	return false
}

// floridaHeading parts number, catchline and the law that runs on in the line.
func floridaHeading(l *extract.Line) mark {
	lead := l.Lead(func(r extract.Run) bool {
		return r.Class == "SectionNumber" || r.Class == "CatchlineText" || r.Class == "Catchline" || r.Class == "EmDash"
	})
	no, catchline, ok := splitHeading(lead)
	if !ok {
		return mark{role: law, text: l.Text}
	}
	return mark{
		role: heading, number: no, catchline: strings.TrimSpace(strings.TrimRight(catchline, "—–- ")),
		text: strings.TrimSpace(l.Text[len(lead):]),
	}
}

func floridaEntry(l *extract.Line) mark {
	no, catchline, ok := splitHeading(l.Text)
	if !ok || statusSaid(catchline) != "" { // dead numbers stand in the list alone
		return mark{role: skipped}
	}
	return mark{role: entry, expect: no}
}

var floridaLevels = []struct {
	class string
	level int
}{{"TitleNumber", 1}, {"TitleName", 1}, {"ChapterNumber", 2}, {"ChapterName", 2}, {"ChapterTitle", 2}, {"PartNumber", 3}, {"PartName", 3}, {"PartTitle", 3}}

// floridaPlace reads the names of title, chapter and part; what else the page
// holds is chrome.
func floridaPlace(l *extract.Line) mark {
	for _, p := range floridaLevels {
		if within(l, p.class) || hasClass(l, p.class) {
			return mark{role: place1, level: p.level, text: l.Text, joins: strings.HasSuffix(p.class, "Name")}
		}
	}
	return mark{role: skipped}
}
