package enacted

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/statute"
)

// Unit is a sentence or list item of a section, read with the lead-ins that it
// completes: "shall provide: (1) …; (2) …" is two units with one lead-in.
type Unit struct {
	// Span is its own words; depth counts the subsections it stands in.
	Span  answer.Span
	depth int
	label string
	// Parent is the unit whose words lead into it, -1 for none.
	Parent int
	// Alternative is set where a list item is joined to its fellows by "or".
	Alternative bool
	Own, Lead   []lexis.Word
	Set, Leads  lexis.TermSet
	Nature      Nature
}

// unitsOf splits a section's text.
func unitsOf(s *statute.Section) []Unit {
	var units []Unit
	for _, p := range paragraphsOf(s.Text) {
		depth, label := depthAt(s, p)
		parent := parentOf(s.Text, units, depth)
		for i, sentence := range sentencesOf(s.Text, p) {
			if i > 0 {
				parent = -1
			}
			units = appendUnit(units, s.Text, Unit{Span: sentence, depth: depth, label: label, Parent: parent})
		}
	}
	markAlternatives(s.Text, units)
	return units
}

// appendUnit adds a sentence, and its own run-in items where it has any.
func appendUnit(units []Unit, text string, u Unit) []Unit {
	pieces := runIn(text, u.Span)
	for i, piece := range pieces {
		next := u
		next.Span = piece
		if i > 0 {
			next.Parent, next.depth = len(units)-i, u.depth+1
		}
		units = append(units, withWords(text, units, next))
	}
	return units
}

// withWords reads the words of a unit and of what leads into it.
func withWords(text string, units []Unit, u Unit) Unit {
	u.Own = lexis.Words(text, u.Span)
	if u.Parent >= 0 {
		above := units[u.Parent]
		u.Lead = append(append([]lexis.Word{}, above.Lead...), above.Own...)
	}
	u.Set, u.Leads = lexis.SetOf(u.Own), lexis.SetOf(u.Lead)
	return u
}

// paragraphsOf gives the spans of the text's lines.
func paragraphsOf(text string) []answer.Span {
	var spans []answer.Span
	for start := 0; start < len(text); {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			end = len(text) - start
		}
		if s := Trim(text, answer.Span{Start: start, End: start + end}); s.Start < s.End {
			spans = append(spans, s)
		}
		start += end + 1
	}
	return spans
}

// Trim draws a span in to its first and last word.
func Trim(text string, s answer.Span) answer.Span {
	for s.Start < s.End && (text[s.Start] == ' ' || text[s.Start] == '\n' || text[s.Start] == '\t') {
		s.Start++
	}
	for s.End > s.Start && (text[s.End-1] == ' ' || text[s.End-1] == '\n' || text[s.End-1] == '\t') {
		s.End--
	}
	return s
}

// depthAt counts the subsections that hold a paragraph's first word and gives
// the label of the innermost.
func depthAt(s *statute.Section, p answer.Span) (int, string) {
	depth, label := 0, ""
	at := p.Start
	within := at + innerMarks(s.Text[p.Start:p.End])
	for i := range s.Subsections {
		sub := &s.Subsections[i]
		if sub.Start <= within && at < sub.End {
			depth, label = depth+1, sub.Label
		}
	}
	return depth, label
}

var openingMarks = regexp.MustCompile(`^(?:\s*(?:\([0-9A-Za-z.-]{1,6}\)|[0-9A-Za-z]{1,3}\.)\s*)+`)

// innerMarks is the length of the enumerators that open a paragraph: "(a)(1)".
func innerMarks(p string) int { return max(0, len(openingMarks.FindString(p))-1) }

// parentOf finds the last unit above a paragraph that leads into it.
func parentOf(text string, units []Unit, depth int) int {
	for i := len(units) - 1; i >= 0; i-- {
		u := &units[i]
		if u.depth >= depth && depth > 0 || u.depth > depth {
			continue
		}
		if leadsOn(text[u.Span.Start:u.Span.End]) && !(depth == 0 && i+1 < len(units) && units[len(units)-1].depth > 0) {
			return i
		}
		return -1
	}
	return -1
}

// leadsOn tells words that want an ending.
func leadsOn(s string) bool {
	s = strings.TrimRight(s, " ")
	return s != "" && !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, ";") &&
		!strings.HasSuffix(s, ".”") && !strings.HasSuffix(s, `."`)
}

// sentencesOf splits a paragraph at full stops that end a sentence.
func sentencesOf(text string, p answer.Span) []answer.Span {
	var spans []answer.Span
	start := p.Start
	for at := p.Start; at < p.End; at++ {
		end := lexis.StopEnd(text[:p.End], at)
		if end == 0 {
			continue
		}
		if !lexis.Abbreviates(text[start:at+1]) && (end == p.End || opensSentence(text[end:])) {
			spans, start = append(spans, Trim(text, answer.Span{Start: start, End: end})), end
		}
		at = end - 1
	}
	if rest := Trim(text, answer.Span{Start: start, End: p.End}); rest.Start < rest.End {
		spans = append(spans, rest)
	}
	return spans
}

func opensSentence(rest string) bool {
	c := rest[0]
	return c >= 'A' && c <= 'Z' || c == '(' || c == '"' || c == '[' || c >= '0' && c <= '9' || c >= 0x80 || c == '$'
}

var inner = regexp.MustCompile(`[:;,—]\s*(?:and |or )?(\((?:[0-9]{1,2}|[a-zA-Z]|[ivx]{1,4})\)\s)`)

// runIn splits a sentence that holds its own list: "may: (1) …; and (2) …". The
// first piece is the lead-in; a sentence without two items stays whole.
func runIn(text string, s answer.Span) []answer.Span {
	if strings.Count(text[s.Start:s.End], "(") < 2 {
		return []answer.Span{s}
	}
	marks := inner.FindAllStringSubmatchIndex(text[s.Start:s.End], -1)
	if len(marks) < 2 {
		return []answer.Span{s}
	}
	starts := []int{s.Start}
	for _, m := range marks {
		starts = append(starts, s.Start+m[2])
	}
	var pieces []answer.Span
	for i, start := range starts {
		end := s.End
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		pieces = append(pieces, Trim(text, answer.Span{Start: start, End: end}))
	}
	return pieces
}

// markAlternatives marks the items of a list that "or" joins.
func markAlternatives(text string, units []Unit) {
	for i := range units {
		u := &units[i]
		if u.Parent < 0 || !endsIn(text[u.Span.Start:u.Span.End], "or") {
			continue
		}
		for k := range units {
			if units[k].Parent == u.Parent {
				units[k].Alternative = true
			}
		}
	}
}

func endsIn(s, w string) bool {
	return strings.HasSuffix(strings.TrimRight(s, " ,;"), " "+w) || strings.HasSuffix(s, ";"+w)
}
