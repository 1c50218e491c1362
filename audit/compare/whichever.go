package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// choices are words behind "whichever is" for the more and for the less of two.
var choices = [2]string{
	"greater|larger|higher|more|longer|later|bigger|greatest|largest|highest|longest|latest|most|last",
	"smaller|lesser|less|lower|shorter|earlier|sooner|fewer|smallest|least|lowest|shortest|earliest|soonest|first",
}

// choiceLead is how much more of the claim a sentence that chooses the other way must have
// than any that chooses as the claim does.
const choiceLead = 0.15

// whichevers finds "whichever is smaller" of what the law has "whichever is larger". It
// must not fire where a sentence that chooses as the claim does is about as near, nor where
// claim and section share no figure.
func (x *Comparison) whichevers() {
	said, way := choice(x.Claim.Own)
	if way < 0 {
		x.sums()
	}
	if way < 0 || x.Agreed == 0 || x.has("amount", "deadline", "number") {
		return
	}
	var held answer.Span
	near := [2]float64{-1, -1}
	for u := range x.Text.Units {
		at, other := choice(x.Text.Units[u].Own)
		if other < 0 {
			continue
		}
		if share := x.ownWords(u); share > near[other] {
			if near[other] = share; other != way {
				held = at
			}
		}
	}
	if held.End == 0 || near[way] > near[1-way]-choiceLead {
		return
	}
	claimed, enacted := x.Raw[said.Start:said.End], x.Text.Text[held.Start:held.End]
	x.differ(x.slotOfChoice(), claimed, enacted, said, held, finding.Likely, fmt.Sprintf("the claim says %q, the law %q", claimed, enacted))
}

// choice finds "whichever is greater" or "the greater of", and tells whether it takes the
// more (0) or the less (1); -1 where there is none.
func choice(list []lexis.Word) (answer.Span, int) {
	for i := range list {
		whichever := list[i].Lower == "whichever"
		if !whichever && !(i+2 < len(list) && list[i].Lower == "the" && list[i+2].Lower == "of") {
			continue
		}
		reach := 5
		if !whichever {
			reach = 2
		}
		for k := i + 1; k < min(len(list), i+reach); k++ {
			for way, words := range choices {
				if lexis.OneOf(list[k].Lower, words) {
					return lexis.Covering(list[i : k+1]), way
				}
			}
		}
	}
	return answer.Span{}, -1
}

// slotOfChoice is amount where the claim has one, else that of its last figure.
func (x *Comparison) slotOfChoice() string {
	slot := "number"
	if lexis.HasWord(x.Claim.Own, "cents|price|refund|damages|loss|fee|fine") {
		return "amount"
	}
	for i := range x.Claim.Numbers {
		if slot = x.Claim.Numbers[i].Slot; slot == "amount" {
			break
		}
	}
	return slot
}

// adding are words by which a claim puts one sum on top of another.
var adding = []string{"on top of", "in addition", "as well as", "plus", "together with", "besides", "and also", "and also|additionally|further"}

// sums finds two sums on top of one another where the law gives the greater of the two: "$40
// and, on top of that, the loss" of "$40 or the loss, whichever is greater". It must not fire
// where the claim has an "or", nor on a claim without the law's figure.
func (x *Comparison) sums() {
	at, found := lexis.SpanOfAny(x.Claim.Own, adding)
	if !found || x.Agreed == 0 || lexis.HasWord(x.Claim.Own, "or|either") || x.has("amount", "deadline", "number") || x.Fit.Unit < 0 {
		return
	}
	held, way := choice(x.Text.Units[x.Fit.Unit].Own)
	if way < 0 || !x.figureIn(x.Fit.Unit, func(*quantity.Number) bool { return true }) {
		return
	}
	claimed, enacted := x.Raw[at.Start:at.End], x.Text.Text[held.Start:held.End]
	x.differ(x.slotOfChoice(), claimed, enacted, at, held, finding.Likely, fmt.Sprintf("the claim adds the two (%q), the law gives one of them (%q)", claimed, enacted))
}
