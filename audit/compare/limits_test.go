package compare_test

import "testing"

// A claim of few words is held to the exception of its list item.
func TestLimitOfBriefClaim(t *testing.T) {
	const post = "No hawker shall in any manner distribute a leaflet which imitates or copies:\n(1) a summons; or\n(2) a banknote, unless the museum has actually ordered the copies for its visitors."
	checkSlots(t, []slotCase{
		{post, "Nor may you hand out anything that imitates a banknote.", "exception"},
		{post, "Unless a museum ordered the copies, you may not hand out anything that imitates a banknote.", ""},
	})
}

// A state of mind that leads into the items, or makes a sum due, is not dropped.
func TestStateOfMindOfPenalty(t *testing.T) {
	const items = "Whoever knowingly moors at the closed pier is guilty of:\n1. For the first mooring, a petty offense.\n2. For each further mooring, a gross offense."
	const sum = "In a suit brought by the harbor board, in which the master is found to have moored at the pier and the mooring was knowingly contrary to a notice, the court may impose a charge of up to $400 for each violation."
	checkSlots(t, []slotCase{
		{items, "The first mooring is a petty offense and each further mooring a gross offense.", "condition"},
		{items, "For one who knows that the pier is closed, the first mooring is a petty offense and each further mooring a gross offense.", ""},
		{sum, "When the harbor board sues and the master is found to have moored at the pier, the court may impose up to $400 for each violation.", "condition"},
		{sum, "When the harbor board sues and the master moored knowingly, the court may impose up to $400 for each violation.", ""},
	})
}

// "You've got to" is a duty, to which the exception of the next subsection is one.
func TestExceptionToSpokenDuty(t *testing.T) {
	const wells = "A. Except as provided in Subsection B of this section, a person that owns a well shall provide a sample of the water to each neighbor whose well draws on the same spring.\nB. Notwithstanding Subsection A of this section, a sample to the neighbor is not required if a chemist determines that the water is clean."
	checkSlots(t, []slotCase{
		{wells, "If you own a well, you've got to provide a sample of the water to each neighbor whose well draws on the same spring.", "exception"},
		{wells, "You've got to provide a sample of the water to each neighbor whose well draws on the same spring, unless a chemist determines that the water is clean.", ""},
	})
}

// A condition at the end of a sentence that lays down one thing is that thing's.
func TestConditionBehindLongPermission(t *testing.T) {
	const mill = "One who leases a mill may agree with the owner to refrain from grinding in a named valley and any valley or valleys beside it, or a named village or any part thereof, so long as the owner, or any heir of the owner, grinds there."
	checkSlots(t, []slotCase{
		{mill, "One who leases a mill may agree with the owner to refrain from grinding in a named valley and any valley beside it, or in a named village.", "condition"},
		{mill, "So long as the owner grinds there, one who leases a mill may agree with the owner to refrain from grinding in a named valley.", ""},
	})
}

// What the section does not apply to is an exception to each of its bans.
func TestExemptionOfWholeSection(t *testing.T) {
	const lockers = "A person may not charge a monthly storage fee on a left parcel.\nA person may not sell a left parcel before one year has passed.\nThis section does not apply to a parcel left at a lighthouse without any payment by the sender."
	checkSlots(t, []slotCase{
		{lockers, "No monthly storage fee may be charged on a left parcel.", "exception"},
		{lockers, "Except for those left at a lighthouse without payment, no monthly storage fee may be charged on a left parcel.", ""},
		{lockers, "The section does not apply to a parcel left at a lighthouse without payment.", ""},
	})
}

// Who is not liable for an act is so only for one that the law permits.
func TestImmunityForPermittedAct(t *testing.T) {
	const warden = "A warden who holds a boat as permitted under section 9-4-2 may not be held liable for damage to its cargo."
	checkSlots(t, []slotCase{
		{warden, "A warden who holds a boat cannot be held liable for damage to its cargo.", "condition"},
		{warden, "A warden who lawfully holds a boat cannot be held liable for damage to its cargo.", ""},
	})
}

// "Other than" takes out of a definition.
func TestDefinitionOtherThan(t *testing.T) {
	const dealer = "\"Boat dealer\" means a person engaged in the business of selling used boats, other than a person who sells only at the harbor fair."
	checkSlots(t, []slotCase{
		{dealer, "Whoever makes a business of selling used boats is a boat dealer.", "exception"},
		{dealer, "Whoever makes a business of selling used boats is a boat dealer, except one who sells only at the harbor fair.", ""},
	})
}

// A time that is counted back is no condition of the claim's own.
func TestExceptionBesideTimeCountedBack(t *testing.T) {
	const stock = "Any unusual addition to the flock made within ninety days prior to the filing of the petition, unless so stated and explained in the petition, shall be prima facie evidence that the addition was made for the sale."
	checkSlots(t, []slotCase{
		{stock, "An unusual addition to the flock within ninety days before the filing is prima facie evidence that it was made for the sale.", "exception"},
		{stock, "Unless the petition explains it, an unusual addition to the flock within ninety days before the filing is prima facie evidence that it was made for the sale.", ""},
	})
}

// What a license depends on, the rules that it comes with do not.
func TestConditionOfWhatListsRules(t *testing.T) {
	const grant = "If it appears to the warden that all the statements in the petition are true, the warden shall issue a license to sell wool, subject to the following conditions:\n1. The seller shall measure the wool against the market's own scale and show the weight accurately; and\n2. The seller shall hold the sale at the seller's usual place of business."
	checkSlots(t, []slotCase{
		{grant, "Measure the wool against the market's own scale, and show the weight accurately.", ""},
		{grant, "The warden has to issue a license to sell wool.", "condition"},
	})
}

// Of grounds that must all be there, one is not left out; of those joined by "or" one
// is enough.
func TestOneOfJoinedGrounds(t *testing.T) {
	const and = "A ferry may not charge a fee for a crossing if: (1) the traveler is a victim of a flood in the valley; and (2) the traveler shows the ferry a copy of the warden's report of the flood."
	const or = "A ferry may not charge a fee for a crossing if: (1) the traveler is a victim of a flood in the valley; or (2) the traveler shows the ferry a copy of the warden's report of the flood."
	checkSlots(t, []slotCase{
		{and, "A traveler pays no fee for a crossing if he is a victim of a flood in the valley.", "condition"},
		{and, "A traveler who shows a copy of the warden's report and is a victim of a flood in the valley pays no fee for a crossing.", ""},
		{and, "Under certain conditions a victim of a flood in the valley pays no fee for a crossing.", ""},
		{or, "A traveler pays no fee for a crossing if he is a victim of a flood in the valley.", ""},
	})
}

// A clause with "if" that tells the law's own case is no limit of the claim's own.
func TestExceptionBesideRestatedCase(t *testing.T) {
	const boat = "A boat club shall hold the lender harmless for any damage to or theft of the gear during the loan, unless caused by the lender."
	checkSlots(t, []slotCase{
		{boat, "If the gear is stolen or damaged during the loan, the club holds the lender harmless.", "exception"},
		{boat, "If the gear is stolen or damaged during the loan and the lender did not cause it, the club holds the lender harmless.", ""},
	})
}

// A condition of two clauses is told in half where the claim has nothing of the other.
func TestSecondClauseOfCondition(t *testing.T) {
	const gate = "The gate may be held shut if the harbor office determines that opening it will disturb a search and the harbor office has instructed the keeper in writing not to admit travelers."
	checkSlots(t, []slotCase{
		{gate, "The gate may be held shut if the harbor office determines that opening it will disturb a search.", "condition"},
		{gate, "The gate may be held shut if the harbor office determines that opening it will disturb a search and has instructed the keeper.", ""},
		{gate, "The gate may be held shut once the harbor office, which thinks that opening it will disturb a search, instructs you not to open.", ""},
	})
}

// What one is not liable for may hang on a proviso, which a scene that the claim sets is not.
func TestProvisoOfImmunity(t *testing.T) {
	const pilot = "A pilot who hands a chart to a trainee in accordance with this chapter is not liable if the trainee shows it to a stranger, provided that, at the time of handing it over, the pilot has no reason to suspect that the trainee intends to do so."
	checkSlots(t, []slotCase{
		{pilot, "If you hand a chart to a trainee in accordance with this chapter, you are not liable if the trainee shows it to a stranger.", "condition"},
		{pilot, "If you hand a chart to a trainee in accordance with this chapter and have no reason to suspect anything, you are not liable if the trainee shows it to a stranger.", ""},
	})
}

// A ban on the whole is none on a part.
func TestPartOfWhole(t *testing.T) {
	const chart = "A pilot may not show to travelers a guest's entire harbor chart."
	const both = "A pilot may not show to travelers a guest's entire harbor chart or any part of the chart."
	checkSlots(t, []slotCase{
		{chart, "A pilot may not show any part of a guest's harbor chart to travelers.", "scope"},
		{chart, "A pilot may not show a guest's whole harbor chart to travelers.", ""},
		{both, "A pilot may not show any part of a guest's harbor chart to travelers.", ""},
	})
}

// What a ban excepts in a list is allowed, and what a list leaves out of the law is not in it.
func TestExceptedItem(t *testing.T) {
	const scan = "No keeper may open a sealed letter except for the following purposes:\n(1) to identify the sender of a damaged letter; or\n(2) to verify the age of a traveler."
	const lists = "Subsection (a) does not apply to:\n(1) the opening of a letter by the post master; or\n(2) the exchange of sealed letters by partner harbors."
	checkSlots(t, []slotCase{
		{scan, "A sealed letter may be opened to verify the age of a traveler.", ""},
		{scan, "A keeper may not open a sealed letter to verify the age of a traveler.", "negation"},
		{lists, "The rules do apply when partner harbors exchange sealed letters.", "negation"},
		{lists, "The rules do not apply when partner harbors exchange sealed letters.", ""},
	})
}

// Two sums are not owed on top of one another where the law gives the greater, and working
// days are not days.
func TestSumsAndDays(t *testing.T) {
	const fee = "Damages to a traveler who is left on the bank are forty dollars or the actual loss, whichever is greater."
	const mend = "A boat that was refused shall be mended by its owner within 30 days after the refusal."
	checkSlots(t, []slotCase{
		{fee, "A traveler who is left on the bank can claim forty dollars and, on top of that, the actual loss.", "amount"},
		{fee, "A traveler who is left on the bank can claim forty dollars or the actual loss, whichever is more.", ""},
		{mend, "A boat that was refused has to be mended by its owner within thirty working days after the refusal.", "deadline"},
		{mend, "A boat that was refused has to be mended by its owner within thirty days after the refusal.", ""},
	})
}

// Freedom from liability ends where the law excepts.
func TestExceptionToImmunity(t *testing.T) {
	const inn = "No keeper is obliged to receive a chest exceeding in value $500, nor is he liable for its loss in any sum exceeding $500, unless the keeper assumes in writing a greater liability."
	checkSlots(t, []slotCase{
		{inn, "No keeper has to take in a chest worth more than $500, and none can be held liable above $500 for its loss.", "exception"},
		{inn, "Unless he assumes more in writing, no keeper can be held liable above $500 for the loss of a chest.", ""},
	})
}
