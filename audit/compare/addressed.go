package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/finding"
)

// addressed finds an act that the claim gives to its reader and the law to another, whom
// the claim names besides: "you may cancel if the buyer has received nothing" where a
// buyer may cancel. It must not fire where the reader may be the one named ("as the
// buyer, you"), where the law's one who acts is anybody, where he is only whom the act is
// done to in another clause as near, nor on another verb or force.
func (x *Comparison) addressed() bool {
	if x.Fit.Unit < 0 || x.Fit.Thin {
		return false
	}
	for i := range x.Claim.Predicates {
		p := &x.Claim.Predicates[i]
		n := len(p.Subject)
		if x.aside(p) || n == 0 || p.Subject[n-1].Lower != "you" || force.Passive(p.Action) {
			continue
		}
		if s := x.actedBy(p); s != nil {
			said, held := lexis.Covering(p.Subject[n-1:]), lexis.Covering(force.SubjectNouns(force.LastPart(s.Subject)))
			claimed, enacted := x.Raw[said.Start:said.End], x.Text.Text[held.Start:held.End]
			x.differ("actor", claimed, enacted, said, held, finding.Likely, fmt.Sprintf("who acts: the claim says %q, the law %q", claimed, enacted))
			return true
		}
	}
	return false
}

// addressedShare is how near the law's clause must be.
const addressedShare = 0.6

// actedBy is the clause of the claim's sentence that gives the act to one whom the claim
// names as another than its reader.
func (x *Comparison) actedBy(p *force.Predicate) *enacted.Standing {
	list := x.Text.Standings()
	for k := range list {
		s := &list[k]
		if s.Origin != enacted.Spoken || s.Force != p.Force || !force.LikeVerb(p, &force.Predicate{Action: s.Action[:min(len(s.Action), 3)]}) || force.Undergoes(s.Predicate) {
			continue
		}
		nouns := force.SubjectNouns(force.LastPart(s.Subject))
		if len(nouns) > 0 && enacted.LeadsInto(x.Text.Units, s.Unit, x.Fit.Unit) && !x.namesApart(p, nouns[len(nouns)-1]) {
			return nil // the sentence that the claim follows gives the act to one who may be the reader
		}
		if len(nouns) == 0 || lexis.HasWord(force.LastPart(s.Subject), "or|and") || force.SideOf(nouns) == force.Unsided || !x.namesApart(p, nouns[len(nouns)-1]) || x.kinship(p, s).share < addressedShare {
			continue
		}
		return s
	}
	return nil
}

// namesApart tells that the claim names somebody with "the" or "a" before him, and not as
// what the reader is.
func (x *Comparison) namesApart(p *force.Predicate, noun lexis.Word) bool {
	own := x.Claim.Own
	for i := 1; i < len(own); i++ {
		if noun.Term == "" || own[i].Term != noun.Term || !lexis.OneOf(own[i-1].Lower, "the|a") {
			continue
		}
		return i < 2 || !lexis.OneOf(own[i-2].Lower, "as|you|being|you're|are")
	}
	return false
}
