package answer

import (
	"regexp"
	"strings"
)

// blockKind is what the lines of a block are to one another.
type blockKind int

const (
	paragraph blockKind = iota
	heading
	item
	row
)

// block is a paragraph, heading, list item or table row: lines that belong
// together.
type block struct {
	kind blockKind
	Span
	// indent is the column of a list item's mark.
	indent int
	// quoted is true in a block quotation.
	quoted bool
	// head is the header row of a table row.
	head []Span
	// section is the heading above it, or the run-in head it begins with.
	section string
}

// blocks parts the body of an answer.
func blocks(lines []line, text string) []block {
	b := blocker{lines: lines, text: text}
	for b.at < len(lines) {
		b.step()
	}
	return b.found
}

type blocker struct {
	lines []line
	text  string
	found []block
	at    int
	// open is true while the next line may go on the last block.
	open    bool
	section string
	head    []Span
}

var (
	rule      = regexp.MustCompile(`^(?:[-*_=]\s*){3,}$`)
	fence     = regexp.MustCompile("^(?:```|~~~)")
	tableRule = regexp.MustCompile(`^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$`)
	quoteMark = regexp.MustCompile(`^>+\s?`)
	noteMark  = regexp.MustCompile(`^\[\^[^\]]{1,20}\]:\s*`)
)

func (b *blocker) step() {
	l := b.lines[b.at]
	switch {
	case l.text == "":
		b.open, b.head = false, nil
	case jurisdictional.MatchString(l.text):
		b.skipDeclared()
	case b.underlined(l):
		b.heading(l)
		b.at++
	case fence.MatchString(l.text), rule.MatchString(l.text), tableRule.MatchString(l.text) && strings.Contains(l.text, "|"):
		b.open = false
	case headingMark.MatchString(l.text), wholeBold.MatchString(l.text):
		b.heading(l)
	case isRow(l.text):
		b.row(l)
	default:
		b.words(l)
	}
	b.at++
}

// skipDeclared leaves out a Jurisdiction line within the body, with the name
// that follows.
func (b *blocker) skipDeclared() {
	if !strings.Contains(b.lines[b.at].text, ":") || strings.HasSuffix(strings.TrimRight(b.lines[b.at].text, "*_ "), ":") {
		b.at = nextWords(b.lines, b.at+1, len(b.lines))
	}
	b.open = false
}

// underlined reports a heading of Markdown's older form, a line of === below it.
func (b *blocker) underlined(l line) bool {
	return b.at+1 < len(b.lines) && underline.MatchString(b.lines[b.at+1].text) && plainHeading(l.text)
}

func (b *blocker) heading(l line) {
	b.section = strings.TrimRight(unmark(l.text), ":.")
	mark := len(headingMark.FindString(l.text))
	b.add(block{kind: heading, Span: Span{l.Start + mark, l.End}})
	b.open = false
}

func (b *blocker) add(found block) {
	if found.section == "" {
		found.section = b.section
	}
	if found.Start < found.End {
		b.found = append(b.found, found)
	}
}

// words takes a line of a paragraph or list item: one that goes on the block
// before it, or one that begins its own.
func (b *blocker) words(l line) {
	from, quoted := 0, false
	if n := len(quoteMark.FindString(l.text)); n > 0 {
		from, quoted = n, true
	}
	from += len(noteMark.FindString(l.text[from:]))
	mark := len(bulletMark.FindString(l.text[from:]))
	if mark == 0 {
		mark = len(numberMark.FindString(l.text[from:]))
	}
	switch {
	case b.isNumberedHeading(l, from):
		b.heading(line{Span: Span{l.Start + from + mark, l.End}, text: l.text[from+mark:]})
	case mark > 0:
		b.begin(block{kind: item, Span: Span{l.Start + from + mark, l.End}, indent: l.indent, quoted: quoted})
	case b.goesOn(l, quoted):
		b.found[len(b.found)-1].End = l.End
	case b.isHeading(l):
		b.heading(l)
	default:
		b.begin(block{kind: paragraph, Span: Span{l.Start + from, l.End}, indent: l.indent, quoted: quoted})
	}
}

// isNumberedHeading reports "2. Who is covered" above a paragraph: short, without a
// stop, apart from what follows, and followed by no item of a list.
func (b *blocker) isNumberedHeading(l line, from int) bool {
	mark := len(numberMark.FindString(l.text[from:]))
	words := l.text[from+mark:]
	if mark == 0 || from > 0 || len(words) > 60 || !plainHeading(words) || startsLower(words) {
		return false
	}
	next := nextWords(b.lines, b.at+1, len(b.lines))
	if next == len(b.lines) || next == b.at+1 || isItem(b.lines[next].text) {
		return false
	}
	return asksWord.MatchString(words) || !hasVerbOfDuty.MatchString(words)
}

// asksWord opens a heading that asks, with or without its mark: "Who is covered".
var asksWord = regexp.MustCompile(`(?i)^(?:who|whom|what|when|where|why|how|which)\b`)

func isItem(text string) bool { return bulletMark.MatchString(text) || numberMark.MatchString(text) }

// begin opens a block and takes its run-in head off: "**Vendors.** If a …".
func (b *blocker) begin(found block) {
	if label, n := runIn(b.text[found.Start:found.End]); n > 0 {
		found.section = label
		found.Start += n
	}
	b.add(found)
	b.open = true
}

// goesOn reports a line that a hard-wrapped block continues with: the block is
// open and its last line ended amid a sentence.
func (b *blocker) goesOn(l line, quoted bool) bool {
	if !b.open || len(b.found) == 0 {
		return false
	}
	last := b.found[len(b.found)-1]
	if quoted != last.quoted {
		return false
	}
	before := b.text[last.Start:last.End]
	before = before[strings.LastIndexByte(before, '\n')+1:]
	if endsSentence(before) {
		return false
	}
	return startsLower(l.text) || len(before) >= 50 && !titleCase(before)
}

// isHeading reports a line without a mark that stands as a heading: short, no
// closing stop, something below it, nothing unfinished above.
func (b *blocker) isHeading(l line) bool {
	if !plainHeading(l.text) {
		return false
	}
	next := nextWords(b.lines, b.at+1, len(b.lines))
	if strings.HasSuffix(l.text, "?") {
		return len(l.text) <= 90 && next < len(b.lines) && !strings.ContainsAny(l.text, ".!")
	}
	if next == len(b.lines) || startsLower(l.text) || leadsIn.MatchString(l.text) {
		return false
	}
	return titleCase(l.text) || len(l.text) <= 60 && !hasVerbOfDuty.MatchString(l.text)
}

var (
	hasVerbOfDuty = regexp.MustCompile(`(?i)\b(?:must|shall|may|cannot|can|is|are|has|have|requires?|will)\b`)
	// leadsIn is a line that only a list can complete.
	leadsIn = regexp.MustCompile(`(?i)\b(?:must|shall|may|cannot|can|should|includes?|to|the following|if|when|unless|that)$`)
)

var runInHead = regexp.MustCompile(`^(?:\*\*([^*\n]{1,80}?)([.:?!]?)\*\*|__([^_\n]{1,80}?)([.:?!]?)__|[*_]([^*_\n]{1,80}?)([.:?!])[*_])(\s*[:.–—-])?\s+`)

var plainRunIn = regexp.MustCompile(`^(\p{Lu}[\p{L}'’-]*(?:\s[\p{L}'’-]+){0,2})(?::\s+|\s+[—–]\s+\b)`)

// runIn reads a head that stands on its paragraph's first line, and gives its
// length. Bold words that the sentence needs are none: a head has its own stop.
func runIn(text string) (label string, length int) {
	if m := runInHead.FindStringSubmatch(text); m != nil && strings.TrimSpace(m[2]+m[4]+m[6]+m[7]) != "" {
		return strings.TrimSpace(m[1] + m[3] + m[5]), len(m[0])
	}
	m := plainRunIn.FindStringSubmatch(text)
	if m == nil || len(strings.Fields(text[len(m[0]):])) < 3 || hasVerbOfDuty.MatchString(m[1]) {
		return "", 0
	}
	return m[1], len(m[0])
}

func isRow(text string) bool { return strings.HasPrefix(text, "|") && strings.Count(text, "|") >= 2 }

// row takes a line of a table; the row above the rule is its head.
func (b *blocker) row(l line) {
	b.open = false
	cells := cellsOf(l)
	if b.at+1 < len(b.lines) && tableRule.MatchString(b.lines[b.at+1].text) {
		b.head = cells
		return
	}
	if len(cells) > 0 {
		b.add(block{kind: row, Span: Span{cells[0].Start, cells[len(cells)-1].End}, head: b.head})
	}
}

// cellsOf gives the places of a row's cells that hold words.
func cellsOf(l line) []Span {
	var cells []Span
	start := 0
	for i := 0; i <= len(l.text); i++ {
		if i < len(l.text) && l.text[i] != '|' {
			continue
		}
		cell := l.text[start:i]
		trimmed := strings.TrimSpace(cell)
		if trimmed != "" {
			at := l.Start + start + strings.Index(cell, trimmed)
			cells = append(cells, Span{at, at + len(trimmed)})
		}
		start = i + 1
	}
	return cells
}
