package web

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"
)

// visible makes characters that hide or reorder others readable, ‹U+202E›, and
// replaces bytes that are no text; line ends and tabs stay.
func visible(text []byte) []byte {
	if utf8.Valid(text) && bytes.IndexFunc(text, hides) < 0 {
		return text
	}
	var b bytes.Buffer
	for _, r := range string(text) {
		if hides(r) {
			fmt.Fprintf(&b, "‹U+%04X›", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.Bytes()
}

// hides tells controls, marks of writing direction, separators of lines and
// characters of no width.
func hides(r rune) bool {
	if r < 0x7f {
		return r < 0x20 && r != '\n' && r != '\t'
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Noncharacter_Code_Point)
}

// cut shortens s to limit characters and says how many it left out.
func cut(s string, limit int) string {
	if len(s) <= limit || utf8.RuneCountInString(s) <= limit {
		return s
	}
	runes := []rune(s)
	return fmt.Sprintf("%s … [%d more characters]", string(runes[:limit]), len(runes)-limit)
}
