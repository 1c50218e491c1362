package audit

import (
	"testing"

	"github.com/pincite/pincite/internal/statute"
)

func TestMentionOffered(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"Under subsection (c), a business must write to each customer [1.2].", true},
		{"G.S. 75-65(m) says that a bank need not do so [1.2].", true},
		{"Subsection B requires a written answer [1.2].", true},
		{"In Section 12-4-4, Subsection B, the answer is due in ten days [1.2].", true},
		{"A written answer is due in ten days [1.2] (subsection B).", true},
		{"A written answer is due in ten days (see subsection (b)) [1.2].", true},
		{"A written answer is due, says Subsection B of Section 12-4-4 [1.2].", true},
		{"A fee of five dollars may be asked, see subsection (a) of W.S. 40-91-104 [1.4].", true},
		{"A tenant who is harmed can sue under § 44-1-8(a) and recover the rent [1.2].", true},
		{"The notice required under § 44-1-8(a) is sent by post [1.2].", false},
		{"A business that received a request pursuant to subsection (a) must answer it [1.2].", false},
		{"The list made under paragraph (1) is kept for a year [1.2].", false},
		{"Notwithstanding subsection (b), a bank may keep the record [1.2].", false},
		{"Except as provided in Subsection C, an owner must write to each resident [1.2].", false},
		{"Personal data as defined in subsection (d) is kept apart [1.2].", false},
		{"The means described in paragraph (2) of subsection (a) of Section 44-1.85 suffice [1.2].", false},
		{"Subsection (a) of this section does not reach banks [1.2].", false},
		{"Substitute notice under paragraph (3) of subsection D consists of a posting [1.2].", false},
	} {
		all := mentions(c.text)
		got := false
		for _, m := range all {
			got = got || m.offered(c.text)
		}
		if len(all) == 0 || got != c.want {
			t.Errorf("%q: offered %v with %d mentions, want %v", c.text, got, len(all), c.want)
		}
	}
}

func TestMentionStandsInLaw(t *testing.T) {
	h := &statute.Held{Section: statute.Section{Number: "61-3-2", Text: "(a) Each shop keeps a ledger.\n(b) Subsection (a) of this section does not bind a fair. A ledger made in accordance with subsection (a) is open to all."}}
	for text, want := range map[string]bool{
		"Subsection (a) of Section 61-3-2 does not bind a fair [1.1].":       true,
		"A ledger made in accordance with subsection (a) can be read [1.1].": true,
		"Under subsection (a), a fair keeps no ledger [1.1].":                false,
	} {
		all := mentions(text)
		if len(all) != 1 || all[0].standsIn(text, h) != want {
			t.Errorf("%q: stands in the law %v, want %v (%d mentions)", text, !want, want, len(all))
		}
	}
}
