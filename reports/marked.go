package reports

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/pincite/pincite/internal/finding"
)

// segment is a stretch of text, marked or not.
type segment struct {
	Text string
	Mark bool
}

// span is a stretch in bytes, End exclusive.
type span struct{ Start, End int }

// place finds words in text: at the given offsets where they are there, else
// where they first stand. It never trusts an offset.
func place(text, words string, start, end int) (span, bool) {
	if start >= 0 && start < end && end <= len(text) && text[start:end] == words {
		return span{start, end}, true
	}
	if i := strings.Index(text, words); i >= 0 && words != "" {
		return span{i, i + len(words)}, true
	}
	return span{}, false
}

// mark splits text at the spans, which may overlap, touch or lie outside.
func mark(text string, spans []span) []segment {
	sort.Slice(spans, func(i, j int) bool { return spans[i].Start < spans[j].Start })
	var out []segment
	at := 0
	for _, s := range spans {
		s.Start, s.End = max(s.Start, at), min(s.End, len(text))
		if s.Start >= s.End {
			continue
		}
		out = push(out, text[at:s.Start], false)
		out = push(out, text[s.Start:s.End], true)
		at = s.End
	}
	return push(out, text[at:], false)
}

func push(out []segment, text string, marked bool) []segment {
	if text == "" {
		return out
	}
	return append(out, segment{text, marked})
}

// excerpt is text around its spans, what lies more than context bytes away
// replaced by an ellipsis.
func excerpt(text string, spans []span, context int) []segment {
	if len(spans) == 0 {
		return push(nil, cut(text, 4*context), false)
	}
	var out []segment
	for i, s := range mark(text, spans) {
		out = append(out, shorten(s, context, i == 0))
	}
	if last := len(out) - 1; last >= 0 && !out[last].Mark {
		out[last].Text = head(out[last].Text, context)
	}
	return out
}

// shorten cuts the middle of what is not marked, or all but the end of the
// first; and a marked stretch only where it is very long.
func shorten(s segment, context int, first bool) segment {
	if s.Mark {
		s.Text = cut(s.Text, 20*context)
		return s
	}
	if first {
		s.Text = tail(s.Text, context)
	} else if len(s.Text) > 3*context {
		s.Text = head(s.Text, context) + " " + tail(s.Text, context)
	}
	return s
}

// head is at most about n bytes of s from its start, whole words, with an
// ellipsis where something was cut; tail is the same from its end.
func head(s string, n int) string {
	if len(s) <= n+20 {
		return s
	}
	end := boundary(s, n)
	if space := strings.LastIndexByte(s[:end], ' '); space > n/2 {
		end = space
	}
	return s[:end] + " …"
}

func tail(s string, n int) string {
	if len(s) <= n+20 {
		return s
	}
	start := boundary(s, len(s)-n)
	if space := strings.IndexByte(s[start:], ' '); space >= 0 && space < n/2 {
		start += space + 1
	}
	return "… " + s[start:]
}

// boundary is the start of the character that holds byte i.
func boundary(s string, i int) int {
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

// quotedIn gives the spans of the quotes that stand in the section's text.
func quotedIn(text string, quotes []finding.SourceQuote) []span {
	var spans []span
	for i := range quotes {
		if quotes[i].Part != "" {
			continue
		}
		if s, ok := place(text, quotes[i].Text, quotes[i].Start, quotes[i].End); ok {
			spans = append(spans, s)
		}
	}
	return spans
}
