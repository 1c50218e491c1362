package compare_test

import "testing"

// Whose consent is asked for.
func TestConsents(t *testing.T) {
	const rooms = "An innkeeper shall not let a room to an apprentice without first obtaining consent from the apprentice's master or guardian."
	checkSlots(t, []slotCase{
		{rooms, "Before a room is let to an apprentice, the apprentice has to consent.", "actor"},
		{rooms, "Before a room is let to an apprentice, the guardian has to consent.", ""},
		{rooms, "Before a room is let to an apprentice, the apprentice's master has to consent.", ""},
	})
}

// A suit of one's own where the law makes none, and one given outright where it is bound to
// an injury.
func TestPrivateSuit(t *testing.T) {
	const none = "The harbor board may bring an action to enforce this chapter. Nothing in this chapter shall be construed as the basis for a private right of action."
	const bound = "No private right of action may be brought by a rower for a violation of this section unless the rower is injured by the violation."
	checkSlots(t, []slotCase{
		{none, "A rower may bring a suit of his own for a violation of the chapter.", "negation"},
		{none, "The harbor board may bring a suit to enforce the chapter.", ""},
		{bound, "A rower can sue over every violation of the section.", "exception"},
		{bound, "A rower who was injured by a violation of the section can sue over it.", ""},
	})
}

// What does not apply to an item is not said to bind it, nor held against who says the same.
func TestLedIntoExemption(t *testing.T) {
	const fair = "Except as said in subsection (2), this part applies to a stall with more than nine lamps.\nThis part does not apply to:\n(a) lanterns kept for burial records; or\n(b) a chapel that is subject to the lamp code of the bishop."
	checkSlots(t, []slotCase{
		{fair, "Lanterns kept for burial records are outside the part.", ""},
		{fair, "The rules also bind a chapel that is subject to the lamp code of the bishop.", "negation"},
		{fair, "A chapel that is subject to the lamp code of the bishop is exempt.", ""},
	})
}

// What a thing is called and not called.
func TestBeings(t *testing.T) {
	const theft = "Any taking of sealed jars along with the seal constitutes a larder breach. The taking of a jar by a cook in good faith is not a larder breach."
	checkSlots(t, []slotCase{
		{theft, "Sealed jars taken along with the seal are no larder breach.", "negation"},
		{theft, "Sealed jars taken along with the seal are a larder breach.", ""},
		{theft, "A jar taken by a cook in good faith is not a larder breach.", ""},
		{"An agreement for the sweeping of chimneys over a stated time does not constitute insurance or a stove warranty.", "An agreement for the sweeping of chimneys over a time counts as a stove warranty.", "negation"},
	})
}

// One of several ways is not called insufficient, and what is left out not named.
func TestAlternatives(t *testing.T) {
	const burn = "The keeper shall follow rules that require the burning, drowning or shredding of ballots with names."
	const pin = "The teller shall send the saver a note of the lock and a secret word other than the saver's old house number."
	checkSlots(t, []slotCase{
		{burn, "Ballots with names have to be burned; shredding them is not enough.", "negation"},
		{burn, "Ballots with names have to be burned, drowned or shredded.", ""},
		{pin, "The teller sends the saver a note of the lock and a secret word, which is the saver's old house number.", "negation"},
		{pin, "The teller sends the saver a note of the lock and a secret word that is not the saver's old house number.", ""},
	})
}

// One of two things that are asked for together does not suffice.
func TestHalfEnough(t *testing.T) {
	const crier = "A crier who calls at a house shall state at the door the crier's true first and last name and the guild."
	checkSlots(t, []slotCase{
		{crier, "At the door of a house a crier's first name is enough.", "negation"},
		{crier, "At the door of a house a crier has to state the true first and last name.", ""},
	})
}

// What the law exempts is not bound.
func TestBindsExempt(t *testing.T) {
	const calls = "A crier may not call at dawn without the leave of the house. This section does not apply to a call at a bakery with open shutters."
	checkSlots(t, []slotCase{
		{calls, "A call at a bakery with open shutters must have the leave of the house.", "negation"},
		{calls, "A call at a bakery with open shutters needs no leave of the house.", ""},
	})
}

// Who is said to be free of the act is not subject to it.
func TestSubjectToAct(t *testing.T) {
	const guild = "A guild may sell stove warranties without a further license, but shall otherwise be subject to the provisions of this act."
	checkSlots(t, []slotCase{
		{guild, "A guild that sells stove warranties is free of the act.", "negation"},
		{guild, "A guild that sells stove warranties is subject to the act.", ""},
	})
}

// The spoken word does not suffice where a written one is asked for.
func TestForms(t *testing.T) {
	const delay = "The notice to the guests may be delayed if the watch finds that the notice will impede a search and has made a written request for the delay."
	checkSlots(t, []slotCase{
		{delay, "The watch may have the notice to the guests delayed by calling you.", "condition"},
		{delay, "The watch may have the notice to the guests delayed if a search would be impeded, by a written request.", ""},
	})
}

// "Always" is told of what the law says so if there is one.
func TestAlwaysButIf(t *testing.T) {
	const notice = "The notice shall include:\n(a) the name of the ferry;\n(b) a bell number that the rider may use for further help, if one exists; and\n(c) the date."
	checkSlots(t, []slotCase{
		{notice, "The notice must always include a bell number for further help.", "condition"},
		{notice, "The notice must include a bell number for further help if one exists.", ""},
	})
}

// A ban on a failure is a duty.
func TestBannedFailure(t *testing.T) {
	const renew = "It is unlawful for a grocer to:\n(a) fail to hand the guest a written receipt for the standing order; or\n(b) sell stale milk."
	checkSlots(t, []slotCase{
		{renew, "The grocer need not hand the guest a written receipt for the standing order.", "modality"},
		{renew, "The grocer must hand the guest a written receipt for the standing order.", ""},
	})
}

// One who holds for another tells the other, and not those whose things they are.
func TestHolderTellsOwner(t *testing.T) {
	const locker = "A covered entity that owns parcels shall notify the residents of a theft. A service provider that keeps parcels of residents for a covered entity shall give notice to and cooperate with the covered entity in the event of a theft."
	checkSlots(t, []slotCase{
		{locker, "A service provider that keeps parcels for you has to notify the residents of a theft itself.", "actor"},
		{locker, "A service provider that keeps parcels for you has to give you notice of a theft.", ""},
	})
}
