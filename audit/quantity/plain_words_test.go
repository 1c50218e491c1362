package quantity_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
)

// TestPlainFigures reads the one figure of each sentence: value, unit and bound.
func TestPlainFigures(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Ring the bell within two weeks.", "20160 minute max"},
		{"Ring the bell within thirty seconds.", "0.5 minute max"},
		{"The keeper has another year to ring the bell.", "12 month "},
		{"Ring the bell within a fortnight.", "20160 minute max"},
		{"You have half a year to ring the bell.", "6 month "},
		{"Ring the bell within a year and a half.", "18 month max"},
		{"The bell costs five thousand bucks.", "5000 dollar "},
		{"The bell costs $5k.", "5000 dollar "},

		{"The bell costs a hundred dollars.", "100 dollar "},
		{"The bell costs one hundred and fifty dollars.", "150 dollar "},
		{"The bell costs $1.5 million.", "1.5e+06 dollar "},
		{"The fine is capped at $500.", "500 dollar max"},
		{"The fine can go up to $500.", "500 dollar max"},
		{"The fine is $500 at most.", "500 dollar max"},
		{"The fine can't be higher than $500.", "500 dollar max"},
		{"The fine tops out at $500.", "500 dollar max"},
		{"The fine maxes out at $500.", "500 dollar max"},
		{"The fine is $500 or less.", "500 dollar max"},
		{"The fine stays below $500.", "500 dollar under"},
		{"The fine starts at $500.", "500 dollar min"},
		{"The fine is $500 or more.", "500 dollar min"},
		{"The fine is no less than $500.", "500 dollar min"},
		{"The fine is $500 and up.", "500 dollar min"},
		{"The fine is upwards of $500.", "500 dollar over"},
		{"The fine is a minimum of $500.", "500 dollar min"},
		{"The fine is $500 minimum.", "500 dollar min"},
		{"The fine is $500 max.", "500 dollar max"},
		{"The fine exceeds $500.", "500 dollar over"},
		{"The fee for a bell is $ 65.", "65 dollar "},
		{"Ring no later than 15 days and no earlier than 45 days before the storm.", "21600 minute min 64800 minute max"},
		{"The fee is a tenth of the price.", "10 percent "},
		{"The fee is half the price.", "50 percent "},
		{"The fee is a quarter of the price.", "25 percent "},
		{"The fee is one third of the price.", "33.333333333333336 percent "},
		{"The fee is two-thirds of the price.", "66.66666666666667 percent "},
		{"The fee is two-thirds (2/3) of the price.", "66.66666666666667 percent "},
		{"The fee is at most three quarters of the price.", "75 percent max"},
		{"The court may award double the loss.", "2 times "},
		{"The court may award three times the loss.", "3 times "},
		{"The court may triple the loss.", "3 times "},
		{"Keep the log for at least six months.", "6 month min"},
		{"Keep the log for not less than six months.", "6 month min"},
		{"Ring the bell no later than 48 hours after the storm.", "2880 minute max"},
		{"Ring the bell ten days before the storm at the latest.", "14400 minute "},
	} {
		list := lexis.Words(c.text, lexis.AnswerSpan(c.text))
		var got []string
		for _, n := range quantity.NumbersIn(c.text, list) {
			got = append(got, fmt.Sprintf("%v %s %s", n.Value, n.Unit, n.Bound))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
