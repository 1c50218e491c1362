package compare_test

import "testing"

// Whose choice, expense, proof and county a thing is, is compared beside the act.
func TestHolders(t *testing.T) {
	const (
		kiln  = "If a kiln cracks within a year, the kiln seller shall, at the buyer's option, replace the kiln with a new one or refund its price."
		wheel = "If the maker cannot mend the wheel, the maker shall give the buyer the option of having the wheel replaced by a like wheel or the price refunded."
		well  = "The well shall be tested for lead before the lease begins, at the expense of the landlord."
		stall = "An action on a stall contract shall be tried in the county where the buyer resides."
	)
	checkSlots(t, []slotCase{
		{kiln, "Whether a cracked kiln is replaced by a new one or the price refunded is up to the seller.", "actor"},
		{kiln, "The seller decides whether a cracked kiln is replaced by a new one or its price refunded.", "actor"},
		{kiln, "If a kiln cracks within a year, the seller then chooses between replacing it with a new one and refunding its price.", "actor"},
		{kiln, "If a kiln cracks within a year, the buyer then chooses between replacing it with a new one and refunding its price.", ""},
		{kiln, "Whether a cracked kiln is replaced by a new one or the price refunded is up to the buyer.", ""},
		{kiln, "If a kiln cracks within a year, the seller may decide whether to replace it with a new one or refund its price.", "actor"},
		{kiln, "If a kiln cracks within a year, the buyer may decide whether it is replaced with a new one or its price refunded.", ""},
		{wheel, "If a wheel cannot be mended, the maker may decide whether the buyer gets a like wheel or the price.", "actor"},
		{wheel, "If a wheel cannot be mended, the buyer may decide whether to take a like wheel or the price.", ""},
		{well, "The well is tested for lead before the lease begins, at the tenant's expense.", "actor"},
		{well, "The well is tested for lead before the lease begins, at the landlord's expense.", ""},
		{stall, "An action on a stall contract is tried in the county where the seller has a stall.", "actor"},
		{stall, "An action on a stall contract is tried in the buyer's home county.", ""},
	})
}

// An act given to the reader is not his where the law gives it to one whom the claim
// names besides.
func TestAddressed(t *testing.T) {
	const loom = "Until the seller delivers a legible copy, a buyer who has not received the loom may cancel the contract."
	checkSlots(t, []slotCase{
		{loom, "Until a legible copy is delivered, you may cancel the contract if the buyer has not received the loom.", "actor"},
		{loom, "Until a legible copy is delivered, you may cancel the contract if you have not received the loom.", ""},
		{loom, "Until a legible copy is delivered, you, as the buyer, may cancel the contract.", ""},
	})
}

// What a public body does by the law is not done by one side of a deal.
func TestPublicAct(t *testing.T) {
	const barge = "A passenger who has been told to leave a barge and stays shall be removed from the barge by the police."
	checkSlots(t, []slotCase{
		{barge, "Your own staff must remove from the barge a passenger who has been told to leave and stays.", "actor"},
		{barge, "The police must remove from the barge a passenger who has been told to leave and stays.", ""},
	})
}

// An expense is on the one whom the law has pay it, a thing is his whose it becomes, and a
// deed is done by the office that the law names.
func TestHoldersInTheActive(t *testing.T) {
	const (
		oar   = "If an oar breaks within a year the oar maker shall repair the oar and the maker shall pay collateral costs of the buyer. An oar dealer shall keep a list of repaired oars."
		crate = "If the seller does not fetch the crate within nine days, the crate becomes the property of the buyer."
		storm = "The price limit begins with a declaration of a storm by the governor of this state."
		oven  = "The oven maker shall, at the direction of a buyer, do one of the following: replace the oven with a new oven, or refund its price."
	)
	checkSlots(t, []slotCase{
		{oar, "A broken oar has to be repaired, with collateral costs borne by the dealer.", "actor"},
		{oar, "A broken oar has to be repaired, with collateral costs borne by the maker.", ""},
		{crate, "If the seller does not fetch the crate within nine days, it stays the seller's property.", "actor"},
		{crate, "If the seller does not fetch the crate within nine days, it becomes the buyer's property.", ""},
		{storm, "A declaration of a storm by the mayor begins the price limit too.", "actor"},
		{storm, "A declaration of a storm by the governor begins the price limit.", ""},
		{oven, "The maker decides which it is, a new oven or a refund of the price.", "actor"},
	})
}
