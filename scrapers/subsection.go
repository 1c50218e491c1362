package scrapers

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/pincite/pincite/internal/statute"
)

// enumerator is "(a)", "(a-1)", "(1.5)", "A.", "1." at the start of a paragraph.
// One with a full stop has a blank behind it: "899.020" and "R.L. 1910" are none.
var enumerator = atStart(`^(?:\(([0-9]{1,3}(?:\.[0-9]+)?|[A-Za-z]{1,5}(?:-?[0-9]{1,2})?(?:\.[0-9]+)?|[0-9]{1,2}[A-Za-z])\)(?:[-–—.,:]?\s*|$)|([0-9]{1,3}|[A-Z]{1,2}|[a-z])\.(?:\s+|$))`)

// paragraph is a stretch of a section's text and the enumerator that its list
// draws, if the text itself holds none.
type paragraph struct {
	start, end int
	label      string
}

// level is an open subsection.
type level struct {
	style style
	value int
	label string
	at    int // its index in the result
}

// style is how a list counts: its first sign (1, a, A, i, I; ? is unknown), in
// brackets or with a full stop.
type style struct {
	sign   byte
	dotted bool
}

// subsections finds the labelled parts of text. A paragraph without an
// enumerator belongs to the subsection before it.
func subsections(text string, paragraphs []paragraph) []statute.Subsection {
	found := []statute.Subsection{}
	var open []level
	for _, p := range paragraphs {
		for _, e := range enumerators(text[p.start:p.end], p.label) {
			open = place(open, e)
			open[len(open)-1].at = len(found)
			found = append(found, statute.Subsection{Label: labelOf(open), Start: p.start + e.offset, End: p.end})
		}
		for _, l := range open {
			found[l.at].End = p.end
		}
	}
	return found
}

// labelOf joins the labels of open levels: "(a)(1)", "A(2)", and "A.1" where
// neither has brackets.
func labelOf(open []level) string {
	label := make([]byte, 0, 64)
	for _, l := range open {
		if n := len(label); n > 0 && label[n-1] != ')' && !strings.HasPrefix(l.label, "(") {
			label = append(label, '.')
		}
		label = append(label, l.label...)
	}
	return string(label)
}

// enumeration is one enumerator at the start of a paragraph: "(a)" and "(1)" of
// "(a) (1) Any …".
type enumeration struct {
	raw     string
	dotted  bool
	offset  int
	choices []level
}

// enumerators reads those at the start of a paragraph, at most four deep. Where
// the text repeats what its list draws, "(11.7) (a)" in an item (a), the text is
// right.
func enumerators(text, label string) []enumeration {
	found := writtenEnumerators(text)
	if drawn := strings.Trim(label, "()"); drawn != "" && !slices.ContainsFunc(found, func(e enumeration) bool { return e.raw == drawn }) {
		found = slices.Insert(found, 0, enumeration{raw: drawn})
	}
	for i := range found {
		found[i].choices = readings(found[i])
	}
	return found
}

func writtenEnumerators(text string) []enumeration {
	var found []enumeration
	at := 0
	for range 4 {
		m := enumerator.FindStringSubmatch(text[at:])
		if m == nil {
			break
		}
		raw, dotted := m[1], m[1] == ""
		if dotted {
			raw = m[2]
		}
		found = append(found, enumeration{raw: raw, dotted: dotted, offset: at})
		at += len(m[0])
	}
	return found
}

// readings gives what an enumerator may mean: "(i)" is a letter or a numeral.
func readings(e enumeration) []level {
	label := e.raw
	if !e.dotted {
		label = "(" + e.raw + ")"
	}
	core := strings.TrimRight(strings.TrimRight(strings.TrimRight(e.raw, "0123456789"), ".-"), "0123456789")
	if n, err := strconv.Atoi(leadingDigits(e.raw)); err == nil {
		return []level{{style: style{'1', e.dotted}, value: n, label: label}}
	}
	if core == "" {
		core = e.raw
	}
	var all []level
	if n := letterValue(core); n > 0 {
		all = append(all, level{style: style{caseOf(core, 'a'), e.dotted}, value: n, label: label})
	}
	if n := romanValue(core); n > 0 {
		all = append(all, level{style: style{caseOf(core, 'i'), e.dotted}, value: n, label: label})
	}
	return all
}

func leadingDigits(s string) string {
	end := 0
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	return s[:end]
}

// caseOf gives a small sign, or a capital one where s has no small letter.
func caseOf(s string, sign byte) byte {
	if strings.IndexFunc(s, unicode.IsLower) < 0 {
		return sign - 'a' + 'A'
	}
	return sign
}

// letterValue counts a … z, aa, bb …; 0 for anything else.
func letterValue(s string) int {
	if strings.Trim(s, s[:1]) != "" || len(s) > 3 {
		return 0
	}
	c := s[0] | 0x20
	if c < 'a' || c > 'z' {
		return 0
	}
	return int(c-'a') + 1 + 26*(len(s)-1)
}

func romanValue(s string) int {
	total, last := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		v := romanDigit(s[i] | 0x20)
		if v == 0 {
			return 0
		}
		if v < last {
			total -= v
		} else {
			total, last = total+v, v
		}
	}
	return total
}

func romanDigit(c byte) int {
	switch c {
	case 'i':
		return 1
	case 'v':
		return 5
	case 'x':
		return 10
	case 'l':
		return 50
	}
	return 0
}

// place puts an enumerator into the tree of open ones: the next of an open
// list, inner lists first; else the first of a new list; else a later member of
// an open list, for lists with repealed or inserted items. It may write over open.
func place(open []level, e enumeration) []level {
	if len(e.choices) == 0 {
		return append(open, level{style: style{sign: '?'}, label: "(" + e.raw + ")"})
	}
	for i := len(open) - 1; i >= 0; i-- {
		for _, c := range e.choices {
			if c.style == open[i].style && (c.value == open[i].value+1 || c.value == open[i].value && c.label != open[i].label) {
				return append(open[:i], c)
			}
		}
	}
	for _, c := range e.choices {
		if c.value == 1 && !styleOpen(open, c.style) {
			return append(open, c)
		}
	}
	for i := len(open) - 1; i >= 0; i-- {
		for _, c := range e.choices {
			if c.style == open[i].style {
				return append(open[:i], c)
			}
		}
	}
	return append(open, e.choices[0])
}

func styleOpen(open []level, as style) bool {
	for _, l := range open {
		if l.style == as {
			return true
		}
	}
	return false
}
