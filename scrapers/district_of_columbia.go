package scrapers

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// DistrictOfColumbia reads the D.C. Council's own site: one page a section.
//
// Most of a page is chrome; law is in article.content alone, from its h1 to
// aside.annotations. The number has an en dash. Brackets around it mean that the
// codifiers gave it, and are part of it. Where emergency or temporary acts amend
// a section, the plain number is their text, an italic NOTE says when it ends,
// and "(Perm)" behind the number marks the permanent text.
var DistrictOfColumbia = add(Layout{
	Name:   "district-of-columbia",
	About:  "code.dccouncil.gov: one page a section, annotations in an aside, (Perm) beside temporary text",
	States: []statute.Jurisdiction{"DC"},
	Fits:   fitsDistrict,
	Parse:  parseDistrict,
	Links:  districtLinks,
})

const districtSections = "/us/dc/council/code/sections/"

func fitsDistrict(doc *extract.Document) bool {
	for i := range doc.Lines {
		if l := &doc.Lines[i]; l.Tag == "h1" && strings.HasPrefix(l.ID, districtSections) {
			return true
		}
	}
	return false
}

func parseDistrict(doc *extract.Document, j statute.Jurisdiction) (statute.Document, error) {
	parsed := assemble(doc, j, false, districtLine)
	for i := range parsed.Sections {
		temporary(&parsed.Sections[i])
	}
	if last := &doc.Lines[len(doc.Lines)-1]; inElement(last, "article.content") || last.Tag == "h1" {
		parsed.Checks.Doubts = append(parsed.Checks.Doubts, "the page ends inside its article: it was cut off")
	}
	return parsed, nil
}

func districtLine(l *extract.Line) mark {
	switch {
	case inElement(l, "ul.ancestors"):
		return districtPlace(l.Text)
	case !inElement(l, "article.content"):
		return mark{role: skipped}
	case l.Tag == "h1":
		no, catchline := districtHeading(l)
		if no == "" {
			return mark{role: annotation, text: l.Text}
		}
		return mark{role: heading, number: no, catchline: catchline}
	case l.Tag == "aside" || inElement(l, "aside.annotations"):
		return districtNote(l)
	case strings.HasPrefix(l.Text, "*NOTE:"), strings.HasPrefix(l.Text, "NOTE:"):
		return mark{role: annotation, text: strings.Trim(l.Text, "*")}
	case codifierNote.MatchString(l.Text):
		return mark{role: annotation, text: l.Text}
	}
	return mark{role: law, text: l.Text}
}

// codifierNote is a bracket of the codifiers that stands as a paragraph.
var codifierNote = atStart(`^\[(?:Not funded|Section \S+ (?:has|is) not|Applicability|This section)[^\]]*\]\.?$`)

// inElement reports whether a line stands in an element whose path step begins
// so.
func inElement(l *extract.Line, step string) bool {
	for _, s := range l.Path {
		if strings.HasPrefix(s, step) {
			return true
		}
	}
	return false
}

var districtLevels = []string{"Title ", "Chapter ", "Subchapter ", "Part ", "Subpart "}

// districtPlace reads a step of the breadcrumbs.
func districtPlace(text string) mark {
	for i, word := range districtLevels {
		if strings.HasPrefix(text, word) || word == "Title " && strings.HasPrefix(text, "Division ") {
			return mark{role: place1, level: i + 1, text: text}
		}
	}
	return mark{role: skipped}
}

var districtNumber = atStart(`^§\s*(\[?[0-9A-Za-z:.-]+\]?(?:\(Perm\))?)\.?\s*(.*)$`)

// districtHeading takes the number with its brackets and "(Perm)"; the id has it
// too, without the dash.
func districtHeading(l *extract.Line) (no, catchline string) {
	no, _ = strings.CutPrefix(l.ID, districtSections)
	m := districtNumber.FindStringSubmatch(foldDashes(l.Text))
	if m == nil {
		return no, l.Text
	}
	return strings.TrimRight(m[1], "."), m[2]
}

// districtNote is history where it is the first paragraph in round brackets.
func districtNote(l *extract.Line) mark {
	if strings.HasPrefix(l.Text, "(") && strings.HasSuffix(l.Text, ")") && l.Tag == "p" {
		return mark{role: history, text: l.Text}
	}
	return mark{role: annotation, text: l.Text}
}

var expires = regexp.MustCompile(`will expire on ([A-Z][a-z]+ \d{1,2}, \d{4})`)

// temporary dates a text that an emergency or temporary act made.
func temporary(s *statute.Section) {
	for _, note := range s.Notes {
		if m := expires.FindStringSubmatch(note); m != nil && strings.Contains(note, "NOTE:") {
			s.EffectiveUntil = day(m[1])
		}
	}
}

// districtLinks picks the sections of a title or chapter page.
func districtLinks(doc *extract.Document) []string {
	var found []string
	for _, link := range doc.Links {
		if strings.Contains(link.URL, districtSections) {
			found = append(found, link.URL)
		}
	}
	return unique(found)
}
