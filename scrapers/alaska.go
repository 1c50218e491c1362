package scrapers

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// Alaska reads akleg.gov: sections in div.statute, the heading bold, ranges of
// dead numbers under one heading: "Sec. 11.05.070. - 11.05.090. [Renumbered as
// AS 33.30.310 …]". Its annotated titles at Public.Resource.Org are another
// layout.
var Alaska = add(Layout{
	Name:   "alaska",
	About:  "Alaska Statutes of akleg.gov, sections in div.statute under a bold heading.",
	States: []statute.Jurisdiction{"AK"},
	Fits:   fitsAlaska,
	Parse:  parseAlaska,
	Links:  func(doc *extract.Document) []string { return pages(doc, alaskaPage) },
})

// alaskaPage is a title's or chapter's page in the index.
var alaskaPage = regexp.MustCompile(`(?i)statutes\.asp\?(?:.*&)?title=[0-9]+`)

func fitsAlaska(doc *extract.Document) bool {
	for i := range doc.Lines {
		if !inStatute(&doc.Lines[i]) {
			continue
		}
		if _, heads := alaskaHeading(&doc.Lines[i]); heads {
			return true
		}
	}
	return false
}

func parseAlaska(doc *extract.Document, j statute.Jurisdiction) (statute.Document, error) {
	return assemble(doc, j, false, alaskaLine), nil
}

func inStatute(l *extract.Line) bool {
	return l.Class == "statute" || inElement(l, "div.statute")
}

func alaskaLine(l *extract.Line) mark {
	switch m, ok := alaskaHeading(l); {
	case !inStatute(l):
		return mark{role: skipped}
	case ok:
		return m
	case alaskaPlace.MatchString(l.Text) && (l.Bold() || isHeadingTag(l)):
		return mark{role: place1, level: alaskaLevels[alaskaPlace.FindStringSubmatch(l.Text)[1]], text: l.Text}
	case alaskaSource.MatchString(l.Text):
		return mark{role: history, text: l.Text}
	}
	return mark{role: law, text: l.Text}
}

// alaskaSection is the number with the end of its range. A section may be bold
// and italic; a reference within the text is neither.
var alaskaSection = atStart(`^Secs?\.\s*(` + number + `)\.?\s*((?:[-–—]|through|and)\s*(?:Sec\.\s*)?` + number + `\.?)?\s*`)

func alaskaHeading(l *extract.Line) (mark, bool) {
	lead := l.Lead(func(r extract.Run) bool { return r.Bold })
	m := alaskaSection.FindStringSubmatch(lead)
	if m == nil {
		return mark{}, false
	}
	catchline := strings.TrimSpace(m[2] + " " + strings.TrimSpace(lead[len(m[0]):]))
	return mark{role: heading, number: m[1], catchline: catchline, text: strings.TrimSpace(l.Text[len(lead):])}, true
}

var alaskaPlace = atStart(`(?i)^(Title|Chapter|Article)\s+[0-9]+[A-Z]?\.`)

var alaskaLevels = map[string]int{"Title": 1, "Chapter": 2, "Article": 3, "TITLE": 1, "CHAPTER": 2, "ARTICLE": 3}

// alaskaSource is a source note: "(§ 4 ch 92 SLA 2008; am § 2 ch 18 SLA 2014)".
var alaskaSource = atStart(`^\((?:am )?§.*\bSLA [0-9]{4}\b.*\)$`)
