package audit

import (
	"testing"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/statute"
)

func section(text string) *statute.Held {
	return &statute.Held{Section: statute.Section{Number: "1-1", Occurrence: 1, Text: text, Status: statute.InForce}}
}

// forces lists what the predicates of a sentence do, in order.
func forces(text string) []force {
	var list []force
	for _, p := range predicatesIn(text, words(text, answer.Span{End: len(text)}), 0) {
		if p.topic == "" {
			list = append(list, p.force)
		}
	}
	return list
}

func TestForces(t *testing.T) {
	for text, want := range map[string]force{
		"The ferryman shall ring the bell":                                must,
		"Ferrymen have to ring the bell":                                  must,
		"The bell is required to be rung":                                 must,
		"A ferryman may carry goats":                                      may,
		"A ferryman has the right to carry goats":                         may,
		"Nothing in this section prevents a ferryman from carrying goats": may,
		"A ferryman may not carry goats":                                  mustNot,
		"No ferryman, whatever the weather and the hour, shall carry":     mustNot,
		"Nobody may carry goats":                                          mustNot,
		"It is unlawful for a ferryman to carry goats":                    mustNot,
		"Ferrymen are prohibited from carrying goats":                     mustNot,
		"A person commits the offense of crowding if the person":          mustNot,
		"A ferryman need not ring the bell":                               needNot,
		"A ferryman is not required to ring the bell":                     needNot,
		"You do not have to ring the bell":                                needNot,
		"This section may not be construed to require a ferryman to wait": needNot,
		"Ferrymen should ring the bell":                                   should,
	} {
		if got := forces(text); len(got) == 0 || got[0] != want {
			t.Errorf("%q: %v, want %s", text, got, want)
		}
	}
	if got := forces("before May 1 of each year"); len(got) != 0 {
		t.Errorf("the month of May commands: %v", got)
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		text, unit, kind, bound, slot string
		value                         float64
	}{
		{"within forty-five calendar days after the bell", "minute", "calendar", "max", "deadline", 45 * 1440},
		{"no later than ten (10) business days after it", "minute", "business", "max", "deadline", 10 * 1440},
		{"at least eighteen months", "month", "", "min", "number", 18},
		{"not more than one hundred dollars ($100.00) per goat", "dollar", "", "max", "amount", 100},
		{"a fine that does not exceed $2,000", "dollar", "", "max", "amount", 2000},
		{"more than 500 goats", "count", "", "over", "number", 500},
		{"twelve percent", "percent", "", "", "number", 12},
		{"treble the toll", "times", "", "", "number", 3},
		{"each week that it lasts", "period", "", "", "number", 10080},
	} {
		got := numbersIn(c.text, words(c.text, answer.Span{End: len(c.text)}))
		if len(got) != 1 {
			t.Errorf("%q: %d figures", c.text, len(got))
			continue
		}
		n := got[0]
		if n.unit != c.unit || n.kind != c.kind || n.bound != c.bound || n.slot != c.slot || n.value != c.value {
			t.Errorf("%q: %+v", c.text, n)
		}
	}
	for _, text := range []string{"Section 12 of chapter 4", "the act of 1978", "paragraph (2)", "15 U.S.C. § 7001", "one of them", "subsection 3"} {
		if got := numbersIn(text, words(text, answer.Span{End: len(text)})); len(got) != 0 {
			t.Errorf("%q is no figure: %+v", text, got)
		}
	}
}

func TestUnitsJoinLeadIns(t *testing.T) {
	h := section("A ferryman shall:\n(1) ring the bell; and\n(2) count the goats.\nGoats ride free.")
	h.Subsections = []statute.Subsection{{Label: "(1)", Start: 18, End: 40}, {Label: "(2)", Start: 41, End: 60}}
	x := outline(h).complete()
	if len(x.units) != 4 || x.units[2].parent != 0 || x.units[3].parent != -1 {
		t.Fatalf("units: %+v", x.units)
	}
	if p := x.predicates[2]; len(p) != 1 || p[0].force != must || !setOf(p[0].action)["count"] {
		t.Errorf("the lead-in's shall does not govern its item: %+v", p)
	}
}

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
		if got := outline(section(text)).complete().nature; got != want && !(want == Operative && got == Applicability) {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
	both := outline(section("As used in this section, \"ferry\" means a boat.\nA ferryman shall ring the bell before he leaves the bank.")).complete()
	if both.nature != Operative || both.units[0].nature != Definitional {
		t.Errorf("a rule beside a definition: %s, first unit %s", both.nature, both.units[0].nature)
	}
}

func TestLimitsWhereverTheyStand(t *testing.T) {
	h := section("(a) A ferryman shall ring the bell before the ferry leaves the bank, except as provided in section 9.\n" +
		"(b) Ringing of the bell under subsection (a) is not required if thick ice covers the river.")
	h.Subsections = []statute.Subsection{{Label: "(a)", Start: 0, End: 100}, {Label: "(b)", Start: 101, End: len(h.Text)}}
	x := outline(h).complete()
	found := false
	for _, l := range x.limits {
		if l.kind == "exception" && l.unit == 0 {
			t.Errorf("a bare reference is an exception: %q", h.Text[l.span.Start:l.span.End])
		}
		found = found || l.kind == "exception" && l.unit == 1 && l.governs == 0
	}
	if !found {
		t.Errorf("the exception of subsection (b) is not found: %+v", x.limits)
	}
}
