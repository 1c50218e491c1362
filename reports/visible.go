package reports

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// visible makes characters that hide or reorder others readable, ‹U+202E›, and
// replaces bytes that are no text. What it gives is inert in every terminal, page
// and table; line ends and tabs stay.
func visible(s string) string {
	if !needsVisible(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	for _, r := range s {
		if hides(r) {
			fmt.Fprintf(&b, "‹U+%04X›", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// needsVisible spares the copy for the usual text.
func needsVisible(s string) bool {
	for i, r := range s {
		if hides(r) {
			return true
		}
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return true
			}
		}
	}
	return false
}

// hides tells controls, marks of writing direction and characters of no width.
func hides(r rune) bool {
	switch {
	case r == '\n', r == '\t':
		return false
	case r < 0x20, r >= 0x7f && r <= 0x9f:
		return true
	case r < 0x200b:
		return r == 0xad || r == 0x61c || r == 0x180e
	}
	return r <= 0x200f || r >= 0x2028 && r <= 0x202e || r >= 0x2060 && r <= 0x206f ||
		r == 0xfeff || r == 0xfffe || r == 0xffff || r >= 0xe0000 && r <= 0xe0fff
}

// line is s visible and on one line, for headers, titles and table cells.
func line(s string) string { return visible(strings.Join(strings.Fields(s), " ")) }

// cut shortens s to limit characters and says how many it left out; the whole
// is always in the JSON.
func cut(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	n := utf8.RuneCountInString(s)
	if n <= limit {
		return s
	}
	end := 0
	for range limit {
		_, size := utf8.DecodeRuneInString(s[end:])
		end += size
	}
	return fmt.Sprintf("%s … [%d more characters: see the JSON report]", s[:end], n-limit)
}
