package compare_test

import "testing"

// Nobody has to do what is free, and nobody may do what is banned.
func TestNobody(t *testing.T) {
	const plan = "A copy of the plan of the mill shall be filed with the department."
	const duty = "No miller shall be required to file a copy of the plan of the mill with the department."
	checkSlots(t, []slotCase{
		{plan, "Nobody needs to send a copy of the plan of the mill to the department.", "modality"},
		{plan, "Filing a copy of the plan of the mill with the department is a courtesy.", "modality"},
		{plan, "You have to send a copy of the plan of the mill to the department.", ""},
		{duty, "Nobody needs to file a copy of the plan of the mill with the department.", ""},
	})
}

// A clause with "who" lays something down besides the main one.
func TestRelatives(t *testing.T) {
	const horn = "The clerk shall send a copy of the horn permit to the warden of the harbor, who may cause an inspection of the horn."
	checkSlots(t, []slotCase{
		{horn, "The clerk sends a copy of the horn permit to the warden, who must cause an inspection of the horn.", "modality"},
		{horn, "The clerk sends a copy of the horn permit to the warden, who may cause an inspection of the horn.", ""},
	})
}

// What a sentence leaves aside in its midst is not counted in.
func TestLeftAside(t *testing.T) {
	const salt = "It is unlawful for a salt maker, excluding a roadside farm stall, to sell salt at an excessive price. The warning shall say that the lamp burns only during each sale."
	checkSlots(t, []slotCase{
		{salt, "Your roadside farm stall is bound by the ban on an excessive price as well.", "negation"},
		{salt, "A salt maker is bound by the ban on an excessive price.", ""},
		{salt, "Say in the warning that the lamp burns all day, and not only during a sale.", "negation"},
		{salt, "Say in the warning that the lamp burns only during a sale.", ""},
	})
}

// A time of the law counted from another start is another time.
func TestOtherStart(t *testing.T) {
	const seal = "Upon a request the office shall:\n(a) Place a seal on the cask within five days after receiving the request; and\n(b) Send a confirmation within ten days after placing the seal."
	checkSlots(t, []slotCase{
		{seal, "The office places the seal on the cask within ten days after receiving the request.", "deadline"},
		{seal, "The office places the seal on the cask within five days after receiving the request.", ""},
		{seal, "The office sends a confirmation within ten days after placing the seal.", ""},
	})
}

// A request behind "and" is a condition, and so is what must be authorized first.
func TestRequestBehindAnd(t *testing.T) {
	const lien = "After the payment of all sums due under a loom contract, and upon written demand made by the buyer, the holder of the contract shall mail the buyer papers that release the lien on the loom."
	checkSlots(t, []slotCase{
		{lien, "After payment of all sums due, the holder of a loom contract must mail the buyer papers that release the lien on the loom.", "condition"},
		{lien, "After payment of all sums due, the holder must mail the buyer papers that release the lien on the loom if asked to.", ""},
	})
}

// The terms that a lead-in bans are banned, whatever modal an item has.
func TestBannedTerms(t *testing.T) {
	const terms = "No loom lease may contain a provision by which:\n(a) The lessor may enter the home of the lessee to take back the loom; or\n(b) The lessee waives a defense against the lessor."
	checkSlots(t, []slotCase{
		{terms, "A lease that lets the lessor go into the home of the lessee to take back the loom is fine.", "negation"},
		{terms, "A lease must not let the lessor enter the home of the lessee to take back the loom.", ""},
	})
}

// An act is named before the word that says how it stands.
func TestNamedAct(t *testing.T) {
	const copies = "The keeper shall give the guest a copy of the boat contract after the guest signs it."
	const cash = "A dealer may not pay cash for scrap boats above one thousand dollars."
	checkSlots(t, []slotCase{
		{copies, "Giving the guest a copy of the boat contract once it is signed is a courtesy.", "modality"},
		{copies, "Giving the guest a copy of the boat contract once it is signed is mandatory.", ""},
		{cash, "Paying cash for a scrap boat of eight hundred dollars is not forbidden.", ""},
		{cash, "Paying cash for a scrap boat of eight thousand dollars is not forbidden.", "amount modality"},
	})
}

// Of two halves of one bound the claim may give both.
func TestBothHalves(t *testing.T) {
	const theft = "One who hides stolen rope worth less than five hundred dollars is guilty of a misdemeanor. One who hides stolen rope worth more than five hundred dollars is guilty of a felony."
	checkSlots(t, []slotCase{
		{theft, "Hiding stolen rope is a misdemeanor below five hundred dollars and a felony above it.", ""},
	})
}

// Whom a subsection leaves out is missed in what the subsection allows.
func TestSubsectionExemption(t *testing.T) {
	const wells = "(1) The warden may restrict a farmer's choice of wells to one well for a season if the farmer draws from three or more wells in a week.\n(2) A farmer may appeal."
	const kept = "(1)(a) The warden may restrict a farmer's choice of wells to one well for a season if the farmer draws from three or more wells in a week.\n(b) This subsection does not apply to a farmer who holds a spring permit.\n(2) A farmer may appeal."
	checkSlots(t, []slotCase{
		{kept, "A farmer who draws from three or more wells in a week can be restricted to one well for a season.", "exception"},
		{kept, "A farmer without a spring permit who draws from three or more wells in a week can be restricted to one well for a season.", ""},
		{wells, "A farmer who draws from three or more wells in a week can be restricted to one well for a season.", ""},
	})
}

// Who has no right to sue cannot be sued, and who answers for nothing is not liable.
func TestSuable(t *testing.T) {
	const mail = "The injured sender shall not have a cause of action against the carrier, which merely carries the parcel over its road. The injured sender may sue the packer for damages."
	checkSlots(t, []slotCase{
		{mail, "The carrier that merely carries the parcel over its road can be sued as well.", "negation"},
		{mail, "The packer can be sued by the injured sender for damages.", ""},
	})
}

// Leave that is lacking ends a ban where the word for it ends; a request before a modal is
// one; what has to be done in time is how long a freedom lasts.
func TestNarrowLimits(t *testing.T) {
	const (
		stamp = "It shall be a violation of this act for any printer to use a third party's stamp without the third party's consent for the purpose of printing a letter that seems to come from the third party."
		tent  = "Within nine days after a tent sale is canceled, the buyer upon demand shall return the tent to the seller, but the buyer is not obligated to return it anywhere but at home."
		suit  = "An action under this section may be brought within one year after the tent sale."
	)
	checkSlots(t, []slotCase{
		{stamp, "Somebody else's stamp can be used to print a letter as if it came from the third party.", "modality"},
		{tent, "The buyer must return the tent to the seller within nine days after the sale is canceled.", "condition"},
		{tent, "If the seller asks for it, the buyer must return the tent within nine days after the sale is canceled.", ""},
		{suit, "An action has to be brought within one year after the tent sale.", ""},
	})
}

// An adjective may deny by its making.
func TestDeniedByMaking(t *testing.T) {
	const permit = "The permit fee set by the harbor is nonrefundable. A permit may be returned."
	checkSlots(t, []slotCase{
		{permit, "The harbor pays the permit fee back if you return the permit.", "negation"},
		{permit, "The harbor does not pay the permit fee back.", ""},
	})
}

// A condition between stops ends at the stop, and another main clause ends one.
func TestConditionsBetweenStops(t *testing.T) {
	const interest = "The court may award, pursuant to a motion promptly made, simple interest on the damages of the miller."
	const fees = "The court may award a prevailing miller fees if the court finds the carter acted in malice, and the court may award a prevailing carter fees of the suit if the court finds that the miller knew the suit was idle."
	checkSlots(t, []slotCase{
		{interest, "The court may award simple interest on the damages of the miller.", "condition"},
		{interest, "The court may award simple interest on the damages of the miller if he promptly makes a motion.", ""},
		{fees, "The court may award a prevailing carter fees of the suit if it finds that the miller knew the suit was idle.", ""},
	})
}
