package scrapers

import (
	"fmt"
	"regexp"
	"sort"
	"strings"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// Numbered reads law of a publisher for whom nobody wrote a layout, by the
// numbering grammar alone.
//
// Every line that begins with a number, or with a sign and a number, may be a
// heading. Lines are grouped by their look: element, bold, sign, shape of the
// number, what stands behind it. The look that counts upwards most surely, with
// text behind its lines, is that of the headings; the rest are cross-references
// and tables of contents. How sure it is stands in each section's Confidence,
// and where that is low in the document's Doubts.
var Numbered = add(Layout{
	Name:  "numbered",
	About: "any publisher: finds sections by the way their numbers count, and says how sure it is",
	Parse: parseNumbered,
})

var (
	numberedHeading = atStart(`^(§+\s?|(?:Sec|SEC)(?:tion|TION)?s?\.?\s+|[A-Z]{2,5}\s+(?:§\s*)?)?\[?(\d+[A-Z]{0,3}(?:[-.:]\d+[A-Za-z]{0,2})*)\]?(?:\([A-Z][a-z]+\))?([.:]|\s*[-–—]|)(?:\s+(.*))?$`)
	plainHistory    = atStart(`^(?:History|HISTORY|Source|SOURCE|Credits?|Historical Data|Legislative [Hh]istory)\s*(?:[:.]\s*|$)`)
)

// candidate is a line that may head a section.
type candidate struct {
	at                int
	no, catchline     string
	look              string
	leaders, followed bool
}

// run is what speaks for a look: how many numbers, how many count upwards.
type run struct {
	look           string
	numbers, rises int
	followed       int
	weight         float64
}

func parseNumbered(doc *extract.Document, j statute.Jurisdiction) (statute.Document, error) {
	all := candidates(doc)
	best := bestRun(all)
	n := &numberedReader{cursor: newCursor(doc), state: skipped, headings: map[int]candidate{}, entries: map[int]candidate{}}
	n.choose(all, best)
	parsed := n.assemble(doc, j)
	sure := best.sure()
	for i := range parsed.Sections {
		s := &parsed.Sections[i]
		s.Confidence = sure * s.Confidence
	}
	if sure < 0.8 {
		parsed.Checks.Doubts = append(parsed.Checks.Doubts, fmt.Sprintf("no layout is known for this publisher, and its numbers count upwards in %d of %d headings only", best.rises, max(best.numbers-1, 0)))
	}
	return parsed, nil
}

func (n *numberedReader) assemble(doc *extract.Document, j statute.Jurisdiction) statute.Document {
	if printed(doc) {
		return assemble(doc, j, true, n.read)
	}
	return assemble(doc, j, false, n.read)
}

// candidates finds every line that may head a section.
func candidates(doc *extract.Document) []candidate {
	var all []candidate
	edge := newCursor(doc)
	for i := range doc.Lines {
		edge.next()
		if c, ok := candidateAt(doc, i, &edge); ok {
			all = append(all, c)
		}
	}
	for i := range all {
		all[i].followed = i+1 >= len(all) || all[i+1].at > all[i].at+1 || len(all[i].catchline) > 120
	}
	return all
}

func candidateAt(doc *extract.Document, i int, edge *cursor) (candidate, bool) {
	l := &doc.Lines[i]
	m := numberedHeading.FindStringSubmatch(foldDashes(l.Text))
	if m == nil || m[1] == "" && !strings.ContainsAny(m[2], "-.:") || inElement(l, "nav") {
		return candidate{}, false
	}
	_, rest, _ := strings.Cut(l.Text, lastPart(l.Text, m[2]))
	c := candidate{at: i, no: m[2], catchline: trimCatchline(rest), leaders: leaders.MatchString(l.Text)}
	stop := strings.TrimSpace(m[3])
	if isHeadingTag(l) {
		stop = ""
	}
	sign := strings.TrimRight(strings.TrimSpace(m[1]), "s.§")
	if strings.Contains(m[1], "§") {
		sign = "§"
	}
	c.look = strings.Join([]string{l.Tag, l.Class, boldLook(l), sign, numberShape(m[2]), stop, marginLook(l, edge)}, "|")
	return c, true
}

// boldLook tells a bold opening from a plain one.
func boldLook(l *extract.Line) string {
	if leadIsBold(l) || boldIn(l) && boldEnd(l) > 0 {
		return "bold"
	}
	return ""
}

// numberShape is a number with its digits made alike: 57-12C-6 is #-#C-#. A last
// decimal does not change the shape.
func numberShape(no string) string {
	parts := strings.FieldsFunc(no, func(r rune) bool { return r == '-' || r == ':' })
	if len(parts) == 1 {
		parts = parts[:1]
		if before, _, found := strings.Cut(no, "."); found {
			return fmt.Sprintf("#%d.#", len(before))
		}
	}
	return fmt.Sprintf("%d parts", len(parts))
}

// marginLook tells a line at the margin from an indented one, in print.
func marginLook(l *extract.Line, edge *cursor) string {
	if printed1(l) && !edge.atMargin(l) {
		return "indented"
	}
	return ""
}

// bestRun weighs every look: rising numbers, with text behind them.
func bestRun(all []candidate) run {
	byLook := map[string]*run{}
	last := map[string]candidate{}
	var order []string
	for _, c := range all {
		if c.leaders {
			continue
		}
		r := byLook[c.look]
		if r == nil {
			r = &run{look: c.look}
			byLook[c.look] = r
			order = append(order, c.look)
		} else if !backwards(last[c.look].no, c.no) {
			r.rises++
		}
		r.numbers++
		if c.followed {
			r.followed++
		}
		last[c.look] = c
	}
	return heaviest(byLook, order)
}

func heaviest(byLook map[string]*run, order []string) run {
	best := run{}
	for _, look := range order {
		r := byLook[look]
		r.weight = float64(r.followed) * r.sure()
		if strings.Contains(look, "|bold|") || strings.HasPrefix(look, "h") {
			r.weight *= 2
		}
		if r.weight > best.weight {
			best = *r
		}
	}
	return best
}

// sure is the share of numbers that count upwards and have text behind them; one
// number alone proves little.
func (r *run) sure() float64 {
	if r.numbers == 0 {
		return 0.1
	}
	if r.numbers == 1 {
		return 0.6
	}
	rising := float64(r.rises) / float64(r.numbers-1)
	return max(0.1, 0.95*rising*(0.5+0.5*float64(r.followed)/float64(r.numbers)))
}

// numberedReader is where a reader without a layout stands.
type numberedReader struct {
	cursor
	state    role
	headings map[int]candidate
	entries  map[int]candidate
	// open is set while a printed catchline may run on, sourced behind the source
	// note of the section at hand.
	open, sourced bool
}

// choose parts headings from cross-references and entries. Looks of the same
// shape that also rise, such as stubs without a catchline, are headings where
// they fit between their neighbours.
func (n *numberedReader) choose(all []candidate, best run) {
	for _, c := range all {
		switch {
		case c.leaders:
			n.entries[c.at] = c
		case c.look == best.look:
			n.headings[c.at] = c
		}
	}
	n.dropEntries()
}

// dropEntries takes headings of the best look that are entries of a table of
// contents after all: their number comes again later with text behind it.
func (n *numberedReader) dropEntries() {
	ats := make([]int, 0, len(n.headings))
	for at := range n.headings {
		ats = append(ats, at)
	}
	sort.Ints(ats)
	again := map[string]int{}
	for _, at := range ats {
		again[n.headings[at].no]++
	}
	for _, at := range ats {
		c := n.headings[at]
		if again[c.no] > 1 && !c.followed {
			again[c.no]--
			n.entries[at] = c
			delete(n.headings, at)
		}
	}
}

func (n *numberedReader) read(l *extract.Line) mark {
	n.next()
	m := n.line(l)
	n.sourced = n.state == law && m.behindSource(n.sourced)
	return m
}

func (n *numberedReader) line(l *extract.Line) mark {
	if c, ok := n.headings[n.at]; ok {
		return n.heading(l, c)
	}
	if c, ok := n.entries[n.at]; ok && n.state == skipped {
		return mark{role: entry, expect: c.no, stub: statusTail(c.catchline) != ""}
	}
	switch {
	case n.state == skipped:
		return n.front(l)
	case isHeadingTag(l), besideLaw(l), oregonNote.MatchString(l.Text) && leadIsBold(l):
		n.state = annotation
	case strings.Trim(l.Text, "_ ") == "":
		return mark{role: skipped}
	case n.headsGroup(l), n.headsChapter(l):
		return mark{role: place1, level: 3, text: l.Text}
	case n.sourced && namesGroup(l) && !bracketed(l.Text):
		n.state = annotation
	case n.open && n.runsOn(l):
		n.open = !ended(l.Text)
		return mark{role: catch, text: l.Text}
	case n.state == history && !sourceLike(l.Text) && n.sentenceEnded():
		n.state = annotation
	case n.state != law:
	case opensNote(l):
		n.state = annotation
	case plainHistory.MatchString(l.Text):
		n.state = history
		return mark{role: history, text: plainHistory.ReplaceAllString(l.Text, "")}
	case l.Label == "" && !bracketed(l.Text) && sourceLike(l.Text) && n.sentenceEnded():
		n.state = history
	}
	n.open = false
	if n.state == law {
		return withSource(mark{role: law, text: l.Text})
	}
	return mark{role: n.state, text: l.Text}
}

// besideLaw reports whether a line of a page stands where no law does.
func besideLaw(l *extract.Line) bool {
	return inElement(l, "nav") || inElement(l, "footer") || inElement(l, "header") || inElement(l, "aside") || l.Tag == "aside"
}

// bracketed reports whether a line opens with an enumerator in brackets; one
// with a full stop may be "R.L. 1910".
func bracketed(text string) bool {
	return strings.HasPrefix(text, "(") && enumerator.MatchString(text)
}

// headsGroup tells a group heading: in capitals or in round brackets, with a
// heading, or another such line, behind it.
func (n *numberedReader) headsGroup(l *extract.Line) bool {
	if bracketed(l.Text) || sourceLike(l.Text) {
		return false
	}
	for at := n.at; at < len(n.lines) && at < n.at+4; at++ {
		if _, heads := n.headings[at]; heads {
			return at > n.at
		}
		if !namesGroup(&n.lines[at]) {
			return false
		}
	}
	return false
}

// headsChapter tells the title of the next section's chapter: it opens with the
// first parts of that section's number, as "5.16 Franchises" before 5.16.010.
func (n *numberedReader) headsChapter(l *extract.Line) bool {
	m := numberedHeading.FindStringSubmatch(foldDashes(l.Text))
	if m == nil || len(l.Text) > 120 || printed1(l) || ended(l.Text) {
		return false
	}
	for at := n.at + 1; at < len(n.lines) && at < n.at+nearHeading; at++ {
		if c, heads := n.headings[at]; heads {
			return strings.HasPrefix(c.no, m[2]+".") || strings.HasPrefix(c.no, m[2]+"-")
		}
	}
	return false
}

// nearHeading is how many lines before its first section a chapter's title may
// stand: notes on the chapter and a list of its sections come between.
const nearHeading = 60

// runsOn tells the rest of a printed catchline from law.
func (n *numberedReader) runsOn(l *extract.Line) bool {
	return printed1(l) && n.atMargin(l) && !enumerator.MatchString(l.Text) && !sourceLike(l.Text)
}

// citing are words of source notes; dates, numbers and signs count by themselves.
var citing = atStart(`^(?:[\[(]*(?:Added|Amended|Repealed|Enacted|Enact|Formerly|Laws?|Acts?|Stats?|Codes?|Ord|No|Rep/Reenact|Reenacted|Pub|Sess|Res|[A-Z][a-z]{2}|[A-Z]{1,5}|c|ch|cc|chs|p|pp|s|ss|eff|emerg|effective|am|ren|add|rev|sec|operative|art|by|to|of|repealed|amended|renumbered|from|as|added|adopted|deleted|redesignated|relettered|formerly|or|and|D\.C|P\.L|R\.L|S\.L)[.,;)\]]*|§+[.,]?)$`)

// sourceLike tells a source note by its words: years, numbers, signs and
// abbreviations, and hardly any prose. "Section 5 of this act applies to contracts
// made after July 1, 2003" is prose.
func sourceLike(text string) bool {
	words := strings.Fields(text)
	cited, year := 0, false
	for _, w := range words {
		if strings.ContainsAny(w, "0123456789") || citing.MatchString(w) || strings.Count(w, ".") > 1 {
			cited++
		}
		year = year || yearWord.MatchString(w)
	}
	return year && (len(words) >= 3 || len(words) == 2 && dayWord.MatchString(text)) && cited*10 >= len(words)*7
}

// yearWord is a year, or a day of one: 2003, 12/2/78; dayWord is the latter.
var (
	yearWord = regexp.MustCompile(`(?:^|\D)(?:1[789]|20)\d\d(?:\D|$)|` + dayWord.String())
	dayWord  = regexp.MustCompile(`\b\d{1,2}/\d{1,2}/\d{2}\b`)
)

// front keeps headings of chapters and drops the rest.
func (n *numberedReader) front(l *extract.Line) mark {
	if isHeadingTag(l) {
		return mark{role: place1, level: int(l.Tag[1] - '0'), text: l.Text}
	}
	return mark{role: skipped}
}

// heading splits catchline and law where one line holds both: the bold lead is
// the catchline; without one a short line is, and a long line is cut behind its
// first sentence.
func (n *numberedReader) heading(l *extract.Line, c candidate) mark {
	n.state, n.open = law, false
	catchline, text := c.catchline, ""
	if end := boldEnd(l); boldIn(l) && end > 0 && end < len(l.Text) {
		text = strings.TrimSpace(l.Text[end:])
		catchline = strings.TrimSpace(strings.TrimSuffix(catchline, text))
	} else if end := styledEnd(l, c.no); end > 0 {
		text = strings.TrimSpace(l.Text[end:])
		catchline = strings.TrimSpace(strings.TrimSuffix(catchline, text))
	} else if at := strings.Index(catchline, ". "); at > 0 && at < 120 && !isHeadingTag(l) && statusTail(catchline) == "" {
		catchline, text = catchline[:at+1], strings.TrimSpace(catchline[at+1:])
	}
	n.open = text == "" && catchline != "" && !ended(catchline) && len(l.Text) > 50
	return withSource(mark{role: heading, number: c.no, catchline: catchline, text: text})
}

// styledEnd is where the styled opening of a line ends behind a full stop: a
// publisher that has a class for its catchlines. It is 0 where there is none.
func styledEnd(l *extract.Line, no string) int {
	at := strings.Index(dashes.Replace(l.Text[:min(len(l.Text), 60)]), no) + len(no)
	for i, run := range l.Runs[:max(0, len(l.Runs)-1)] {
		if run.Tag == "span" && run.Class != l.Runs[i+1].Class && run.End > at+4 && strings.HasSuffix(strings.TrimSpace(l.Text[:run.End]), ".") {
			return run.End
		}
	}
	return 0
}

// withSource takes a source note in brackets off the end of the law of a line.
func withSource(m mark) mark {
	end := strings.TrimRight(m.text, ". ")
	if !strings.HasSuffix(end, "]") && !strings.HasSuffix(end, ")") {
		return m
	}
	opening := map[byte]string{']': "[", ')': "("}[end[len(end)-1]]
	at := strings.LastIndex(end, opening)
	if at < 0 || !sourceLike(m.text[at:]) && !formerly.MatchString(m.text[at:]) {
		return m
	}
	m.history = strings.TrimSpace(m.text[at:])
	m.text = strings.TrimSpace(m.text[:at])
	return m
}

// formerly is a source note that has no year.
var formerly = atStart(`^[\[(](?:Formerly|Renumbered|Repealed by|Amended by|Added by)\b`)
