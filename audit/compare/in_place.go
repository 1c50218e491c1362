package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/finding"
)

// toldShare is how much of a claim its sentence of the law must hold to be the one that
// it tells.
const toldShare = 0.6

// saidInPlace tells that the very sentence which the claim follows frees from what the
// claim frees from: "notice is not required if an inquiry shows no risk", where another
// sentence has the duty to give notice.
func (x *Comparison) saidInPlace(p *force.Predicate) bool {
	if p.Topic != "" {
		return x.heldInPlace(p)
	}
	verb := mainVerb(p.Action)
	if verb == "" || p.Force != force.NeedNot || x.Fit.Unit < 0 || x.Fit.UnitScore < toldShare {
		return false
	}
	for k := range x.Text.Predicates[x.Fit.Unit] {
		q := &x.Text.Predicates[x.Fit.Unit][k]
		if q.Force == p.Force && q.Topic == "" && !q.Subordinate && lexis.SetOf(q.Subject, q.Action)[verb] {
			return true
		}
	}
	return false
}

// heldInPlace tells that the very item which the claim follows is led into by the same
// statement: "employment records are outside" of "this part does not apply to: employment
// records".
func (x *Comparison) heldInPlace(p *force.Predicate) bool {
	if x.Fit.Unit < 0 || x.Fit.UnitScore < toldShare {
		return false
	}
	for u := x.Text.Units[x.Fit.Unit].Parent; u >= 0; u = x.Text.Units[u].Parent {
		for k := range x.Text.Predicates[u] {
			if q := &x.Text.Predicates[u][k]; q.Topic == p.Topic && q.Force == p.Force {
				return true
			}
		}
	}
	return false
}

// ofTheRest tells a ban on what is not listed, "no other fees may be charged", which a
// section that allows some fees has as well or not at all.
func (x *Comparison) ofTheRest(p *force.Predicate) bool {
	return p.Force == force.MustNot && lexis.PhraseIn(p.Subject, "no|any other|further|additional")
}

// opposedInPlace is the statement that leads into the item which the claim follows and says
// the opposite of it: "the rules bind hospitals" of "this section does not apply to: (b)
// hospitals"; nil for none. It must not fire where the claim makes an exception or sets a
// condition, nor in a clause that says when something else holds.
func (x *Comparison) opposedInPlace(p *force.Predicate) (*force.Predicate, int) {
	if p.Topic != "apply" || p.Subordinate || lexis.HasWord(p.Subject, "exemption|exemptions|exception|exceptions") || x.Claim.Conditional && !x.onItemAlone() || x.excepts() || x.Fit.Unit < 0 || x.Fit.UnitScore < toldShare {
		return nil, 0
	}
	for u := x.Text.Units[x.Fit.Unit].Parent; u >= 0; u = x.Text.Units[u].Parent {
		for k := range x.Text.Predicates[u] {
			if q := &x.Text.Predicates[u][k]; q.Topic == p.Topic && !q.Subordinate {
				if q.Force != p.Force {
					return q, u
				}
				return nil, 0
			}
		}
	}
	return nil, 0
}

// onItemAlone tells that the condition of a claim is the very item that it follows: "they do
// apply when pilots share a chart" of "the sharing of a chart by pilots".
func (x *Comparison) onItemAlone() bool {
	said := lexis.Content(behindIf(x.Answer, x.Claim.Own))
	return len(said) >= 2 && lexis.Contained(said, x.Law.Weight, x.Text.Units[max(0, x.Fit.Unit)].Set) >= mostOfCondition
}

// opposedBy records the difference.
func (x *Comparison) opposedBy(p *force.Predicate, u int) {
	claimed, enacted := x.Raw[p.Cue.Start:p.Cue.End], x.shown(x.Text.Units[u].Span)
	x.differ("negation", claimed, enacted, p.Cue, x.Text.Units[x.Fit.Unit].Span, finding.Likely, fmt.Sprintf("the claim says %q of what stands under %q", claimed, enacted))
}
