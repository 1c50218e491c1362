package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// partsOfWhole finds a claim of a part where the law is of the whole alone: "no part of the
// chart may be shown" of "no pilot shall show an entire chart". It must not fire where the
// section speaks of parts too, nor where the claim's whole is another thing.
func (x *Comparison) partsOfWhole() {
	if x.Fit.Unit < 0 || x.Fit.Thin || x.has("scope") {
		return
	}
	part, thing := partSaid(x.Claim.Own)
	if len(thing) == 0 {
		return
	}
	for u := range x.Text.Units {
		if _, law := partSaid(x.Text.Units[u].Own); lexis.Shared(thing, lexis.SetOf(law)) > 0 || lexis.PhraseIn(x.Text.Units[u].Own, "part|portion|parts|portions thereof") {
			return
		}
	}
	if whole, found := wholeOf(x.Text.Units[x.Fit.Unit].Own, thing); found {
		claimed, enacted := x.Raw[part.Start:part.End], x.Text.Text[whole.Start:whole.End]
		x.differ("scope", claimed, enacted, part, whole, finding.Likely, fmt.Sprintf("the claim is of a part (%q) where the law is of the whole (%q)", claimed, enacted))
	}
}

// wholeReach is how many words behind "part of" or "entire" the thing may stand.
const wholeReach = 5

// partSaid is the place of "any part of the chart" and the words of the thing; none where
// nothing is parted.
func partSaid(own []lexis.Word) (answer.Span, []lexis.Word) {
	at, found := lexis.FirstPhrase(own, []string{"any|no|some|even|a part|portion|piece of", "any|no parts|portions of"})
	if !found {
		return answer.Span{}, nil
	}
	thing := lexis.Content(own[at+3 : min(len(own), at+3+wholeReach)])
	return lexis.Covering(own[at:min(len(own), at+3)]), thing
}

// wholeOf is the place of "entire chart" for a thing.
func wholeOf(own []lexis.Word, thing []lexis.Word) (answer.Span, bool) {
	set := lexis.SetOf(thing)
	for i := range own {
		if !lexis.OneOf(own[i].Lower, "entire|whole|complete|full") {
			continue
		}
		for k := i + 1; k < min(len(own), i+1+wholeReach); k++ {
			if own[k].Term != "" && set[own[k].Term] {
				return lexis.Covering(own[i : k+1]), true
			}
		}
	}
	return answer.Span{}, false
}
