package audit

import (
	"strings"
)

// timeUnits in a common measure: minutes, and months where days do not tell.
var timeUnits = map[string]struct {
	unit  string
	scale float64
}{
	"minute": {"minute", 1}, "minutes": {"minute", 1}, "hour": {"minute", 60}, "hours": {"minute", 60},
	"day": {"minute", 1440}, "days": {"minute", 1440}, "week": {"minute", 10080}, "weeks": {"minute", 10080},
	"month": {"month", 1}, "months": {"month", 1}, "year": {"month", 12}, "years": {"month", 12},
	"months'": {"month", 1}, "years'": {"month", 12}, "days'": {"minute", 1440}, "hours'": {"minute", 60},
}

var dayKinds = map[string]string{"business": "business", "working": "business", "calendar": "calendar", "consecutive": ""}

// readUnit finds what is counted: a sign before, or the next words.
func (n *number) readUnit(text string, list []word) {
	if strings.HasSuffix(text[:n.span.Start], "$") {
		n.unit, n.span.Start = "dollar", n.span.Start-1
		return
	}
	if strings.HasPrefix(text[n.span.End:], "%") {
		n.unit, n.span.End = "percent", n.span.End+1
		return
	}
	for k := n.past; k < len(list) && k < n.past+4; k++ {
		w := list[k]
		if isFigure(w.term) && w.term == list[n.at].term {
			n.past = k + 1
			if strings.HasSuffix(text[:w.start], "$") { // "seven hundred and fifty ($750)"
				n.unit, n.span.End = "dollar", w.end
				return
			}
			continue
		}
		if n.takeUnit(text, list, k) {
			return
		}
		if w.term != "" && !oneOf(w.lower, "full|consecutive|additional|point|or|more") && dayKinds[w.lower] == "" || w.lower == "and" {
			break
		}
	}
	n.countNoun(text, list)
}

// takeUnit accepts the word at k as the unit.
func (n *number) takeUnit(text string, list []word, k int) bool {
	w := list[k]
	if kind, known := dayKinds[w.lower]; known && kind != "" && k+1 < len(list) && timeUnits[list[k+1].lower].unit != "" {
		n.kind = kind
		return false
	}
	if t := timeUnits[w.lower]; t.unit != "" {
		n.unit, n.value = t.unit, n.value*t.scale
	} else if oneOf(w.lower, "dollar|dollars") {
		n.unit = "dollar"
	} else if oneOf(w.lower, "percent|percentage") || w.lower == "per" && phrase(list, k, "per cent") {
		n.unit = "percent"
	} else if oneOf(w.lower, "times|fold") {
		n.unit = "times"
	} else {
		return false
	}
	n.past, n.span.End = k+1, w.end
	return true
}

// countNoun takes the next word of content as what is counted.
func (n *number) countNoun(text string, list []word) {
	n.unit = "count"
	for k := n.past; k < len(list) && k < n.past+4; k++ {
		if strings.ContainsAny(gap(text, list[k-1], list[k]), ".;:,()") {
			return
		}
		if list[k].term != "" && !isFigure(list[k].term) {
			n.noun = list[k].term
			return
		}
	}
}

// readAge takes a bare figure for years where its words are those of an age: "18 or
// older", "younger than sixteen", "under the age of 21".
func (n *number) readAge(list []word) {
	if n.unit != "count" {
		return
	}
	before := list[max(0, n.at-2):n.at]
	aged := hasWord(before, "younger|older|age|aged|ages") || phrase(list, n.past, "or older|younger")
	bare := n.noun == "" || n.past < len(list) && oneOf(list[n.past].lower, "cannot|can't|can|may|must|shall|is|are|has|have|needs|and|who|unless|if|when")
	if aged || bare && n.plain >= 10 && n.plain <= 25 && oneOf(n.bound, "under|over") {
		n.unit, n.noun, n.value = "month", "", n.plain*12
	}
}

// readPer reads "per violation", "for each day", "a person" behind the figure.
func (n *number) readPer(list []word) {
	for k := n.past; k < len(list) && k < n.past+5; k++ {
		if oneOf(list[k].lower, "per|each|every") {
			n.per, n.each = nextTerm(list, k+1)
			return
		}
	}
}

func nextTerm(list []word, k int) (term, written string) {
	for ; k < len(list); k++ {
		if list[k].term != "" {
			return list[k].term, list[k].lower
		}
	}
	return "", ""
}
