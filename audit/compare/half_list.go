package compare

import (
	"strings"

	"github.com/pincite/pincite/audit/lexis"
)

// halfList finds one of several grounds that must all be there, where the answer says
// nothing of another: of "no fee if: (a) the reader is a victim of theft; and (b) shows a
// police report" the claim has the theft alone. It must not fire on grounds joined by "or",
// where the claim says what is needed, nor where any claim on the section has a third of
// the other's words.
func (x *Comparison) halfList() {
	if x.Fit.Unit < 0 || x.has("condition") || x.Claim.Alludes() || x.Claim.Needs() {
		return
	}
	lead := x.Fit.Unit
	if p := x.Text.Units[lead].Parent; p >= 0 {
		lead = p
	}
	grounds := x.Text.JointGrounds(lead)
	for _, u := range grounds {
		if x.gives(u) {
			x.otherGround(grounds, u)
			return
		}
	}
}

// gives tells that the claim has most of a ground, or that its own condition is of it.
func (x *Comparison) gives(u int) bool {
	ground, said := lexis.Content(x.Text.Units[u].Own), lexis.Content(behindIf(x.Answer, x.Claim.Own))
	return len(ground) >= shortLimit && lexis.Contained(ground, x.Law.Weight, x.Claim.All) >= halfSaid ||
		len(said) >= 2 && lexis.Contained(said, x.Law.Weight, x.Text.Units[u].Set) >= mostOfCondition
}

// mostOfCondition is how much of a claim's condition must stand in a ground for it to be
// the one given.
const mostOfCondition = 0.75

// behindIf are the words of a claim from its first "if" or "when" up to a stop.
func behindIf(text string, own []lexis.Word) []lexis.Word {
	for i := range own {
		if !lexis.OneOf(own[i].Lower, "if|when|where") {
			continue
		}
		end := i + 1
		for end < len(own) && !strings.ContainsAny(lexis.Gap(text, own[end-1], own[end]), ",;:") {
			end++
		}
		return own[i+1 : end]
	}
	return nil
}

// otherGround records the first of the grounds, but for the one given, of which no claim
// on the section has anything.
func (x *Comparison) otherGround(grounds []int, given int) {
	for _, u := range grounds {
		if other := x.ownWordsOf(u, given); u == given || len(other) < shortLimit || x.saidAtAll(other) || x.touched(other) {
			continue
		}
		x.secondThing("one ground", x.Text.Units[u].Span)
		return
	}
}

// touched tells that a claim on the section has two of the words: a ground may be told in
// freer words than a third of its own.
func (x *Comparison) touched(list []lexis.Word) bool {
	for _, c := range x.Related {
		if lexis.Shared(list, c.All) >= 2 {
			return true
		}
	}
	return false
}

// ownWordsOf are the words of a ground that neither the lead-in nor the ground given has.
func (x *Comparison) ownWordsOf(u, given int) []lexis.Word {
	unit := &x.Text.Units[u]
	return lexis.KeepWhere(lexis.Content(unit.Own), func(w lexis.Word) bool { return !unit.Leads[w.Term] && !x.Text.Units[given].Set[w.Term] })
}
