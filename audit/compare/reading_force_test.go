package compare_test

import "testing"

// Words of force that lay nothing down: what marks out a thing, what somebody says,
// a figure's bound, and a "no" that denies an object.
func TestForcesThatLayNothingDown(t *testing.T) {
	const (
		locker  = "A storage firm shall hand the renter a receipt that lists the goods stored, in a form capable of being kept by the renter."
		collect = "A collector shall not use threats. Threats include representing that an unpaid storage charge may result in the sale of the goods of the renter."
		period  = "The period during which a warden may close a harbor for a regatta may not exceed six days."
		bakery  = "The owner of a bakery whose staff are not required to hold a permit shall train each baker in food safety before the baker starts."
	)
	checkSlots(t, []slotCase{
		{locker, "The storage firm gives the renter a receipt listing the goods stored that the renter can keep.", ""},
		{locker, "The storage firm may hand the renter a receipt that lists the goods stored.", "modality"},
		{collect, "Collectors must not represent that an unpaid storage charge may result in the sale of the renter's goods.", ""},
		{period, "A warden is allowed to close a harbor for a regatta for six days at the most.", ""},
		{bakery, "The owner of a bakery whose staff need no permit must train each baker in food safety before the baker starts.", ""},
		{bakery, "No owner of a bakery must train a baker in food safety before the baker starts.", "modality"},
	})
}

// A time counted back from an event turns its bounds.
func TestTimesBeforeAnEvent(t *testing.T) {
	const renewal = "A lessor of storage space shall send the notice of renewal at least twenty days and not more than fifty days before the lease is renewed."
	checkSlots(t, []slotCase{
		{renewal, "The lessor must send the notice of renewal no later than twenty days before the lease is renewed.", ""},
		{renewal, "The lessor must send the notice of renewal no earlier than fifty days before the lease is renewed.", ""},
		{renewal, "The lessor must send the notice of renewal twenty days before the lease is renewed at the latest.", ""},
		{renewal, "The lessor must send the notice of renewal no later than ten days before the lease is renewed.", "deadline"},
	})
}

// "Is to" commands, and "is not to" forbids; an aim that is to be reached commands
// nothing.
func TestIsTo(t *testing.T) {
	const harbor = "The harbor master may publish the name of a skipper who moors without leave. The purpose of this section is to keep the fairway open."
	checkSlots(t, []slotCase{
		{"The harbor master shall publish the name of a skipper who moors without leave.", "The harbor master is not to publish the name of a skipper who moors without leave.", "modality"},
		{harbor, "The harbor master is to publish the name of a skipper who moors without leave.", "modality"},
		{harbor, "The purpose of the section is to keep the fairway open.", ""},
	})
}

// What the law lays down only on request, on a second ground, or in a list of deeds
// with an exception of its own.
func TestLimitsBesideTheDuty(t *testing.T) {
	const (
		locker = "Upon request of the renter, a storage firm shall hand the renter a list of the goods stored."
		warden = "A warden may close the harbor if:\n(1) The fleet commander orders it; or\n(2) The warden has reliable information that a storm of the first class approaches and the lifeboats of the inner harbor are not fit for service on the open sea."
		crier  = "No crier shall use unfair means. Unfair means include:\n(1) Shouting at night.\n(2) Telling a householder that the water of the town may be cut off unless the town council has ordered it."
	)
	checkSlots(t, []slotCase{
		{locker, "A storage firm must hand the renter a list of the goods stored.", "condition"},
		{locker, "A storage firm must hand a renter who asks for it a list of the goods stored.", ""},
		{warden, "The warden may close the harbor where there is reliable information that a storm of the first class approaches.", "condition"},
		{warden, "The warden may close the harbor where there is reliable information that a storm of the first class approaches and the lifeboats are not fit for service.", ""},
		{crier, "Criers may not tell a householder that the water of the town may be cut off.", "exception"},
		{crier, "Criers may not tell a householder that the water of the town may be cut off, unless the council has ordered it.", ""},
	})
}

// A sentence may yield to another subsection of its section.
func TestLimitsReferredTo(t *testing.T) {
	const ferry = "1. Except as otherwise provided in subsection 2, a ferryman shall carry every traveler across the river for the posted toll.\n2. A ferryman may turn away a traveler who brings fireworks aboard."
	checkSlots(t, []slotCase{
		{ferry, "A ferryman must carry every traveler across the river for the posted toll.", "exception"},
		{ferry, "A ferryman must carry every traveler across the river for the posted toll, save those who bring fireworks aboard.", ""},
	})
}

// Ranges, and bounds said behind a figure.
func TestRangesAndBoundsBehind(t *testing.T) {
	const toll = "A ferryman who turns away a traveler is liable for not less than forty dollars nor more than ninety dollars. The ferryman shall answer a complaint within twelve days after it is made. The strike of a crew may not exceed seven days."
	checkSlots(t, []slotCase{
		{toll, "A ferryman who turns away a traveler is liable for between forty and ninety dollars.", ""},
		{toll, "A ferryman who turns away a traveler is liable for between $40 and $95.", "amount"},
		{toll, "The ferryman has twelve days to answer a complaint after it is made.", ""},
		{toll, "The ferryman has twenty days to answer a complaint after it is made.", "deadline"},
		{toll, "The strike of a crew is allowed for seven days at the most.", ""},
	})
}

// A marker within a sentence is for the words before it, and numbers of chapters,
// repeated figures and "unless the context requires" are neither figures nor limits.
func TestWordsThatStandForNoFigure(t *testing.T) {
	const (
		moor  = "A skipper who moors without leave shall pay to the harbor a sum not less than one hundred dollars ($100) and not greater than six hundred and fifty ($650) for each night. The harbor master has the powers of chapter 61-15."
		named = "As used in this chapter, unless the context requires otherwise: a boat is moored within the meaning of this chapter if, even though its crew is absent, the boat is held by a rope."
	)
	checkSlots(t, []slotCase{
		{moor, "A skipper who moors without leave must pay the harbor $100 to $650 for each night.", ""},
		{moor, "The harbor master has the powers of the chapter on harbors, 61-15.", ""},
		{named, "A boat is moored even if its crew is absent, as long as it is held by a rope.", ""},
	})
}
