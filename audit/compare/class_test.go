package compare_test

import "testing"

// A claim that adds "any other" to a closed list widens it.
func TestAnyOtherKind(t *testing.T) {
	const heirs = "Heirs may, upon the division of a vineyard, agree that none of them will press grapes in the same village."
	const purposes = "A warden may hold a boat for a short time for any of the following purposes:\n(1) To read its number.\n(2) To look for nets."
	const open = "A warden may hold a boat to read its number, to look for nets or for another purpose of this chapter, by rope or by any other means."
	checkSlots(t, []slotCase{
		{heirs, "Heirs and members of any other kind of family can agree upon a division that none of them will press grapes.", "scope"},
		{heirs, "Heirs can agree upon the division of a vineyard that none of them will press grapes in the village.", ""},
		{purposes, "A warden can also hold a boat for any other purpose that suits the harbor.", "scope"},
		{purposes, "A warden may hold a boat for a short time to look for nets.", ""},
		{open, "A warden may hold a boat by rope or any other means.", ""},
	})
}

// Bodies are no natural persons.
func TestBodyAmongPersons(t *testing.T) {
	const natural = "\"Patron\" means any natural person who has borrowed a boat for pleasure."
	const wide = "\"Patron\" means an individual or a corporation that has borrowed a boat."
	checkSlots(t, []slotCase{
		{natural, "Companies that borrow boats are patrons too.", "scope"},
		{natural, "Companies that borrow boats are not patrons.", ""},
		{wide, "Companies that borrow boats are patrons too.", ""},
	})
}
