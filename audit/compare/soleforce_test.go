package compare_test

import (
	"testing"

	"github.com/pincite/pincite/audit/lexis"
)

// The one force of a claim is held against that of the law's sentence where the
// act has the same verb, or the same party does it; not where the claim says the
// law's ban as a duty of another verb, speaks of what the law only declares, or of
// what another sentence of the section leaves free.
func TestSoleForce(t *testing.T) {
	const badge = "The holder of a guide licence shall exhibit the licence to a warden on demand while the holder leads a party on the lake."
	const cover = "A ferry company shall not exclude otherwise applicable cover of passengers from its policy because of a passenger's age."
	const council = "A decision of the harbour council on a mooring shall be subject to review in an action brought by the owner of the vessel."
	checkSlots(t, []slotCase{
		{badge, "Guides may show their licence on demand when they lead a party.", "modality"},
		{badge, "Guides do not have to show their licence on demand when they lead a party on the lake.", "modality"},
		{badge, "Guides have to show their licence on demand when they lead a party.", ""},
		{cover, "A ferry company must leave otherwise applicable cover of passengers in its policy whatever the passenger's age.", ""},
		{council, "The owner of the vessel may take a decision of the harbour council on a mooring to court for review.", ""},
	})
}

// "no" behind a form of be or have denies something of a subject and not what the
// subject does.
func TestSubjectThatLacks(t *testing.T) {
	const kiosk = "A kiosk that has no till shall post its prices at the entrance."
	checkSlots(t, []slotCase{
		{kiosk, "A kiosk that has no till must post its prices at the entrance.", ""},
		{kiosk, "A kiosk that has no till need not post its prices at the entrance.", "modality"},
		{kiosk, "No kiosk without a till must post its prices at the entrance.", "modality"},
	})
}

// Verbs of one act are alike in either direction, and verbs of opposite acts never.
func TestLikeVerbs(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"exhibit", "show", true}, {"appli", "request", true}, {"keep", "discard", false}, {"includ", "exclud", false}, {"take", "give", false},
	} {
		if got := lexis.OneRow(c.a, c.b) || lexis.OneRow(c.b, c.a); got != c.want {
			t.Errorf("%s and %s: alike is %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
