package enacted

import (
	"strings"
	"unicode"
)

// VerbatimIn reports whether the pieces of a quote, parted by ellipses, stand in
// the text in their order. Case, punctuation and brackets are folded.
func VerbatimIn(said, text string) bool {
	folded, at := FoldQuote(text), 0
	for _, piece := range strings.Split(strings.ReplaceAll(said, "...", "…"), "…") {
		want := strings.TrimSpace(FoldQuote(piece))
		if want == "" {
			continue
		}
		found := strings.Index(folded[at:], want)
		if found < 0 {
			return false
		}
		at += found + len(want)
	}
	return true
}

// FoldQuote keeps letters and digits in lower case, one blank between words.
func FoldQuote(s string) string {
	var b strings.Builder
	gap := true
	for _, r := range strings.ToLower(s) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
			gap = false
		case r == '\'' || r == '’' || r == '[' || r == ']':
		case !gap:
			b.WriteByte(' ')
			gap = true
		}
	}
	return b.String()
}
