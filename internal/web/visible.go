package web

import (
	"fmt"
	"unicode/utf8"
)

// cut shortens s to limit characters and says how many it left out.
func cut(s string, limit int) string {
	if len(s) <= limit || utf8.RuneCountInString(s) <= limit {
		return s
	}
	runes := []rune(s)
	return fmt.Sprintf("%s … [%d more characters]", string(runes[:limit]), len(runes)-limit)
}
