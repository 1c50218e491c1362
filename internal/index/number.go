package index

import (
	"strconv"
	"strings"
)

// NumberAt reads the number that begins at the byte: "45", "1,000", "forty-five",
// "one hundred fifty thousand". It gives the value and the byte after it; ok is
// false where no number begins. An ordinal, a year of no use, or a numbered
// label is for the caller to tell.
func NumberAt(text string, start int) (value float64, end int, ok bool) {
	if start >= len(text) {
		return 0, 0, false
	}
	if isDigit(text[start]) {
		return figure(text, start)
	}
	if text[start]|0x20 == 'a' {
		return aScale(text, start)
	}
	if strings.IndexByte("otfsenz", text[start]|0x20) < 0 {
		return 0, 0, false // no number word begins so
	}
	return spelled(text, start, 0)
}

// aScale reads "a hundred", "a thousand and fifty".
func aScale(text string, start int) (float64, int, bool) {
	_, end := word(text, start)
	if end != start+1 || end >= len(text) || text[end] != ' ' {
		return 0, 0, false
	}
	from, to := word(text, end)
	if from != end+1 || scales[strings.ToLower(text[from:to])] == 0 {
		return 0, 0, false
	}
	return spelled(text, from, 1)
}

// figure reads digits with separators; "18th" and "57a" are no figures.
func figure(text string, start int) (float64, int, bool) {
	_, end := word(text, start)
	plain, short := strings.ReplaceAll(text[start:end], ",", ""), 1.0
	if start > 0 && text[start-1] == '$' && strings.HasSuffix(strings.ToLower(plain), "k") {
		plain, short = plain[:len(plain)-1], 1e3 // "$5k"
	}
	value, err := strconv.ParseFloat(plain, 64)
	if err != nil {
		return 0, 0, false
	}
	value *= short
	if scale, after := scaleAfter(text, end); scale > 0 {
		return value * scale, after, true
	}
	return value, end, true
}

// scaleAfter reads "million" after "1.5".
func scaleAfter(text string, at int) (float64, int) {
	if at >= len(text) || text[at] != ' ' {
		return 0, 0
	}
	start, end := word(text, at)
	if scale := scales[strings.ToLower(text[start:end])]; start == at+1 && scale >= 1000 {
		return scale, end
	}
	return 0, 0
}

// spelled reads number words joined by hyphens, blanks and "and"; before is what an
// article counts for, 1 in "a hundred" and else 0.
func spelled(text string, start int, before float64) (float64, int, bool) {
	total, group, end, seen := 0.0, before, start, false
	for at := start; at < len(text); {
		from, to := word(text, at)
		if from == to || seen && !joint(text[end:from], group, total) {
			break
		}
		w := strings.ToLower(text[from:to])
		small, isSmall := smallNumbers[w]
		scale := scales[w]
		if w == "and" && seen && group >= 100 {
			at = to
			continue
		}
		switch {
		case isSmall && fits(group, small):
			group += small
		case scale == 100 && group > 0:
			group *= 100
		case scale >= 1000 && group > 0:
			total, group = total+group*scale, 0
		default:
			return total + group, end, seen
		}
		seen, end, at = true, to, to
	}
	return total + group, end, seen
}

// joint tells that two number words belong together.
func joint(between string, group, total float64) bool {
	between = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(between), "and"))
	return between == "" || between == "-" || between == "‑" || between == "," && total > 0 && group == 0
}

// fits keeps "twenty ten" and "five six" apart, and "one hundred five" together.
func fits(group, small float64) bool {
	rest := group - float64(int(group/100))*100
	return rest == 0 || small < 10 && rest >= 20 && float64(int(rest)%10) == 0
}

// FormatNumber writes a value as a term: without separators or idle zeros.
func FormatNumber(value float64) string {
	return strconv.FormatFloat(value, 'f', -1, 64)
}

var smallNumbers = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
	"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40,
	"fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var scales = map[string]float64{"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9}
