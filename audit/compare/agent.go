package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/finding"
)

const (
	// agentWords and agentShare are how much of a passive with its agent must stand in
	// the sentence whose verb it has.
	agentWords = 3
	agentShare = 0.4
	// agentLead is how much more of the claim it must hold than any clause in which the
	// agent does the same.
	agentLead = 0.15
)

// agents finds a passive whose agent is the one to whom the law has another do that
// very act: "the bill must be handed over by the guest" where the host shall hand it to
// the guest. It must not fire where the agent does the same act in any clause, where
// the law's clause does not name him behind its verb, nor where its subject is anybody.
func (x *Comparison) agents() bool {
	for i := range x.Claim.Predicates {
		p := &x.Claim.Predicates[i]
		if x.aside(p) || !force.Undergoes(p) || !lexis.HasWord(p.Action, "by") {
			continue
		}
		if s := x.putOnReceiver(p); s != nil {
			x.byAnother(p, s)
			return true
		}
	}
	return false
}

// putOnReceiver is the clause with the verb of a passive in which its agent receives.
func (x *Comparison) putOnReceiver(p *force.Predicate) *enacted.Standing {
	said := force.DoersOf(p)
	if len(said) == 0 || force.OfAnybody(said) {
		return nil
	}
	var best *enacted.Standing
	var near, own float64
	list := x.Text.Standings()
	for i := range list {
		s := &list[i]
		if s.Origin != enacted.Spoken || !force.LikeVerb(p, &force.Predicate{Action: s.Action[:min(len(s.Action), 4)]}) {
			continue
		}
		share := lexis.Contained(x.Claim.Own, x.Law.Weight, s.Words, s.Around)
		if stands(said, force.LastPart(s.Subject)) || force.Shares(said, x.doersOfLaw(s)) {
			own = max(own, share)
		} else if share > near && x.receivesIn(said, p, s) {
			best, near = s, share
		}
	}
	if near < own+agentLead {
		return nil
	}
	return best
}

// receivesIn tells that one of them stands behind the verb of an active clause of the
// same force, and the sentence has enough of the claim.
func (x *Comparison) receivesIn(said []force.Doer, p *force.Predicate, s *enacted.Standing) bool {
	u := &x.Text.Units[s.Unit]
	return force.OneForce(p, s.Predicate) && !force.Undergoes(s.Predicate) &&
		len(force.SubjectNouns(force.LastPart(s.Subject))) > 0 && stands(said, s.Action) &&
		lexis.Shared(x.Claim.Own, u.Set) >= agentWords && lexis.Contained(x.Claim.Own, x.Law.Weight, u.Set, u.Leads) >= agentShare
}

// stands tells that one of the doers is named among the words.
func stands(said []force.Doer, list []lexis.Word) bool {
	terms, known := lexis.SetOf(list), force.PartiesIn(list)
	for _, d := range said {
		if d.Term != "" && terms[d.Term] || d.Name != "" && force.HasParty(known, d.Name) {
			return true
		}
	}
	return false
}

// byAnother records the difference.
func (x *Comparison) byAnother(p *force.Predicate, s *enacted.Standing) {
	said, held := force.DoersOf(p)[0].Span, lexis.Covering(force.SubjectNouns(force.LastPart(s.Subject)))
	x.differ("actor", x.Raw[said.Start:said.End], x.Text.Text[held.Start:held.End], said, held, finding.Likely,
		fmt.Sprintf("who acts: the claim says %q, the law %q", x.Raw[said.Start:said.End], x.Text.Text[held.Start:held.End]))
}

// reserved finds an act that the law reserves to one and the claim gives to another:
// "only the harbor master may" said of the pilots. It must not fire where the claim
// names the one who alone acts, nor on another verb.
func (x *Comparison) reserved() bool {
	for i := range x.Claim.Predicates {
		p := &x.Claim.Predicates[i]
		said := force.DoersOf(p)
		if x.aside(p) || len(said) == 0 || force.OfAnybody(said) {
			continue
		}
		for k := range x.Text.Standings() {
			s := &x.Text.Standings()[k]
			if s.Origin == enacted.Spoken && x.alone(s) &&
				force.LikeVerb(p, &force.Predicate{Action: s.Action[:min(len(s.Action), 3)]}) &&
				!force.Shares(said, force.DoersOf(s.Predicate)) {
				x.byAnother(p, s)
				return true
			}
		}
	}
	return false
}

// exclusive finds an act that the claim leaves to one alone and the law gives to another,
// where the section names the claim's one nowhere: "only the attorney general may ask for
// an injunction" where "a homeowner may bring an action". It must not fire where the
// law's clause shares little with the claim.
func (x *Comparison) exclusive() bool {
	for i := range x.Claim.Predicates {
		p := &x.Claim.Predicates[i]
		part := force.LastPart(p.Subject)
		said := force.DoersOf(p)
		if p.Force != force.May || len(part) == 0 || part[0].Lower != "only" || len(said) != 1 || !x.foreignOffice(said[0]) {
			continue
		}
		if s := x.givenTo(p, said); s != nil {
			x.misplaced(p, s, kin{})
			return true
		}
	}
	return false
}

// givenTo is the clause nearest to a permission that gives leave to others than those; nil
// for none.
func (x *Comparison) givenTo(p *force.Predicate, said []force.Doer) *enacted.Standing {
	var best *enacted.Standing
	near := exclusiveNear
	list := x.Text.Standings()
	for i := range list {
		s := &list[i]
		if held := x.doersOfLaw(s); s.Origin == enacted.Spoken && s.Force == force.May && len(held) > 0 && !force.Shares(said, held) {
			if k := x.kinship(p, s); k.share >= near && k.words >= kinWords {
				best, near = s, k.share
			}
		}
	}
	return best
}

// exclusiveNear is how near the clause must be.
const exclusiveNear = 0.35

// alone tells a clause whose subject is marked out by a leading "only".
func (x *Comparison) alone(s *enacted.Standing) bool {
	part := force.LastPart(s.Subject)
	return len(part) > 0 && part[0].Lower == "only" && len(force.DoersOf(s.Predicate)) > 0 && s.Force != force.MustNot
}
