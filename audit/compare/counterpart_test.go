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

// A role that the section has elsewhere does not stand for the one whom the sentence
// names; the reader may be either.
func TestRoleInAnothersPlace(t *testing.T) {
	const list = "A boat club shall provide the lender and the skipper with the terms of the loan. The club shall provide an emergency number for a person capable of towing to the skipper."
	checkSlots(t, []slotCase{
		{list, "The lender must be given an emergency number for towing.", "actor"},
		{list, "The skipper must be given an emergency number for towing.", ""},
		{list, "As a lender, you must be given an emergency number for towing.", ""},
	})
}

// Words before a subject name nobody who acts.
func TestOfficeBehindWordsBeforeIt(t *testing.T) {
	const office = "The valley mill commission upon its own motion may, and upon the verified complaint in writing of any person shall, investigate the activities of any licensed miller."
	checkSlots(t, []slotCase{
		{office, "The commission has to investigate the activities of a licensed miller when somebody files a verified complaint in writing.", ""},
		{office, "The court has to investigate the activities of a licensed miller when somebody files a verified complaint in writing.", "actor"},
	})
}
