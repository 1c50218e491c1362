package compare

import (
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
)

// aroundShare is what a word beside the act weighs of one that names it, and a word
// in a limit of the law of one in its clause.
const aroundShare = 0.5

// kin is how near a standing is to a claim: the share of the claim's words, of
// those that the section has at all, which stand in it, and how many those are.
type kin struct {
	share float64
	words int
}

// kinship measures a standing by the claim's act first, and by who does it and
// when next. Words that no clause of the section has tell none of them from another.
func (x *Comparison) kinship(p *force.Predicate, s *enacted.Standing) kin {
	act, told := x.parted(p)
	m := measured{x: x, s: s, seen: lexis.TermSet{}}
	m.add(act, 1)
	if s.Origin != enacted.Limiting { // else a duty of its own, and not when the rule holds
		for _, list := range [][]lexis.Word{told, force.LastPart(p.Subject), x.beside(p)} {
			m.add(list, aroundShare)
		}
	}
	k := m.kin()
	if len(s.Action) > 0 && force.LikeVerb(p, &force.Predicate{Action: s.Action[:min(len(s.Action), 3)]}) {
		k.share += verbShare
	}
	if sameDoer(p, s.Predicate) {
		k.share += doerShare
	}
	return k
}

// measured sums up the words of a claim beside one standing.
type measured struct {
	x          *Comparison
	s          *enacted.Standing
	seen       lexis.TermSet
	all, found float64
	words      int
}

// add counts the words of a list that are new, each for so much of its weight.
func (m *measured) add(list []lexis.Word, share float64) {
	for _, w := range list {
		if w.Term == "" || m.seen[w.Term] || !inRows(w.Term, m.x.Text.All) {
			continue
		}
		m.seen[w.Term] = true
		weight := m.x.Law.Weight(w.Term) * share
		m.all += weight
		if inRows(w.Term, m.s.Words) {
			m.found, m.words = m.found+weight, m.words+1
		} else if inRows(w.Term, m.s.Around) {
			m.found, m.words = m.found+weight*aroundShare, m.words+1
		}
	}
}

// kin is the sum, with room left for one verb and one party.
func (m *measured) kin() kin {
	k := kin{words: m.words}
	if m.all > 0 {
		k.share = m.found / m.all * (1 - verbShare - doerShare)
	}
	return k
}

// What one verb and one party before it add.
const (
	verbShare = 0.1
	doerShare = 0.1
)

// parted parts what is done from when, and from what is said of it: of "has to tell
// them that they may appeal" the duty is to tell.
func (x *Comparison) parted(p *force.Predicate) (act, told []lexis.Word) {
	for i := 1; i < len(p.Action); i++ {
		w := p.Action[i].Lower
		if lexis.OneOf(w, "that|who|which|whether|how") && x.modalWithin(p.Action[i:]) ||
			lexis.OneOf(w, force.ClauseEnds) && len(lexis.Content(p.Action[:i])) > 0 {
			return p.Action[:i], p.Action[i:]
		}
	}
	return p.Action, nil
}

// modalWithin tells that a modal of the claim stands among the words.
func (x *Comparison) modalWithin(list []lexis.Word) bool {
	s := lexis.Covering(list)
	for i := range x.Claim.Predicates {
		if q := &x.Claim.Predicates[i]; q.Topic == "" && q.Cue.Start >= s.Start && q.Cue.End <= s.End {
			return true
		}
	}
	return false
}

// beside are the other words of a claim with one modal: its conditions too.
func (x *Comparison) beside(p *force.Predicate) []lexis.Word {
	if x.modals() > 1 {
		return nil
	}
	return x.Claim.Own
}

// inRows tells a term of a set, or one of its row of verbs.
func inRows(term string, set lexis.TermSet) bool {
	if set[term] {
		return true
	}
	for _, k := range lexis.VerbRows[term] {
		for _, other := range rowTerms[k] {
			if set[other] {
				return true
			}
		}
	}
	return false
}

var rowTerms = lexis.FoldedRows(lexis.LikeVerbs)

// sameDoer tells two active modals with one party or noun before them.
func sameDoer(p, q *force.Predicate) bool {
	if force.Undergoes(p) || force.Undergoes(q) {
		return false
	}
	said := force.SubjectNouns(force.LastPart(p.Subject))
	if len(said) == 0 {
		return false
	}
	held := force.SubjectNouns(force.LastPart(q.Subject))
	if lexis.SetOf(held)[said[len(said)-1].Term] {
		return true
	}
	who, whom := force.PartiesIn(said), force.PartiesIn(held)
	return len(who) > 0 && force.HasParty(whom, who[0].Name)
}
