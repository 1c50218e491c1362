package compare_test

import "testing"

// "Nothing in this section prevents …" takes what it names out of each ban, and "nothing in
// this subsection" out of those of its own.
func TestNothingPrevents(t *testing.T) {
	const seals = "(a) A warden shall not open a sealed letter without the sender's leave.\n(b) A warden shall weigh each letter at the gate.\n(c) Nothing in this section shall prevent the lawful reading of mail by:\n(1) a coroner who acts under a warrant; or\n(2) a customs clerk."
	const prices = "(a) A baker shall not disfavor a guest by:\n(1) refusing bread to the guest; or\n(2) charging the guest a different price for bread.\n(b) Nothing in this subsection prohibits a baker from charging a different price for bread that has gone stale overnight."
	checkSlots(t, []slotCase{
		{seals, "Without the sender's leave a warden must not open a sealed letter.", "exception"},
		{seals, "Without the sender's leave a sealed letter isn't opened by a warden.", "exception"},
		{seals, "Without the sender's leave a warden must not open a sealed letter, unless it is a coroner under a warrant or a customs clerk who reads it.", ""},
		{seals, "A warden has to weigh each letter at the gate.", ""},
		{prices, "A baker must not charge a guest a different price for bread.", "exception"},
		{prices, "A baker must not charge a guest a different price for bread, unless it has gone stale overnight.", ""},
	})
}

// What may be done without the act of a duty, and what need not be done in its time, is an
// exception to it, be the duty parted into items.
func TestSparesDeed(t *testing.T) {
	const rolls = "(a) The clerk shall notify the voter within nine days if the clerk changes on the roll the voter's:\n(1) name;\n(2) street; or\n(3) day of birth.\n(b) Notwithstanding subsection (a), the clerk may mend a slip of the pen on the roll without notifying the voter."
	const locks = "(c) A lockkeeper shall open the lock within:\n(1) two days after a boat asks by letter; or\n(2) twenty minutes after a boat asks by bell during daylight.\n(d) A lockkeeper need not open the lock within the time provided in subsection (c) if a flood or the breaking of a gate prevents the opening of the lock within twenty minutes."
	checkSlots(t, []slotCase{
		{rolls, "The clerk must notify a voter within nine days if the name, the street or the day of birth is changed on the roll.", "exception"},
		{rolls, "The clerk must notify a voter within nine days if the name, the street or the day of birth is changed on the roll, unless a slip of the pen is mended.", ""},
		{locks, "If a boat asks by bell during daylight, the lock has to be opened by the lockkeeper within twenty minutes.", "exception"},
		{locks, "If a boat asks by bell during daylight, the lock has to be opened by the lockkeeper within twenty minutes, unless a flood or a broken gate prevents it.", ""},
	})
}

// "For any purpose other than" is an exception to a ban.
func TestPurposeOtherThan(t *testing.T) {
	const keys = "An agent shall not take a house key from an owner for any purpose other than to air the rooms after a storm."
	checkSlots(t, []slotCase{
		{keys, "An agent may not take a house key from an owner.", "exception"},
		{keys, "An agent may not take a house key from an owner except to air the rooms after a storm.", ""},
	})
}

// A request within a condition is a condition of its own.
func TestRequestWithinCondition(t *testing.T) {
	const tokens = "The ferry company shall redeem a worn token for coins if nine rides or fewer are left on the token on request of the rider. The ferry company shall print a map."
	checkSlots(t, []slotCase{
		{tokens, "With nine rides or fewer left on a worn token, the ferry company has to redeem the token for coins.", "condition"},
		{tokens, "With nine rides or fewer left on a worn token, the ferry company has to redeem the token for coins when a rider requests it.", ""},
	})
}

// A claim that says only conditions which the law's clause has besides leaves out another.
func TestSaysAnotherCondition(t *testing.T) {
	const moor = "The harbor master may remove a moored boat for good without a summons of the owner if the boat was moored by means of a forged permit."
	checkSlots(t, []slotCase{
		{moor, "The harbor master can also remove a moored boat for good without any summons.", "condition"},
		{moor, "The harbor master can also remove a moored boat for good without any summons, if it was moored on a forged permit.", ""},
	})
}

// A condition that ends an item of "is not required for" and one of an exemption are
// conditions on what is free.
func TestConditionsOfFreedom(t *testing.T) {
	const register = "Registration is not required for:\n(a) a choir that does not collect more than ninety coins in a year if, in any case, all singing is done by members who are not paid; or\n(b) a school."
	const catalog = "A pedlar shall carry a badge. This section does not apply to sales from a wagon when the wagon was licensed by the town before the fair."
	checkSlots(t, []slotCase{
		{register, "A choir that doesn't collect more than ninety coins in a year need not register.", "condition"},
		{register, "A choir that doesn't collect more than ninety coins in a year need not register if none of its singing members is paid.", ""},
		{catalog, "Wagon sales are free of the rule.", "condition"},
		{catalog, "Wagon sales are free of the rule when the town licensed the wagon before the fair.", ""},
	})
}
