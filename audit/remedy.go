package audit

import (
	"fmt"

	"github.com/pincite/pincite/internal/finding"
)

// remedies finds a claim that denies private persons a suit where the cited section
// gives them one. It must not fire where any sentence of the section denies it too,
// where the suit is an officer's, nor where the denial is bound to a case.
func (x *comparison) remedies() {
	cue, denies := x.claim.deniesSuit(x.answer)
	if !denies || x.has("negation", "modality") {
		return
	}
	u := x.unitWithSuit()
	if u < 0 || !x.claim.sameSuitor(cue, x.text.wordsOf(u)) {
		return
	}
	at, _ := spanOfAny(x.text.wordsOf(u), suit)
	claimed, enacted := x.raw[cue.Start:cue.End], x.text.text[at.Start:at.End]
	x.differ("negation", claimed, enacted, cue, at, finding.Likely, fmt.Sprintf("the claim says %q where the law says %q", claimed, enacted))
}

// unitWithSuit is the first unit that gives private persons a suit, -1 where none does
// or one denies it.
func (x *comparison) unitWithSuit() int {
	found := -1
	for u := range x.text.units {
		if _, denied := spanOfAny(x.text.units[u].own, noSuit); denied {
			return -1
		}
		if found < 0 && givesSuit(x.text.wordsOf(u), suit) {
			found = u
		}
	}
	return found
}

// wordsOf are those of a unit behind those of its lead-in.
func (t *lawText) wordsOf(u int) []word {
	return append(append([]word{}, t.units[u].lead...), t.units[u].own...)
}
