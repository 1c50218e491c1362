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
	var k kin
	all, seen := 0.0, termSet{}
	act, told := x.parted(p)
	lists := [][]word{act, told, lastPart(p.subject), x.beside(p)}
	if s.origin == limiting {
		lists = lists[:1] // a duty of its own, and not when the rule holds
	}
	for i, list := range lists {
		for _, w := range list {
			if w.term == "" || seen[w.term] || !inRows(w.term, x.text.all) {
				continue
			}
			seen[w.term] = true
			weight := x.law.weight(w.term)
			if i > 0 {
				weight *= aroundShare
			}
			all += weight
			if inRows(w.term, s.words) {
				k.share, k.words = k.share+weight, k.words+1
			} else if inRows(w.term, s.around) {
				k.share, k.words = k.share+weight*aroundShare, k.words+1
			}
		}
	}
	if all > 0 {
		k.share /= all
	}
	k.share *= 1 - verbShare - doerShare
	if len(s.action) > 0 && likeVerb(p, &predicate{action: s.action[:min(len(s.action), 3)]}) {
		k.share += verbShare
	}
	if sameDoer(p, s.predicate) {
		k.share += doerShare
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
