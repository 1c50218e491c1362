package audit

import (
	"strings"

	"github.com/pincite/pincite/internal/finding"
)

// A clause with another force is often of another act that shares some nouns with the
// claim. What is told as a finding has grounds: the clause has the claim's act, the one
// who acts, and much of all that the claim says.

const (
	// groundShare is how much of a claim the clause's unit must hold, groundWords how
	// many of its words.
	groundShare = 0.43
	groundWords = 3
	// groundRival is how near a clause that agrees may be at most.
	groundRival = 0.33
)

// grounds tells that a modal and a clause with another force are of one act of one
// party. They must not be seen where only nouns about the act are shared, where the
// cue is of a heading, nor where a duty beside a ban is of another thing.
func (x *comparison) grounds(p, q *predicate, u int) bool {
	if q.capitalised(x.text.text) || p.topic != "" || dutyBesideBan(p, q) && !oneObject(p, q) {
		return p.topic != ""
	}
	wide, words := groundShare, groundWords
	if likeVerb(p, q) && oneObject(p, q) {
		wide, words = groundShare/2, groundWords-1
	}
	unit := &x.text.units[u]
	return x.oneAct(p, q) && x.sameSide(p, q, u) && shared(x.claim.own, unit.set) >= words && contained(x.claim.own, x.law.weight, unit.set, unit.leads) >= wide
}

// rivalled tells that a clause which agrees is too near for the force to be told as
// another; of the very deed only one that is about as near is.
func (x *comparison) rivalled(p *predicate, w *scales) bool {
	q, agreed := w.worst.predicate, w.nearest[agrees].share
	if likeVerb(p, q) && oneObject(p, q) {
		return agreed > w.nearest[conflicts].share-2*kinAhead
	}
	return agreed > groundRival
}

// oneAct tells one verb, or one thing that it is done to.
func (x *comparison) oneAct(p, q *predicate) bool {
	return likeVerb(p, q) || oneObject(p, q)
}

// oneObject tells that the first thing behind the claim's verb, or what is done with
// in the passive, stands close behind the law's modal or before its passive.
func oneObject(p, q *predicate) bool {
	held := setOf(q.action[:min(len(q.action), reachOfObject)])
	if undergoes(q) {
		held = setOf(q.subject[max(0, len(q.subject)-4):], subjectNouns(lastPart(q.subject)), q.action[:min(len(q.action), reachOfObject)])
	}
	head := objectHead(p)
	return head != "" && held[head]
}

// reachOfObject is how many words behind a modal its object is looked for.
const reachOfObject = 12

// objectHead is the last noun before what is said of the object of a modal's act.
func objectHead(p *predicate) string {
	list := p.action
	if undergoes(p) {
		list = lastPart(p.subject)
	}
	head, n := "", 0
	for _, w := range list {
		if n > 0 && oneOf(w.lower, "of|to|for|in|with|by|on|at|from|that|which|who|if|when|and|or|as|within|after|before|upon|under|about|unless|until") && (undergoes(p) || n > 1) {
			break
		}
		if w.term != "" {
			head, n = w.term, n+1
		}
	}
	if n < 2 && !undergoes(p) {
		return "" // the verb alone
	}
	return head
}

// sameSide tells that the law's sentence names the one who acts by the claim, or that
// one of the two names none.
func (x *comparison) sameSide(p, q *predicate, u int) bool {
	said, held := doersOf(p), doersOf(q)
	if len(said) == 0 || len(held) == 0 || shares(said, held) {
		return len(said) == 0 || len(held) > 0 || undergoes(q) || x.tellsOf(said, u)
	}
	return x.tellsOf(said, u)
}

// tellsOf tells that a unit has the party, his noun, or the verb of which it is made:
// whoever sells is a seller.
func (x *comparison) tellsOf(said []doer, u int) bool {
	unit := &x.text.units[u]
	for _, d := range said {
		if d.name != "" && x.namedInUnit(u, d.name) {
			return true
		}
		for _, w := range unit.own {
			if n := len(d.term) - 2; n > 2 && strings.HasPrefix(w.term, d.term[:n]) {
				return true
			}
		}
	}
	return false
}

// capitalised tells words of force in a heading: "Have the Right".
func (p *predicate) capitalised(text string) bool {
	words := strings.Fields(text[p.cue.Start:p.cue.End])
	n := 0
	for _, w := range words {
		if w[0] >= 'A' && w[0] <= 'Z' {
			n++
		}
	}
	return n > 1
}

// faint marks the last difference as no finding, unless it is likely.
func (x *comparison) faint() {
	d := &x.found[len(x.found)-1]
	d.Faint = d.Certainty == finding.Possible
}
