package cite

import (
	"regexp"
	"slices"
	"strings"
)

// core is a section number: parts of digits and letters joined by hyphens (of
// any dash), stops, colons and slashes.
var core = regexp.MustCompile(`^\d{1,6}[A-Za-z]{0,3}\d{0,3}(?:(?:[-.:/]|[‐-―−])(?:\d{1,5}[A-Za-z]{0,3}\d{0,3}|[A-Za-z]{1,2}))*`)

var dashes = strings.NewReplacer("‐", "-", "‑", "-", "‒", "-", "–", "-", "—", "-", "―", "-", "−", "-")

// coreAt gives the length of the number at the start of text, 0 where none is.
// A last part that runs on into a word is given back.
func coreAt(text string) int {
	n := len(core.FindString(text))
	for n > 0 && startsAlnum(text[n:]) {
		n = lastSeparator(text[:n])
	}
	return firstOfRange(text[:n])
}

// firstOfRange cuts "603A.215–603A.220" at its dash: two numbers of one build,
// neither of which holds a hyphen, joined by a long dash.
func firstOfRange(number string) int {
	first, second, ok := strings.Cut(number, "–")
	if !ok || strings.ContainsAny(number, "-") || strings.Contains(second, "–") {
		return len(number)
	}
	if a, b := strings.Count(first, "."), strings.Count(second, "."); a == 0 || a != b {
		return len(number)
	}
	return len(first)
}

// lastSeparator gives the place of the last separator in a number, or 0.
func lastSeparator(number string) int {
	at := strings.LastIndexFunc(number, func(r rune) bool { return r > 0x7f || !isAlnum(byte(r)) })
	return max(at, 0)
}

// shape is what can be told from a number alone.
type shape struct {
	separators  int
	hyphens     int
	letterParts int
	parts       []string
}

func shapeOf(number string) shape {
	number = dashes.Replace(number)
	s := shape{parts: strings.FieldsFunc(number, func(r rune) bool { return strings.ContainsRune("-.:/", r) })}
	s.separators = len(s.parts) - 1
	s.hyphens = strings.Count(number, "-")
	for i, p := range s.parts {
		// "12C" and "646A" are parts of section numbers; a letter in the last
		// part alone, "7.5x", is not enough.
		if i < len(s.parts)-1 && strings.ContainsAny(p, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") && digitsIn(p) > 0 {
			s.letterParts++
		}
	}
	return s
}

// standsAlone reports whether a number can be told for a section's without
// a word beside it: "57-12C-6", "646A.604", "30-14-1704", "45.48.010".
func (s shape) standsAlone() bool {
	if s.separators == 0 || s.looksLikeDate() || s.looksLikePhone() {
		return false
	}
	if s.letterParts > 0 {
		return true
	}
	last := s.parts[len(s.parts)-1]
	if s.hyphens == 2 && s.separators >= 2 {
		return digitsIn(strings.Join(s.parts, "")) >= 4
	}
	return s.hyphens == 0 && s.separators == 2 && len(last) >= 3
}

// looksLikeDate reports 12-25-2024, 2024-01-15, 31.12.24 and year ranges.
func (s shape) looksLikeDate() bool {
	if s.separators == 1 {
		return isYear(s.parts[0]) && len(s.parts[1]) <= 4
	}
	if s.separators != 2 {
		return false
	}
	a, b, c := s.parts[0], s.parts[1], s.parts[2]
	if isYear(a) {
		return small(b, 31) && small(c, 31)
	}
	days := small(a, 31) && small(b, 31) && (small(a, 12) || small(b, 12))
	return days && (isYear(c) || len(c) == 2 && digitsIn(c) == 2 && len(a) <= 2 && len(b) <= 2)
}

// holdsYear reports whether a part is a year of four digits: 12-25-2024 is a
// date wherever it stands, 7-1-12 is a section at the head of a line.
func (s shape) holdsYear() bool { return slices.ContainsFunc(s.parts, isYear) }

// looksLikePhone reports 555-123-4567, 1-800-555-0199, 123-45-6789 and IP
// addresses.
func (s shape) looksLikePhone() bool {
	lengths := make([]string, len(s.parts))
	for i, p := range s.parts {
		if digitsIn(p) != len(p) {
			return false
		}
		lengths[i] = string(rune('0' + len(p)))
	}
	switch strings.Join(lengths, "") {
	case "334", "1334", "34", "324", "2334":
		return true
	}
	return s.separators == 3 && s.hyphens == 0
}

func isYear(s string) bool {
	return len(s) == 4 && digitsIn(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20"))
}

// small reports a number of one or two digits from 1 to limit.
func small(s string, limit int) bool {
	if len(s) == 0 || len(s) > 2 || digitsIn(s) != len(s) {
		return false
	}
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n >= 1 && n <= limit
}

func digitsIn(s string) int {
	n := 0
	for i := range len(s) {
		if isDigit(s[i]) {
			n++
		}
	}
	return n
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func isAlnum(b byte) bool { return isDigit(b) || b|0x20 >= 'a' && b|0x20 <= 'z' }

func startsAlnum(s string) bool { return s != "" && isAlnum(s[0]) }
