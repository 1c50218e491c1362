package quantity

import (
	"strconv"
	"strings"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/index"
)

// A deadline may be told by its last day: "until midnight of the third business day" is
// three business days. Only days are read so: a second offense and a first year count
// nothing.

// nthDay reads an ordinal before a day as so many days.
func nthDay(list []lexis.Word, i int) (Number, bool) {
	v := ordinal(list[i].Lower)
	if v < 2 || i+1 >= len(list) {
		return Number{}, false
	}
	n := Number{Value: v, Plain: v, At: i, Past: i + 1, Bound: "max", Nth: true, Span: answer.Span{Start: list[i].Start, End: list[i].End}}
	k := i + 1
	if kind := dayKinds[list[k].Lower]; kind != "" && k+1 < len(list) {
		n.Kind, k = kind, k+1
	}
	if list[k].Lower != "day" {
		return Number{}, false
	}
	n.takeUnit("", list, k)
	n.Slot = "deadline"
	return n, true
}

// ordinal is the value of "third", "twenty-first" or "15th"; 0 for any other word.
func ordinal(w string) float64 {
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if v, err := strconv.Atoi(strings.TrimSuffix(w, end)); err == nil && strings.HasSuffix(w, end) {
			return float64(v)
		}
	}
	if v := unevenOrdinals[w]; v > 0 {
		return v
	}
	base := strings.TrimSuffix(w, "th")
	if strings.HasSuffix(base, "ie") {
		base = strings.TrimSuffix(base, "ie") + "y"
	}
	if v, end, ok := index.NumberAt(base, 0); ok && base != w && end == len(base) {
		return v
	}
	return 0
}

var unevenOrdinals = map[string]float64{"second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}
