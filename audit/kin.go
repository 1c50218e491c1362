package audit

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
func (x *comparison) kinship(p *predicate, s *standing) kin {
	act, told := x.parted(p)
	m := measured{x: x, s: s, seen: termSet{}}
	m.add(act, 1)
	if s.origin != limiting { // else a duty of its own, and not when the rule holds
		for _, list := range [][]word{told, lastPart(p.subject), x.beside(p)} {
			m.add(list, aroundShare)
		}
	}
	k := m.kin()
	if len(s.action) > 0 && likeVerb(p, &predicate{action: s.action[:min(len(s.action), 3)]}) {
		k.share += verbShare
	}
	if sameDoer(p, s.predicate) {
		k.share += doerShare
	}
	return k
}

// measured sums up the words of a claim beside one standing.
type measured struct {
	x          *comparison
	s          *standing
	seen       termSet
	all, found float64
	words      int
}

// add counts the words of a list that are new, each for so much of its weight.
func (m *measured) add(list []word, share float64) {
	for _, w := range list {
		if w.term == "" || m.seen[w.term] || !inRows(w.term, m.x.text.all) {
			continue
		}
		m.seen[w.term] = true
		weight := m.x.law.weight(w.term) * share
		m.all += weight
		if inRows(w.term, m.s.words) {
			m.found, m.words = m.found+weight, m.words+1
		} else if inRows(w.term, m.s.around) {
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
func (x *comparison) parted(p *predicate) (act, told []word) {
	for i := 1; i < len(p.action); i++ {
		w := p.action[i].lower
		if oneOf(w, "that|who|which|whether|how") && x.modalWithin(p.action[i:]) || oneOf(w, clauseEnds) && len(content(p.action[:i])) > 0 {
			return p.action[:i], p.action[i:]
		}
	}
	return p.action, nil
}

// modalWithin tells that a modal of the claim stands among the words.
func (x *comparison) modalWithin(list []word) bool {
	s := covering(list)
	for i := range x.claim.predicates {
		if q := &x.claim.predicates[i]; q.topic == "" && q.cue.Start >= s.Start && q.cue.End <= s.End {
			return true
		}
	}
	return false
}

// beside are the other words of a claim with one modal: its conditions too.
func (x *comparison) beside(p *predicate) []word {
	if x.modals() > 1 {
		return nil
	}
	return x.claim.own
}

// inRows tells a term of a set, or one of its row of verbs.
func inRows(term string, set termSet) bool {
	if set[term] {
		return true
	}
	for _, k := range verbRows[term] {
		for _, other := range rowTerms[k] {
			if set[other] {
				return true
			}
		}
	}
	return false
}

var rowTerms = foldedRows(likeVerbs)

// sameDoer tells two active modals with one party or noun before them.
func sameDoer(p, q *predicate) bool {
	if undergoes(p) || undergoes(q) {
		return false
	}
	said := subjectNouns(lastPart(p.subject))
	if len(said) == 0 {
		return false
	}
	held := subjectNouns(lastPart(q.subject))
	if setOf(held)[said[len(said)-1].term] {
		return true
	}
	who, whom := partiesIn(said), partiesIn(held)
	return len(who) > 0 && hasParty(whom, who[0].name)
}
