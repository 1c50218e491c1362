package audit

import (
	"strconv"
	"strings"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/cite"
	"github.com/pincite/pincite/internal/index"
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
		if ok && !repeatsLast(text, found, n) {
			found = append(found, n)
		}
	}
	return found
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
	if before == "(" && after == ")" && len(w.lower) < 3 || before == "-" || before == "[" {
		return true
	}
	return before == "§" || i > 0 && before == " " && strings.HasSuffix(strings.TrimRight(text[:w.start], " \u00a0"), "§") || isYear(w) ||
		len(w.lower) < 3 && after == "." && opensLine(text, w.start)
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
	n.readAge(list)
	n.readPer(list)
	n.slot = n.slotOf(list)
	return n, true
}

func isDigitAt(text string, at int) bool { return text[at] >= '0' && text[at] <= '9' }

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

// bounds before and behind a figure, longest first.
var boundsBefore = []struct{ words, bound string }{
	{"no|not|never less|fewer|sooner|earlier|lower|shorter|smaller than", "min"}, {"at least", "min"}, {"minimum of", "min"}, {"or more", "min"},
	{"no|not|never more|later|longer|greater|higher|larger than", "max"}, {"never for more|longer than", "max"}, {"not below|under", "min"}, {"not above|over|beyond", "max"}, {"not|never to exceed", "max"}, {"not exceed|exceeding", "max"},
	{"at most", "max"}, {"up to", "max"}, {"as much|many|long|high as", "max"}, {"as little|few|low as", "min"}, {"maximum of", "max"}, {"limit of", "max"}, {"ceiling of", "max"}, {"at the latest", "max"},
	{"within", "max"}, {"in excess of", "over"}, {"more|greater|longer|older|higher|larger than", "over"}, {"exceeds|exceed|exceeding|exceeded", "over"},
	{"over|above", "over"}, {"less|fewer|younger|lower|smaller|shorter than", "under"}, {"under|below", "under"},
}

var boundsBehind = []struct{ words, bound string }{
	{"or more|older|over|longer|above|greater|higher|upwards", "min"}, {"or less|fewer|under|younger|below|lower|shorter", "max"}, {"at most", "max"}, {"at the latest", "max"}, {"at least", "min"},
}

func (n *number) readBound(list []word) {
	for back := 1; back <= 7 && n.at-back >= 0; back++ {
		if isFigure(list[n.at-back].term) {
			break
		}
		if bound := boundAt(list, n.at-back, n.at); bound != "" {
			n.bound = bound
			n.negateBound(list, n.at-back)
			break
		}
	}
	for _, b := range boundsBehind {
		if n.bound == "" && phrase(list, n.past, b.words) {
			n.bound = b.bound
		}
	}
	if n.bound == "" && n.unit == "count" {
		n.bound = boundPast(list, n.past)
	}
}

// boundPast reads the bound behind what is counted: "1,000 persons or fewer".
func boundPast(list []word, past int) string {
	for k := past + 1; k < min(len(list), past+4) && !isFigure(list[k].term); k++ {
		switch {
		case phrase(list, k, "or more|over"):
			return "min"
		case phrase(list, k, "or less|fewer|under"):
			return "max"
		}
	}
	return ""
}

// boundAt gives the bound whose words begin at i and end close before the figure.
func boundAt(list []word, i, figure int) string {
	for _, b := range boundsBefore {
		if end, ok := phraseEnd(list, i, b.words); ok && end <= figure && figure-end <= 2 {
			return b.bound
		}
	}
	return ""
}

// negateBound turns "does not exceed" and "cannot be more than" round.
func (n *number) negateBound(list []word, i int) {
	if n.bound != "over" && n.bound != "under" {
		return
	}
	for k := i - 1; k >= max(0, i-14); k-- {
		if oneOf(list[k].lower, "who|which|whose|if|when|where") {
			return // the bound marks out what the sentence is about
		}
		near := i-k <= 3 && isNegation(list[k].lower)
		if near || list[k].lower == "nobody" || list[k].lower == "no" && phrase(list, k+1, "person|business|company|one|interest|fee|charge|rate|event|case") || phrase(list, k, "may|shall|must|can not") || oneOf(list[k].lower, "cannot|can't|never") {
			n.bound = map[string]string{"over": "max", "under": "min"}[n.bound]
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

// atOnce are words of a deadline without a figure.
var atOnce = []string{"immediately", "forthwith", "at once", "right away|after", "without unreasonable delay", "without delay", "as soon as"}

// immediacy finds such words.
func immediacy(list []word) (answer.Span, bool) {
	for i := range list {
		for _, w := range atOnce {
			if end, ok := phraseEnd(list, i, w); ok {
				return covering(list[i:end]), true
			}
		}
	}
	return answer.Span{}, false
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

func (n *number) isTime() bool { return n.unit == "minute" || n.unit == "month" }

// say writes the figure for a reader: value, unit and bound.
func (n *number) say() string {
	bound := map[string]string{"max": "at most ", "min": "at least ", "over": "more than ", "under": "less than "}[n.bound]
	per := ""
	if n.per != "" {
		per = " per " + n.each
	}
	return bound + n.sayValue() + per
}

func (n *number) sayValue() string {
	kind := strings.TrimSpace(n.kind)
	if kind != "" {
		kind += " "
	}
	switch n.unit {
	case "dollar":
		return "$" + grouped(n.value)
	case "percent":
		return index.FormatNumber(n.value) + " %"
	case "minute":
		return sayTime(n.value, kind)
	case "month":
		if int(n.value)%12 == 0 {
			return plural(n.value/12, "year")
		}
		return plural(n.value, "month")
	case "period":
		return "each " + map[float64]string{1440: "day", 10080: "week", 43800: "month", 525600: "year"}[n.value]
	case "times":
		return index.FormatNumber(n.value) + " times"
	}
	return grouped(n.value)
}

func sayTime(minutes float64, kind string) string {
	switch {
	case minutes >= 1440*2 && int(minutes)%1440 == 0:
		return plural(minutes/1440, kind+"day")
	case int(minutes)%60 == 0:
		return plural(minutes/60, "hour")
	}
	return plural(minutes, "minute")
}

func plural(v float64, noun string) string {
	s := index.FormatNumber(v) + " " + noun
	if v != 1 {
		s += "s"
	}
	return s
}

// grouped writes thousands with commas.
func grouped(v float64) string {
	s := index.FormatNumber(v)
	whole, rest, _ := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if rest != "" {
		return whole + "." + rest
	}
	return whole
}
