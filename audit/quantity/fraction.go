package quantity

import (
	"strconv"
	"strings"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

// fractions are parts of a whole in hundredths, by their words.
var fractions = map[string]float64{"half": 50, "third": 100.0 / 3, "quarter": 25, "fourth": 25, "fifth": 20, "tenth": 10, "twentieth": 5}

// fraction reads "half the price" and "a tenth of the price" as percent, and "half a year" as
// six months. "The first half of the month" is no part of a price, nor "the second quarter".
func fraction(list []lexis.Word, i int) (Number, bool) {
	part, known := fractions[list[i].Lower]
	if !known || i+1 >= len(list) {
		return Number{}, false
	}
	n := Number{Value: part, Plain: part, Unit: "percent", Slot: "number", At: i, Past: i + 1, Span: answer.Span{Start: list[i].Start, End: list[i].End}}
	half := list[i].Lower == "half"
	if at := halved(list, i); at > 0 {
		n.Value, n.Plain, n.Past = 0.5, 0.5, at
		n.takeUnit("", list, at)
		if n.Unit == "month" && n.Value < 1 {
			return Number{}, false
		}
		n.readBound(list)
		n.Slot = n.slotOf(list)
		return n, true
	}
	one := i > 0 && lexis.OneOf(list[i-1].Lower, "a|one")
	if (one || half) && list[i+1].Lower == "as" && lexis.HasWord(list[i+1:min(len(list), i+4)], "high|wide|large|tall|long|big|great|much") {
		n.readBound(list)
		return n, true // "a third as high"
	}
	if !(one && list[i+1].Lower == "of" || half && lexis.OneOf(list[i+1].Lower, "the|of") && (i == 0 || !lexis.OneOf(list[i-1].Lower, "first|second|other|latter|the"))) ||
		!lexis.HasWord(list[i+1:min(len(list), i+6)], money) {
		return Number{}, false
	}
	n.readBound(list)
	return n, true
}

// halved is the place of the unit in "half a year", "a half year" and "every half year"; 0 for
// none.
func halved(list []lexis.Word, i int) int {
	switch {
	case list[i].Lower != "half":
		return 0
	case lexis.OneOf(list[i+1].Lower, "a|an") && i+2 < len(list) && TimeUnits[list[i+2].Lower].Unit != "":
		return i + 2
	case i > 0 && lexis.OneOf(list[i-1].Lower, "a|every|each") && TimeUnits[list[i+1].Lower].Unit != "":
		return i + 1
	}
	return 0
}

// money are words for what a part is taken of.
const money = "price|cost|costs|value|amount|fee|payment|payments|deposit|rent|loss|damages|award|charge|charges|sum|balance|proceeds|principal|total|income|wages|premium|debt|penalty|fine|height|width|length|size|it"

// parts reads "two-thirds (2/3) of the value" and "three quarters of the price" as percent.
// It must not read "two quarters" of a year, nor the third of two things.
func parts(text string, list []lexis.Word, i int) (Number, bool) {
	if i+2 >= len(list) || !lexis.IsFigure(list[i].Term) || !strings.HasSuffix(list[i+1].Lower, "s") {
		return Number{}, false
	}
	part, known := fractions[strings.TrimSuffix(list[i+1].Lower, "s")]
	past := pastDigits(text, list, i+2)
	if !known || past >= len(list) || list[past].Lower != "of" || lexis.HasWord(list[past:min(len(list), past+3)], "year|calendar|fiscal") {
		return Number{}, false
	}
	v, _ := strconv.ParseFloat(list[i].Term, 64)
	n := Number{Value: v * part, Plain: v * part, Unit: "percent", Slot: "number", At: i, Past: past, Span: lexis.Covering(list[i:past])}
	n.readBound(list)
	return n, v >= 2 && v < 10
}

// pastDigits is the place behind "(2/3)" where it begins at k, else k.
func pastDigits(text string, list []lexis.Word, k int) int {
	if k+1 < len(list) && lexis.IsFigure(list[k].Term) && lexis.IsFigure(list[k+1].Term) && text[list[k].End:list[k+1].Start] == "/" {
		return k + 2
	}
	return k
}
