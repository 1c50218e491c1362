package compare_test

import (
	"strings"
	"testing"
)

// TestTheNearerOfTwoExceptionsIsShown wants the exception that speaks of the
// claim's own recipients where the section excuses telling two of them on one
// ground, and the sentence about the other holds more of the claim's words.
func TestTheNearerOfTwoExceptionsIsShown(t *testing.T) {
	const law = "A. A depot that stores grain shall send each affected grower a warning of the spoilage as soon as possible.\n" +
		"B. A warning to affected growers is not required if, after an inspection, the depot finds that the spoilage does no harm to seed or feed.\n" +
		"C. A carrier that moves grain which it does not own shall send the shipper a warning as soon as possible, but not later than ten days after it finds spoilage of the grain; provided that a warning to the shipper is not required if, after an inspection, the carrier finds that the spoilage does no harm to seed or feed."
	for _, c := range []struct{ text, says string }{
		{"A holder of grain must send affected growers a warning as soon as possible, but not later than ten days after it finds spoilage of the grain.", "warning to affected growers"},
		{"A carrier that moves grain it does not own must send the shipper a warning not later than ten days after it finds spoilage.", "warning to the shipper"},
	} {
		r, slots := slotsOf(law, c.text)
		if !strings.Contains(slots, "exception") {
			t.Errorf("%q: slots %q, want an exception", c.text, slots)
			continue
		}
		for _, d := range r.Pairs[0].Contrary {
			if shown := r.Pairs[0].Held().Text[d.InLaw.Start:d.InLaw.End]; d.Slot == "exception" && !strings.Contains(shown, c.says) {
				t.Errorf("%q is shown %q, want the exception about the %s", c.text, shown, c.says)
			}
		}
	}
}

// TestAnothersDutyIsNoException wants the sentence that excuses, where the rule yields to a
// subsection that lays a duty on somebody else and excuses him there.
func TestAnothersDutyIsNoException(t *testing.T) {
	const law = "A. Except as provided in Subsection C of this section, a depot that owns grain shall send each affected grower a warning of the spoilage as soon as possible.\n" +
		"B. Notwithstanding Subsection A of this section, a warning to affected growers is not required if, after an inspection, the depot finds that the spoilage does no harm to seed or feed.\n" +
		"C. A carrier that moves grain which it does not own shall send the owner a warning of the spoilage; provided that a warning to the owner is not required if, after an inspection, the carrier finds that the spoilage does no harm to seed or feed."
	r, slots := slotsOf(law, "A depot that owns grain must send each affected grower a warning of the spoilage.")
	if !strings.Contains(slots, "exception") {
		t.Fatalf("slots %q, want an exception", slots)
	}
	for _, d := range r.Pairs[0].Contrary {
		if shown := r.Pairs[0].Held().Text[d.InLaw.Start:d.InLaw.End]; d.Slot == "exception" && !strings.Contains(shown, "Notwithstanding Subsection A") {
			t.Errorf("shown %q, want Subsection B", shown)
		}
	}
}
