package compare_test

import "testing"

// A passive puts an act on its agent; where the law has another do it to him, the party
// is changed.
func TestAgentOfThePassive(t *testing.T) {
	const kennel = "A kennel shall hand the keeper a written bill of health before the dog leaves. The keeper shall return the collar to the kennel within nine days."
	checkSlots(t, []slotCase{
		{kennel, "A written bill of health must be handed to the kennel by the keeper before the dog leaves.", "actor"},
		{kennel, "The written bill of health must then be handed over by the keeper before the dog leaves.", "actor"},
		{kennel, "A written bill of health must be handed to the keeper by the kennel before the dog leaves.", ""},
		{kennel, "The collar must be returned by the keeper within nine days.", ""},
		{kennel, "A written bill of health must be handed over before the dog leaves.", ""},
	})
}

// What only one may do is no other's; what the claim denies to another is fairly told.
func TestReservedAct(t *testing.T) {
	const weir = "Only the harbor master may open the weir at night. A lock keeper may close the lower gate in frost."
	checkSlots(t, []slotCase{
		{weir, "The weir may be opened at night by lock keepers.", "actor"},
		{weir, "The weir may be opened at night by the harbor master and not by a lock keeper.", ""},
		{weir, "A lock keeper may close the lower gate in frost.", ""},
	})
}

// A duty said to be "the duty of" somebody is his, and not that of the one asked.
func TestDutyOfSomebody(t *testing.T) {
	const relic = "It is the duty of every person selling carved relics to the public to make careful inquiry of the carver about the age of the relics."
	checkSlots(t, []slotCase{
		{relic, "The carver must make careful inquiry about the age of the relics.", "actor"},
		{relic, "A person selling carved relics must make careful inquiry of the carver about their age.", ""},
	})
}

// A noun that the law denies contradicts the verb that the claim affirms.
func TestNounDenied(t *testing.T) {
	const dam = "A survey of the dam is not a prerequisite to the hiring of a diver. The sealing of a leak after a flood does not constitute a repair of the sluice."
	checkSlots(t, []slotCase{
		{dam, "A survey of the dam is required before a diver is hired.", "negation"},
		{dam, "You need a survey of the dam before hiring a diver.", "negation"},
		{dam, "Sealing a leak after a flood is a repair of the sluice.", "negation"},
		{dam, "No survey of the dam is needed before a diver is hired.", ""},
		{dam, "Sealing a leak after a flood does not repair the sluice.", ""},
	})
}

// A suit that the section gives is no more denied than one that it denies.
func TestSuitDenied(t *testing.T) {
	const moor = "A mooring company that breaks this chapter is liable to the boat owner in a private action for the loss."
	const bare = "This chapter does not create a private right of action. The attorney general may bring an action against a mooring company."
	checkSlots(t, []slotCase{
		{moor, "Boat owners have no private claim against anyone.", ""},
		{moor, "Boat owners have no private action under the chapter.", "negation"},
		{moor, "Boat owners have a private action under the chapter.", ""},
		{bare, "Boat owners have no private action under the chapter.", ""},
	})
}

// Power that a law is said not to give is power denied.
func TestPowerDenied(t *testing.T) {
	const toll = "The toll court may remit a toll that was charged in error. None of these rules apply to a hand cart."
	checkSlots(t, []slotCase{
		{toll, "The law gives the toll court no power to remit a toll that was charged in error.", "negation"},
		{toll, "The law gives the toll court power to remit a toll that was charged in error.", ""},
		{toll, "These rules do not apply to a hand cart.", ""},
	})
}

// A freedom with "but need not" behind it is no fair word for a duty.
func TestFreeNotTo(t *testing.T) {
	const bell = "When fog is seen in such a port the watch shall ring the great bell of the port."
	checkSlots(t, []slotCase{
		{bell, "The watch may ring the great bell of the port in fog, but does not have to.", "modality"},
		{bell, "The watch is free not to ring the great bell of the port in fog.", "modality"},
		{bell, "The watch must ring the great bell of the port when fog is seen.", ""},
	})
}

// A difference without the act, the party and much of the claim is no finding, though
// it may keep a pair from being called supported.
func TestGrounds(t *testing.T) {
	const quay = "The quay keeper shall enter the name of each barge in a book. The quay keeper may refuse a barge that leaks."
	for _, c := range []struct {
		claim string
		faint bool
	}{
		{"The quay keeper may enter the name of each barge in a book.", false},
		{"A barge can bear the name that its owner likes.", true},
	} {
		r, _ := slotsOf(quay, c.claim)
		for _, d := range r.Pairs[0].Contrary {
			if d.Faint != c.faint {
				t.Errorf("%q: %s is faint %v, want %v", c.claim, d.Slot, d.Faint, c.faint)
			}
		}
	}
}

// The burden of proof is on one side; both sides named tell nothing.
func TestBurden(t *testing.T) {
	const fine = "A mooring fine above ninety dollars is void unless the party seeking to uphold the fine establishes that its amount is fair."
	checkSlots(t, []slotCase{
		{fine, "The burden is on whoever attacks the fine: its amount must be shown to be unfair.", "actor"},
		{fine, "The burden is on the party who relies on the fine to show that its amount is fair.", ""},
		{fine, "The burden is not on the party that contests the fine but on the party that enforces the fine.", ""},
	})
}

// A contraction has the force of its words.
func TestContractedForce(t *testing.T) {
	const lamp = "A boat owner may hang a green lamp at the stern after dark. A boat owner shall paint the name on the bow."
	checkSlots(t, []slotCase{
		{lamp, "As a boat owner you're obliged to hang a green lamp at the stern after dark.", "modality"},
		{lamp, "As a boat owner you're allowed to hang a green lamp at the stern after dark.", ""},
		{lamp, "As a boat owner you're obliged to paint the name on the bow.", ""},
		{"A hearing on the mooring must be held within five days after the seizure of the boat.", "You're entitled to a hearing on the mooring within five days after the seizure of the boat.", ""},
	})
}
