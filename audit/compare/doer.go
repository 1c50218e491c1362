package compare

import (
	"fmt"
	"slices"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/index"
)

// doers finds a claim in which somebody does what the law has another do, where the
// nearest clause names him in another part: the one to whom, for whom or about whom it
// is done. It must not fire where he acts in any clause about as near, where the law's
// doer is anybody or is not named, where the claim only says what he gets, nor where
// the two forces are not one.
func (x *Comparison) doers() {
	acts := append(slices.Clip(x.Claim.Predicates), x.deeds()...)
	for i := range acts {
		p := &acts[i]
		if x.wrongOfficer(p) {
			return
		}
		if x.aside(p) || len(p.Action) == 0 || len(force.DoersOf(p)) == 0 {
			continue
		}
		if s, k := x.otherDoer(p); s != nil && !(force.OfAnybody(force.DoersOf(p)) && !x.knownDoers(s)) {
			x.misplaced(p, s, k)
			return
		}
	}
}

// knownDoers tells that a clause has a known party acting, such as a court: of any other
// noun "the company" may be a word.
func (x *Comparison) knownDoers(s *enacted.Standing) bool {
	for _, d := range x.doersOfLaw(s) {
		if d.Name != "" {
			return true
		}
	}
	return false
}

// otherDoer finds the clause nearest to a modal, if others act in it.
func (x *Comparison) otherDoer(p *force.Predicate) (*enacted.Standing, kin) {
	said := force.DoersOf(p)
	var best *enacted.Standing
	var near, own kin
	list := x.Text.Standings()
	for i := range list {
		s := &list[i]
		held := x.doersOfLaw(s)
		if len(held) == 0 || s.Origin != enacted.Spoken {
			continue
		}
		k := x.kinship(p, s)
		if force.Shares(said, held) && !x.marks(said, held, s) && !force.Handed(said, held, p, s.Predicate) || x.namesake(said, s) {
			if k.share > own.share {
				own = k
			}
		} else if (force.OneForce(p, s.Predicate) || p.Force == force.May && laidOpen(s.Predicate)) && k.share > near.share {
			best, near = s, k
		}
	}
	if best == nil || near.share < force.DoerNear && !x.ofOffice(p, best, near) || own.share > near.share-force.DoerAlike ||
		!(x.partIn(p, said, best) || x.ofOffice(p, best, near)) || !x.sameDeed(p, best, near) {
		return nil, kin{}
	}
	return best, near
}

// marks tells that the law's "person" is marked out by the claim's doer and hence is
// another: "a person that holds records of a resident shall" binds no resident.
func (x *Comparison) marks(said, held []force.Doer, s *enacted.Standing) bool {
	if len(held) != 1 || held[0].Name != "anyone" {
		return false
	}
	marking := lexis.WordsIn(x.Text.Units[s.Unit].Own, answer.Span{Start: held[0].Span.End, End: s.Cue.Start})
	for i := range marking {
		if lexis.OneOf(marking[i].Lower, "of|to|with|from|about|against") {
			if them := force.DoersIn(marking[i+1:]); len(them) > 0 && them[0].Name != "regulated" &&
				them[0].Name != "anyone" && !force.OfAnybody(said) && force.Shares(said, them[:1]) {
				return true
			}
		}
	}
	return false
}

// namesake tells one doer under two names: an "insurer" is an "insurance company".
func (x *Comparison) namesake(said []force.Doer, s *enacted.Standing) bool {
	for _, d := range said {
		for _, w := range force.HeadNouns(force.LastPart(s.Subject)) {
			if len(d.Term) >= force.StemLength && len(w.Term) >= force.StemLength && !force.Acts(w.Lower) &&
				d.Term[:force.StemLength] == w.Term[:force.StemLength] {
				return true
			}
		}
	}
	return false
}

// sameDeed wants the verb of the law, or most of what it is done to with a verb whose
// subject is not its receiver: who must receive a contract is given one by another.
func (x *Comparison) sameDeed(p *force.Predicate, s *enacted.Standing, k kin) bool {
	if p.Force == force.Must && lexis.OneOf(force.FirstVerb(p.Action), "receive|get") && lexis.OneOf(force.FirstVerb(s.Action), "provide|give|deliver|send|furnish|supply|mail|hand") {
		return false
	}
	return force.LikeVerb(p, &force.Predicate{Action: s.Action[:min(len(s.Action), 6)]}) ||
		k.words >= force.DoerWords && !lexis.OneOf(force.FirstVerb(p.Action), force.Receiving)
}

// doersOfLaw are those of a clause; where its subject is longer than what is kept of
// it, those with which the sentence opens.
func (x *Comparison) doersOfLaw(s *enacted.Standing) []force.Doer {
	if s.Cut && !force.Undergoes(s.Predicate) && len(force.LastPart(s.Subject)) == len(s.Subject) {
		own := x.Text.Units[s.Unit].Own
		return force.DoersIn(own[:min(len(own), 7)])
	}
	if last := force.LastPart(s.Subject); len(last) > 0 && len(last) < len(s.Subject) && !force.Undergoes(s.Predicate) && lexis.OneOf(last[0].Lower, "either|or|directly|through|whether|including") {
		return x.markedDoers(s) // "a maker who sells, either directly or through a dealer, shall"
	}
	if list := force.DoersOf(s.Predicate); len(list) > 0 || force.Undergoes(s.Predicate) {
		return list
	}
	return x.markedDoers(s)
}

// markedDoers are those with whom a sentence opens that marks them out with stops of its
// own: "a keeper who trades by rail, road or river shall".
func (x *Comparison) markedDoers(s *enacted.Standing) []force.Doer {
	own := x.Text.Units[s.Unit].Own
	head := own[:min(len(own), 7)]
	if len(head) < 4 || s.Cue.Start < head[len(head)-1].End || !lexis.HasWord(head[:min(3, len(head))], "a|an|the|each|every|any") || !lexis.HasWord(head, "who|that|which") {
		return nil
	}
	for k := range x.Text.Predicates[s.Unit] {
		if q := &x.Text.Predicates[s.Unit][k]; q.Topic == "" && !q.Relative() && q.Cue.Start < s.Cue.Start {
			return nil // of another modal
		}
	}
	return force.DoersIn(head)
}

// ofOffice tells that the law has a public body or officer do what the claim has somebody
// on one side of a deal do, by that very verb: then a little less need be alike.
func (x *Comparison) ofOffice(p *force.Predicate, s *enacted.Standing, near kin) bool {
	if near.share < officeShare || near.words < force.DoerWords || !force.LikeVerb(p, s.Predicate) || !force.Private(force.DoersOf(p)) {
		return false
	}
	return slices.ContainsFunc(x.doersOfLaw(s), func(d force.Doer) bool { return d.Public })
}

// officeShare is how near such a clause must be.
const officeShare = 0.5

// partIn tells that the clause, or for an act of one verb the section, names one of
// them in another part.
func (x *Comparison) partIn(p *force.Predicate, said []force.Doer, s *enacted.Standing) bool {
	for _, d := range said {
		if d.Term != "" &&
			(s.Words[d.Term] || s.Around[d.Term] || force.LikeVerb(p, s.Predicate) && x.Text.All[d.Term]) ||
			d.Name != "" && (x.namedInUnit(s.Unit, d.Name) || x.strangeOffice(d.Name)) {
			return true
		}
	}
	return false
}

// strangeOffice tells a public office, of those that no other name stands for, that the
// section and its catchline name nowhere.
func (x *Comparison) strangeOffice(name string) bool {
	if !lexis.OneOf(name, "attorney general|district attorney|governor|secretary of state|mayor|police") {
		return false
	}
	for u := range x.Text.Units {
		if x.namedInUnit(u, name) {
			return false
		}
	}
	return !x.Text.Title[index.Fold(force.LastWord(name))]
}

// misplaced records the difference.
func (x *Comparison) misplaced(p *force.Predicate, s *enacted.Standing, k kin) {
	said, held := force.DoersOf(p)[0], x.doersOfLaw(s)[0]
	claimed, enacted := x.Raw[said.Span.Start:said.Span.End], x.Text.Text[held.Span.Start:held.Span.End]
	certainty := finding.Possible
	if k.share >= kinPlain && k.words >= force.DoerWords && force.LikeVerb(p, s.Predicate) && x.modals() == 1 {
		certainty = finding.Likely
	}
	x.differ("actor", claimed, enacted, said.Span, held.Span, certainty, fmt.Sprintf("who acts: the claim says %q, the law %q", claimed, enacted))
}
