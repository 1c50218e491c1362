package lexis

import "strings"

// closers may stand between a full stop and the blank behind it.
var closers = []string{`"`, "”", "’", ")", "]"}

// StopEnd gives the byte after a stop at a place of the text, with the quotes and
// blanks behind it; 0 where the byte is none that a blank or the end follows.
func StopEnd(text string, at int) int {
	if c := text[at]; c != '.' && c != '?' && c != '!' {
		return 0
	}
	end := at + 1
	for cut := 1; cut > 0; end += cut {
		cut = closerAt(text[end:])
	}
	behind := end
	for end < len(text) && isBlank(text[end]) {
		end++
	}
	if end == behind && end < len(text) {
		return 0
	}
	return end
}

// closerAt is the length of the closing mark that the text begins with.
func closerAt(text string) int {
	for _, c := range closers {
		if strings.HasPrefix(text, c) {
			return len(c)
		}
	}
	return 0
}

func isBlank(b byte) bool {
	return b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f'
}

// shortForms are words that a full stop shortens, besides single letters and
// figures of one or two digits.
const shortForms = "U.S|U.S.C|C.F.R|G.S|Inc|Co|Corp|No|no|Sec|sec|Art|art|ch|Ch|Stat|Pub|L|St|Mr|Dr|v|e.g|i.e|etc|par|subd|Jan|Feb|Aug|Sept|Oct|Nov|Dec"

// Abbreviates reports whether the stop that a stretch of text ends with shortens a
// word or marks an enumerator, and so ends no sentence.
func Abbreviates(s string) bool {
	body, stopped := strings.CutSuffix(s, ".")
	if !stopped {
		return false
	}
	return shortWord(body) || shortForm(body) || onlyLabel(body)
}

// shortWord tells a last word of one letter, or of one or two digits.
func shortWord(body string) bool {
	n := len(body)
	if n == 0 || !isWordByte(body[n-1]) || body[n-1] == '_' {
		return false
	}
	if n == 1 || !isWordByte(body[n-2]) {
		return true
	}
	two := IsDigitAt(body, n-1) && IsDigitAt(body, n-2)
	return two && (n == 2 || !isWordByte(body[n-3]))
}

// longestForm is the length of the longest of shortForms.
const longestForm = 5

// shortForm tells a last word, or words joined by stops, among shortForms.
func shortForm(body string) bool {
	for n := 1; n <= min(longestForm, len(body)) && body[len(body)-n] != '|'; n++ {
		from := len(body) - n
		if (from == 0 || !isWordByte(body[from-1])) && OneOf(body[from:], shortForms) {
			return true
		}
	}
	return false
}

// onlyLabel tells an enumerator with nothing before it: "(12" or "iii".
func onlyLabel(body string) bool {
	at := len(body)
	for at > 0 && isWordByte(body[at-1]) && body[at-1] != '_' {
		at--
	}
	if n := len(body) - at; n == 0 || n > 3 {
		return false
	}
	for at > 0 && !isWordByte(body[at-1]) {
		at--
	}
	return at == 0
}

// isWordByte tells letters, digits and the underscore.
func isWordByte(b byte) bool {
	return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= '0' && b <= '9' || b == '_'
}
