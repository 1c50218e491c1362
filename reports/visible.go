package reports

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/pincite/pincite/internal/look"
)

// visible is the one guard of every format against hidden characters.
func visible(s string) string { return look.Visible(s) }

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
