package compare_test

import "testing"

// The figure in whose place a claim has another is found by its sentence and its bound,
// in however few of the law's words the claim is told.
func TestFigureInPlace(t *testing.T) {
	const works = "“Ferry work” means the carrying of goods over water for pay. Ferry work does not include the carrying of goods for which the pay is forty dollars or less for each crossing.\nA ferryman shall keep a log of crossings."
	const fee = "The store may charge a fee for a card that is not used, if:\n(a) the rest of the card is nine dollars or less;\n(b) the fee is no more than two dollars; and\n(c) the card has been idle for thirty months in a row."
	checkSlots(t, []slotCase{
		{works, "Little jobs are left out: with ninety dollars or less for a crossing, nobody does ferry work.", "amount"},
		{works, "Little jobs are left out: with forty dollars or less for a crossing, nobody does ferry work.", ""},
		{fee, "The store's fee can't be more than $2, on a card with $9 or less of rest that lay idle for twelve months.", "number"},
		{fee, "The store's fee can't be more than $2, on a card with $9 or less of rest that lay idle for thirty months.", ""},
	})
}

// Two counts of the same things in one sentence differ; a count of other things does not.
func TestCountInPlace(t *testing.T) {
	const suit = "The clerk shall hear three witnesses. When a ferryman is sued, two copies of the complaint shall be sent by certified mail to the harbor master."
	checkSlots(t, []slotCase{
		{suit, "When a ferryman is sued, three copies of the complaint must be sent to the harbor master by certified mail.", "number"},
		{suit, "When a ferryman is sued, two copies of the complaint must be sent to the harbor master by certified mail.", ""},
	})
}

// Parts of a whole are figures.
func TestPartInPlace(t *testing.T) {
	const find = "A finder may sell a stray boat when the charges of the finder amount to two-thirds (2/3) of the value of the boat."
	checkSlots(t, []slotCase{
		{find, "A stray boat may be sold once the finder's charges have come to half of the value of the boat.", "number"},
		{find, "A stray boat may be sold once the finder's charges have come to two thirds of the value of the boat.", ""},
	})
}
