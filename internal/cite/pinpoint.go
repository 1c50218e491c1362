package cite

import (
	"regexp"
	"strings"
)

// Pinpoint is a subsection named in running text.
type Pinpoint struct {
	// Label as the publishers label subsections: "B", "(m)", "(1)(a)".
	Label string
	// Start and End are bytes of the text and cover the word and the label.
	Start, End int
}

const label = `\(?[A-Za-z0-9]{1,4}\)?(?:\([A-Za-z0-9]{1,4}\))*`

var named = regexp.MustCompile(`\b(?i:subsections?|subdivisions?|subparagraphs?|paragraphs?|subd\.|subsec\.|para\.)\s+((?:\([A-Za-z0-9.]{1,5}\))+|[A-Z]{1,2}(?:\([A-Za-z0-9]{1,4}\))*|[0-9]{1,2}(?:\([A-Za-z0-9]{1,4}\))*|[a-z]\b)`)

// Pinpoints lists the subsections that a text names, in order: "Subsection B",
// "subsection (m)", "paragraph (2)". A pinpoint that stands on a number, as in
// 75-65(m), belongs to that citation and is not listed here.
func Pinpoints(text string) []Pinpoint {
	var found []Pinpoint
	for _, m := range named.FindAllStringSubmatchIndex(text, -1) {
		if m[1] < len(text) && isAlnum(text[m[1]]) {
			continue // "paragraph Two"
		}
		if text[m[2]:m[3]] == "a" || runsOn(text[m[1]:]) {
			continue // "subsection a person"; "paragraph 12.3"
		}
		found = append(found, Pinpoint{Label: text[m[2]:m[3]], Start: m[0], End: m[1]})
	}
	return found
}

// runsOn reports whether a label is the start of a longer number.
func runsOn(rest string) bool {
	return len(rest) > 1 && strings.ContainsRune("-.", rune(rest[0])) && isDigit(rest[1])
}

var (
	onNumber   = regexp.MustCompile(`^(?: ?\([A-Za-z0-9.]{1,5}\))+`)
	afterWord  = regexp.MustCompile(`^,?\s+(?:subsections?|subdivisions?|subd\.|subsec\.|paragraphs?)\s+((?:\([A-Za-z0-9]{1,5}\))+|[A-Z0-9]\b)`)
	beforeWord = regexp.MustCompile(`(?:(?i:subparagraphs?|paragraphs?|subsections?|subdivisions?)\s+` + label + `\s*(?:,| of)\s*)+$`)
	oneLabel   = regexp.MustCompile(`(?i:subparagraphs?|paragraphs?|subsections?|subdivisions?)\s+(` + label + `)`)
)

// pinpointAfter reads "(1)(a)" or ", subdivision (b)" behind a number.
func pinpointAfter(rest string) (pinpoint string, length int) {
	if m := onNumber.FindString(rest); m != "" && !isWordInBrackets(m) {
		return strings.ReplaceAll(m, " ", ""), len(m)
	}
	if m := afterWord.FindStringSubmatch(rest); m != nil {
		return m[1], len(m[0])
	}
	return "", 0
}

// isWordInBrackets reports "(the)" and "(2019)", which are no subsections.
func isWordInBrackets(s string) bool {
	inner := strings.Trim(s, " ()")
	if strings.ContainsAny(inner, "()") {
		return false
	}
	switch strings.ToLower(inner) {
	case "the", "and", "or", "as", "see", "cf.", "eff.", "ppa", "act", "not", "no", "if", "ccpa", "supp.", "west":
		return true
	}
	return isYear(inner)
}

// pinpointBefore reads "Subsection B of " and "paragraph (2) of subsection (a)
// of " at the end of what stands before a citation: outermost first.
func pinpointBefore(head string) (pinpoint string, length int) {
	if trimmed := strings.TrimRight(head, " \n"); !strings.HasSuffix(trimmed, " of") && !strings.HasSuffix(trimmed, ",") {
		return "", 0
	}
	m := beforeWord.FindString(head)
	all := oneLabel.FindAllStringSubmatch(m, -1)
	for i := len(all) - 1; i >= 0; i-- {
		pinpoint += all[i][1]
	}
	return pinpoint, len(m)
}
