package answer

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// headReach is how many lines with words may stand above the title.
const headReach = 8

// readHead finds question and title and where the body begins. Above the
// question stands the site's chrome, which is no part of the answer.
func (a *draft) readHead(l *layout) {
	first := nextWords(l.lines, 0, l.list)
	if question := taggedQuestion(l.lines[:l.list], first); question > first {
		a.Title, a.Question = unmark(l.lines[first].text), unmark(l.lines[question].text)
		l.body = question + 1
		return
	}
	if question := questionLine(l.lines[:l.list], first); question >= 0 {
		a.Question = unmark(l.lines[question].text)
		first = nextWords(l.lines, question+1, l.list)
	} else if heading := chromeAbove(l.lines[:l.list], first); heading > first {
		first = heading
	}
	l.body = first
	if first < l.list && isTitle(l.lines, first, l.list) {
		a.Title = unmark(l.lines[first].text)
		l.body = first + 1
		if l.body < l.list && underline.MatchString(l.lines[l.body].text) {
			l.body++
		}
	}
	if a.Title == "" {
		a.Title = a.Question
	}
}

// nextWords gives the first line from here on that holds words.
func nextWords(lines []line, from, to int) int {
	for from < to && lines[from].text == "" {
		from++
	}
	return from
}

var (
	headingMark = regexp.MustCompile(`^#{1,6}\s+`)
	underline   = regexp.MustCompile(`^(?:={3,}|-{3,})$`)
	bulletMark  = regexp.MustCompile(`^[-*+•◦▪–]\s+`)
	numberMark  = regexp.MustCompile(`^(?:\d{1,3}[.)]|[a-z][.)]|\([a-z0-9]{1,3}\))\s+`)
	wholeBold   = regexp.MustCompile(`^(?:\*\*[^*]+\*\*|__[^_]+__):?$`)
	questionTag = regexp.MustCompile(`(?i)^(?:question|q)[*_\s]*:[*_\s]*`)
)

// questionLine finds the line that ends in "?" before any prose or heading; -1
// where there is none.
func questionLine(lines []line, first int) int {
	seen := 0
	for i := first; i < len(lines) && seen < headReach; i++ {
		text := lines[i].text
		if text == "" {
			continue
		}
		seen++
		if i > first && headingMark.MatchString(text) || isItem(text) {
			return -1
		}
		if strings.HasSuffix(unmark(text), "?") {
			return i
		}
		if headingMark.MatchString(text) || isProse(text) {
			return -1
		}
	}
	return -1
}

// taggedQuestion finds "Question: …?" below a title; -1 where there is none.
func taggedQuestion(lines []line, first int) int {
	if first >= len(lines) || !isTitle(lines, first, len(lines)) {
		return -1
	}
	next := nextWords(lines, first+1, len(lines))
	if next < len(lines) && questionTag.MatchString(strings.TrimLeft(lines[next].text, "#*_ ")) &&
		strings.HasSuffix(unmark(lines[next].text), "?") {
		return next
	}
	return -1
}

// isProse reports a full sentence or a line with a marker.
func isProse(text string) bool {
	return len(text) > 40 && strings.HasSuffix(strings.TrimRight(text, "*_ "), ".") || looseMarker.MatchString(text)
}

var looseMarker = regexp.MustCompile(`\[\s*\d+\s*[.,]`)

// chromeAbove finds the first Markdown heading, where only short lines that are
// no sentences stand above it.
func chromeAbove(lines []line, first int) int {
	seen := 0
	for i := first; i < len(lines) && seen < headReach; i++ {
		text := lines[i].text
		if text == "" {
			continue
		}
		if headingMark.MatchString(text) {
			return i
		}
		if seen++; isProse(text) || bulletMark.MatchString(text) || wholeBold.MatchString(text) {
			return first
		}
	}
	return first
}

// isTitle reports a line that names the answer and states nothing.
func isTitle(lines []line, at, to int) bool {
	text := lines[at].text
	if headingMark.MatchString(text) || wholeBold.MatchString(text) || at+1 < to && underline.MatchString(lines[at+1].text) {
		return true
	}
	return plainHeading(text)
}

// plainHeading reports a short line without mark, marker or closing stop.
func plainHeading(text string) bool {
	if text == "" || utf8.RuneCountInString(text) > 150 || looseMarker.MatchString(text) || strings.HasPrefix(text, "|") {
		return false
	}
	if isItem(text) || strings.HasPrefix(text, ">") {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, "*_”\"' "))
	return !strings.ContainsRune(".:;,!", last)
}

// titleCase reports a line most of whose longer words begin with a capital.
func titleCase(text string) bool {
	long, capital := 0, 0
	for _, word := range strings.Fields(text) {
		first, _ := utf8.DecodeRuneInString(word)
		if len(word) < 4 || !unicode.IsLetter(first) {
			continue
		}
		if long++; unicode.IsUpper(first) {
			capital++
		}
	}
	return long > 0 && capital*10 >= long*6
}

// unmark takes Markdown's marks and a "Question:" tag off a line.
func unmark(text string) string {
	text = strings.Trim(headingMark.ReplaceAllString(text, ""), "*_ ")
	text = questionTag.ReplaceAllString(text, "")
	return strings.Trim(strings.TrimRight(text, "#*_ "), "*_ ")
}
