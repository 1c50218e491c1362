package audit

import (
	"strconv"
	"strings"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/cite"
)

// number is a figure of a text with what it counts.
type number struct {
	value float64
	// plain is the figure as written, before its unit is reckoned in.
	plain float64
	// unit is day, hour, dollar, percent, times, or "count" with noun the term
	// that is counted; immediate stands for "at once".
	unit, noun string
	// kind is business or calendar, "" where it is not said.
	kind string
	// bound is max, min, over, under or "".
	bound string
	// per is what each time is reckoned by, such as violat or day, "" for none;
	// each is the same as written.
	per, each string
	// slot is deadline, amount or number.
	slot string
	span answer.Span
	// at is the index of its first word in the words it was read from; past that
	// of the word after it.
	at, past int
}

// numbersIn reads the figures among the words of a text. Numbers of statutes,
// dates and years, labels, ordinals and a bare "one" are none.
func numbersIn(text string, list []word) []number {
	var found []number
	cited := citedSpans(text, covering(list))
	for i := 0; i < len(list); i++ {
		taken := len(found) > 0 && i < found[len(found)-1].past
		if m, ok := manifold(list, i); ok {
			found = append(found, m)
			continue
		}
		if taken || !isFigure(list[i].term) || within(list[i].start, cited) || labelled(text, list, i) {
			continue
		}
		n, ok := readNumber(text, list, i)
		switch {
		case ok && repeatsLast(text, found, n):
			found[len(found)-1].learn(&n)
		case ok:
			found = append(found, n)
		}
	}
	return found
}

// learn takes the unit of the figure that repeats this one in digits: "seven hundred
// and fifty ($750)".
func (n *number) learn(again *number) {
	if n.unit == "count" && again.unit == "dollar" {
		n.unit, n.noun, n.slot, n.value = again.unit, again.noun, again.slot, again.value
	}
}

// manifolds are words for so many times, and periods words for each time.
var (
	manifolds = map[string]float64{"double": 2, "doubled": 2, "twice": 2, "twofold": 2, "treble": 3, "trebled": 3, "triple": 3, "tripled": 3, "threefold": 3}
	periods   = map[string]float64{"daily": 1440, "weekly": 10080, "monthly": 43800, "annually": 525600, "yearly": 525600, "day": 1440, "week": 10080, "month": 43800, "year": 525600}
)

// manifold reads "treble" as a figure of times, and "each week" as one of period.
func manifold(list []word, i int) (number, bool) {
	w := list[i]
	n := number{at: i, past: i + 1, span: answer.Span{Start: w.start, End: w.end}, slot: "number"}
	if v := manifolds[w.lower]; v > 0 {
		n.value, n.unit = v, "times"
		return n, true
	}
	adverb := oneOf(w.lower, "daily|weekly|monthly|annually|yearly")
	if v := periods[w.lower]; v > 0 && (adverb || i > 0 && oneOf(list[i-1].lower, "each|every")) {
		n.value, n.unit = v, "period"
		return n, true
	}
	return number{}, false
}

// citedSpans are the places of statute citations.
func citedSpans(text string, s answer.Span) []answer.Span {
	var spans []answer.Span
	for _, c := range cite.Find(text[s.Start:s.End]) {
		spans = append(spans, answer.Span{Start: s.Start + c.Start, End: s.Start + c.End})
	}
	return spans
}

// within reports whether a place lies in one of the spans.
func within(at int, spans []answer.Span) bool {
	for _, s := range spans {
		if at >= s.Start && at < s.End {
			return true
		}
	}
	return false
}

// labels name a place and not a quantity: "Section 6", "paragraph (1)", "Title V".
const labels = "section|sections|subsection|subsections|paragraph|paragraphs|subparagraph|article|articles|chapter|chapters|" +
	"title|part|parts|item|items|no|ch|rule|act|acts|laws|number|clause|subdivision|page|§|level|type|form|class|phase|january|february|march|" +
	"april|may|june|july|august|september|october|november|december|ordinance|law|note|c|subpart|cfr|usc|type"

func labelled(text string, list []word, i int) bool {
	w := list[i]
	if i > 0 && oneOf(list[i-1].lower, labels) {
		return true
	}
	before := text[max(0, w.start-1):w.start]
	after := text[w.end:min(len(text), w.end+1)]
	if after == "-" && hyphenated(text, w.end) {
		return true // a chapter: "51-15"
	}
	if before == "(" && after == ")" && len(w.lower) < 3 || before == "-" || before == "[" {
		return true
	}
	return before == "§" || i > 0 && before == " " && strings.HasSuffix(strings.TrimRight(text[:w.start], " \u00a0"), "§") || isYear(w) ||
		len(w.lower) < 3 && after == "." && opensLine(text, w.start)
}

// hyphenated tells a figure right behind the hyphen at a place that counts nothing: no
// unit follows, as it does in "5-10 days".
func hyphenated(text string, at int) bool {
	end := at + 1
	for end < len(text) && (isDigitAt(text, end) || text[end] == '-' || text[end] == '.') {
		end++
	}
	if end == at+1 {
		return false
	}
	rest := strings.TrimLeft(text[end:min(len(text), end+12)], " ")
	for _, unit := range []string{"minute", "hour", "day", "week", "month", "year", "percent", "%", "dollar", "business", "calendar"} {
		if strings.HasPrefix(rest, unit) {
			return false
		}
	}
	return true
}

func opensLine(text string, at int) bool { return at == 0 || text[at-1] == '\n' }

func isYear(w word) bool {
	v, _ := strconv.ParseFloat(w.term, 64)
	return len(w.lower) == 4 && v >= 1800 && v < 2100
}

// readNumber reads value, unit and bounds around the figure at i.
func readNumber(text string, list []word, i int) (number, bool) {
	v, err := strconv.ParseFloat(list[i].term, 64)
	if err != nil {
		return number{}, false
	}
	n := number{value: v, plain: v, at: i, past: i + 1, span: answer.Span{Start: list[i].start, End: list[i].end}}
	n.readUnit(text, list)
	if n.unit == "" || v == 1 && n.unit == "count" && !isDigitAt(text, n.span.Start) {
		return n, false
	}
	n.readBound(list)
	n.turnBeforehand(list)
	n.readAge(list)
	n.readPer(list)
	n.slot = n.slotOf(list)
	return n, true
}

// isDigitAt reports whether the byte is a digit.
func isDigitAt(text string, at int) bool { return text[at] >= '0' && text[at] <= '9' }

// slotOf tells a deadline from a duration and a threshold.
func (n *number) slotOf(list []word) string {
	switch {
	case n.unit == "dollar":
		return "amount"
	case n.unit != "minute" && n.unit != "month":
		return "number"
	}
	if n.past < len(list) && oneOf(list[n.past].lower, "after|following|from|before|prior|thereafter|afterwards") {
		return "deadline"
	}
	if n.bound == "max" && !n.lasts(list) {
		return "deadline"
	}
	return "number"
}

// lasts tells a duration: "for not more than 90 days", "a period of".
func (n *number) lasts(list []word) bool {
	for k := max(0, n.at-6); k < n.at; k++ {
		if oneOf(list[k].lower, "for|period|longer|effective|serve") {
			return true
		}
	}
	return false
}

// repeatsLast drops "($100,000)" behind "one hundred thousand dollars".
func repeatsLast(text string, found []number, n number) bool {
	if len(found) == 0 {
		return false
	}
	last := found[len(found)-1]
	return last.value == n.value && n.span.Start-last.span.End < 4 && strings.Contains(text[last.span.End:max(last.span.End, n.span.Start)], "(")
}

// same reports whether two figures are one value of one unit.
func (n *number) same(m *number) bool {
	if n.unit == m.unit {
		return n.value == m.value
	}
	return n.unit == "month" && m.unit == "minute" && n.value/12 == m.value/(1440*365) && n.value >= 12 ||
		m.unit == "month" && n.unit == "minute" && m.value/12 == n.value/(1440*365) && m.value >= 12
}

// comparable reports whether two figures could answer one question.
func (n *number) comparable(m *number) bool {
	return n.unit == m.unit || n.isTime() && m.isTime()
}

// isTime tells a length of time.
func (n *number) isTime() bool { return n.unit == "minute" || n.unit == "month" }
