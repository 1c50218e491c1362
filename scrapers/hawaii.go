package scrapers

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// Hawaii reads the pages of capitol.hawaii.gov, Word's HTML with a section or a
// chapter a page, and those of the unofficial mirror at kailuahrs.github.io.
// Both print the section in the same form: the number behind a section sign, in
// brackets where the revisor gave it; the catchline; text; the source note in
// the last bracket, which opens with a session law: "[L 1992, c 169, §2]".
var Hawaii = add(Layout{
	Name:   "hawaii",
	About:  "Hawaii Revised Statutes: capitol.hawaii.gov in Word's HTML, and the unofficial mirror of one section a page.",
	States: []statute.Jurisdiction{"HI"},
	Fits:   func(doc *extract.Document) bool { return fitsCapitol(doc) || fitsMirror(doc) },
	Parse:  parseHawaii,
	Links:  linksHawaii,
})

func parseHawaii(doc *extract.Document, j statute.Jurisdiction) (statute.Document, error) {
	if fitsMirror(doc) {
		m := &mirror{}
		return assemble(broken(doc, "body"), j, false, m.line), nil
	}
	c := &capitol{}
	return assemble(doc, j, false, c.line), nil
}

// hawaiiPage is a section or a folder of the capitol's index, mirrorPage a
// section of the mirror.
var (
	hawaiiPage = regexp.MustCompile(`(?i)/HRS_?[0-9][0-9A-Z-]*(?:_[0-9A-Z-]+)*(?:\.html?|/)?$`)
	mirrorPage = regexp.MustCompile(`(?i)/s/[0-9A-Z:.-]+/(?:index\.html)?$`)
)

// linksHawaii stays on the publisher's own pages: the mirror links to the
// official ones too.
func linksHawaii(doc *extract.Document) []string {
	if mirrored := pages(doc, mirrorPage); len(mirrored) > 0 {
		return mirrored
	}
	return pages(doc, hawaiiPage)
}

// fitsCapitol wants the capitol's own classes of paragraphs, and a section in
// bold or the links at the foot of its pages: a chapter's list has no section.
func fitsCapitol(doc *extract.Document) bool {
	classes, section := false, false
	for i := range doc.Lines {
		l := &doc.Lines[i]
		section = section || strings.HasPrefix(l.ID, "pageLink")
		classes = classes || l.Class == "RegularParagraphs" || strings.HasPrefix(l.Class, "XNotes")
		if no, _, _ := hawaiiHeading(l); no != "" {
			section = true
		}
	}
	return doc.Format == extract.HTML && classes && section
}

// capitol knows whether it is behind the notes of a section.
type capitol struct {
	noted bool
}

func (c *capitol) line(l *extract.Line) mark {
	if no, catchline, text := hawaiiHeading(l); no != "" {
		c.noted = false
		return titled(sourced(text), no, catchline)
	}
	switch {
	case inElement(l, "div#pageLinks"), strings.HasPrefix(l.ID, "pageLink"):
		return mark{role: skipped}
	case strings.HasPrefix(l.Class, "XNotes"), c.noted && l.Class != "RegularParagraphs":
		c.noted = true
		return mark{role: annotation, text: l.Text}
	case l.Centered && hawaiiPlace.MatchString(l.Text):
		return mark{role: place1, level: hawaiiLevel(l.Text), text: l.Text}
	case l.Centered && l.Bold() && isUpper(l.Text):
		return mark{role: place1, level: 3, text: l.Text, joins: true}
	case c.noted:
		return mark{role: annotation, text: l.Text}
	}
	return sourced(l.Text)
}

var hawaiiPlace = atStart(`^(?:TITLE|CHAPTER|PART|SUBPART)\s+[0-9A-Z]+`)

func hawaiiLevel(text string) int {
	switch {
	case strings.HasPrefix(text, "TITLE"):
		return 1
	case strings.HasPrefix(text, "CHAPTER"):
		return 3
	}
	return 4
}

// hawaiiSection is the number of a section or of a range of them: "§1-13.5",
// "[§487J-3]", "§§487-3 to 487-5".
var hawaiiSection = atStart(`^\[?§+\s*(` + number + `)\]?((?:\s*(?:,|and|to|through)\s*§*\s*` + number + `\]?)*)\.?\s*`)

// hawaiiHeading reads a paragraph whose bold lead is number and catchline. A
// reference at the start of a paragraph is not bold.
func hawaiiHeading(l *extract.Line) (no, catchline, text string) {
	lead := l.Lead(func(r extract.Run) bool { return r.Bold })
	m := hawaiiSection.FindStringSubmatch(foldDashes(lead))
	if m == nil {
		return "", "", ""
	}
	catchline = strings.TrimSpace(lead[unfolded(lead, len(m[0])):])
	if m[2] != "" {
		catchline = strings.TrimSpace(m[2]) + " " + catchline
	}
	return m[1], catchline, strings.TrimSpace(l.Text[len(lead):])
}

// sourceNote is the last bracket of a section: it opens with the law that made
// it. Brackets within the text are the revisor's and open with other words.
var sourceNote = regexp.MustCompile(`\s*(\[(?:(?:[A-Z]{1,4}|Comp|Code|Const|Sess|am|gen|imp|ren|rep|add)\b[^\[\]]{0,25}\b(?:1[789]|20)[0-9]{2}\b[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\])\s*$`)

// repealNote is all that a repealed section holds: "L 1972, c 9, §1."
var repealNote = atStart(`^(?:L|RL|HL) [0-9]{4}\b.{0,200}$`)

// sourced parts the law of a paragraph from the source note at its end.
func sourced(text string) mark {
	if repealNote.MatchString(text) {
		return mark{role: history, text: text}
	}
	m := sourceNote.FindStringSubmatchIndex(text)
	if m == nil {
		return mark{role: law, text: text}
	}
	source := text[m[2]:m[3]]
	if rest := strings.TrimSpace(text[:m[0]]); rest != "" {
		return mark{role: law, text: rest, history: source}
	}
	return mark{role: history, text: source}
}

// titled makes the mark of a heading out of that of the text on its line.
func titled(text mark, no, catchline string) mark {
	if text.role == history {
		text.history, text.text = text.text, ""
	}
	text.role, text.number, text.catchline = heading, no, catchline
	return text
}

// fitsMirror wants the mirror's own classes: the number apart from the
// catchline.
func fitsMirror(doc *extract.Document) bool {
	number, caught := false, false
	for i := range doc.Lines {
		number = number || doc.Lines[i].Class == "secnum"
		caught = caught || doc.Lines[i].Class == "seccatch"
	}
	return number && caught || len(doc.Lines) > 0 && doc.Lines[0].Class == "docpage" && len(pages(doc, mirrorPage)) > 0
}

// mirror reads a page of the mirror: number and catchline, then the official
// text with its heading once more, then the foot of the official page.
type mirror struct {
	number, catchline string
	begun, ended      bool
}

func (m *mirror) line(l *extract.Line) mark {
	switch {
	case l.Class == "secnum":
		if found := hawaiiSection.FindStringSubmatch(foldDashes(l.Text)); found != nil {
			m.number = found[1]
		}
	case l.Class == "seccatch":
		m.catchline = l.Text
	case l.Class == "crumb" || strings.HasPrefix(l.Text, "Home ›"):
		return mirrorPlace(l.Text)
	case l.Class == "body" && !m.ended:
		return m.body(l)
	}
	return mark{role: skipped}
}

// mirrorPlace reads "Home › Ch. 487N — SECURITY BREACH".
func mirrorPlace(text string) mark {
	if _, chapter, ok := strings.Cut(text, "› "); ok {
		return mark{role: place1, level: 3, text: chapter}
	}
	return mark{role: skipped}
}

// body reads a paragraph of the official text.
func (m *mirror) body(l *extract.Line) mark {
	if !m.begun && m.number != "" {
		m.begun = true
		text := l.Text[unfolded(l.Text, len(hawaiiSection.FindString(foldDashes(l.Text)))):]
		read := titled(sourced(pastTitle(text, m.catchline)), m.number, m.catchline)
		m.ended = read.history != ""
		return read
	}
	if mirrorFoot.MatchString(l.Text) {
		m.ended = true
		return mark{role: skipped}
	}
	read := sourced(l.Text)
	m.ended = read.role == history || read.history != ""
	return read
}

// pastTitle gives what follows a catchline that the text repeats, perhaps with
// other quotes or in capitals; all of the text where it does not.
func pastTitle(text, catchline string) string {
	words, title := strings.Fields(text), strings.Fields(catchline)
	if len(title) > len(words) {
		return text
	}
	for i := range title {
		if plainWord(title[i]) != plainWord(words[i]) {
			return text
		}
	}
	return strings.Join(words[len(title):], " ")
}

// mirrorFoot is the foot of the official page, which the mirror took with it.
var mirrorFoot = atStart(`^(?:Previous|Next|Vol[0-9]+_Ch[0-9A-Z-]+)\b`)

// broken parts the lines of a class at the empty lines of their source: the
// page's style draws them.
func broken(doc *extract.Document, class string) *extract.Document {
	copied := *doc
	copied.Lines = nil
	for i := range doc.Lines {
		l := doc.Lines[i]
		if l.Class != class {
			copied.Lines = append(copied.Lines, l)
			continue
		}
		copied.Lines = append(copied.Lines, parts(l)...)
	}
	return &copied
}

func parts(l extract.Line) []extract.Line {
	var all []extract.Line
	start := 0
	for _, end := range append(append([]int(nil), l.Breaks...), len(l.Text)) {
		part := l
		part.Text, part.Runs, part.Breaks = strings.TrimSpace(l.Text[start:end]), nil, nil
		start = end
		if part.Text != "" {
			all = append(all, part)
		}
	}
	return all
}
