package compare_test

import "testing"

// A paper is no occasion: "on an application form" sets no condition.
func TestFormIsNoCondition(t *testing.T) {
	const form = "A keeper of bees shall file the list of hives in writing and under oath with the clerk of the valley on an application form prescribed by the warden of bees."
	const call = "Upon written application of the keeper, the clerk shall send the list of hives to the neighbors."
	checkSlots(t, []slotCase{
		{form, "A keeper of bees must file the list of hives in writing and under oath with the clerk of the valley.", ""},
		{call, "The clerk must send the list of hives to the neighbors.", "condition"},
	})
}

// A ban does not deny what a relative clause on its time allows.
func TestRelativeClauseOfBan(t *testing.T) {
	const licence = "No ferry license shall be issued by the clerk before ten days have elapsed from the filing of the application, within which period the harbor warden may file an objection to the application."
	checkSlots(t, []slotCase{
		{licence, "The harbor warden may file an objection to the application in that time.", ""},
		{licence, "The harbor warden may not file an objection to the application in that time.", "negation"},
	})
}

// To owe what another is entitled to is no other force; to do what one may oneself is.
func TestDutyToOneEntitled(t *testing.T) {
	const tolls = "If a toll keeper loses a traveler's cart, the traveler is entitled to written notice of the loss from the toll keeper within five days."
	const leave = "A traveler is entitled to inspect the toll book at the gate."
	checkSlots(t, []slotCase{
		{tolls, "A toll keeper that loses a traveler's cart must give written notice of the loss within five days.", ""},
		{leave, "A traveler must inspect the toll book at the gate.", "modality"},
	})
}

// What is to lie open may be looked at; what only may be sold must not be, says the
// same as a ban on the rest.
func TestFreedomInTheWordsOfDuty(t *testing.T) {
	const books = "The auction books of a wool market shall be open to inspection by any grower during market hours."
	const goods = "Only the bales, and other wares that are listed in the inventory of the closing market shall be sold at the closing market."
	checkSlots(t, []slotCase{
		{books, "Any grower may inspect the auction books of a wool market during market hours.", ""},
		{books, "No grower may inspect the auction books of a wool market during market hours.", "modality"},
		{goods, "You can sell only bales and other wares that are listed in the inventory of the closing market.", ""},
	})
}

// "Outside" says of a rule that it does not reach somebody, and of a place nothing.
func TestOutsideOfPlace(t *testing.T) {
	const listing = "A. A florist shall not misstate the village of the shop in a printed directory.\nB. A florist misstates the village if a call to the number printed in the directory is passed on to a place that is outside the village.\nC. This section does not apply to a florist who prints the name of the village."
	checkSlots(t, []slotCase{
		{listing, "A florist who does not print the name of the village may not misstate the village of the shop in a printed directory.", ""},
	})
}

// The sentence that frees is the one to hold a relief against, whatever the others
// order; a relief that no sentence gives is none.
func TestReliefOfItsOwnSentence(t *testing.T) {
	const leak = "1. A miller whose sacks were exposed to damp shall give notice of the damp to each owner of the sacks.\n2. Notwithstanding subsection 1, notification is not required if, after a proper inspection, the miller determines that no reasonable likelihood of mold in the sacks has resulted or will result."
	checkSlots(t, []slotCase{
		{leak, "You needn't notify anyone if, after a proper inspection, you determined that no reasonable likelihood of mold in the sacks has resulted or will result.", ""},
		{leak, "You needn't notify the owners of the sacks of the damp.", "modality"},
	})
}

// A ban that somebody may impose is told as a ban; one that nobody may is none.
func TestBanThatSomebodyMayImpose(t *testing.T) {
	const gate = "A farmer may prohibit a drover from leading a herd over the farmer's meadow by hanging a white board on the gate."
	checkSlots(t, []slotCase{
		{gate, "A white board on the gate stops a drover from leading a herd over your meadow.", ""},
		{gate, "A farmer may not prohibit a drover from leading a herd over the farmer's meadow.", "negation"},
	})
}

// What is left out at the head of a sentence makes "any" no sweep.
func TestAnyButWhatIsLeftOut(t *testing.T) {
	const note = "In connection with a contract for the hire of a mule, the owner shall not take from a hirer a written promise other than a ticket for the debt of the hirer."
	checkSlots(t, []slotCase{
		{note, "Apart from a ticket, the owner may not take any written promise from the hirer for the debt.", ""},
	})
}
