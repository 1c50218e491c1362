package compare_test

import "testing"

// What is no violation is an exception to each ban of the section on conduct.
func TestNoViolation(t *testing.T) {
	const calls = "A. No crier shall call at a house whose owner has hung out a wreath.\nB. A person who breaks this section owes ten coins; provided, a call at the house of a cousin or a call to warn of fire shall not be a violation of this section.\nC. No proceeding may be brought for fewer than three calls."
	checkSlots(t, []slotCase{
		{calls, "A crier must not call at a house whose owner has hung out a wreath.", "exception"},
		{calls, "A crier must not call at a house whose owner has hung out a wreath, unless it is a cousin's or there is a fire to warn of.", ""},
		{calls, "No proceeding may be brought for fewer than three calls.", ""},
	})
}

// A list that has one item more than the law's adds to it; items in other words do not.
func TestAddedItem(t *testing.T) {
	const inn = "An innkeeper may refuse a guest, except that no guest shall be refused because of the guest's race, creed, color, sex, disability or marital status."
	checkSlots(t, []slotCase{
		{inn, "An innkeeper may not refuse a guest because of race, creed, color, sex, wealth, disability or marital status.", "scope"},
		{inn, "An innkeeper may not refuse a guest because of race, creed, color, sex, disability or marital status.", ""},
	})
}

// With whom a power lies is who acts by it.
func TestEntrusted(t *testing.T) {
	const chapter = "The attorney general may enforce this chapter.\nThe attorney general, in enforcing this chapter, has the powers of chapter 4 and may seek the remedies of chapter 4."
	checkSlots(t, []slotCase{
		{chapter, "Enforcement lies with the district attorney of each county, who has the powers of chapter 4 for the purpose.", "actor"},
		{chapter, "Enforcement lies with the attorney general, who has the powers of chapter 4 for the purpose.", ""},
	})
}

// Leave to go as far as a figure is a bound, and no other force than "shall not exceed".
func TestLeaveUpToFigure(t *testing.T) {
	const fee = "Each application shall be accompanied by a fee set by the clerk, but the fee for an application shall not exceed ninety coins."
	checkSlots(t, []slotCase{
		{fee, "The fee for an application may be as high as ninety coins.", ""},
	})
}

// The words of one of several modals tell how near a clause is to it.
func TestGroundsOfOneModal(t *testing.T) {
	const suit = "A guest who was refused may bring an action to stop the refusal or for the price of another room. The court may award the guest costs and a lawyer's fee."
	checkSlots(t, []slotCase{
		{suit, "Guests who were refused can go to court for an order, for the price of another room or for both, and if they win they must be awarded a lawyer's fee.", "modality"},
		{suit, "Guests who were refused can go to court for an order, for the price of another room or for both, and if they win they may be awarded a lawyer's fee.", ""},
	})
}
