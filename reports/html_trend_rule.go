package reports

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pincite/pincite/internal/finding"
)

// ruleLine is one rule's counts and its line in a drawing of 120 by 24 units.
type ruleLine struct {
	Name, Path string
	// Counts are the open findings of each run, oldest first, this run last.
	Counts             []int
	Last, Before, Most int
}

const ruleWidth, ruleHeight = 120, 24

// ruleLines leaves out the runs that did not keep what each rule found: a line
// must not fall to nothing where nothing is known.
func ruleLines(points []finding.TrendPoint) []ruleLine {
	points = slices.DeleteFunc(slices.Clone(points), func(p finding.TrendPoint) bool {
		counts := finding.Counts{Open: p.BySeverity}
		return p.ByRule == nil && counts.OpenTotal() > 0
	})
	if len(points) < 2 {
		return nil
	}
	occur := map[string]bool{}
	for _, p := range points {
		for rule, n := range p.ByRule {
			occur[rule] = occur[rule] || n > 0
		}
	}
	var lines []ruleLine
	for _, rule := range sorted(occur) {
		if occur[rule] {
			lines = append(lines, lineOfRule(rule, points))
		}
	}
	return lines
}

// lineOfRule draws the counts of one rule to their own height.
func lineOfRule(rule string, points []finding.TrendPoint) ruleLine {
	l := ruleLine{Name: rule}
	for _, p := range points {
		l.Counts = append(l.Counts, p.ByRule[rule])
	}
	last := len(l.Counts) - 1
	l.Last, l.Before, l.Most = l.Counts[last], l.Counts[last-1], slices.Max(l.Counts)
	var path []string
	for i, n := range l.Counts {
		path = append(path, fmt.Sprintf("%d,%d", ruleWidth*i/last, ruleHeight-ruleHeight*n/max(l.Most, 1)))
	}
	l.Path = strings.Join(path, " ")
	return l
}

// openByRule counts this run's findings that nobody waived.
func openByRule(r *finding.Report) map[string]int {
	open := map[string]int{}
	for i := range r.Answers {
		for k := range r.Answers[i].Findings {
			if f := &r.Answers[i].Findings[k]; !f.Waived() {
				open[f.Rule]++
			}
		}
	}
	return open
}
