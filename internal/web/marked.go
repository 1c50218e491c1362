package web

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pincite/pincite/internal/finding"
)

// part is a stretch of text, marked or not.
type part struct {
	Text string
	Mark bool
}

// span is a stretch in bytes, End exclusive.
type span struct{ Start, End int }

// near is how many bytes of text are shown around a quote.
const near = 160

// locate finds words in a text: at the given offsets where they are there, else
// where they first stand. It never trusts an offset.
func locate(text, words string, start, end int) (span, bool) {
	if start >= 0 && start < end && end <= len(text) && text[start:end] == words {
		return span{start, end}, true
	}
	if i := strings.Index(text, words); i >= 0 && words != "" {
		return span{i, i + len(words)}, true
	}
	return span{}, false
}

// mark splits a text at the spans, which may overlap, touch or lie outside.
func mark(text string, spans []span) []part {
	slices.SortFunc(spans, func(a, b span) int { return a.Start - b.Start })
	var out []part
	add := func(s string, marked bool) {
		if s != "" {
			out = append(out, part{s, marked})
		}
	}
	at := 0
	for _, s := range spans {
		start, end := max(s.Start, at), min(s.End, len(text))
		if start < end {
			add(text[at:start], false)
			add(text[start:end], true)
			at = end
		}
	}
	add(text[at:], false)
	return out
}

// excerpt is a text around its marks, what lies far from them left out.
func excerpt(text string, spans []span) []part {
	parts := mark(text, spans)
	for i := range parts {
		if p := &parts[i]; p.Mark {
			p.Text = cut(p.Text, 20*near)
		} else {
			p.Text = beside(p.Text, i > 0, i < len(parts)-1)
		}
	}
	return parts
}

// beside keeps the start of a stretch where a mark stands before it, and its end
// where one stands behind.
func beside(s string, before, behind bool) string {
	if !before && !behind {
		before = true
	}
	if len(s) <= 3*near {
		return s
	}
	head, tail := "", ""
	if before {
		head = s[:boundary(s, near)] + " "
	}
	if behind {
		tail = " " + s[boundary(s, len(s)-near):]
	}
	return head + "…" + tail
}

// boundary is the blank after byte i, or the start of the character that holds
// it where no blank is near.
func boundary(s string, i int) int {
	if blank := strings.IndexByte(s[i:], ' '); blank >= 0 && blank < 40 {
		return i + blank
	}
	for i > 0 && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

// quoted gives the spans of the quotes that stand in a section's text.
func quoted(text string, quotes []finding.SourceQuote) []span {
	var spans []span
	for i := range quotes {
		if quotes[i].Part != "" {
			continue
		}
		if s, ok := locate(text, quotes[i].Text, quotes[i].Start, quotes[i].End); ok {
			spans = append(spans, s)
		}
	}
	return spans
}
