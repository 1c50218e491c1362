package finding

import "fmt"

// Words says to a person how right the rule is and how much it finds, with the
// number that each rests on, and what persons said of its findings. Machines read
// the fields.
func (m Measure) Words() string {
	right, finds := len(m.Precision) == 3, len(m.Recall) == 3
	said := "this rule was not measured"
	switch {
	case right && finds:
		said = "the rule was right " + m.right() + ", and found " + m.Finds()
	case right:
		said = "the rule was right " + m.right() + "; how many faults it finds was not measured"
	case finds:
		said = "how often the rule is right was not measured; it found " + m.Finds()
	}
	return said + m.reviews()
}

// Right says how often the rule was right, "75 % (30 to 95 %) of 4 times", and what
// persons said of its findings.
func (m Measure) Right() string { return m.right() + m.reviews() }

func (m Measure) right() string { return share(m.Precision, m.N, "time") }

// Finds says how many of the faults it found: "50 % (31 to 69 %) of 28 faults".
func (m Measure) Finds() string { return share(m.Recall, m.RecallN, "fault") }

// share says a value in percent with its bounds, and of how many.
func share(v []float64, n int, noun string) string {
	if len(v) != 3 {
		return "not measured"
	}
	return fmt.Sprintf("%.0f %% (%.0f to %.0f %%) of %s", 100*v[0], 100*v[1], 100*v[2], Plural(n, noun))
}

// reviews is what persons said of this rule's findings, "" where nobody looked.
func (m Measure) reviews() string {
	if m.Reviewed == 0 {
		return ""
	}
	return fmt.Sprintf("; of %s reviewed here, %d false", Plural(m.Reviewed, "finding"), m.FalseAlarms)
}
