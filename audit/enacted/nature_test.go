package enacted

import "testing"

func TestNaturesGoBySpan(t *testing.T) {
	for text, want := range map[string]Nature{
		"As used in this act, \"ferry\" means a boat with a bell.":                                                 Definitional,
		"This act may be cited as the \"Ferry Act\".":                                                              ShortTitle,
		"The purpose of this act is to protect goats.":                                                             Purpose,
		"If any part of this act is held invalid, the rest shall not be affected.":                                 Severability,
		"This act applies to ferries built after 1990.":                                                            Applicability,
		"The council hereby: (a) finds that goats matter; and (b) declares that this act lays a duty on ferrymen.": Purpose,
		"Ferry means a boat with a bell.":                                                                          Definitional,
		"A ferryman may give notice by electronic means.":                                                          Operative,
		"A ferryman shall ring the bell.":                                                                          Operative,
		"This act does not apply, and a ferryman may wait. Goats shall not be moved.":                              Operative,
	} {
		if got := outline(section(text)).complete().Nature; got != want && !(want == Operative && got == Applicability) {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
	named := section("A pilot is one who steers a ferry for another at his request.")
	named.Catchline = "Pilot defined."
	if got := outline(named).complete().Nature; got != Definitional {
		t.Errorf("a section that says what a pilot is, by its catchline, is %s", got)
	}
	both := outline(section("As used in this section, \"ferry\" means a boat.\nA ferryman shall ring the bell before he leaves the bank.")).complete()
	if both.Nature != Operative || both.Units[0].Nature != Definitional {
		t.Errorf("a rule beside a definition: %s, first unit %s", both.Nature, both.Units[0].Nature)
	}
}
