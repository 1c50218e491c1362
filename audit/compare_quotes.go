package audit

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// leastQuote is how many words in quotation marks make a quote: fewer are a name,
// a defined term or a word held at arm's length.
const leastQuote = 3

// quotes checks that words in quotation marks stand in the section.
func (x *comparison) quotes() {
	for _, q := range x.claim.quotes {
		x.quote(q)
	}
}

func (x *comparison) quote(q answer.Span) {
	if q.Start < 0 || q.End > len(x.raw) || q.Start >= q.End {
		return
	}
	said := x.raw[q.Start:q.End]
	if len(strings.Fields(said)) < leastQuote || isName(said) || verbatimIn(said, x.text.text) || verbatimIn(said, x.text.held.Catchline) {
		return
	}
	at := x.nearestPassage(q)
	c := finding.Certain
	x.differ("quote", said, x.text.text[at.Start:at.End], q, at, c,
		fmt.Sprintf("the words in quotation marks are not those of the section: %q", shorten(said, 120)))
}

// isName tells a title such as "Data Breach Notification Act".
func isName(said string) bool {
	for _, w := range strings.Fields(said) {
		if c := w[0]; c >= 'a' && c <= 'z' && !oneOf(w, "of|the|and|for|in|to|on|a") {
			return false
		}
	}
	return true
}

// verbatimIn reports whether the pieces of a quote, parted by ellipses, stand in
// the text in their order. Case, punctuation and brackets are folded.
func verbatimIn(said, text string) bool {
	folded, at := foldQuote(text), 0
	for _, piece := range strings.Split(strings.ReplaceAll(said, "...", "…"), "…") {
		want := strings.TrimSpace(foldQuote(piece))
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

// foldQuote keeps letters and digits in lower case, one blank between words.
func foldQuote(s string) string {
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

// nearestPassage is the unit that shares most of the quote's words.
func (x *comparison) nearestPassage(q answer.Span) answer.Span {
	list := content(words(x.answer, q))
	best, at := 0.0, answer.Span{}
	for i := range x.text.units {
		if s := contained(list, x.law.weight, x.text.units[i].set); s > best {
			best, at = s, x.text.units[i].span
		}
	}
	return at
}
