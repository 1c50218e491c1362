package compare_test

import "testing"

// What a definition takes out of itself is not covered; what it has is.
func TestCoveredAnyway(t *testing.T) {
	const ticket = "As used in this section, “toll ticket” means a paper or token that shows a paid crossing. A “toll ticket” does not include a paper issued by a village; a token given to a traveler in a loyalty game of the ferry; or a ticket for a mule."
	checkSlots(t, []slotCase{
		{ticket, "A token given to you in a loyalty game of the ferry is covered all the same.", "negation"},
		{ticket, "A token given to you in a loyalty game of the ferry is not covered.", ""},
		{ticket, "A paper or token that shows a paid crossing counts as a toll ticket.", ""},
	})
}
