package compare

import (
	"fmt"
	"slices"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
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

// triggers are the kinds of event from which a time runs, by the words for each.
var triggers = []string{
	"discover|discovers|discovered|discovery|discovering|learn|learns|learned|learning|find|finds|finding|know|knows|knowledge|aware|detect|detects|detected|determination|determines",
	"notice|notices|notify|notifies|notified|notifying|notification|tell|told|telling|inform|informed|informing",
	"receive|receives|received|receiving|receipt|get|gets|getting|got|arrives|arrival",
	"sign|signs|signed|signing|signature|execution",
	"sale|sold|sells|purchase|purchased|purchasing",
}

// otherTrigger tells that a time is the law's and runs from another event: five days "after
// you discover the breach" of five days "after giving notice of the breach". It must not fire
// where any figure of that value in the section runs from an event of the claim's kind, nor
// where either text names no event, or one of each kind.
func (x *Comparison) otherTrigger(n *quantity.Number, equal *rival, rivals []rival) bool {
	said := triggersIn(startOf(x.Answer, x.Claim.Own, n))
	if !n.IsTime() || len(said) == 0 || len(triggersIn(startOf(x.Text.Text, x.Text.Units[equal.unit].Own, &equal.Number))) == 0 {
		return false
	}
	for i := range rivals {
		r := &rivals[i]
		if !n.Same(&r.Number) {
			continue
		}
		held := triggersIn(startOf(x.Text.Text, x.Text.Units[r.unit].Own, &r.Number))
		if len(held) == 0 || slices.ContainsFunc(held, func(k int) bool { return slices.Contains(said, k) }) {
			return false
		}
	}
	return true
}

// startsOtherwise records the difference, each time with the event from which it runs.
func (x *Comparison) startsOtherwise(n *quantity.Number, equal *rival) {
	own := x.Text.Units[equal.unit].Own
	said, held := startOf(x.Answer, x.Claim.Own, n), startOf(x.Text.Text, own, &equal.Number)
	in := answer.Span{Start: n.Span.Start, End: said[len(said)-1].End}
	at := answer.Span{Start: equal.Span.Start, End: held[len(held)-1].End}
	claimed, enacted := x.Raw[in.Start:in.End], x.Text.Text[at.Start:at.End]
	x.differ("deadline", claimed, enacted, in, at, finding.Likely, fmt.Sprintf("the claim counts %q, the law %q", claimed, enacted))
}

// triggersIn are the kinds of event that words name.
func triggersIn(list []lexis.Word) []int {
	var kinds []int
	for k, words := range triggers {
		if lexis.HasWord(list, words) {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

// ownWords is how much of the claim besides its figures a sentence has.
func (x *Comparison) ownWords(u int) float64 {
	list := lexis.KeepWhere(x.Claim.Own, func(w lexis.Word) bool { return !lexis.IsFigure(w.Term) })
	return lexis.Contained(list, x.Law.Weight, x.Text.Units[u].Set, x.Text.Units[u].Leads)
}
