package compare_test

import "testing"

// A sentence that follows the law's but for the side of a relation is of the other side.
func TestCounterpartInItsPlace(t *testing.T) {
	const trial = "A suit on a lost ewe shall be tried in the valley where the plaintiff resides at the time of the suit."
	const both = "A suit on a lost ewe shall be tried in the valley where the plaintiff resides. A suit on a lost ram shall be tried in the valley where the defendant resides."
	const proof = "Into the protection fund the seller pays four dollars for a lost ewe within thirty days of the market."
	checkSlots(t, []slotCase{
		{trial, "The suit on a lost ewe is tried in the valley where the defendant resides.", "actor"},
		{trial, "The suit on a lost ewe is tried in the valley where the plaintiff resides.", ""},
		{trial, "The suit is tried where the plaintiff resides, and not where the defendant does.", ""},
		{both, "A suit on a lost ram is tried in the valley where the defendant resides.", ""},
		{proof, "The buyer protection fund gets four dollars for a lost ewe within thirty days of the market.", ""},
		{proof, "Within thirty days of the market the buyer pays four dollars for a lost ewe.", "actor"},
	})
}
