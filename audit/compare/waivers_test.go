package compare_test

import "testing"

// What makes a waiver void does not let anybody waive.
func TestWaivers(t *testing.T) {
	const rights = "A drover is entitled to water at the mill. Any waiver of the provisions of this section is contrary to public policy, and is void and unenforceable."
	const leave = "A drover is entitled to water at the mill. A drover may waive the right in a signed writing."
	checkSlots(t, []slotCase{
		{rights, "Drovers can waive these rules in writing.", "negation"},
		{rights, "A waiver of these rules is void.", ""},
		{rights, "Nobody may waive these rules.", ""},
		{leave, "Drovers can waive the right in writing.", ""},
	})
}
