package enacted

import (
	"strings"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

// referredLimits are subsections of the same section to which a sentence yields:
// "except as provided in subsection (3)". The words there are the exception; a
// reference out of the section is none that a reader could be shown here.
func referredLimits(t *Text, i int) []Limit {
	own := t.Units[i].Own
	for k := range own {
		if !lexis.Phrase(own, k, "except as provided|specified|described|set|permitted|stated|otherwise") {
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
func labelAfter(own []lexis.Word, k int) string {
	for at := k + 3; at+1 < min(len(own), k+8); at++ {
		if lexis.OneOf(own[at].Lower, "subsection|paragraph|subdivision") && !lexis.Phrase(own, at+2, "of section") &&
			!(at+3 < len(own) && lexis.OneOf(own[at+2].Lower, "of") && !lexis.OneOf(own[at+3].Lower, "this")) {
			return own[at+1].Lower
		}
	}
	return ""
}

// yielding is the limit that the subsection of that label makes to unit i: its first
// sentence that lifts, permits or says when, with its items. One that opens with a duty is
// another one's duty and no exception, whatever it says of itself behind it.
func yielding(t *Text, i int, label string) []Limit {
	for k := range t.Units {
		u := &t.Units[k]
		if k == i || !strings.EqualFold(t.labelOf(k), label) || u.Nature != Operative ||
			!lexis.HasWord(u.Own, "if|when|where|who|may|not") || len(t.Predicates[k]) > 0 && t.Predicates[k][0].Force == force.Must {
			continue
		}
		l := Limit{Kind: "exception", Unit: k, Governs: i, Words: lexis.Content(u.Own), Span: answer.Span{Start: u.Span.Start, End: u.Span.End}}
		if listEnd(t.Units, k) > k+1 {
			l.takeItems(t, k)
		}
		return []Limit{l}
	}
	return nil
}

// labelOf is the outermost enumerator of a unit: that of its subsection, or the one
// its words open with.
func (t *Text) labelOf(k int) string {
	if u := &t.Units[k]; u.label != "" {
		return outerLabel(u.label)
	}
	return outerLabel(strings.TrimSpace(openingMarks.FindString(t.Text[t.Units[k].Span.Start:t.Units[k].Span.End])))
}

// outerLabel is the outermost enumerator of a label: 2 of "(2)(a)".
func outerLabel(label string) string {
	label = strings.Trim(label, "(). ")
	if at := strings.IndexAny(label, "()."); at > 0 {
		return label[:at]
	}
	return label
}
