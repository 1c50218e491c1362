package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/finding"
)

// withouts finds a thing that the claim demands and the sentence of the law does without: "a
// bond has to be posted" of "the injunction shall be issued without bond". It must not fire
// where the section has the thing elsewhere, for then it may be demanded there, nor where
// the claim does without it too.
func (x *Comparison) withouts() {
	if x.Fit.Unit < 0 || x.Fit.Common < withoutWords || x.has("negation", "modality") || lexis.HasWord(x.Claim.Own, "without|no|not") {
		return
	}
	own := x.Text.Units[x.Fit.Unit].Own
	for i := range own {
		if own[i].Lower != "without" {
			continue
		}
		thing := lexis.Content(own[i+1 : min(len(own), i+3)])
		if len(thing) == 0 || x.timesHeld(thing[0].Term) > 1 {
			continue
		}
		if p := x.demanding(thing[0].Term); p != nil {
			at := lexis.Covering(own[i : i+2])
			claimed, enacted := x.Raw[p.Cue.Start:p.Cue.End], x.Text.Text[at.Start:at.End]
			x.differ("negation", claimed, enacted, p.Cue, at, finding.Likely, fmt.Sprintf("the claim says %q of what the law does %q", claimed, enacted))
			return
		}
	}
}

// withoutWords is how many words claim and law must share.
const withoutWords = 2

// timesHeld counts the words of the section that fold to a term.
func (x *Comparison) timesHeld(term string) int {
	n := 0
	for u := range x.Text.Units {
		for _, w := range x.Text.Units[u].Own {
			if w.Term == term {
				n++
			}
		}
	}
	return n
}

// demanding is the duty of the claim of which a thing is the subject or the object.
func (x *Comparison) demanding(term string) *force.Predicate {
	for i := range x.Claim.Predicates {
		p := &x.Claim.Predicates[i]
		if p.Force != force.Must || x.aside(p) {
			continue
		}
		if lexis.SetOf(p.Action[:min(len(p.Action), 4)])[term] || force.Undergoes(p) && lexis.SetOf(force.LastPart(p.Subject))[term] {
			return p
		}
	}
	return nil
}
