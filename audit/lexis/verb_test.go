package lexis

import (
	"slices"
	"testing"

	"github.com/pincite/pincite/internal/index"
)

func TestVerbsOfReadsPastLightVerbs(t *testing.T) {
	for text, want := range map[string][]string{
		"destroy the ledgers": {"destroy"},
		"give notice of it":   {"give", "notice"},
		"":                    nil,
	} {
		for i := range want {
			want[i] = index.Fold(want[i])
		}
		if got := VerbsOf(wordsOf(text)); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestOppositeActsShareNoRow holds what LikeVerbs promises.
func TestOppositeActsShareNoRow(t *testing.T) {
	for _, c := range [][2]string{
		{"keep", "discard"}, {"keep", "destroy"}, {"allow", "deny"}, {"hire", "dismiss"}, {"raise", "reduce"}, {"lend", "borrow"},
		{"sell", "buy"}, {"send", "receive"}, {"start", "end"}, {"disclose", "withhold"}, {"grant", "refuse"}, {"take", "give"},
	} {
		if OneRow(index.Fold(c[0]), index.Fold(c[1])) {
			t.Errorf("%s and %s stand in one row", c[0], c[1])
		}
	}
	if !OneRow(index.Fold("dismissed"), index.Fold("fired")) {
		t.Error("dismiss and fire stand in no row")
	}
}

func TestConceptsNameTheirRowAndLeaveOutPlainDoing(t *testing.T) {
	list := Conceptual(wordsOf("the letter goes to shoppers and customers"))
	if !HasConcept(list, "=notice") || !HasConcept(list, "=customer") || len(list) != 3 {
		t.Errorf("concepts %+v", list)
	}
	if Concepts["mail"] != "" && Concepts["mail"] == Concepts["telephone"] {
		t.Error("mail and telephone share a row")
	}
}
