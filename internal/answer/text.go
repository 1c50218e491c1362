package answer

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/cite"
	"github.com/pincite/pincite/internal/statute"
)

// noList is the fault of an answer that lists no sources.
const noList = "there is no Source(s) list: no marker can be bound to a section"

// line is one line of a text, without its line break and outer space.
type line struct {
	Span
	text string
	// indent counts the columns before the first word.
	indent int
}

func linesOf(text string) []line {
	var all []line
	for start := 0; start < len(text); {
		end := len(text)
		if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
			end = start + n
		}
		raw := text[start:end]
		lead := len(raw) - len(strings.TrimLeft(raw, " \t\r\u00a0\u200b"))
		trimmed := strings.TrimSpace(raw[lead:])
		all = append(all, line{Span: Span{start + lead, start + lead + len(trimmed)}, text: trimmed, indent: columns(raw[:lead])})
		start = end + 1
	}
	return all
}

func columns(lead string) int { return len(lead) + 3*strings.Count(lead, "\t") }

// draft is an answer whose parts are known and whose claims are not yet read.
type draft struct {
	Answer
	body []line
}

// layout is the text form taken apart: which lines are what.
type layout struct {
	lines []line
	// body is the first line of the body; list that of the Source(s) line, or
	// the count of lines.
	body, list int
}

// readText takes the text form apart. It never fails: an answer without its
// parts is an answer with faults.
func readText(text string) draft {
	a := draft{Answer: Answer{Text: text}}
	l := layout{lines: linesOf(text)}
	l.list = sourcesLine(l.lines)
	a.readHead(&l)
	a.readDeclared(l)
	if l.list < len(l.lines) {
		a.readSources(l.lines[l.list:])
	}
	if len(a.Sources) == 0 {
		a.Faults = append(a.Faults, noList)
	}
	a.body = l.lines[min(l.body, l.list):l.list]
	return a
}

var (
	sourcesHead    = regexp.MustCompile(`(?i)^[#*_>\s]*(?:source\(s\)|sources?|citations?|references|authorities)[*_\s]*:?[*_\s]*$`)
	sourcesInline  = regexp.MustCompile(`(?i)^[#*_>\s]*(?:source\(s\)|sources?)[*_\s]*:[*_\s]*\[`)
	sourceEntry    = regexp.MustCompile(`^(?:[-*+•◦–]|\d{1,3}[.)])?\s*[*_]*([\[【［{(]?\s*\d+(?:\s*[.,]+\s*\d+)*\s*[\]】］})]?)[*_]*\s*[:–—-]?\s*(.*)$`)
	jurisdictional = regexp.MustCompile(`(?i)^[#*_>\s-]*jurisdiction[*_\s]*(?::[*_\s]*(.*?)[*_\s]*)?$`)
)

// sourcesLine finds the line that heads the list: the next line begins with a
// marker, or nothing is left but the jurisdiction.
func sourcesLine(lines []line) int {
	for i, l := range lines {
		if sourcesInline.MatchString(l.text) ||
			sourcesHead.MatchString(l.text) &&
				listFollows(lines[i+1:], strings.Contains(l.text, ":") || strings.Contains(l.text, "(s)")) {
			return i
		}
	}
	return len(lines)
}

// listFollows reports a list below; an empty one will do where the heading is
// clear.
func listFollows(lines []line, clear bool) bool {
	for _, l := range lines {
		if l.text == "" {
			continue
		}
		if jurisdictional.MatchString(l.text) {
			return clear
		}
		m := sourceEntry.FindStringSubmatch(l.text)
		return m != nil && strings.ContainsAny(m[1], "[【［") || clear
	}
	return clear
}

// readSources reads the list below its heading, up to the jurisdiction.
func (a *draft) readSources(lines []line) {
	if sourcesInline.MatchString(lines[0].text) {
		at := strings.IndexByte(lines[0].text, '[')
		lines[0].Start, lines[0].text = lines[0].Start+at, lines[0].text[at:]
	} else {
		lines = lines[1:]
	}
	for _, l := range lines {
		if l.text == "" {
			continue
		}
		if jurisdictional.MatchString(l.text) {
			return
		}
		a.readSource(l)
	}
}

// readSource reads one line, "- [1.2] 57-12C-3. Title".
func (a *draft) readSource(l line) {
	bullet := len(bulletMark.FindString(l.text))
	if number := numberMark.FindString(l.text); number != "" && strings.ContainsAny(l.text, "[【［") {
		bullet = len(number)
	}
	span := Span{l.Start + bullet, l.End}
	m := sourceEntry.FindStringSubmatch(l.text[bullet:])
	if m == nil {
		a.Faults = append(a.Faults, fmt.Sprintf("line %d of the Source(s) list has no marker: %s", len(a.Sources)+1, short(l.text)))
		return
	}
	ref, err := statute.ParseRef(mendRef(m[1]))
	if err != nil {
		a.Faults = append(a.Faults, fmt.Sprintf("line %d of the Source(s) list: %v: %s", len(a.Sources)+1, err, short(l.text)))
		return
	}
	s := Source{Ref: ref, Title: strings.Trim(m[2], "*_ "), Span: span}
	if number, title, ok := cite.Leading(s.Title); ok {
		s.Number, s.Title = number, title
	} else if found := cite.Find(s.Title); len(found) == 1 && found[0].Kind == cite.Statute {
		s.Number = found[0].Number
	}
	a.Sources = append(a.Sources, s)
}

var notRef = regexp.MustCompile(`[^0-9.,]+`)

// mendRef makes "1.2" of "[1,2]", "1..2" and "【1.2】".
func mendRef(raw string) string {
	raw = strings.ReplaceAll(notRef.ReplaceAllString(raw, ""), ",", ".")
	for strings.Contains(raw, "..") {
		raw = strings.ReplaceAll(raw, "..", ".")
	}
	return raw
}

// short quotes a line for a message.
func short(s string) string {
	r := []rune(s)
	if len(r) <= 60 {
		return fmt.Sprintf("%q", s)
	}
	return fmt.Sprintf("%q", string(r[:60])+"…")
}

// readDeclared finds the Jurisdiction line: behind the list, else anywhere.
func (a *draft) readDeclared(l layout) {
	from := l.list
	if from == len(l.lines) {
		from = l.body
	}
	for i := from; i < len(l.lines); i++ {
		m := jurisdictional.FindStringSubmatchIndex(l.lines[i].text)
		if m == nil {
			continue
		}
		if m[2] >= 0 && m[3] > m[2] {
			a.declare(l.lines[i], m[2], m[3])
			return
		}
		a.declareNext(l.lines[i+1:])
		return
	}
}

// declareNext takes the first line with words.
func (a *draft) declareNext(lines []line) {
	for _, l := range lines {
		if l.text != "" {
			bullet := len(bulletMark.FindString(l.text))
			a.declare(l, bullet, len(l.text))
			return
		}
	}
}

func (a *draft) declare(l line, from, to int) {
	a.Declared = strings.Trim(l.text[from:to], "*_ ")
	at := from + strings.Index(l.text[from:to], a.Declared)
	a.DeclaredSpan = Span{l.Start + at, l.Start + at + len(a.Declared)}
}
