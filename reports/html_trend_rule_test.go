package reports

import (
	"bytes"
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

// TestTheFilterOffersOwnersWhereThereAreAny looks at a page with and without.
func TestTheFilterOffersOwnersWhereThereAreAny(t *testing.T) {
	r := sampleReport(t)
	offered := []byte(`<select name="owner"><option value="">any</option><option>none</option><option value="M. Ledger">M. Ledger</option><option value="R. Quill">R. Quill</option></select>`)
	if !bytes.Contains(render(t, formats["html"], r), offered) {
		t.Error("the owners are not offered")
	}
	for i := range r.Answers {
		for k := range r.Answers[i].Findings {
			if f := &r.Answers[i].Findings[k]; !f.Waived() {
				f.Owner = ""
			}
		}
	}
	if bytes.Contains(render(t, formats["html"], r), []byte(`name="owner"`)) {
		t.Error("a filter is offered for owners that no open finding has")
	}
}
