package quantity

import (
	"testing"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		text, unit, kind, bound, slot string
		value                         float64
	}{
		{"within forty-five calendar days after the bell", "minute", "calendar", "max", "deadline", 45 * 1440},
		{"no later than ten (10) business days after it", "minute", "business", "max", "deadline", 10 * 1440},
		{"at least eighteen months", "month", "", "min", "number", 18},
		{"not more than one hundred dollars ($100.00) per goat", "dollar", "", "max", "amount", 100},
		{"a fine that does not exceed $2,000", "dollar", "", "max", "amount", 2000},
		{"more than 500 goats", "count", "", "over", "number", 500},
		{"twelve percent", "percent", "", "", "number", 12},
		{"treble the toll", "times", "", "", "number", 3},
		{"each week that it lasts", "period", "", "", "number", 10080},
		{"reviewed twice a year", "month", "", "", "number", 6},
		{"within one year's time", "month", "", "max", "deadline", 12},
		{"at least a third as high as the dollars", "percent", "", "min", "number", 100.0 / 3},
		{"reviewed semiannually", "month", "", "", "number", 6},
		{"at least every half year", "month", "", "min", "number", 6},
		{"for the purpose of this section, thirty days is presumed", "minute", "", "", "number", 30 * 1440},
	} {
		got := NumbersIn(c.text, lexis.Words(c.text, answer.Span{End: len(c.text)}))
		if len(got) != 1 {
			t.Errorf("%q: %d figures", c.text, len(got))
			continue
		}
		n := got[0]
		if n.Unit != c.unit || n.Kind != c.kind || n.Bound != c.bound || n.Slot != c.slot || n.Value != c.value {
			t.Errorf("%q: %+v", c.text, n)
		}
	}
	for _, text := range []string{"Section 12 of chapter 4", "the act of 1978", "paragraph (2)", "15 U.S.C. § 7001", "one of them", "subsection 3", "organizations under 501(c)(3) of the code", "parts 160 and 164 of the rules"} {
		if got := NumbersIn(text, lexis.Words(text, answer.Span{End: len(text)})); len(got) != 0 {
			t.Errorf("%q is no figure: %+v", text, got)
		}
	}
}
