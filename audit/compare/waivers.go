package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// waiverWords name giving up what an act grants.
const waiverWords = "waive|waives|waived|waiver|waivers|waiving"

// waivers finds a claim that rights may be waived where the section makes a waiver void. It
// must not fire where the claim denies anything, nor where any sentence on waivers leaves
// one standing.
func (x *Comparison) waivers() {
	said, waives := x.claimsWaiver()
	if !waives || x.has("negation", "modality") {
		return
	}
	var at answer.Span
	for u := range x.Text.Units {
		own := x.Text.Units[u].Own
		if !lexis.HasWord(own, waiverWords) {
			continue
		}
		s, void := voidIn(own)
		if !void || lexis.HasWord(own, "except|unless|provided|if") {
			return
		}
		at = s
	}
	if at.End > 0 {
		claimed, enacted := x.Raw[said.Start:said.End], x.Text.Text[at.Start:at.End]
		x.differ("negation", claimed, enacted, said, at, finding.Likely, fmt.Sprintf("the claim says %q of a waiver, the law %q", claimed, enacted))
	}
}

// claimsWaiver finds in the claim that somebody may waive.
func (x *Comparison) claimsWaiver() (answer.Span, bool) {
	own := x.Claim.Own
	if !x.Claim.Permits() || x.Claim.Denies() || !lexis.HasWord(own, waiverWords) && !lexis.PhraseIn(own, "sign|signs|signed away") {
		return answer.Span{}, false
	}
	for i := range x.Claim.Predicates {
		if p := &x.Claim.Predicates[i]; !x.aside(p) {
			return p.Cue, true
		}
	}
	return answer.Span{}, false
}

// voidIn finds the words that undo a waiver.
func voidIn(own []lexis.Word) (answer.Span, bool) {
	if s, found := lexis.SpanOfAny(own, []string{"may|shall|can not be waived", "cannot be waived", "contrary to public policy"}); found {
		return s, true
	}
	for i := range own {
		if lexis.OneOf(own[i].Lower, "void|unenforceable|invalid|null") {
			return lexis.Covering(own[i : i+1]), true
		}
	}
	return answer.Span{}, false
}
