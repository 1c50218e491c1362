package compare

import (
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
)

// starting are words behind a time from which it is counted.
const starting = "after|from|of|following|upon|once|before|since"

// reachOfStart is how many words behind a figure such a word may stand, startWords how
// many words of content say what it is counted from.
const (
	reachOfStart = 4
	startWords   = 5
)

// startOf are the words of content that say what a time is counted from: of "within five
// days after receiving the request" receiving and request; nil for none.
func startOf(text string, list []lexis.Word, n *quantity.Number) []lexis.Word {
	for i := n.Past; i < min(len(list), n.Past+reachOfStart); i++ {
		if !lexis.OneOf(list[i].Lower, starting) {
			continue
		}
		end := i + 1
		for end < len(list) && lexis.Gap(text, list[end-1], list[end]) == " " && len(lexis.Content(list[i+1:end])) < startWords &&
			!lexis.OneOf(list[end].Lower, "and|or|if|unless|but|when|by|the|that") || end == i+1 && end < len(list) {
			end++
		}
		return lexis.Content(list[i+1 : end])
	}
	return nil
}

// otherStart finds the figure that the law counts from what the claim counts its own
// from, where the section has the claim's figure counted from something else: "placed
// within ten days after the request" of "place it within five days after the request;
// confirm it within ten days after placing it". It must not fire where any figure of the
// claim's value is counted from a word of the claim's, nor where the other sentence has
// less of the claim than the one with its value.
func (x *Comparison) otherStart(n *quantity.Number, equal *rival, rivals []rival) *rival {
	said := startOf(x.Answer, x.Claim.Own, n)
	if !n.IsTime() || len(said) == 0 {
		return nil
	}
	var other *rival
	for i := range rivals {
		r := &rivals[i]
		held := startOf(x.Text.Text, x.Text.Units[r.unit].Own, &r.Number)
		shared := lexis.Shared(said, lexis.SetOf(held))
		switch {
		case n.Same(&r.Number) && (shared > 0 || len(held) == 0):
			return nil
		case !n.Same(&r.Number) && shared > 0 && shared*2 >= len(lexis.SetOf(said)) && !x.statesAnother(n, &r.Number) && x.ownWords(r.unit) >= x.ownWords(equal.unit):
			other = r
		}
	}
	return other
}

// ownWords is how much of the claim besides its figures a sentence has.
func (x *Comparison) ownWords(u int) float64 {
	list := lexis.KeepWhere(x.Claim.Own, func(w lexis.Word) bool { return !lexis.IsFigure(w.Term) })
	return lexis.Contained(list, x.Law.Weight, x.Text.Units[u].Set, x.Text.Units[u].Leads)
}
