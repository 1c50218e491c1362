package look

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible makes characters that hide or reorder others readable, ‹U+202E›, and
// replaces bytes that are no text. What it gives is inert in every terminal, page
// and table; line ends and tabs stay.
func Visible(s string) string {
	if utf8.ValidString(s) && strings.IndexFunc(s, Hides) < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	for _, r := range s {
		if Hides(r) {
			fmt.Fprintf(&b, "‹U+%04X›", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Hides tells controls, marks of writing direction, separators of lines, tags and
// characters of no width.
func Hides(r rune) bool {
	switch {
	case r < 0x7f:
		return r < 0x20 && r != '\n' && r != '\t'
	case r >= 0xe0000 && r <= 0xe0fff, r >= 0x2060 && r <= 0x206f:
		return true
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Noncharacter_Code_Point) || r == 0x200b
}
