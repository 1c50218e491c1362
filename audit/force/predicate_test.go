package force

import (
	"testing"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

// forces lists what the predicates of a sentence do, in order.
func forces(text string) []Force {
	var list []Force
	for _, p := range PredicatesIn(text, lexis.Words(text, answer.Span{End: len(text)}), 0) {
		if p.Topic == "" {
			list = append(list, p.Force)
		}
	}
	return list
}

const won = "if travelers win they must be paid"

func TestForces(t *testing.T) {
	for text, want := range map[string]Force{
		"The ferryman shall ring the bell":                                Must,
		"Ferrymen have to ring the bell":                                  Must,
		"The bell is required to be rung":                                 Must,
		"A ferryman may carry goats":                                      May,
		"A ferryman has the right to carry goats":                         May,
		"Nothing in this section prevents a ferryman from carrying goats": May,
		"A ferryman may not carry goats":                                  MustNot,
		"No ferryman, whatever the weather and the hour, shall carry":     MustNot,
		"Nobody may carry goats":                                          MustNot,
		"It is unlawful for a ferryman to carry goats":                    MustNot,
		"Ferrymen are prohibited from carrying goats":                     MustNot,
		"A person commits the offense of crowding if the person":          MustNot,
		"A ferryman need not ring the bell":                               NeedNot,
		"A ferryman is not required to ring the bell":                     NeedNot,
		"You do not have to ring the bell":                                NeedNot,
		"This section may not be construed to require a ferryman to wait": NeedNot,
		"Ferrymen should ring the bell":                                   Should,
		"A ferryman shall: (b) not carry goats":                           MustNot,
		"A ferryman shall refrain from carrying goats":                    MustNot,
		"A ferryman shall, not later than noon, ring the bell":            Must,
		"A ferryman shall (a) carry goats":                                Must,
		"It's optional to ring the bell":                                  NeedNot,
		"It's up to you whether to ring the bell":                         NeedNot,
	} {
		if got := forces(text); len(got) == 0 || got[0] != want {
			t.Errorf("%q: %v, want %s", text, got, want)
		}
	}
	if got := forces("Nobody who is drunk has to be carried, and you can have travelers show their purse"); len(got) != 2 || got[1] != May {
		t.Errorf("a clause that begins anew is denied by the one before it: %v", got)
	}
	if got := PredicatesIn(won, lexis.Words(won, answer.Span{End: len(won)}), 0); len(got) != 1 || got[0].Subordinate {
		t.Errorf("%q: what follows the condition is taken for it", won)
	}
	learns := "A keeper who hears of the storm when he opens the gate must ring the bell"
	if got := PredicatesIn(learns, lexis.Words(learns, answer.Span{End: len(learns)}), 0); len(got) != 1 || got[0].Subordinate {
		t.Errorf("%q: the duty is taken for a part of what marks the keeper out", learns)
	}
	waits := "A keeper who waits when he must ring the bell is late"
	if got := PredicatesIn(waits, lexis.Words(waits, answer.Span{End: len(waits)}), 0); len(got) != 1 || !got[0].Subordinate {
		t.Errorf("%q: what marks the keeper out is taken for a duty", waits)
	}
	for _, text := range []string{"the intention of the buyer not to be bound by the sale", "tell the guest what rights of return to the inn he may have"} {
		for _, p := range PredicatesIn(text, lexis.Words(text, answer.Span{End: len(text)}), 0) {
			if p.Topic == "" && !p.Subordinate && !p.Relative() {
				t.Errorf("%q lays down %s", text, p.Force)
			}
		}
	}
	if got := forces("Nothing can be sold before noon, and in that time the warden may object"); len(got) != 2 || got[1] != May {
		t.Errorf("what may be done in a time before a sale is denied by the clause before it: %v", got)
	}
	if got := forces("No sale shall be held at any place other than the stall and the trader shall keep books"); len(got) != 2 || got[1] != Must {
		t.Errorf("a second main clause is denied by the first: %v", got)
	}
	if got := forces("No guest who may have a key and the towels shall be lodged"); len(got) != 2 || got[1] != MustNot {
		t.Errorf("a no before a relative clause is lost: %v", got)
	}
	if got := forces("Unless it is asked for, no guest who stays, or leaves at noon, must be woken"); len(got) != 1 || got[0] != MustNot {
		t.Errorf("a no behind an opening is not read: %v", got)
	}
	if got := forces("nothing herein shall require a keeper to wait"); len(got) != 1 || got[0] != NeedNot {
		t.Errorf("what nothing shall require is bound: %v", got)
	}
	if got := forces("before May 1 of each year"); len(got) != 0 {
		t.Errorf("the month of May commands: %v", got)
	}
}
