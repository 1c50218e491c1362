package answer

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pincite/pincite/internal/statute"
)

// maxRange bounds "[1.2-1.9]": a range longer than this is a slip of the pen.
const maxRange = 50

var (
	// inside is what may stand between the brackets of a mark.
	inside = regexp.MustCompile(`^(?:\s|\d|[.,;:&+–—-]|\b(?:and|see|also|cf\.?|at)\b)+`)
	// sound is a mark as it should be written.
	sound = regexp.MustCompile(`^\s*(?:see\s+)?\d+\.\d+(?:\s*(?:[,;&]|-|–|\band\b)\s*\d+\.\d+)*\s*$`)
	refs  = regexp.MustCompile(`(\d+)\s*[.,]+\s*(\d+)`)
	span  = regexp.MustCompile(`(\d+\.\d+)\s*[-–—]\s*(\d+\.\d+)`)
	whole = regexp.MustCompile(`^\s*\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*$`)
	link  = regexp.MustCompile(`^\((?:https?://|#|/)[^\s()]*\)`)
)

// openers are the brackets that begin a mark; the wide ones are never right.
var openers = map[rune]rune{'[': ']', '【': '】', '［': '］'}

// markersIn finds all marks of text within from and to, sound or not.
func markersIn(text string, from, to int) []Marker {
	var found []Marker
	for at := from; at < to; {
		r, size := utf8.DecodeRuneInString(text[at:to])
		if closer, ok := openers[r]; ok {
			if m, ok := markerAt(text[:to], at, size, closer, r != '['); ok {
				found = append(found, m)
				at = m.Span.End
				continue
			}
		}
		at += size
	}
	return inParentheses(text, from, to, found)
}

// markerAt reads the mark whose bracket stands at at. An unclosed one ends with
// its last digit.
func markerAt(text string, at, size int, closer rune, wide bool) (Marker, bool) {
	content := inside.FindString(text[at+size:])
	if !strings.ContainsAny(content, "0123456789") {
		return Marker{}, false
	}
	end := at + size + len(content)
	next, width := utf8.DecodeRuneInString(text[end:])
	closed := next == closer || next == ']' || next == '】' || next == '］'
	if !closed && !refs.MatchString(content) || closed && !refs.MatchString(content) && !whole.MatchString(content) {
		return Marker{}, false
	}
	if closed {
		end += width
		end += len(link.FindString(text[end:]))
	} else {
		content = content[:lastDigit(content)+1]
		end = at + size + len(content)
		if closesLater(text[end:]) {
			return Marker{}, false // "[15.2 percent]"
		}
	}
	m := Marker{Raw: text[at:end], Span: Span{at, end}}
	m.Refs, m.Malformed = refsIn(content)
	m.Malformed = m.Malformed || !closed || wide || next != closer || !sound.MatchString(content)
	return m, true
}

func lastDigit(s string) int { return strings.LastIndexAny(s, "0123456789") }

// closesLater reports a bracket that closes behind words, which is no mark.
func closesLater(rest string) bool {
	rest, _, _ = strings.Cut(rest[:min(len(rest), 80)], "\n")
	closer, opener := strings.IndexByte(rest, ']'), strings.IndexByte(rest, '[')
	return closer >= 0 && (opener < 0 || closer < opener)
}

// refsIn reads the refs of a mark's content, each once, ranges written out.
func refsIn(content string) (found []statute.Ref, malformed bool) {
	ranges := map[string]string{}
	for _, m := range span.FindAllStringSubmatch(content, -1) {
		ranges[m[1]] = m[2]
	}
	for _, m := range refs.FindAllStringSubmatch(content, -1) {
		first, err := statute.ParseRef(m[1] + "." + m[2])
		if err != nil {
			malformed = true
			continue
		}
		upTo, sound := through(first, ranges[first.String()])
		malformed = malformed || !sound
		for n := first.Section; n <= upTo; n++ {
			found = withRef(found, statute.Ref{Document: first.Document, Section: n})
		}
	}
	return found, malformed
}

// through gives the last section of a range that first begins: first's own where
// it begins none. A range that runs backwards, over documents or without end is
// not sound.
func through(first statute.Ref, end string) (section int, sound bool) {
	last, err := statute.ParseRef(end)
	if err != nil {
		return first.Section, true
	}
	if last.Document != first.Document || last.Section < first.Section || last.Section-first.Section > maxRange {
		return first.Section, false
	}
	return last.Section, true
}

// withRef adds a ref that is not there yet.
func withRef(found []statute.Ref, ref statute.Ref) []statute.Ref {
	if slices.Contains(found, ref) {
		return found
	}
	return append(found, ref)
}

var (
	seeBefore = regexp.MustCompile(`\(\s*(?i:see also|see|cf\.|citing|as in|under)?\s*$`)
	gapWithin = regexp.MustCompile(`^\s*(?:[,;]|and|see)?\s*$`)
)

// inParentheses joins "(see [2.1])" and "([1.2], [1.3])" to one mark: nothing
// but marks stands between the parentheses.
func inParentheses(text string, from, to int, all []Marker) []Marker {
	var joined []Marker
	for i := 0; i < len(all); {
		last := i
		for last+1 < len(all) && gapWithin.MatchString(text[all[last].Span.End:all[last+1].Span.Start]) {
			last++
		}
		m, ok := parenthesised(text, from, to, all[i:last+1])
		if ok {
			joined = append(joined, m)
		} else {
			joined = append(joined, all[i:last+1]...)
		}
		i = last + 1
	}
	return joined
}

func parenthesised(text string, from, to int, marks []Marker) (Marker, bool) {
	first, last := marks[0], marks[len(marks)-1]
	open := seeBefore.FindStringIndex(text[max(from, first.Span.Start-20):first.Span.Start])
	end := last.Span.End + len(text[last.Span.End:to]) - len(strings.TrimLeft(text[last.Span.End:to], " "))
	if open == nil || end >= to || text[end] != ')' {
		return Marker{}, false
	}
	m := Marker{Span: Span{max(from, first.Span.Start-20) + open[0], end + 1}}
	m.Raw = text[m.Span.Start:m.Span.End]
	for _, mark := range marks {
		m.Malformed = m.Malformed || mark.Malformed
		for _, r := range mark.Refs {
			m.Refs = withRef(m.Refs, r)
		}
	}
	return m, true
}
