package finding

import "testing"

// TestAMeasureInWords says each of what is known and of what is not.
func TestAMeasureInWords(t *testing.T) {
	right, finds := []float64{0.75, 0.301, 0.954}, []float64{1, 0.44, 1}
	for want, m := range map[string]Measure{
		"this rule was not measured": {},
		"the rule was right 75 % (30 to 95 %) of 4 times, and found 100 % (44 to 100 %) of 3 faults":                                      {Precision: right, N: 4, Recall: finds, RecallN: 3},
		"the rule was right 75 % (30 to 95 %) of 1 time; how many faults it finds was not measured":                                       {Precision: right, N: 1},
		"how often the rule is right was not measured; it found 100 % (44 to 100 %) of 1 fault":                                           {Recall: finds, RecallN: 1},
		"this rule was not measured; of 5 findings reviewed here, 2 false":                                                                {Reviewed: 5, FalseAlarms: 2},
		"the rule was right 75 % (30 to 95 %) of 4 times; how many faults it finds was not measured; of 1 finding reviewed here, 0 false": {Precision: right, N: 4, Reviewed: 1},
	} {
		if m.Reviewed == 5 && m.Right() != "not measured; of 5 findings reviewed here, 2 false" {
			t.Errorf("a table says %q", m.Right())
		}
		if got := m.Words(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
