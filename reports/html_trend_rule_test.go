package reports

import (
	"fmt"
	"testing"

	"github.com/pincite/pincite/internal/finding"
)

// TestEachRuleHasItsLine: rules in order, zero where a run had none, and no run
// that did not say.
func TestEachRuleHasItsLine(t *testing.T) {
	some := map[finding.Severity]int{finding.High: 4}
	points := []finding.TrendPoint{
		{BySeverity: some},
		{BySeverity: some, ByRule: map[string]int{"b": 4, "never": 0}},
		{BySeverity: map[finding.Severity]int{}},
		{BySeverity: some, ByRule: map[string]int{"a": 3, "b": 1}},
	}
	want := "[{a 0,24 60,24 120,0 [0 0 3] 3 0 3} {b 0,0 60,24 120,18 [4 0 1] 1 0 4}]"
	if got := fmt.Sprint(ruleLines(points)); got != want {
		t.Errorf("lines\n%s, want\n%s", got, want)
	}
	if got := ruleLines(points[:2]); got != nil {
		t.Errorf("one run that says is no trend: %v", got)
	}
}
