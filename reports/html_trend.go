package reports

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/internal/finding"
)

// Trending is the history of the counts as a drawing and as a table; both are
// empty where there is no earlier run.
type Trending struct {
	Points []finding.TrendPoint
	Lines  []trendLine
	Top    int
	// RuleLines are the rules that found anything, by name; none where fewer than
	// two runs say what each rule found.
	RuleLines []ruleLine
}

// trendLine is one severity's line in a drawing of 600 by 160 units.
type trendLine struct {
	Name, Class, Path string
	// LabelY places the name at the line's end, clear of the other names.
	LabelY int
	Last   int
}

const (
	trendWidth, trendHeight = 600, 160
	labelGap                = 16
)

func trending(r *finding.Report) Trending {
	if len(r.Trend) == 0 {
		return Trending{}
	}
	t := Trending{Points: append(append([]finding.TrendPoint{}, r.Trend...), present(r)), Top: 1}
	for _, p := range t.Points {
		for _, severity := range finding.Severities() {
			t.Top = max(t.Top, p.BySeverity[severity])
		}
	}
	for _, severity := range finding.Severities() {
		t.Lines = append(t.Lines, t.line(severity))
	}
	spread(t.Lines)
	t.RuleLines = ruleLines(t.Points)
	return t
}

// present is this run as a point.
func present(r *finding.Report) finding.TrendPoint {
	c := r.Count()
	return finding.TrendPoint{Run: r.Run, At: r.GeneratedAt, BySeverity: c.Open, ByRule: openByRule(r), Stale: len(staleReasons(r)),
		Complete: r.Coverage.Complete, Sources: len(r.Coverage.Sources), SourcesWell: c.Sources["well"]}
}

func (t *Trending) line(severity finding.Severity) trendLine {
	var path []string
	y := 0
	for i, p := range t.Points {
		x := trendWidth * i / max(len(t.Points)-1, 1)
		y = trendHeight - trendHeight*p.BySeverity[severity]/t.Top
		path = append(path, fmt.Sprintf("%d,%d", x, y))
	}
	last := t.Points[len(t.Points)-1].BySeverity[severity]
	return trendLine{Name: string(severity), Class: "line-" + string(severity), Path: strings.Join(path, " "), LabelY: y, Last: last}
}

// spread moves names that would lie on each other apart, downwards first and
// back into the drawing after.
func spread(lines []trendLine) {
	order := make([]*trendLine, len(lines))
	for i := range lines {
		order[i] = &lines[i]
	}
	for i := 1; i < len(order); i++ {
		for j := i; j > 0 && order[j].LabelY < order[j-1].LabelY; j-- {
			order[j], order[j-1] = order[j-1], order[j]
		}
	}
	for i := 1; i < len(order); i++ {
		order[i].LabelY = max(order[i].LabelY, order[i-1].LabelY+labelGap)
	}
	for i := len(order) - 1; i >= 0; i-- {
		order[i].LabelY = min(order[i].LabelY, trendHeight-labelGap*(len(order)-1-i))
	}
}
