package compare_test

import "testing"

// A claim that says outright that there is no exception is held against the
// exception of its sentence, be it a mere reference; not where it states the
// exception itself, makes another, or the sentence makes none.
func TestAbsolutes(t *testing.T) {
	const mooring = "Except in a storm, no skipper shall moor a barge at public piers or other public quays without permission from the harbour master in charge thereof."
	const kites = "Except as expressly authorized by state statute, a local government may not enact an ordinance that regulates the ownership or operation of kites."
	const plain = "A skipper shall show the mooring permit to the harbour master."
	checkSlots(t, []slotCase{
		{kites, "In every case a local government is barred from an ordinance on the ownership of kites, with no exception.", "scope"},
		{kites, "Without any exception, towns may not make ordinances on the ownership or operation of kites.", "scope"},
		{kites, "In every case a local government may not regulate the ownership of kites, unless a state statute expressly lets it.", ""},
		{plain, "In every case and without any exception a skipper must show the mooring permit to the harbour master.", ""},
		{mooring, "Without permission a skipper may not moor a barge at a public pier, storm or no storm.", ""},
		{mooring, "Whatever the circumstances, tying up a boat at a public quay is out of the question for a skipper.", "scope"},
		{mooring, "Without exception, a skipper may not moor a barge at public piers without permission, save in a storm.", "scope"},
		{mooring, "In all cases, except in a storm, a skipper needs permission to moor at a public pier.", ""},
		{plain, "Skippers must always show the mooring permit to the harbour master.", ""},
	})
}

// An exception to a ban is missed beside another that the claim makes, and one to
// a permission where the claim gives the permission whole.
func TestSecondExceptionAndPermission(t *testing.T) {
	const mooring = "Except in a storm, no skipper shall moor a barge at public piers or other public quays without permission from the harbour master in charge thereof."
	const clerk = "A holder may delegate authority to the clerk to act in the name of the holder between meetings, except with respect to resolution of complaints and rulemaking."
	checkSlots(t, []slotCase{
		{mooring, "You can't moor a barge at a public pier without permission.", "exception"},
		{mooring, "Save in a storm you can't moor a barge at a public pier without permission.", ""},
		{clerk, "The holder may delegate authority to the clerk to act in its name.", "exception"},
		{clerk, "The holder may delegate authority to the clerk to act in its name, but not to resolve complaints.", ""},
	})
}
