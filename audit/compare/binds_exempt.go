package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/finding"
)

// bindsExempt finds a duty or a ban that the claim lays on what the law's sentence exempts:
// "messages to customers need consent too" of "this section does not apply to a message to a
// customer". It must not fire where the claim frees or excepts, nor where the exempt is not
// all but named by what the claim says is bound.
func (x *Comparison) bindsExempt() {
	if x.Fit.Unit < 0 || x.Fit.Thin || x.has("negation", "modality") || x.excepts() || x.Claim.Frees() || x.Claim.Releases() || !x.Text.ReachesNot(x.exemptingUnit()) || x.isForm(x.exemptingUnit()) || x.isForm(x.Fit.Unit) || x.ofConditions() {
		return
	}
	u := &x.Text.Units[x.Fit.Unit]
	for i := range x.Claim.Predicates {
		p := &x.Claim.Predicates[i]
		bound := lexis.Content(force.LastPart(p.Subject))
		if p.Force != force.Must || x.aside(p) || len(lexis.SetOf(bound)) < exemptWords || lexis.Contained(bound, x.Law.Weight, u.Set) < exemptShare {
			continue
		}
		at := x.Text.Units[x.exemptingUnit()].Span
		claimed := x.Raw[p.Cue.Start:p.Cue.End]
		x.differ("negation", claimed, x.shown(at), p.Cue, at, finding.Likely, fmt.Sprintf("the claim says %q of what the law exempts: %q", claimed, x.shown(at)))
		return
	}
}

// exemptWords is how many words must name what is exempt.
const exemptWords = 3

// exemptingUnit is the sentence that the claim follows or, of an item, what leads into it.
func (x *Comparison) exemptingUnit() int {
	if u := x.Text.Units[x.Fit.Unit].Parent; u >= 0 && !x.Text.ReachesNot(x.Fit.Unit) {
		return u
	}
	return x.Fit.Unit
}

// ofConditions tells an item of "does not apply if:", which is no one exempt but what has to be
// done for it.
func (x *Comparison) ofConditions() bool {
	lead := x.Text.Units[x.Fit.Unit].Lead
	n := len(lead)
	return n > 0 && lexis.OneOf(lead[n-1].Lower, "if|when|where|unless|provided|that|person")
}
