package compare_test

import "testing"

// What the law does without is not demanded.
func TestWithouts(t *testing.T) {
	const stop = "In a suit under this section the harbor board need not show a loss, and the order to stop shall be issued without surety."
	const both = "The order to stop shall be issued without surety. A surety shall be given by a board that appeals."
	checkSlots(t, []slotCase{
		{stop, "Before the order to stop is issued, surety has to be given.", "negation"},
		{stop, "The order to stop is issued without surety being given.", ""},
		{both, "Before the order to stop is issued, surety has to be given.", ""},
	})
}

// A sentence that allows what the claim forbids has grounds though the two have few words.
func TestTurnedOutright(t *testing.T) {
	const award = "The court in its discretion may increase the award of damages to no more than three times the loss."
	const finder = "The finder of a boat is entitled to payment for all costs of its repair and to a fair reward for keeping it."
	checkSlots(t, []slotCase{
		{award, "The court must triple the award.", "modality"},
		{award, "The court may triple the award.", ""},
		{finder, "The finder can get back the costs of its repair, but is not entitled to a reward for keeping it.", "negation"},
		{finder, "The finder can get back the costs of its repair and is entitled to a reward for keeping it.", ""},
	})
}

// A denial in a contraction is one.
func TestDenialByContraction(t *testing.T) {
	const trust = "A deposit with the ferry company creates a trust for the rider in the coins of the deposit."
	checkSlots(t, []slotCase{
		{trust, "A deposit with the ferry company doesn't create a trust for the rider in the coins.", "negation"},
		{trust, "A deposit with the ferry company creates a trust for the rider in the coins.", ""},
	})
}
