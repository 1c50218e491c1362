package scrapers

import "strings"

// A source note says by which acts a section came about. States head it, print it as a
// paragraph of its own, or set it in brackets behind the last words of the law.

// The openings of a note without a heading. It must cite throughout: "Acts of the board
// are open to the public" is law.
var (
	sessionLaws = atStart(`^(?:[\[(—–-]\s*)?(?:Added|Amended|Acts|(?:Orig\. |Civil |Penal |Criminal |Political )?Codes?|Laws|Sess|P\. ?L|S\. ?L|L\.|I\.C\.|G\. ?L|Ga\. L\.)[ .,]`)
	sessionYear = atStart(`^\((?:1[789]|20)\d\d[ ,]`)
)

// isSourceNote tells a paragraph that cites acts and says nothing else.
func isSourceNote(text string) bool {
	opens := sessionLaws.MatchString(text) || sessionYear.MatchString(text) && strings.HasSuffix(text, ")")
	return opens && sourceLike(text)
}

// headsSource tells a paragraph with the heading of a note and the note behind it on one
// line, where the heading is not set in bold. No law opens with "History."; it may with
// "Source:".
func headsSource(text string) bool {
	opening := historyOpening.FindString(text)
	return strings.HasPrefix(strings.ToLower(opening), "history") || sourceLike(text[len(opening):])
}

// lawThenSource parts a paragraph from the source note in brackets at its end; the note is
// empty where there is none. Brackets behind words of the sentence are no note.
func lawThenSource(text string) (law, note string) {
	at := lastBracket(text)
	if at < 2 || !isSourceNote(text[at:]) {
		return text, ""
	}
	law = strings.TrimSpace(text[:at])
	if !strings.HasSuffix(law, ".") && !strings.HasSuffix(law, `."`) && !strings.HasSuffix(law, ".”") {
		return text, ""
	}
	return law, text[at:]
}

// lastBracket is where the bracket opens that ends a text, -1 where none does.
func lastBracket(text string) int {
	if !strings.HasSuffix(text, ")") {
		return -1
	}
	depth := 0
	for i := len(text) - 1; i >= 0; i-- {
		switch text[i] {
		case ')':
			depth++
		case '(':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}
