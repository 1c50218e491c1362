package compare

import (
	"github.com/pincite/pincite/audit/lexis"
)

// onlyWhile finds a time, case or purpose to which the law keeps a thing and the claim
// says it does not: "not only while the car is out" of "only during each trip". It must not
// fire where the law sets several such bounds or the claim names none of the law's words.
func (x *Comparison) onlyWhile() {
	if x.has("negation", "modality", "scope") || x.Fit.Unit < 0 {
		return
	}
	cue, found := lexis.SpanOfAny(x.Claim.Own, []string{"not only|just while|during|when|if|for|in|on|where"})
	if !found {
		return
	}
	behind := lexis.KeepWhere(lexis.Content(x.Claim.Own), func(w lexis.Word) bool { return w.Start >= cue.End })
	for u := range x.Text.Units {
		own := x.Text.Units[u].Own
		from, bounded := lexis.FirstPhrase(own, []string{"only while|during|when|if|for|in|on|where"})
		if !bounded || lexis.Shared(x.Claim.Own, x.Text.Units[u].Set) < 2 ||
			lexis.Shared(behind, lexis.SetOf(own[from:min(len(own), from+10)])) == 0 {
			continue
		}
		at := lexis.Covering(own[from:min(len(own), from+8)])
		x.gainsay(cue, at)
		return
	}
}
