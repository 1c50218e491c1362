package cite

import (
	"regexp"
	"strings"
)

var signs = regexp.MustCompile(`^(?:\s|§|sections?\b|secs?\b\.?|[\[\]])+`)

// Normal gives the form in which two numbers are compared: plain hyphens, small
// letters, no section sign, brackets, spaces or closing full stop. It is not for
// reading.
func Normal(number string) string {
	if plain(number) {
		return strings.TrimRight(strings.ToLower(number), ".,;:")
	}
	s := strings.ToLower(dashes.Replace(number))
	s = strings.Join(strings.Fields(s), " ")
	s = signs.ReplaceAllString(s, "")
	s = joined.Replace(s)
	return strings.TrimRight(s, " .,;:]")
}

var joined = strings.NewReplacer(" ilcs ", "-", " u.s.c. ", " usc ", " c.f.r. ", " cfr ")

// plain tells a number that begins with a digit and has but ASCII letters, digits
// and stops, as nearly all have: nothing in it needs folding but its case.
func plain(number string) bool {
	for i := range len(number) {
		b := number[i]
		if !isAlnum(b) && strings.IndexByte("-.:/();,", b) < 0 {
			return false
		}
	}
	return number != "" && isDigit(number[0])
}

var headSign = regexp.MustCompile(`^[\s\x{00a0}]*(?:§+|Sec(?:tion|s)?\.?)?[\s\x{00a0}]*\[?`)

// Leading reads a section number at the start of a line of a source list:
// "57-12C-6. Notification of security breach." It wants a separator in the
// number, for "1. Residents" is a list item; "7-1-12. Tax returns" is no date
// where it heads the line. It gives the number with plain
// hyphens. Where the line begins with no number, rest is the line.
func Leading(text string) (number, rest string, ok bool) {
	if number, rest, ok = leadingWithReporter(text); ok {
		return number, rest, true
	}
	sign := len(headSign.FindString(text))
	n := coreAt(text[sign:])
	s := shapeOf(text[sign : sign+n])
	if n == 0 || s.separators == 0 || s.looksLikeDate() && s.holdsYear() {
		return "", text, false
	}
	n += len(standing.FindString(text[sign+n:]))
	tail, ok := afterNumber(text[sign+n:])
	if !ok {
		return "", text, false
	}
	return dashes.Replace(text[sign : sign+n]), tail, true
}

// standing is what the District of Columbia prints behind a number of which a
// temporary and a permanent text stand side by side: "28-3814(Perm)".
var standing = regexp.MustCompile(`^\((?:Perm|Temp)\)`)

// leadingWithReporter reads "ORS 646A.604 Notice", "15 O.S. § 753. Unlawful
// practices".
func leadingWithReporter(text string) (number, rest string, ok bool) {
	found := Find(text)
	start := len(text) - len(strings.TrimLeft(text, " \u00a0"))
	if len(found) == 0 || found[0].Start != start || found[0].Jurisdiction == "" {
		return "", text, false
	}
	tail, ok := afterNumber(text[found[0].End:])
	if !ok {
		return "", text, false
	}
	return found[0].Number, tail, true
}

// afterNumber drops what parts a number from its title; ok is false where the
// text runs on like a sentence or a quantity.
func afterNumber(s string) (string, bool) {
	trimmed := strings.TrimLeft(s, "] \u00a0.:;,–—-")
	if s != "" && trimmed == s {
		return "", false
	}
	return strings.TrimSpace(trimmed), true
}
