package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/finding"
)

// soft are words by which a law binds only as far as a thing can be done.
var soft = []string{"if|when|whenever|where|wherever possible|practicable|feasible", "if|when|whenever|where|wherever reasonably possible|practicable|feasible", "as far as|is possible|practicable|feasible", "insofar as possible|practicable", "to the extent possible|practicable|feasible", "to the greatest|maximum extent possible|practicable|feasible"}

// softNear is how well a claim must follow the sentence.
const softNear = 0.75

// softly finds a duty that the law lays down as far as it can be done, told without that: "must be
// placed together" of "whenever possible, must be placed together". It must not fire where the
// claim softens its duty in any words, nor on a claim that commands nothing.
func (x *Comparison) softly() {
	u := x.Fit.Unit
	if u < 0 || x.Fit.Thin || x.Fit.UnitScore < softNear || x.has("condition") || !x.Claim.Commands() ||
		lexis.HasWord(x.Claim.Own, "possible|practicable|feasible|possibly|can|should|try|tries|effort|efforts|ideally|generally|normally|usually|unless|if") {
		return
	}
	at, found := lexis.SpanOfAny(x.Text.Units[u].Own, soft)
	if !found || !force.Binds(x.Text.Predicates[u]) {
		return
	}
	said := x.shown(at)
	x.differ("condition", "unconditional", said, x.claimSpan(), at, finding.Likely, fmt.Sprintf("the law says so only as far as it can be done: %q", said))
}
