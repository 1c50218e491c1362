package scrapers

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// Oregon reads the Oregon Revised Statutes: a chapter is one page, saved from a
// word processor.
//
// There are no classes: bold is the only mark. The table of contents repeats
// number and catchline without it. In a few headings the number is not bold and
// the catchline is. A number with a bracket alone is a stub: repealed or
// renumbered. The source note is the bracket that ends the last paragraph.
// Paragraphs that open with a bold "Note:" are the editors', and may carry
// uncodified law. A second version of a section stands behind such a note with
// its number and no catchline; the note says when it becomes operative.
var Oregon = add(Layout{
	Name:   "oregon",
	About:  "Oregon Revised Statutes as the legislature posts them: bold headings, source note in the last bracket",
	States: []statute.Jurisdiction{"OR"},
	Fits:   fitsOregon,
	Parse:  parseOregon,
	Links:  oregonLinks,
})

var (
	oregonHeading = atStart(`^\.*\s*(\d{1,3}[A-Z]?\.\d{3,4})\b\.?\s*`)
	oregonSource  = regexp.MustCompile(`\s*\[(?:[^\[\]]*\bc\.\s?\d+[^\[\]]*|Formerly [^\[\]]*|[^\[\]]*\b(?:[Rr]epealed|[Rr]enumbered|[Aa]mended)\b[^\[\]]*)\]\.?$`)
	oregonNote    = atStart(`^Notes?(?: \d+)?:`)
	oregonCaps    = atStart(`^[^a-z]*[A-Z]{3}[^a-z]*$`)
	oregonGroup   = atStart(`^\([A-Z][^()]*\)$`)
	oregonChapter = atStart(`^Chapter \d+[A-Z]? (?:—|\()`)
	operative     = regexp.MustCompile(`(?:become|becomes) operative (?:on )?([A-Z][a-z]+ \d{1,2}, \d{4})`)
	userUntil     = regexp.MustCompile(`(?:operative|effective|in effect) until ([A-Z][a-z]+ \d{1,2}, \d{4}),? is set forth`)
)

func fitsOregon(doc *extract.Document) bool {
	if doc.Format != extract.HTML {
		return false
	}
	chapter, headings := false, false
	for i := range doc.Lines {
		l := &doc.Lines[i]
		chapter = chapter || oregonChapter.MatchString(l.Text)
		headings = headings || boldIn(l) && oregonHeading.MatchString(l.Text)
	}
	return chapter && headings
}

// boldIn reports whether a word of the line is bold.
func boldIn(l *extract.Line) bool {
	for _, run := range l.Runs {
		if run.Bold && strings.TrimSpace(l.Text[run.Start:run.End]) != "" {
			return true
		}
	}
	return false
}

// oregon is where a reader of a chapter stands.
type oregon struct {
	lines []extract.Line
	at    int
	state role
	// note is the editors' note at hand; it dates the version behind it.
	note string
	// level is that of a place on the line before, else zero.
	level int
	// sourced is set behind the source note of the section at hand.
	sourced bool
	// dates are those of the sections that a note announced, by their line.
	until, from map[int]statute.Date
}

func parseOregon(doc *extract.Document, j statute.Jurisdiction) (statute.Document, error) {
	o := &oregon{lines: doc.Lines, at: -1, state: skipped, until: map[int]statute.Date{}, from: map[int]statute.Date{}}
	parsed := assemble(doc, j, false, o.read)
	for i := range parsed.Sections {
		s := &parsed.Sections[i]
		if from := o.from[s.Line]; from != "" {
			s.EffectiveFrom = from
		}
		if until := o.until[s.Line]; until != "" {
			s.EffectiveUntil = until
		}
	}
	return parsed, nil
}

func (o *oregon) read(l *extract.Line) mark {
	o.at++
	m := o.line(l)
	o.level = m.level
	o.sourced = o.state == law && m.behindSource(o.sourced)
	return m
}

func (o *oregon) line(l *extract.Line) mark {
	if m, ok := o.heading(l); ok {
		return m
	}
	switch {
	case strings.Trim(l.Text, "_ ") == "" && l.Centered:
		o.state = skipped
		return mark{role: skipped}
	case strings.Trim(l.Text, "_") == "" && len(l.Text) > 40: // a rule around a form
		return mark{role: skipped}
	case o.isPlace(l):
		return o.place(l)
	case o.state == skipped:
		return o.front(l)
	case oregonNote.MatchString(l.Text) && leadIsBold(l):
		o.state, o.note = annotation, l.Text
	case o.sourced && (l.Centered || namesGroup(l)): // a group without sections, or chapters reserved
		o.state = annotation
	case o.state == law:
		return lawAndSource(l.Text)
	}
	return mark{role: annotation, text: l.Text}
}

// heading reads a bold number, or a number before a bold catchline.
func (o *oregon) heading(l *extract.Line) (mark, bool) {
	m := oregonHeading.FindStringSubmatch(l.Text)
	if m == nil || !boldIn(l) {
		return mark{}, false
	}
	end := boldEnd(l)
	if end <= 0 {
		return mark{}, false
	}
	rest := l.Text[len(m[0]):]
	catchline := ""
	if end > len(m[0]) {
		catchline, rest = strings.TrimSpace(l.Text[len(m[0]):end]), l.Text[end:]
	}
	o.dates(l)
	o.state, o.note = law, ""
	found := lawAndSource(strings.TrimSpace(rest))
	found.role, found.number, found.catchline = heading, m[1], catchline
	return found, true
}

// boldEnd is where the bold lead of a heading ends: the number may stand before
// it in plain type. It is 0 where something else comes first.
func boldEnd(l *extract.Line) int {
	end, begun := 0, false
	for _, run := range l.Runs {
		text := strings.TrimSpace(l.Text[run.Start:run.End])
		switch {
		case run.Bold:
			begun, end = true, run.End
		case text == "" || !begun && oregonHeading.MatchString(text) && len(oregonHeading.FindString(text)) == len(text):
		default:
			return end
		}
	}
	return end
}

// dates notes when the version that a note announces applies.
func (o *oregon) dates(l *extract.Line) {
	if m := userUntil.FindStringSubmatch(o.note); m != nil {
		o.until[l.Number] = day(m[1])
	} else if m := operative.FindStringSubmatch(o.note); m != nil && strings.Contains(o.note, "set forth") {
		o.from[l.Number] = day(m[1])
	}
}

// namesGroup reports whether a line is in capitals or wholly in round brackets, as
// headings of groups are, and lines of forms too.
func namesGroup(l *extract.Line) bool {
	return oregonCaps.MatchString(l.Text) || oregonGroup.MatchString(l.Text)
}

// isPlace tells a group heading from a line of a form in capitals: a heading, or
// another group heading, comes next.
func (o *oregon) isPlace(l *extract.Line) bool {
	if !namesGroup(l) && !oregonChapter.MatchString(l.Text) {
		return false
	}
	if oregonHeading.MatchString(l.Text) || o.state == skipped {
		return o.state == skipped && !oregonHeading.MatchString(l.Text)
	}
	for i := o.at + 1; i < len(o.lines) && i < o.at+6; i++ {
		next := &o.lines[i]
		if oregonHeading.MatchString(next.Text) && boldIn(next) {
			return true
		}
		if !namesGroup(next) {
			return false
		}
	}
	return false
}

func (o *oregon) place(l *extract.Line) mark {
	level := 3
	switch {
	case oregonChapter.MatchString(l.Text):
		level = 2
	case strings.HasPrefix(l.Text, "TITLE "):
		level = 1
	case oregonGroup.MatchString(l.Text):
		level = 4
	case strings.HasSuffix(l.Text, " EDITION"):
		return mark{role: skipped}
	case o.level == 1 || o.level == 3:
		level = o.level // a name in capitals that goes on
	}
	return mark{role: place1, level: level, text: l.Text, joins: level == o.level}
}

// front is what comes before the first section: the table of contents.
func (o *oregon) front(l *extract.Line) mark {
	if m := oregonHeading.FindStringSubmatch(l.Text); m != nil {
		return mark{role: entry, expect: m[1]}
	}
	return mark{role: skipped}
}

// lawAndSource parts the law of a paragraph from the source note behind it.
func lawAndSource(text string) mark {
	if !strings.HasSuffix(strings.TrimSuffix(text, "."), "]") {
		return mark{role: law, text: text}
	}
	at := oregonSource.FindStringIndex(text)
	if at == nil {
		return mark{role: law, text: text}
	}
	return mark{role: law, text: strings.TrimSpace(text[:at[0]]), history: strings.TrimSpace(text[at[0]:])}
}

var oregonChapterPage = regexp.MustCompile(`(?i)/bills_laws/ors/ors\d+[A-Z]?\.html$`)

// oregonLinks picks the chapters of the index page.
func oregonLinks(doc *extract.Document) []string {
	var found []string
	for _, link := range doc.Links {
		if oregonChapterPage.MatchString(link.URL) {
			found = append(found, link.URL)
		}
	}
	return unique(found)
}
