package compare_test

import "testing"

// One end of a range that differs is another figure where the other end is the same;
// a limit of another thing is no end of it.
func TestEndOfRange(t *testing.T) {
	const bond = "A peddler shall file a bond in an amount of not less than one thousand dollars nor more than fifty thousand dollars. The peddler shall pay a fee of two hundred dollars."
	checkSlots(t, []slotCase{
		{bond, "Give a surety bond of between $1,000 and $25,000.", "amount"},
		{bond, "Give a surety bond of between $1,000 and $50,000.", ""},
		{bond, "Give a surety bond of at least $1,000.", ""},
	})
}

// A figure whose unit stands only behind its repetition is one of money.
func TestUnitOfRepeatedFigure(t *testing.T) {
	const toll = "A shepherd may recover an amount not less than one hundred dollars ($100) and not greater than seven hundred and fifty ($750) for each lost ewe."
	checkSlots(t, []slotCase{
		{toll, "A shepherd may recover $100 to $750 for each lost ewe.", ""},
		{toll, "A shepherd may recover $100 to $950 for each lost ewe.", "amount"},
	})
	if r, _ := slotsOf(toll, "A shepherd may recover $100 to $750 for each lost ewe."); len(r.Pairs[0].Unsaid) > 0 {
		t.Errorf("the section has both figures, and unsaid are %v", r.Pairs[0].Unsaid)
	}
}

// Who is caught twice has committed a second offense.
func TestTwiceIsTheSecondCase(t *testing.T) {
	const roof = "A first offense of a roofer is cause for a fine. A second offense is cause to revoke the roofer's license."
	const ban = "An offense of a roofer is cause to revoke the roofer's license."
	if r, _ := slotsOf(roof, "A roofer caught twice in an offense can have its license revoked."); len(r.Pairs[0].Unsaid) > 0 {
		t.Error("a second offense is twice")
	}
	if r, _ := slotsOf(ban, "A roofer caught twice in an offense can have its license revoked."); len(r.Pairs[0].Unsaid) == 0 {
		t.Error("nothing in the section counts offenses")
	}
}

// Which of two figures counts is told from the other way round.
func TestWhicheverIsMore(t *testing.T) {
	const bond = "Every miller shall keep a bond equal to ten percent of the miller's income of the last year or $9,000, whichever is larger."
	const both = "Every miller shall keep a bond of $9,000 or ten percent, whichever is larger. Every carter shall keep a bond of $9,000 or ten percent, whichever is smaller."
	checkSlots(t, []slotCase{
		{bond, "A miller must keep a bond of a tenth of its income of the last year or $9,000, whichever is smaller.", "amount"},
		{bond, "A miller must keep a bond of ten percent of its income or $9,000, whichever is greater.", ""},
		{both, "A carter must keep a bond of $9,000 or ten percent, whichever is less.", ""},
	})
}

// An age is one thing in whatever words; the only one of a section is the rival.
func TestAges(t *testing.T) {
	const miller = "A person who asks for a mill license must be at least eighteen years of age and shall show the sum of two months of rent."
	checkSlots(t, []slotCase{
		{miller, "You have to be 21 or older.", "number"},
		{miller, "You have to be 18 or older.", ""},
	})
}

// How long beforehand notice is given is a deadline, and "at the time" is one too.
func TestTimesOfNotice(t *testing.T) {
	const bond = "A bond may not be canceled on less than sixty days' written notice to the warden."
	const copy = "A copy of the written contract shall be given to the hirer at the time the hirer signs the contract."
	checkSlots(t, []slotCase{
		{bond, "The bond may be canceled on thirty days' written notice to the warden.", "deadline"},
		{copy, "You receive a copy of the written contract within ten days after signing the contract.", "deadline"},
		{copy, "You receive a copy of the written contract when signing.", ""},
	})
}

// "A week" is a figure where a time is allowed or counted, and none where it is a rate.
func TestOneOfATime(t *testing.T) {
	const notice = "A miller shall give notice of the closing at least thirty days before the closing of the mill. The fee is $25 for each day."
	checkSlots(t, []slotCase{
		{notice, "Notice that comes a week before the closing of the mill is in time.", "deadline"},
		{notice, "The fee is $25 a day.", ""},
	})
}

// The so-manyth day is so many days; "the lesser of" and "whichever is less" are one.
func TestNthDayAndLesserOf(t *testing.T) {
	const cancel = "The hirer may cancel the hire of a mule until midnight of the fifteenth business day after the day on which the hirer signs the agreement."
	const sum = "A drover may recover the lesser of ten dollars for each lost ewe or $9,000 per day."
	checkSlots(t, []slotCase{
		{cancel, "You can cancel the hire of a mule until midnight of the tenth business day after signing.", "deadline"},
		{cancel, "You can cancel the hire of a mule within fifteen business days after signing.", ""},
		{sum, "A drover may take $10 for each lost ewe or $9,000 a day, whichever is more.", "amount"},
		{sum, "A drover may take $10 for each lost ewe or $9,000 a day, whichever is less.", ""},
	})
}
