package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// A law counts things in or leaves them out: "within 72 hours, excluding Sundays", "the charge,
// exclusive of late fees". A claim that has it the other way says the opposite with no modal.

var (
	leavingOut = []string{"excluding", "exclusive of", "not including", "not counting", "excludes", "not included", "not counted", "left out", "leaves|leaving|leave out", "is|are excluded", "does|do not count", "doesn't|don't count", "aside|apart from", "disregarding", "disregarded", "without counting|including"}
	countingIn = []string{"including", "inclusive of", "counting", "counted in", "count toward|towards", "counts toward|towards", "is|are counted|included", "count too|also|as well", "counts too|also|as well", "includes", "even"}
)

const (
	// countedWords is how many words the things counted have at most on each side of the
	// phrase, countedShared how many of the law's the claim must have.
	countedWords  = 8
	countedShared = 1
)

// countedOtherwise finds things that the law leaves out and the claim counts in, or the other
// way round. It must not fire where either text has both words for it, where the claim denies
// besides, nor on things of another sentence.
func (x *Comparison) countedOtherwise() {
	if x.Fit.Unit < 0 || x.Fit.Thin || x.has("negation", "modality", "deadline") {
		return
	}
	own := x.Text.Units[x.Fit.Unit].Own
	out, left := lexis.SpanOfAny(own, leavingOut)
	if _, both := lexis.SpanOfAny(own, countingIn); !left || both {
		return
	}
	in, counted := lexis.SpanOfAny(x.Claim.Own, countingIn)
	if _, both := lexis.SpanOfAny(x.Claim.Own, leavingOut); !counted || both || x.Claim.Denies() {
		return
	}
	things := lexis.Content(behindStop(x.Text.Text, own, out))
	if len(things) == 0 || lexis.Shared(things, lexis.SetOf(wordsBeside(x.Claim.Own, in))) < min(len(things), countedShared+len(things)/3) {
		return
	}
	claimed, enacted := x.Raw[in.Start:in.End], x.Text.Text[out.Start:out.End]
	x.differ(x.slotOfCounted(x.Fit.Unit), claimed, enacted, in, out, finding.Likely, fmt.Sprintf("the claim counts in (%q) what the law leaves out (%q)", claimed, enacted))
}

// slotOfCounted is deadline where the law counts time, else negation.
func (x *Comparison) slotOfCounted(u int) string {
	for i := range x.Text.Numbers[u] {
		if x.Text.Numbers[u][i].IsTime() {
			return "deadline"
		}
	}
	return "negation"
}

// behindStop are the first words behind a stretch up to the next comma but one: things that are
// counted are often several.
func behindStop(text string, list []lexis.Word, s answer.Span) []lexis.Word {
	from := 0
	for from < len(list) && list[from].Start < s.End {
		from++
	}
	to := from
	for to < min(len(list), from+countedWords) && (to == from || lexis.Gap(text, list[to-1], list[to]) == " " || lexis.HasWord(list[to:min(len(list), to+3)], "and|or")) && !lexis.OneOf(list[to].Lower, force.ClauseEnds+"|after|before|must|shall|may") {
		to++
	}
	return list[from:to]
}

// wordsBeside are the words within countedWords of the start of a stretch, on both sides.
func wordsBeside(list []lexis.Word, s answer.Span) []lexis.Word {
	at := 0
	for at < len(list) && list[at].Start < s.Start {
		at++
	}
	return list[max(0, at-countedWords):min(len(list), at+countedWords)]
}
