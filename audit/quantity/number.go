package quantity

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/cite"
)

// Number is a figure of a text with what it counts.
type Number struct {
	Value float64
	// Plain is the figure as written, before its unit is reckoned in.
	Plain float64
	// Unit is day, hour, dollar, percent, times, or "count" with noun the term
	// that is counted; immediate stands for "at once".
	Unit, Noun string
	// Kind is business or calendar, "" where it is not said.
	Kind string
	// Bound is max, min, over, under or "".
	Bound string
	// Per is what each time is reckoned by, such as violat or day, "" for none;
	// each is the same as written.
	Per, Each string
	// Nth is set for a deadline told by its last day: "the third business day".
	Nth bool
	// Age is set for the age of somebody.
	Age bool
	// Slot is deadline, amount or number.
	Slot string
	Span answer.Span
	// At is the index of its first word in the words it was read from; past that
	// of the word after it.
	At, Past int
}

// NumbersIn reads the figures among the words of a text. Numbers of statutes,
// dates and years, labels, ordinals and a bare "one", but of convictions and the like, are none.
func NumbersIn(text string, list []lexis.Word) []Number {
	var found []Number
	cited := citedSpans(text, lexis.Covering(list))
	for i := 0; i < len(list); i++ {
		taken := len(found) > 0 && i < found[len(found)-1].Past
		if m, ok := manifold(list, i); ok {
			found = append(found, m)
			continue
		}
		if n, ok := single(list, i); ok && !taken {
			found = append(found, n)
			continue
		}
		if n, ok := fraction(list, i); ok && !taken {
			found = append(found, n)
			continue
		}
		if n, ok := parts(text, list, i); ok && !taken {
			found = append(found, n)
			continue
		}
		if n, ok := nthDay(list, i); ok && !taken {
			found = append(found, n)
			continue
		}
		if taken || !lexis.IsFigure(list[i].Term) || Within(list[i].Start, cited) || labelled(text, list, i) {
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
func (n *Number) learn(again *Number) {
	if n.Unit == "count" && again.Unit == "dollar" {
		n.Unit, n.Noun, n.Slot, n.Value = again.Unit, again.Noun, again.Slot, again.Value
	}
}

// manifolds are words for so many times, and periods words for each time.
var (
	manifolds = map[string]float64{"double": 2, "doubled": 2, "twice": 2, "twofold": 2, "treble": 3, "trebled": 3, "triple": 3, "tripled": 3, "threefold": 3}
	periods   = map[string]float64{"daily": 1440, "weekly": 10080, "monthly": 43800, "annually": 525600, "yearly": 525600, "day": 1440, "week": 10080, "month": 43800, "year": 525600}
)

// monthsApart are adverbs for what comes round in so many months.
var monthsApart = map[string]float64{"semiannually": 6, "semi-annually": 6, "half-yearly": 6, "quarterly": 3, "biennially": 24}

// monthsOf is how many months apart what comes "every quarter", "twice a year" or "semiannually"
// is; 0 for other words.
func monthsOf(list []lexis.Word, i int) float64 {
	switch {
	case list[i].Lower == "quarter" && i > 0 && lexis.OneOf(list[i-1].Lower, "a|each|every|per") && !lexis.Phrase(list, i, "quarter of"):
		return 3
	case lexis.Phrase(list, i, "twice a|each|every|per year"), lexis.Phrase(list, i, "twice in a|each year"):
		return 6
	}
	return monthsApart[list[i].Lower]
}

// manifold reads "treble" as a figure of times, and "each week" as one of period.
func manifold(list []lexis.Word, i int) (Number, bool) {
	w := list[i]
	n := Number{At: i, Past: i + 1, Span: answer.Span{Start: w.Start, End: w.End}, Slot: "number"}
	if v := monthsOf(list, i); v > 0 {
		n.Value, n.Plain, n.Unit = v, v, "month"
		return n, true
	}
	if v := manifolds[w.Lower]; v > 0 {
		n.Value, n.Unit = v, "times"
		return n, true
	}
	adverb := lexis.OneOf(w.Lower, "daily|weekly|monthly|annually|yearly")
	if v := periods[w.Lower]; v > 0 && (adverb || i > 0 && lexis.OneOf(list[i-1].Lower, "each|every")) {
		n.Value, n.Unit = v, "period"
		return n, true
	}
	return Number{}, false
}

// single reads "a week" as one week where it is a time allowed or counted from something:
// "within a week", "a month before the sale". In "$25 a day" it is none.
func single(list []lexis.Word, i int) (Number, bool) {
	if list[i].Lower == "another" && i+1 < len(list) && lexis.OneOf(list[i+1].Lower, "year|month|week") {
		return unitAlone(list, i), true // "there is another year"
	}
	if !lexis.OneOf(list[i].Lower, "a|an") || i+1 >= len(list) || TimeUnits[list[i+1].Lower].Unit == "" ||
		i > 0 && lexis.OneOf(list[i-1].Lower, "once|twice|times|dollars|percent") || i > 0 && lexis.IsFigure(list[i-1].Term) {
		return Number{}, false
	}
	counted := i+2 < len(list) && lexis.OneOf(list[i+2].Lower, "before|after|from|later|following")
	if !counted && !(i > 0 && lexis.OneOf(list[i-1].Lower, "within|least|than")) {
		return Number{}, false
	}
	n := unitAlone(list, i)
	if lexis.Phrase(list, n.Past, "and a half") {
		n.Value, n.Past, n.Span.End = n.Value*1.5, n.Past+3, list[n.Past+2].End
	}
	n.readBound(list)
	n.turnBeforehand(list)
	n.Slot = n.slotOf(list)
	return n, true
}

// unitAlone is one of the unit that stands behind the word at i.
func unitAlone(list []lexis.Word, i int) Number {
	n := Number{Value: 1, Plain: 1, At: i, Past: i + 1, Span: answer.Span{Start: list[i].Start, End: list[i].End}, Slot: "number"}
	n.takeUnit("", list, i+1)
	return n
}

// citedSpans are the places of statute citations.
func citedSpans(text string, s answer.Span) []answer.Span {
	var spans []answer.Span
	for _, c := range cite.Find(text[s.Start:s.End]) {
		spans = append(spans, answer.Span{Start: s.Start + c.Start, End: s.Start + c.End})
	}
	return spans
}

// Within reports whether a place lies in one of the spans.
func Within(at int, spans []answer.Span) bool {
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

func labelled(text string, list []lexis.Word, i int) bool {
	w := list[i]
	if i > 0 && lexis.OneOf(list[i-1].Lower, labels) && text[list[i-1].End:w.Start] != ", " {
		return true
	}
	if i > 2 && lexis.OneOf(list[i-1].Lower, "and|or|to|through") && lexis.IsFigure(list[i-2].Term) && lexis.OneOf(list[i-3].Lower, "parts|sections|chapters|articles|rules|titles|items|paragraphs|subsections") {
		return true // "parts 160 and 164"
	}
	before := text[max(0, w.Start-1):w.Start]
	after := text[w.End:min(len(text), w.End+1)]
	if after == "-" && hyphenated(text, w.End) {
		return true // a chapter: "51-15"
	}
	if before == "(" && after == ")" && len(w.Lower) < 3 || before == "-" || before == "[" {
		return true
	}
	if after == "(" && bracketed.MatchString(text[w.End:min(len(text), w.End+6)]) {
		return true // "501(c)(3)"
	}
	return before == "§" || i > 0 && before == " " && strings.HasSuffix(strings.TrimRight(text[:w.Start], " \u00a0"), "§") || IsYear(w) ||
		len(w.Lower) < 3 && after == "." && opensLine(text, w.Start)
}

// bracketed is a subsection that stands right behind the number of its section.
var bracketed = regexp.MustCompile(`^\([a-zA-Z]\)`)

// hyphenated tells a figure right behind the hyphen at a place that counts nothing: no
// unit follows, as it does in "5-10 days".
func hyphenated(text string, at int) bool {
	end := at + 1
	for end < len(text) && (lexis.IsDigitAt(text, end) || text[end] == '-' || text[end] == '.') {
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

// IsYear tells a calendar year of the last or this century, or of the one before.
func IsYear(w lexis.Word) bool {
	v, _ := strconv.ParseFloat(w.Term, 64)
	return len(w.Lower) == 4 && v >= 1800 && v < 2100
}

// readNumber reads value, unit and bounds around the figure at i.
func readNumber(text string, list []lexis.Word, i int) (Number, bool) {
	v, err := strconv.ParseFloat(list[i].Term, 64)
	if err != nil {
		return Number{}, false
	}
	n := Number{Value: v, Plain: v, At: i, Past: i + 1, Span: answer.Span{Start: list[i].Start, End: list[i].End}}
	n.readUnit(text, list)
	if n.Unit == "" || v == 1 && n.Unit == "count" && !lexis.IsDigitAt(text, n.Span.Start) && !n.ofTimes(list) {
		return n, false
	}
	n.readBound(list)
	if n.Bound == "" {
		n.boundBehindBracket(text, list)
	}
	n.turnBeforehand(list)
	n.readAge(list)
	n.readPer(list)
	n.Slot = n.slotOf(list)
	return n, true
}

// ofTimes tells a "one" that counts how often: "one prior conviction", "at least one previous
// occasion". Any other is a pronoun as often as a figure.
func (n *Number) ofTimes(list []lexis.Word) bool {
	const times = "conviction|convictions|occasion|occasions|offense|offenses|offence|violation|violations"
	return lexis.HasWord(list[n.Past:min(len(list), n.Past+1)], times) ||
		lexis.Phrase(list, n.Past, "prior|previous|earlier|former "+times)
}

// reasonReach is how many words from a figure the "reasonable time" may stand that it measures.
const reasonReach = 8

// slotOf tells a deadline from a duration and a threshold.
func (n *Number) slotOf(list []lexis.Word) string {
	switch {
	case n.Unit == "dollar":
		return "amount"
	case n.Unit != "minute" && n.Unit != "month":
		return "number"
	}
	if n.Past < len(list) &&
		lexis.OneOf(list[n.Past].Lower, "after|following|from|before|prior|thereafter|afterwards") ||
		n.ofNotice(list) || lexis.PhraseIn(list[max(0, n.At-reasonReach):min(len(list), n.Past+reasonReach)], "reasonable time") {
		return "deadline"
	}
	if n.Bound == "max" && !n.lasts(list) || n.givenTo(list) {
		return "deadline"
	}
	return "number"
}

// ofNotice tells how long beforehand something is said: "sixty days' written notice".
func (n *Number) ofNotice(list []lexis.Word) bool {
	return lexis.Phrase(list, n.Past, "notice|warning") || lexis.Phrase(list, n.Past, "written|prior|advance|previous notice|warning")
}

// givenTo tells the time that somebody has for a thing: "you have five days to answer".
func (n *Number) givenTo(list []lexis.Word) bool {
	return n.At > 0 && lexis.OneOf(list[n.At-1].Lower, "have|has|had|get|gets") && n.Past < len(list) && list[n.Past].Lower == "to"
}

// lasts tells a duration: "for not more than 90 days", "a period of".
func (n *Number) lasts(list []lexis.Word) bool {
	for k := max(0, n.At-6); k < n.At; k++ {
		if lexis.OneOf(list[k].Lower, "for|period|longer|effective|serve") {
			return true
		}
	}
	return false
}

// repeatsLast drops "($100,000)" behind "one hundred thousand dollars".
func repeatsLast(text string, found []Number, n Number) bool {
	if len(found) == 0 {
		return false
	}
	last := found[len(found)-1]
	return last.Value == n.Value && n.Span.Start-last.Span.End < 4 &&
		strings.Contains(text[last.Span.End:max(last.Span.End, n.Span.Start)], "(")
}

// Same reports whether two figures are one value of one unit.
func (n *Number) Same(m *Number) bool {
	if n.Unit == m.Unit {
		return n.Value == m.Value
	}
	return n.Unit == "month" && m.Unit == "minute" && n.Value/12 == m.Value/(1440*365) && n.Value >= 12 ||
		m.Unit == "month" && n.Unit == "minute" && m.Value/12 == n.Value/(1440*365) && m.Value >= 12
}

// Comparable reports whether two figures could answer one question.
func (n *Number) Comparable(m *Number) bool {
	return n.Unit == m.Unit || n.IsTime() && m.IsTime()
}

// IsTime tells a length of time.
func (n *Number) IsTime() bool { return n.Unit == "minute" || n.Unit == "month" }
