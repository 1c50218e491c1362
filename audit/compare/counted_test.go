package compare_test

import "testing"

// What the law leaves out of a count is not counted in.
func TestCountedOtherwise(t *testing.T) {
	const (
		hear = "A stray goat must be brought before the keeper within 72 hours, excluding Sundays and market days, after it was found."
		toll = "The toll, exclusive of late fees, must be printed on the ticket in red."
	)
	checkSlots(t, []slotCase{
		{hear, "A stray goat must be brought before the keeper within 72 hours after it was found, and Sundays and market days count towards those hours.", "deadline"},
		{hear, "A stray goat must be brought before the keeper within 72 hours after it was found, not counting Sundays and market days.", ""},
		{toll, "The toll, with late fees counted in, must be printed on the ticket in red.", "negation"},
		{toll, "The toll, leaving out late fees, must be printed on the ticket in red.", ""},
	})
}

// A duty as far as it can be done is none without that.
func TestSoftDuty(t *testing.T) {
	const goats = "Goats of one owner must be kept in the same pen whenever possible."
	checkSlots(t, []slotCase{
		{goats, "Goats of one owner must be kept in the same pen.", "condition"},
		{goats, "Wherever it can be done, goats of one owner must be kept in the same pen.", ""},
		{goats, "As far as possible, goats of one owner must be kept in the same pen.", ""},
	})
}

// A claim that says never is held against the exemptions of a list that leads into its item.
func TestNeverOfExemptedItem(t *testing.T) {
	const kite = "A person may not fly a kite that is: (a) able to drop a stone; or (b) painted red.\nSubsection (1) of this section does not apply if the keeper of the tower watches the kite and the stone is of chalk."
	checkSlots(t, []slotCase{
		{kite, "A kite that is able to drop a stone may not be flown unless the keeper of the tower watches and the stone is of chalk.", ""},
	})
}

// Bounds on few things are compared as whole numbers.
func TestWholeCounts(t *testing.T) {
	const tries = "It is presumed that enough attempts were made if the same fault was mended more than three times and persists."
	checkSlots(t, []slotCase{
		{tries, "Enough attempts are presumed if the same fault was mended four or more times and persists.", ""},
		{tries, "Enough attempts are presumed if the same fault was mended three or more times and persists.", "number"},
		{tries, "Enough attempts are presumed if the same fault was mended more than three times and persists.", ""},
	})
}

// What the law denies by a "not" of its own is not affirmed.
func TestDescribedOtherwise(t *testing.T) {
	const plea = "If a ferryman refuses to plead, the warden shall enter a plea of not guilty in the book for him."
	checkSlots(t, []slotCase{
		{plea, "If a ferryman refuses to plead, the warden enters a plea of guilty in the book for him.", "negation"},
		{plea, "If a ferryman refuses to plead, the warden enters a plea of not guilty in the book for him.", ""},
	})
}

// The exception of a duty, told with the duty, is the law's freedom; what only some may do binds
// the rest; an "excluding" of another sentence is not this claim's.
func TestFairTurns(t *testing.T) {
	const (
		tell = "A. A keeper shall tell each owner of a goat that escaped.\nB. Notwithstanding Subsection A, telling the owner is not required if, after a search, the keeper determines that the goat is not at risk."
		sale = "A person shall sell no goods at the fair except those in the list that was filed with the warden."
		lift = "(a) A gate must be lifted within fifteen minutes of a request made during normal market hours.\n(b) A gate need not be lifted while it is being mended at other than normal market hours, of which the keeper gives notice."
	)
	checkSlots(t, []slotCase{
		{tell, "Unless a search shows that the goat is not at risk, you must tell the owner of each goat that escaped.", ""},
		{sale, "Only goods in the list that was filed may be sold at the fair.", ""},
		{lift, "Where the request is made during normal market hours, the gate has to be lifted within a quarter of an hour.", ""},
	})
}
