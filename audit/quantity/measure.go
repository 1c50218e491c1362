package quantity

import (
	"strings"

	"github.com/pincite/pincite/audit/lexis"
)

// TimeUnits in a common measure: minutes, and months where days do not tell.
var TimeUnits = map[string]struct {
	Unit  string
	scale float64
}{
	"second": {"minute", 1.0 / 60}, "seconds": {"minute", 1.0 / 60}, "minute": {"minute", 1}, "minutes": {"minute", 1}, "hour": {"minute", 60}, "hours": {"minute", 60},
	"day": {"minute", 1440}, "days": {"minute", 1440}, "week": {"minute", 10080}, "weeks": {"minute", 10080},
	"month": {"month", 1}, "months": {"month", 1}, "year": {"month", 12}, "years": {"month", 12},
	"fortnight": {"minute", 20160}, "fortnights": {"minute", 20160},
	"month's": {"month", 1}, "year's": {"month", 12}, "day's": {"minute", 1440}, "week's": {"minute", 10080}, "weeks'": {"minute", 10080},
	"months'": {"month", 1}, "years'": {"month", 12}, "days'": {"minute", 1440}, "hours'": {"minute", 60},
}

var dayKinds = map[string]string{"business": "business", "working": "business", "calendar": "calendar", "consecutive": ""}

// readUnit finds what is counted: a sign before, or the next words.
func (n *Number) readUnit(text string, list []lexis.Word) {
	if sign := strings.TrimRight(text[max(0, n.Span.Start-4):n.Span.Start], " \u00a0"); strings.HasSuffix(sign, "$") { // "$ 65" in a column
		n.Unit, n.Span.Start = "dollar", strings.LastIndexByte(text[:n.Span.Start], '$')
		return
	}
	if strings.HasPrefix(text[n.Span.End:], "%") {
		n.Unit, n.Span.End = "percent", n.Span.End+1
		return
	}
	for k := n.Past; k < len(list) && k < n.Past+4; k++ {
		w := list[k]
		if lexis.IsFigure(w.Term) && w.Term == list[n.At].Term {
			n.Past = k + 1
			if strings.HasSuffix(text[:w.Start], "$") { // "seven hundred and fifty ($750)"
				n.Unit, n.Span.End = "dollar", w.End
				return
			}
			continue
		}
		if n.takeUnit(text, list, k) {
			return
		}
		if w.Term != "" && !lexis.OneOf(w.Lower, "full|consecutive|additional|point|or|more") &&
			dayKinds[w.Lower] == "" ||
			w.Lower == "and" {
			break
		}
	}
	n.countNoun(text, list)
}

// takeUnit accepts the word at k as the unit.
func (n *Number) takeUnit(text string, list []lexis.Word, k int) bool {
	w := list[k]
	if kind, known := dayKinds[w.Lower]; known && kind != "" && k+1 < len(list) && TimeUnits[list[k+1].Lower].Unit != "" {
		n.Kind = kind
		return false
	}
	if t := TimeUnits[w.Lower]; t.Unit != "" {
		n.Unit, n.Value = t.Unit, n.Value*t.scale
	} else if lexis.OneOf(w.Lower, "dollar|dollars|bucks") {
		n.Unit = "dollar"
	} else if lexis.OneOf(w.Lower, "percent|percentage") || w.Lower == "per" && lexis.Phrase(list, k, "per cent") {
		n.Unit = "percent"
	} else if lexis.OneOf(w.Lower, "times|fold") {
		n.Unit = "times"
	} else {
		return false
	}
	n.Past, n.Span.End = k+1, w.End
	return true
}

// countNoun takes the next word of content as what is counted.
func (n *Number) countNoun(text string, list []lexis.Word) {
	n.Unit = "count"
	for k := n.Past; k < len(list) && k < n.Past+4; k++ {
		if strings.ContainsAny(lexis.Gap(text, list[k-1], list[k]), ".;:,()") {
			return
		}
		if list[k].Term != "" && !lexis.IsFigure(list[k].Term) {
			n.Noun = list[k].Term
			return
		}
	}
}

// readAge takes a bare figure for years where its words are those of an age: "18 or
// older", "younger than sixteen", "under the age of 21".
func (n *Number) readAge(list []lexis.Word) {
	if n.Unit == "month" {
		n.Age = lexis.Phrase(list, n.Past, "of age") || lexis.Phrase(list, n.Past, "old")
	}
	if n.Unit != "count" {
		return
	}
	before := list[max(0, n.At-2):n.At]
	aged := lexis.HasWord(before, "younger|older|age|aged|ages") || lexis.Phrase(list, n.Past, "or older|younger")
	bare := n.Noun == "" ||
		n.Past < len(list) &&
			lexis.OneOf(list[n.Past].Lower, "cannot|can't|can|may|must|shall|is|are|has|have|needs|and|who|unless|if|when")
	if aged || bare && n.Plain >= 10 && n.Plain <= 25 && lexis.OneOf(n.Bound, "under|over") {
		n.Unit, n.Noun, n.Value, n.Age = "month", "", n.Plain*12, true
	}
}

// readPer reads "per violation", "for each day", "a person" behind the figure.
func (n *Number) readPer(list []lexis.Word) {
	for k := n.Past; k < len(list) && k < n.Past+5; k++ {
		if lexis.OneOf(list[k].Lower, "per|each|every") {
			n.Per, n.Each = nextTerm(list, k+1)
			return
		}
	}
}

func nextTerm(list []lexis.Word, k int) (term, written string) {
	for ; k < len(list); k++ {
		if list[k].Term != "" {
			return list[k].Term, list[k].Lower
		}
	}
	return "", ""
}
