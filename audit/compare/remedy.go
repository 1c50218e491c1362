package compare

import (
	"github.com/pincite/pincite/audit/claimed"
	"github.com/pincite/pincite/audit/lexis"
)

// remedies finds a claim that denies private persons a suit where the cited section
// gives them one. It must not fire where any sentence of the section denies it too,
// where the suit is an officer's, nor where the denial is bound to a case.
func (x *Comparison) remedies() {
	cue, denies := x.Claim.DeniesSuit(x.Answer)
	if !denies || x.has("negation", "modality") {
		return
	}
	u := x.unitWithSuit()
	if u < 0 || !x.Claim.SameSuitor(cue, x.Text.WordsOf(u)) {
		return
	}
	at, _ := lexis.SpanOfAny(x.Text.WordsOf(u), claimed.Suit)
	x.gainsay(cue, at)
}

// unitWithSuit is the first unit that gives private persons a suit, -1 where none does
// or one denies it.
func (x *Comparison) unitWithSuit() int {
	found := -1
	for u := range x.Text.Units {
		if _, denied := lexis.SpanOfAny(x.Text.Units[u].Own, claimed.NoSuit); denied {
			return -1
		}
		if found < 0 && claimed.GivesSuit(x.Text.WordsOf(u), claimed.Suit) {
			found = u
		}
	}
	return found
}
