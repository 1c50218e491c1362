package quantity

import (
	"math"
	"strings"

	"github.com/pincite/pincite/internal/index"
)

// Say writes the figure for a reader: value, unit and bound.
func (n *Number) Say() string {
	bound := map[string]string{"max": "at most ", "min": "at least ", "over": "more than ", "under": "less than "}[n.Bound]
	per := ""
	if n.Per != "" {
		per = " per " + n.Each
	}
	return bound + n.SayValue() + per
}

// SayValue is the figure with its unit, without its bound, as a reader would write it.
func (n *Number) SayValue() string {
	kind := strings.TrimSpace(n.Kind)
	if kind != "" {
		kind += " "
	}
	switch n.Unit {
	case "dollar":
		return "$" + grouped(n.Value)
	case "percent":
		return index.FormatNumber(math.Round(n.Value*100)/100) + " %"
	case "minute":
		return sayTime(n.Value, kind)
	case "month":
		if int(n.Value)%12 == 0 {
			return plural(n.Value/12, "year")
		}
		return plural(n.Value, "month")
	case "period":
		return "each " + map[float64]string{1440: "day", 10080: "week", 43800: "month", 525600: "year"}[n.Value]
	case "times":
		return index.FormatNumber(n.Value) + " times"
	}
	return grouped(n.Value)
}

func sayTime(minutes float64, kind string) string {
	switch {
	case minutes < 1:
		return plural(math.Round(minutes*60), "second")
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
