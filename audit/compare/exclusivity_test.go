package compare_test

import "testing"

// Remedies beside others are not in their place.
func TestExclusivityOfRemedies(t *testing.T) {
	const beside = "A drover may sue for the damages sustained. The rights and remedies of this section are not exclusive and do not relieve a miller of any duty under other law."
	const instead = "A drover who elects to proceed under this section is foreclosed from pursuing any other remedy arising out of the same facts."
	checkSlots(t, []slotCase{
		{beside, "These remedies replace whatever other laws would give you.", "negation"},
		{beside, "Your other rights and remedies remain.", ""},
		{instead, "You can still claim under other laws.", "negation"},
		{instead, "Once you take this road, other remedies are closed to you.", ""},
	})
}
