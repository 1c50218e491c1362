package quantity

import (
	"strings"

	"github.com/pincite/pincite/audit/lexis"
)

// bounds before and behind a figure, longest first.
var boundsBefore = []struct{ words, bound string }{
	{"no|not|never less|fewer|sooner|earlier|lower|shorter|smaller than", "min"}, {"at least", "min"}, {"minimum of", "min"}, {"or more", "min"},
	{"no|not|never more|later|longer|greater|higher|larger than", "max"}, {"never for more|longer than", "max"}, {"not below|under", "min"}, {"not above|over|beyond", "max"}, {"not|never to exceed", "max"}, {"not exceed|exceeding", "max"},
	{"capped|limited at|to", "max"}, {"tops|topping|maxes|maxing out at", "max"}, {"starts|start|starting|begins at", "min"}, {"upwards of", "over"},
	{"at most", "max"}, {"up to", "max"}, {"as much|many|long|high as", "max"}, {"as little|few|low as", "min"}, {"maximum of", "max"}, {"limit of", "max"}, {"ceiling of", "max"}, {"at the latest", "max"},
	{"within", "max"}, {"in excess of", "over"}, {"more|greater|longer|older|higher|larger than", "over"}, {"exceeds|exceed|exceeding|exceeded", "over"},
	{"over|above", "over"}, {"less|fewer|younger|lower|smaller|shorter than", "under"}, {"under|below", "under"},
}

var boundsBehind = []struct{ words, bound string }{
	{"or more|older|over|longer|above|greater|higher|upwards", "min"}, {"or less|fewer|under|younger|below|lower|shorter", "max"}, {"at most", "max"}, {"at the latest|most", "max"}, {"at least", "min"}, {"at the least", "min"}, {"maximum|max|tops", "max"}, {"minimum", "min"}, {"and up|upward|upwards|above|over", "min"},
}

func (n *Number) readBound(list []lexis.Word) {
	for back := 1; back <= 7 && n.At-back >= 0; back++ {
		if lexis.IsFigure(list[n.At-back].Term) {
			break
		}
		if bound := boundAt(list, n.At-back, n.At); bound != "" {
			n.Bound = bound
			n.negateBound(list, n.At-back)
			break
		}
	}
	for _, b := range boundsBehind {
		if n.Bound == "" && (lexis.Phrase(list, n.Past, b.words) || n.Past > n.At+1 && lexis.OneOf(list[n.At+1].Lower, "or") && lexis.Phrase(list, n.At+1, b.words)) {
			n.Bound = b.bound // also "three or more times", before the unit
		}
	}
	if n.Bound == "" {
		n.Bound = n.endOfRange(list)
	}
	if n.Bound == "" && n.Unit == "minute" && n.At > 0 && lexis.OneOf(list[n.At-1].Lower, "has|have|had|gets|get") &&
		lexis.Phrase(list, n.Past, "to") {
		n.Bound = "max" // "has ten days to answer"
	}
	if n.Bound == "" && n.Unit == "count" {
		n.Bound = boundPast(list, n.Past)
	}
}

// boundBehindBracket reads the bound behind what a bracket gives again: "five dollars ($5.00)
// or less", "ten thousand pounds [4536 kilograms] or less".
func (n *Number) boundBehindBracket(text string, list []lexis.Word) {
	k := n.Past
	for k < min(len(list), n.Past+3) && !strings.ContainsAny(lexis.Gap(text, list[k-1], list[k]), "([") {
		k++
	}
	if k >= len(list) || k == n.Past+3 {
		return
	}
	for k++; k < min(len(list), n.Past+8); k++ {
		if !strings.ContainsAny(lexis.Gap(text, list[k-1], list[k]), ")]") {
			continue
		}
		for _, b := range boundsBehind {
			if lexis.Phrase(list, k, b.words) {
				n.Bound = b.bound
				return
			}
		}
	}
}

// boundPast reads the bound behind what is counted: "1,000 persons or fewer".
func boundPast(list []lexis.Word, past int) string {
	for k := past + 1; k < min(len(list), past+4) && !lexis.IsFigure(list[k].Term); k++ {
		switch {
		case lexis.Phrase(list, k, "or more|over"):
			return "min"
		case lexis.Phrase(list, k, "or less|fewer|under"):
			return "max"
		}
	}
	return ""
}

// boundAt gives the bound whose words begin at i and end close before the figure.
func boundAt(list []lexis.Word, i, figure int) string {
	for _, b := range boundsBefore {
		if end, ok := lexis.PhraseEnd(list, i, b.words); ok && end <= figure && figure-end <= 2 {
			return b.bound
		}
	}
	return ""
}

// negateBound turns "does not exceed" and "cannot be more than" round.
func (n *Number) negateBound(list []lexis.Word, i int) {
	if n.Bound != "over" && n.Bound != "under" {
		return
	}
	for k := i - 1; k >= max(0, i-14); k-- {
		if lexis.OneOf(list[k].Lower, "who|which|whose|if|when|where") {
			return // the bound marks out what the sentence is about
		}
		near := i-k <= 3 && lexis.IsNegation(list[k].Lower)
		if near || list[k].Lower == "nobody" ||
			list[k].Lower == "no" && lexis.Phrase(list, k+1, "person|business|company|one|interest|fee|charge|rate|event|case") ||
			lexis.Phrase(list, k, "may|shall|must|can not") || lexis.OneOf(list[k].Lower, "cannot|can't|never") {
			n.Bound = map[string]string{"over": "max", "under": "min"}[n.Bound]
			return
		}
	}
}

// turnBeforehand turns the bounds of a time counted back from an event: no later than
// thirty days before it is at least thirty, no earlier than sixty at most sixty.
func (n *Number) turnBeforehand(list []lexis.Word) {
	if !countedBack(list, n.Past) {
		return
	}
	for _, w := range list[max(0, n.At-4):n.At] {
		switch {
		case lexis.OneOf(w.Lower, "later|latest"):
			n.Bound = "min"
		case lexis.OneOf(w.Lower, "earlier|earliest|sooner|soonest"):
			n.Bound = "max"
		}
	}
}

// countedBack tells that the word at i counts back from an event, or joins a second bound
// to one that does: "no later than 15 days and no earlier than 45 days before it".
func countedBack(list []lexis.Word, i int) bool {
	const back = "before|prior|preceding|ahead"
	if i >= len(list) {
		return false
	}
	end, joined := lexis.PhraseEnd(list, i, "and|but|nor no|not earlier|later|sooner than")
	return lexis.OneOf(list[i].Lower, back) || joined && lexis.HasWord(list[end:min(len(list), end+5)], back)
}

// endOfRange gives the bound of a figure that ends a range: "between $500 and $4,000".
func (n *Number) endOfRange(list []lexis.Word) string {
	for k := n.At - 1; k >= max(0, n.At-5); k-- {
		if !lexis.OneOf(list[k].Lower, "between|from") {
			continue
		}
		if n.At-k <= 2 && n.figureBehind(list, "and|to") {
			return "min"
		}
		if lexis.HasWord(list[k:n.At], "and|to") && figureIn(list[k:n.At]) {
			return "max"
		}
	}
	return ""
}

// figureBehind tells another figure soon behind one of the joints.
func (n *Number) figureBehind(list []lexis.Word, joints string) bool {
	for k := n.Past; k+1 < min(len(list), n.Past+4); k++ {
		if lexis.OneOf(list[k].Lower, joints) && figureIn(list[k+1:min(len(list), k+3)]) {
			return true
		}
	}
	return false
}

func figureIn(list []lexis.Word) bool {
	for _, w := range list {
		if lexis.IsFigure(w.Term) {
			return true
		}
	}
	return false
}

// Excludes reports whether two figures of one thing cannot both hold: they measure
// the same, and one is no floor below the other's ceiling.
func (n *Number) Excludes(m *Number) bool {
	switch {
	case n.Slot != m.Slot && !(n.IsTime() && m.IsTime()), !n.Comparable(m), n.Unit == "count" && n.Noun != m.Noun:
		return false
	case n.Per != m.Per && n.Per != "" && m.Per != "":
		return false
	case n.floor() && m.Roof():
		return n.Value > m.Value
	case n.Roof() && m.floor():
		return n.Value < m.Value
	}
	return true
}

func (n *Number) floor() bool { return n.Bound == "min" || n.Bound == "over" }

// Roof tells a figure that bounds from above.
func (n *Number) Roof() bool { return n.Bound == "max" || n.Bound == "under" }
