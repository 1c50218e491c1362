package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/finding"
)

// In which form a thing has to be said is a condition of its own: "by calling you" is no
// "written request".

const (
	spoken  = "orally|oral|verbal|verbally|telephone|telephones|telephoning|phone|phoning|call|calls|calling|speak|speaking|ring|ringing"
	onPaper = "written|writing|writes"
)

// sufficing are words by which a claim says that a form will do.
var sufficing = []string{"is|are enough|sufficient", "will do", "suffices|suffice", "by calling|phoning|ringing|telephone|phone|telephoning", "orally|verbally", "by word of mouth", "over the phone|telephone"}

// forms finds a spoken form that the claim lets suffice where the sentence that it follows
// asks for a written one. It must not fire where the section speaks of the spoken form
// anywhere, for then it may be one of several, nor where the claim speaks of writing too.
func (x *Comparison) forms() {
	if x.Fit.Unit < 0 || x.Fit.Thin || x.Fit.UnitScore < placeScore || x.has("condition", "exception", "negation") ||
		!lexis.HasWord(x.Claim.Own, spoken) || lexis.HasWord(x.Claim.Own, onPaper+"|letter|mail|e-mail|email") || anyNegation(x.Claim.Own) {
		return
	}
	cue, found := lexis.SpanOfAny(x.Claim.Own, sufficing)
	at, written := lexis.SpanOfAny(x.Text.Units[x.Fit.Unit].Own, []string{"in writing", "written *"})
	if !found || !written {
		return
	}
	for u := range x.Text.Units {
		if lexis.HasWord(x.Text.Units[u].Own, spoken) {
			return
		}
	}
	claimed, enacted := x.Raw[cue.Start:cue.End], x.Text.Text[at.Start:at.End]
	x.differ("condition", claimed, enacted, cue, at, finding.Likely, fmt.Sprintf("the claim lets the spoken word suffice (%q) where the law says %q", claimed, enacted))
}
