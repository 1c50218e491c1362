package audit

import (
	"strings"

	"github.com/pincite/pincite/internal/answer"
)

// referredLimits are subsections of the same section to which a sentence yields:
// "except as provided in subsection (3)". The words there are the exception; a
// reference out of the section is none that a reader could be shown here.
func referredLimits(t *lawText, i int) []limit {
	own := t.units[i].own
	for k := range own {
		if !phrase(own, k, "except as provided|specified|described|set|permitted|stated|otherwise") {
			continue
		}
		if label := labelAfter(own, k); label != "" {
			return yielding(t, i, label)
		}
	}
	return nil
}

// labelAfter is the label of the subsection named soon behind k, "" where the words go
// on to another section.
func labelAfter(own []word, k int) string {
	for at := k + 3; at+1 < min(len(own), k+8); at++ {
		if oneOf(own[at].lower, "subsection|paragraph|subdivision") && !phrase(own, at+2, "of section") && !(at+3 < len(own) && oneOf(own[at+2].lower, "of") && !oneOf(own[at+3].lower, "this")) {
			return own[at+1].lower
		}
	}
	return ""
}

// yielding is the limit that the subsection of that label makes to unit i: its first
// sentence that lifts, permits or says when, with its items.
func yielding(t *lawText, i int, label string) []limit {
	for k := range t.units {
		u := &t.units[k]
		if k == i || !strings.EqualFold(t.labelOf(k), label) || u.nature != Operative || !hasWord(u.own, "if|when|where|who|may|not") {
			continue
		}
		l := limit{kind: "exception", unit: k, governs: i, words: content(u.own), span: answer.Span{Start: u.span.Start, End: u.span.End}}
		if listEnd(t.units, k) > k+1 {
			l.takeItems(t, k)
		}
		return []limit{l}
	}
	return nil
}

// labelOf is the outermost enumerator of a unit: that of its subsection, or the one
// its words open with.
func (t *lawText) labelOf(k int) string {
	if u := &t.units[k]; u.label != "" {
		return outerLabel(u.label)
	}
	return outerLabel(strings.TrimSpace(openingMarks.FindString(t.text[t.units[k].span.Start:t.units[k].span.End])))
}

// outerLabel is the outermost enumerator of a label: 2 of "(2)(a)".
func outerLabel(label string) string {
	label = strings.Trim(label, "(). ")
	if at := strings.IndexAny(label, "()."); at > 0 {
		return label[:at]
	}
	return label
}
