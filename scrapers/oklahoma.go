package scrapers

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// Oklahoma reads the titles that the legislature publishes as PDF, and the pages
// of the state courts' network, oscn.net, one a section.
//
// In a title the table of contents has dot leaders; headings stand at the
// margin, "§15-2. Catchline.", and may wrap; law is indented; the source note
// stands at the margin again and has no mark but its first words. A repealed or
// renumbered section has a heading and nothing else. Two texts of one section
// carry v1 and v2, and the publisher has printed the same suffix twice.
// "§15-141.3 of this title" at the margin is a cross-reference that wrapped.
//
// On oscn.net the number stands in "Cite as: 21 O.S. § 143"; law is bare
// paragraphs up to "Historical Data"; the Citationizer behind it is not law.
var Oklahoma = add(Layout{
	Name:   "oklahoma",
	About:  "Oklahoma Statutes: the legislature's title PDFs, and oscn.net section by section",
	States: []statute.Jurisdiction{"OK"},
	Fits:   fitsOklahoma,
	Parse:  parseOklahoma,
})

var (
	oklahomaHeading = atStart(`^§\s?(\d{1,2}[A-Z]?-[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*)\.(?:\s+(.*))?$`)
	oklahomaTitle   = atStart(`^(?:TITLE|Title) \d{1,2}[A-Z]?\. \S`)
	oklahomaHistory = atStart(`^(?:R\.L\.? ?\d{4}|R\.S\.? ?\d{4}|C\.O\.S\.|Laws \d{4}|Added by |Amended by |Renumbered from |Repealed by Laws|Adopted |State Question|Okl?a?\. ?Const|Const\.|Stats?\. \d{4})`)
	oklahomaNote    = atStart(`^NOTE: `)
	oklahomaFoot    = atStart(`^OKLAHOMA STATUTES$|^Oklahoma Statutes - Title .*(?:Page \d+)?$`)
	leaders         = regexp.MustCompile(`\s*\.{4,}\s*\d*\s*$|\s*(?:\. ){4,}\s*\d*\s*$`)
	oscnCite        = atStart(`^Cite as: (\d{1,2}[A-Z]?) O\.S\. §+ ?([0-9A-Za-z][0-9A-Za-z.-]*?)(?:v\d)?[ ,(]`)
	oscnTitle       = atStart(`^Title (\d{1,2}[A-Z]?)\. `)
	oscnSection     = atStart(`^Section ([0-9A-Za-z][0-9A-Za-z.-]*)(?: - (.*))?$`)
	oscnPlace       = atStart(`^(?:Chapter|Article|Part) \S+ - `)
)

func fitsOklahoma(doc *extract.Document) bool { return isOSCN(doc) || isOklahomaTitle(doc) }

func isOSCN(doc *extract.Document) bool {
	if doc.Format != extract.HTML {
		return false
	}
	for i := range doc.Lines {
		if l := &doc.Lines[i]; strings.HasPrefix(l.Class, "oscn-") || strings.HasPrefix(l.Text, "Oklahoma Statutes Citationized") {
			return true
		}
	}
	return false
}

func isOklahomaTitle(doc *extract.Document) bool {
	if doc.Format == extract.HTML {
		return false
	}
	named, headings := false, 0
	for i := range doc.Lines {
		l := &doc.Lines[i]
		named = named || i < 10 && l.Text == "OKLAHOMA STATUTES" || strings.HasPrefix(l.Text, "Oklahoma Statutes - Title ")
		if oklahomaHeading.MatchString(l.Text) {
			headings++
		}
	}
	return named && headings > 0
}

func parseOklahoma(doc *extract.Document, j statute.Jurisdiction) (statute.Document, error) {
	if isOSCN(doc) {
		o := &oscn{state: skipped}
		return assemble(doc, j, false, o.read), nil
	}
	o := &oklahoma{cursor: newCursor(doc), state: skipped, contents: oklahomaContents(doc)}
	parsed := assembleIndented(doc, j, &o.cursor, o.read)
	for i := range parsed.Sections {
		movedTitle(&parsed.Sections[i])
	}
	return parsed, nil
}

var (
	titleThenSection = regexp.MustCompile(`(?i)renumbered as Title (\d{1,2}[A-Z]?), §+ ?([0-9A-Za-z.-]*[0-9A-Za-z])`)
	sectionThenTitle = regexp.MustCompile(`(?i)renumbered as §+ ?([0-9A-Za-z.-]*[0-9A-Za-z]) of Title (\d{1,2}[A-Z]?)`)
)

// movedTitle gives the new number of a section that went to another title.
func movedTitle(s *statute.Section) {
	if m := titleThenSection.FindStringSubmatch(s.Catchline); m != nil {
		s.RenumberedTo = m[1] + "-" + m[2]
	} else if m := sectionThenTitle.FindStringSubmatch(s.Catchline); m != nil {
		s.RenumberedTo = m[2] + "-" + m[1]
	}
}

// oklahoma is where a reader of a title stands.
type oklahoma struct {
	cursor
	state role
	// contents holds the catchlines of the table of contents, by number.
	contents map[string]string
	// catchline is the number and catchline of the section at hand as far as
	// they were read; open is set while the catchline goes on.
	catchline string
	open      bool
}

// oklahomaContents reads the table of contents: entries have dot leaders and a
// page number, and may wrap.
func oklahomaContents(doc *extract.Document) map[string]string {
	entries := map[string]string{}
	for i := range doc.Lines {
		m := signed(doc.Lines[i].Text)
		if m == nil {
			continue
		}
		if text, ok := entryText(doc.Lines, i, m[2]); ok {
			entries[m[1]] = text
		}
	}
	return entries
}

// signed matches a heading or an entry: most lines have no sign in front.
func signed(text string) []string {
	if !strings.HasPrefix(text, "§") {
		return nil
	}
	return oklahomaHeading.FindStringSubmatch(text)
}

// hasLeaders looks for two dots before it matches.
func hasLeaders(text string) bool {
	return (strings.Contains(text, "..") || strings.Contains(text, ". .")) && leaders.MatchString(text)
}

// entryText joins an entry over at most three lines, up to its leaders.
func entryText(lines []extract.Line, at int, text string) (string, bool) {
	for i := at; ; i++ {
		if hasLeaders(text) {
			return strings.TrimSpace(leaders.ReplaceAllString(text, "")), true
		}
		if i+1 >= len(lines) || i-at > 2 || oklahomaHeading.MatchString(lines[i+1].Text) {
			return "", false
		}
		text += " " + lines[i+1].Text
	}
}

func (o *oklahoma) read(l *extract.Line) mark {
	o.next()
	if m := signed(l.Text); m != nil {
		if found, ok := o.heading(l, m[1], m[2]); ok {
			return found
		}
	}
	switch {
	case oklahomaTitle.MatchString(l.Text) && o.state == skipped:
		return mark{role: place1, level: 1, text: l.Text}
	case o.state == skipped || oklahomaFoot.MatchString(l.Text):
		return mark{role: skipped}
	case o.open && o.runsOn(l):
		o.catchline += " " + l.Text
		o.open = o.unfinished(o.catchline)
		return mark{role: catch, text: l.Text}
	}
	o.open = false
	return o.body(l)
}

// heading tells an entry of the contents, a heading, and a cross-reference.
func (o *oklahoma) heading(l *extract.Line, no, catchline string) (mark, bool) {
	if _, listed := entryText(o.lines, o.at, catchline); listed {
		o.state = skipped
		return mark{role: entry, expect: no}, true
	}
	_, known := o.contents[no]
	if !o.atMargin(l) || !known && !o.sentenceEnded() {
		return mark{}, false
	}
	o.state, o.catchline = law, no+" "+catchline
	o.open = o.unfinished(o.catchline)
	return mark{role: heading, number: no, catchline: catchline}, true
}

// unfinished reports whether a catchline goes on: by the table of contents, or
// for want of a full stop.
func (o *oklahoma) unfinished(catchline string) bool {
	no, got, _ := strings.Cut(catchline, " ")
	want := o.contents[no]
	if whole, part := letters(want), letters(got); want != "" && strings.HasPrefix(whole, part) {
		return len(part) < len(whole)
	}
	return !strings.HasSuffix(got, ".")
}

// letters are what is compared of two prints of one catchline.
func letters(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, s))
}

// runsOn tells the rest of a catchline from law, which is indented, and from a
// source note.
func (o *oklahoma) runsOn(l *extract.Line) bool {
	return o.atMargin(l) && !oklahomaHistory.MatchString(l.Text)
}

// lastOfSection reports whether a heading comes next.
func (o *oklahoma) lastOfSection() bool {
	for _, next := range o.lines[o.at+1:] {
		if !oklahomaFoot.MatchString(next.Text) {
			return oklahomaHeading.MatchString(next.Text)
		}
	}
	return true
}

// body parts law, source note and the publisher's notes. A source note stands at
// the margin behind the end of a sentence.
func (o *oklahoma) body(l *extract.Line) mark {
	starts := (o.atMargin(l) || o.lastOfSection()) && (o.sentenceEnded() || o.state != law)
	switch {
	case starts && oklahomaNote.MatchString(l.Text):
		o.state = annotation
	case starts && o.state == law && oklahomaHistory.MatchString(l.Text):
		o.state = history
	}
	return mark{role: o.state, text: l.Text}
}

// oscn is where a reader of a page of the courts' network stands.
type oscn struct {
	state role
	title string
}

func (o *oscn) read(l *extract.Line) mark {
	if m := oscnTitle.FindStringSubmatch(l.Text); m != nil && l.Tag == "p" {
		o.title = m[1]
		return mark{role: place1, level: 1, text: l.Text}
	}
	switch {
	case l.Tag == "p" && l.Bold() && o.title != "" && o.state == skipped && oscnSection.MatchString(l.Text):
		return o.heading(l)
	case o.state == skipped:
		return o.front(l)
	case oscnCite.MatchString(l.Text) || strings.HasPrefix(l.Text, "Cite as:"):
		return o.cited(l)
	case l.Text == "Historical Data":
		o.state = history
		return mark{role: history}
	case strings.HasPrefix(l.Text, "Citationizer"), l.Tag != "p" && o.state == history:
		o.state = oscnEnd
		return mark{role: skipped}
	}
	if o.state == oscnEnd {
		return mark{role: skipped}
	}
	return mark{role: o.state, text: l.Text}
}

// oscnEnd is the state behind the law and history of a page.
const oscnEnd = role(100)

func (o *oscn) front(l *extract.Line) mark {
	if l.Tag == "p" && oscnPlace.MatchString(l.Text) {
		return mark{role: place1, level: 2, text: l.Text}
	}
	if l.Tag == "p" && l.Bold() && o.title != "" {
		return mark{role: place1, level: 3, text: l.Text}
	}
	return mark{role: skipped}
}

func (o *oscn) heading(l *extract.Line) mark {
	m := oscnSection.FindStringSubmatch(l.Text)
	o.state = law
	return mark{role: heading, number: o.title + "-" + m[1], catchline: m[2]}
}

// cited is the line that says how to cite the section; it is not law.
func (o *oscn) cited(l *extract.Line) mark {
	return mark{role: annotation, text: l.Text}
}
