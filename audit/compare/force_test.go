package compare_test

import "testing"

// A force is held against every clause of the section, whatever its verb, and the
// clause nearest to the claim counts.
func TestForceOfTheNearestClause(t *testing.T) {
	const ferry = "A ferryman shall keep a lifebelt within reach of each passenger. A ferryman may carry a dog at the owner's risk upon payment of the fare of a child. No ferryman shall cast off in fog unless the harbour master has rung the bell."
	checkSlots(t, []slotCase{
		{ferry, "Whoever runs the ferry may have a lifebelt close to each passenger.", "modality"},
		{ferry, "Dogs must be let on board at their owner's risk.", "modality"},
		{ferry, "Dogs cannot travel on the ferry at the owner's risk.", "negation"},
		{ferry, "In fog the ferryman can cast off without the bell of the harbour master.", "negation"},
		{ferry, "Whoever runs the ferry must have a lifebelt close to each passenger.", ""},
		{ferry, "Dogs can come along at their owner's risk.", ""},
		{ferry, "In fog the ferryman may cast off only when the harbour master has rung the bell.", ""},
		{ferry, "Passengers can have a lifebelt within reach.", ""},
	})
}

// Not every other force is a contradiction: what shall be punished may be, a clause
// that marks out, reports or is over lays nothing down, and a ban on more is a cap.
func TestForcesInFairWords(t *testing.T) {
	const poacher = "A person who takes a swan from the mere is guilty of an offense and shall be punished by a fine of not more than ninety dollars. The keeper of the mere may, if requested by the council shall, count the swans each spring."
	const toll = "The keeper of a bridge shall show the tolls on a board. The keeper may not collect more than the toll shown on the board."
	checkSlots(t, []slotCase{
		{poacher, "Somebody who takes a swan from the mere can be fined up to ninety dollars.", ""},
		{poacher, "The council's request obliges the keeper of the mere: he has to count the swans each spring.", ""},
		{toll, "The bridge keeper may collect no more than the toll that the board shows.", ""},
		{toll, "Before a cart is let onto the bridge the keeper must show the tolls on a board.", ""},
		{toll, "A bridge keeper need not show the tolls on a board.", "modality"},
	})
}

// Who acts is compared where the clause names the claim's party in another part.
func TestDoers(t *testing.T) {
	const loan = "A pawnbroker shall give the pledger a ticket that describes the pledge. The pledger may redeem the pledge within ninety days. The constable may inspect the book of a pawnbroker at any hour."
	checkSlots(t, []slotCase{
		{loan, "A pledger must give a ticket that describes the pledge.", "actor"},
		{loan, "The pawnbroker may redeem the pledge within ninety days.", "actor"},
		{loan, "A pawnbroker has to hand the pledger a ticket describing the pledge.", ""},
		{loan, "The pledger can get a ticket that describes the pledge.", ""},
		{loan, "A ticket that describes the pledge must be given to the pledger.", ""},
		{loan, "The book may be inspected by the constable at any hour.", ""},
	})
}

// What a claim tells in the indicative is done by whom the law has do it.
func TestDoersInTheIndicative(t *testing.T) {
	const bond = "A copy of the bond shall be approved by the harbor master and filed with the clerk of the valley before the miller begins to grind."
	const license = "If it appears to the clerk that all statements are true, the clerk shall issue a license to the miller."
	checkSlots(t, []slotCase{
		{bond, "The clerk of the valley approves the bond before the miller begins to grind.", "actor"},
		{bond, "The harbor master approves the bond before the miller begins to grind.", ""},
		{license, "If everything is in order, the Attorney General issues the license.", "actor"},
		{license, "If everything is in order, the clerk issues the license.", ""},
	})
}

// What a section does not require is no duty, in a list as well.
func TestWhatIsNotRequired(t *testing.T) {
	const token = "This section does not require, unless otherwise required by law, the ferry to: (1) redeem a token for silver; (2) replace a token that has been lost or stolen; or (3) keep a separate chest for the tokens."
	checkSlots(t, []slotCase{
		{token, "A token that was stolen must be replaced.", "modality"},
		{token, "The ferry need not replace a token that was stolen.", ""},
		{token, "The section doesn't make the ferry replace a stolen token.", ""},
	})
}
