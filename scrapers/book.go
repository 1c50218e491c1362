package scrapers

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// role is what a line is to a book of law.
type role int

const (
	// skipped lines are navigation, page furniture and the like.
	skipped role = iota
	// entry lines are of a table of contents.
	entry
	// place lines head a title, chapter or article.
	place1
	// heading lines open a section.
	heading
	// catch lines go on with a catchline that the heading's line broke off.
	catch
	// law lines are enacted text.
	law
	// history lines are the publisher's source note.
	history
	// annotation lines are editor's notes: kept, never law.
	annotation
)

// mark is how a layout reads one line.
type mark struct {
	role      role
	number    string
	catchline string
	// text is the law that stands on the line, behind a heading perhaps.
	text string
	// level orders places: 1 for a title, 2 for a chapter, 3 for an article, 4
	// for a part.
	level int
	// history is a source note that ends the line's law.
	history string
	// expect is set on entry lines: the number they announce. A stub's entry may
	// have no heading of its own in the document.
	expect string
	stub   bool
	// notes are editor's notes that stood inside the law of the line.
	notes []string
	// joins is set on a place whose name goes on from the line before.
	joins bool
}

// behindSource reports whether the lines after this one stand behind the source note of
// their section: the line has one, or was behind it already and begins no new section.
func (m *mark) behindSource(already bool) bool {
	return m.history != "" || already && m.role != heading
}

// book collects the sections of a document as a layout reads its lines.
type book struct {
	jurisdiction statute.Jurisdiction
	// printed is set where a line is a printed one and paragraphs have to be
	// joined of several.
	printed bool
	// edge is set where a printed paragraph begins with an indented line and its
	// other lines go back to the margin.
	edge     *cursor
	sections []statute.Section
	places   [6]string
	// paras are the paragraphs of the section at hand, nil for none; spare is room
	// for them.
	paras, spare []piece
	// declared are the numbers that a table of contents announces; stubs counts
	// its entries that announce repealed and reserved ones.
	declared []string
	stubs    int
	orphans  int
	lines    int
	last     *extract.Line
}

type piece struct {
	text, label string
}

// assemble reads a document line by line.
func assemble(doc *extract.Document, j statute.Jurisdiction, printed bool, read func(*extract.Line) mark) statute.Document {
	b := &book{jurisdiction: j, printed: printed, last: &extract.Line{}, spare: []piece{}}
	return b.read(doc, read)
}

// assembleIndented reads a printed document whose paragraphs begin indented.
func assembleIndented(doc *extract.Document, j statute.Jurisdiction, edge *cursor, read func(*extract.Line) mark) statute.Document {
	b := &book{jurisdiction: j, printed: true, edge: edge, last: &extract.Line{}, spare: []piece{}}
	return b.read(doc, read)
}

// read takes every line and closes the book.
func (b *book) read(doc *extract.Document, read func(*extract.Line) mark) statute.Document {
	for i := range doc.Lines {
		line := &doc.Lines[i]
		b.take(line, read(line))
		b.last = line
	}
	b.finish()
	return b.document(doc)
}

// take files one line.
func (b *book) take(line *extract.Line, m mark) {
	if m.role != skipped {
		b.lines++
	}
	switch m.role {
	case entry:
		b.announce(m)
	case place1:
		b.place(m)
	case heading:
		b.open(line, m)
	case catch:
		b.catchline(line, m)
	case law:
		b.law(line, m.text)
	case history:
		b.history(m.text)
	case annotation:
		b.note(m.text)
	}
	if m.history != "" {
		b.history(m.history)
	}
	for _, note := range m.notes {
		b.note(note)
	}
}

// announce files an entry of a table of contents.
func (b *book) announce(m mark) {
	switch {
	case m.expect == "":
	case m.stub:
		b.stubs++
	default:
		b.declared = append(b.declared, m.expect)
	}
}

// place enters a title, chapter or article; those below it end.
func (b *book) place(m mark) {
	level := max(1, min(m.level, len(b.places)-1))
	b.finish()
	if m.joins && b.places[level] != "" {
		m.text = b.places[level] + " " + m.text
	}
	b.places[level] = m.text
	for i := level + 1; i < len(b.places); i++ {
		b.places[i] = ""
	}
}

// open begins a section.
func (b *book) open(line *extract.Line, m mark) {
	b.finish()
	s := statute.Section{
		Jurisdiction: b.jurisdiction, Number: m.number, Catchline: m.catchline, Hierarchy: []string{},
		Page: statute.PageNumber(line.Page), Line: line.Number, Subsections: []statute.Subsection{},
	}
	for _, name := range b.places {
		if name != "" {
			s.Hierarchy = append(s.Hierarchy, name)
		}
	}
	b.sections = append(b.sections, s)
	b.paras = b.spare
	if m.text != "" {
		b.paras = append(b.paras, piece{text: m.text, label: line.Label})
	}
}

// catchline goes on with that of the section at hand. Where the line holds law
// too, the mark says apart what is catchline and what is text.
func (b *book) catchline(line *extract.Line, m mark) {
	rest := m.text
	if m.catchline != "" {
		rest = m.catchline
	}
	if s := b.section(); s != nil {
		s.Catchline = strings.TrimSpace(s.Catchline + " " + rest)
	}
	if m.catchline != "" && m.text != "" {
		b.law(line, m.text)
	}
}

// law adds enacted text to the section at hand.
func (b *book) law(line *extract.Line, text string) {
	if b.paras == nil {
		b.orphans++
		return
	}
	if n := len(b.paras); b.printed && n > 0 && !b.beginsParagraph(line, text) {
		b.paras[n-1].text += " " + text
		return
	}
	b.paras = append(b.paras, piece{text: text, label: line.Label})
}

// carriesOn is how a line ends that an enumerator at the start of the next
// belongs to: "pursuant to subdivision / (a) of Section 2".
var carriesOn = regexp.MustCompile(`(?i)(?:\b(?:subdivisions?|subsections?|paragraphs?|subparagraphs?|sections?|clauses?|items?|and|or|to|of|in|under|by|with|through)|[(,])$`)

// beginsParagraph tells whether a printed line starts anew.
func (b *book) beginsParagraph(line *extract.Line, text string) bool {
	before := b.paras[len(b.paras)-1].text
	if b.edge != nil {
		return !b.edge.atMargin(line)
	}
	ended := strings.HasSuffix(before, ".") || strings.HasSuffix(before, ":") || strings.HasSuffix(before, ";") ||
		strings.HasSuffix(before, "; or") || strings.HasSuffix(before, "; and") || strings.HasSuffix(before, ", or") || strings.HasSuffix(before, ", and")
	if enumerator.MatchString(text) {
		return ended || !carriesOn.MatchString(before)
	}
	indented := line.X > b.last.X+8 || line.Indent > b.last.Indent+2
	return ended && indented && line.Page == b.last.Page
}

func (b *book) history(text string) {
	if s := b.section(); s != nil {
		s.History = strings.TrimSpace(s.History + " " + text)
	}
}

// note keeps an annotation. In print a sentence goes on over several lines.
func (b *book) note(text string) {
	s := b.section()
	if s == nil {
		return
	}
	if n := len(s.Notes); b.printed && n > 0 && !ended(s.Notes[n-1]) && s.Notes[n-1] != strings.ToUpper(s.Notes[n-1]) {
		s.Notes[n-1] += " " + text
		return
	}
	s.Notes = append(s.Notes, text)
}

// section is the one at hand, nil before the first heading of a place.
func (b *book) section() *statute.Section {
	if b.paras == nil || len(b.sections) == 0 {
		return nil
	}
	return &b.sections[len(b.sections)-1]
}

// finish closes the section at hand.
func (b *book) finish() {
	s := b.section()
	if s == nil {
		return
	}
	text, paragraphs := b.text()
	s.Text = text
	s.Subsections = subsections(text, paragraphs)
	settle(s)
	if s.Text == "" {
		s.Subsections = []statute.Subsection{}
	}
	b.spare, b.paras = b.paras[:0], nil
}

// text joins the paragraphs at hand and says where each of them stands.
func (b *book) text() (string, []paragraph) {
	size := 0
	for i := range b.paras {
		b.paras[i].text = strings.TrimSpace(b.paras[i].text)
		size += len(b.paras[i].text) + 1
	}
	var text strings.Builder
	text.Grow(size)
	paragraphs := make([]paragraph, 0, len(b.paras))
	for _, p := range b.paras {
		if p.text == "" {
			continue
		}
		if text.Len() > 0 {
			text.WriteByte('\n')
		}
		start := text.Len()
		text.WriteString(p.text)
		paragraphs = append(paragraphs, paragraph{start: start, end: text.Len(), label: p.label})
	}
	return text.String(), paragraphs
}

// document counts occurrences and states what was found.
func (b *book) document(doc *extract.Document) statute.Document {
	seen := map[string]int{}
	for i := range b.sections {
		s := &b.sections[i]
		seen[s.Number]++
		s.Occurrence = seen[s.Number]
	}
	d := statute.Document{Jurisdiction: b.jurisdiction, Title: doc.Title, Kind: statute.Code, Sections: b.sections}
	d.Checks = check(b, doc)
	return d
}
