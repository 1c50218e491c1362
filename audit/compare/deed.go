package compare

import (
	"strings"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

// Answers tell in the indicative what a statute orders: "the clerk issues the license" of
// "the clerk shall issue a license".

// deeds are the acts of a claim without a modal, each as a predicate of the force that the
// law's clause with that verb has; nil where the claim has a modal of its own.
func (x *Comparison) deeds() []force.Predicate {
	if x.modals() > 0 {
		return nil
	}
	var list []force.Predicate
	own := x.Claim.Own
	for i := 1; i < len(own); i++ {
		if s := x.ordering(own[i]); s != nil {
			from, to := lexis.ClauseAt(x.Answer, own, i, i+1)
			list = append(list, force.Predicate{Force: s.Force, Cue: lexis.Covering(own[i : i+1]), Subject: own[from:i], Action: own[i:to]})
		}
	}
	return list
}

// ordering is the first clause of the law that orders, allows or forbids what a verb in the
// indicative tells; nil for any other word.
func (x *Comparison) ordering(w lexis.Word) *enacted.Standing {
	if w.Term == "" || !strings.HasSuffix(w.Lower, "s") {
		return nil
	}
	list := x.Text.Standings()
	for i := range list {
		if s := &list[i]; s.Origin == enacted.Spoken && len(s.Action) > 0 {
			for _, verb := range lexis.VerbsOf(s.Action) {
				if verb == w.Term {
					return s
				}
			}
		}
	}
	return nil
}

// wrongOfficer finds an act that the claim gives to an office which the section names
// nowhere, where the clause with that verb and that object has another acting. It must not
// fire where that clause names nobody, or anybody.
func (x *Comparison) wrongOfficer(p *force.Predicate) bool {
	said := force.DoersOf(p)
	if len(said) != 1 || said[0].Name == "" || !x.foreignOffice(said[0]) {
		return false
	}
	list := x.Text.Standings()
	for i := range list {
		s := &list[i]
		held := x.doersOfLaw(s)
		if s.Origin == enacted.Spoken && len(held) > 0 && !force.OfAnybody(held) && force.LikeVerb(p, s.Predicate) &&
			oneObject(p, s.Predicate) {
			x.misplaced(p, s, kin{})
			return true
		}
	}
	return false
}

// foreignOffice tells a public office that no sentence of the section names.
func (x *Comparison) foreignOffice(d force.Doer) bool {
	for u := range x.Text.Units {
		if x.namedInUnit(u, d.Name) {
			return false
		}
	}
	for _, p := range force.Offices(lexis.Words(x.Answer, answer.Span{Start: d.Span.Start, End: d.Span.End})) {
		if p.Name == d.Name {
			return true
		}
	}
	return false
}
