package compare_test

import "testing"

// A list ends where its sentence goes on with a verb.
func TestListBeforeAVerb(t *testing.T) {
	const loft = "A person may not fly a kite over a loft so as to intentionally, knowingly or recklessly harass, scare or annoy the pigeons."
	checkSlots(t, []slotCase{
		{loft, "Flying a kite over a loft so as to harass, scare or annoy the pigeons, be it intentionally, knowingly or recklessly, is forbidden.", ""},
	})
}

// The exception names the watch, and the claim its watchmen: one party.
func TestPartySpared(t *testing.T) {
	const kites = "(1) A person may not fly a kite over a loft so as to harass the pigeons.\n(2) Subsection (1) of this section does not apply to the flying of a kite by a law enforcement agency."
	checkSlots(t, []slotCase{
		{kites, "No person may fly a kite over a loft so as to harass the pigeons; police kites are outside this rule.", ""},
		{kites, "No person may fly a kite over a loft so as to harass the pigeons; boys' kites are outside this rule.", "exception"},
	})
}

// What stops a time from running bans nothing, and who must receive is given by another.
func TestNoForceAgainstAnother(t *testing.T) {
	const claims = "The filing of a claim with the clerk of the fair shall toll the period of limitation for an action until the claim is settled."
	const loaf = "Before baking, a baker shall provide a written price list to the miller, signed by the baker and the miller."
	checkSlots(t, []slotCase{
		{claims, "Filing a claim with the clerk stops the limitation period for an action until the claim is settled.", ""},
		{loaf, "Before baking, the miller must receive a written price list signed by the baker and the miller.", ""},
		{loaf, "Before baking, the miller must provide a written price list to the baker.", "actor"},
	})
}

// "Nothing in this section requires" takes nothing from a ban, and "nothing prohibits"
// nothing from a duty, nor from one ban of many that is of another act.
func TestNothingTakenFromAnother(t *testing.T) {
	const maps = "(a) A surveyor shall not show a chart of a harbor to a stranger without the pilot's leave.\n(b) Nothing in this section shall require a surveyor to show the secret marks of a chart."
	const barge = "(1) A bargeman shall offer stale grain to the miller not later than one year after the harvest.\n(2) Nothing in subsection (1) of this section prohibits a bargeman from offering stale grain to the miller within the year."
	const crier = "(a) No crier shall call after dark.\n(b) No crier shall use threats or foul words.\n(c) No crier shall call at a closed house.\n(d) No crier shall hide the name of the town.\n(e) Nothing in this section prohibits a crier from sending a letter to a householder who hung out a wreath."
	checkSlots(t, []slotCase{
		{maps, "A chart of a harbor must not be shown to a stranger without the pilot's leave.", ""},
		{barge, "A bargeman must offer stale grain to the miller not later than one year after the harvest.", ""},
		{crier, "A crier must not use threats or foul words.", ""},
	})
}

// A reference alone is no exception, whatever its verb.
func TestPrescribedElsewhere(t *testing.T) {
	const pledge = "Except as prescribed by the next section, a pledge of a boat must be in writing and signed by the owner."
	checkSlots(t, []slotCase{
		{pledge, "A pledge of a boat must be in writing and signed by the owner.", ""},
	})
}

// A row of a table has no room for the conditions of its sentence.
func TestRowWithoutCondition(t *testing.T) {
	const addendum = "Whenever, before the end of the year, a ferryman changes the fares on the board, the ferryman shall file a new board with the warden within thirty days."
	checkSlots(t, []slotCase{
		{addendum, "| Changed fares | a new board must be filed with the warden within thirty days |", ""},
	})
}

// A schedule prints the sign of money on its first line alone.
func TestColumnOfFees(t *testing.T) {
	const fees = "The fees for the registration of a boat are:\nRowing boat with one mast $ 65\nSailing boat with two masts 150\nBarge without mast 700"
	checkSlots(t, []slotCase{
		{fees, "The fee for the registration of a sailing boat with two masts is $150.", ""},
		{fees, "The fee for the registration of a sailing boat with two masts is $160.", "amount"},
	})
}

// A section that has two told in two sentences is followed in either.
func TestToldInAnotherSentence(t *testing.T) {
	const spoiled = "A. A depot that owns grain shall provide notification to each resident whose grain was spoiled. The notification shall be sent not later than nine days following the finding.\n" +
		"B. A depot that is licensed to keep grain which it does not own shall notify the owner or licensee of the grain not later than nine days following the finding of the spoiling."
	checkSlots(t, []slotCase{
		{spoiled, "A depot shall notify each resident not later than nine days following the finding of the spoiling.", ""},
	})
}

// One of a kind of event is a figure; a time runs from the law's own event, and what makes
// no difference is not asked for.
func TestOnceAndFromWhen(t *testing.T) {
	const ring = "(1) A person who rings the bell at night commits a violation.\n(2) If, at the time of the offense, the person has two or more prior convictions under this section, violation of subsection (1) of this section is a grave offense."
	const hill = "The owner of a hill may bring an action if (a) the kite was flown less than 400 feet above the hill on at least one previous occasion; and (b) the person notified the flyer."
	const notice = "Any mill that was required to give notice of spoiling to more than five hundred growers shall give written notice to the warden of the fair within five business days after giving notice of the spoiling to any grower."
	const horse = "Whether or not any buyer is in fact misled or deceived thereby, it is unlawful for a seller to paint a horse."
	checkSlots(t, []slotCase{
		{ring, "It becomes a grave offense once there is one prior conviction.", "number"},
		{ring, "It becomes a grave offense once there are two prior convictions.", ""},
		{hill, "The owner of a hill may sue if the kite was flown less than 400 feet above the hill on at least two previous occasions and the flyer was notified.", "number"},
		{notice, "If more than 500 growers have to be notified, written notice goes to the warden of the fair within five business days after you discover the spoiling.", "deadline"},
		{notice, "If more than 500 growers have to be notified, written notice goes to the warden of the fair within five business days after the growers are told.", ""},
		{horse, "Painting a horse is unlawful only when a buyer has actually been misled.", "negation"},
		{horse, "Painting a horse is unlawful only when a seller does it.", ""},
	})
}
