package audit

import (
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// forceConflicts are pairs of claims of one party and one act of which one asks for
// what the other frees from, or forbids what the other allows. A rule and its
// exception are none: neither may be bound to a case.
func (r *Reading) forceConflicts() []Conflict {
	var found []Conflict
	list := r.flatForces()
	for i := range list {
		for k := i + 1; k < len(list) && len(found) < MostConflicts; k++ {
			if c := r.opposed(&list[i], &list[k]); c != nil {
				found = append(found, *c)
			}
		}
	}
	return found
}

// flat is a claim that lays down one force.
type flat struct {
	*claimText
	predicate *predicate
	act       weighted
	terms     termSet
}

// flatForces lists the claims of one modal.
func (r *Reading) flatForces() []flat {
	var list []flat
	for i := range r.Case.Answer.Claims {
		t := r.state.claim(&r.Case.Answer.Claims[i])
		if p := t.soleForce(); p != nil {
			f := flat{claimText: t, predicate: p, terms: setOf(conceptual(t.lead), conceptual(t.own))}
			f.act.add(conceptual(p.action), termSet{}, r.Case.Law.conceptWeight, 1)
			if len(f.act.terms) >= leastAct {
				list = append(list, f)
			}
		}
	}
	return list
}

// soleForce is the one modal of a claim, nil where there are more or none.
func (c *claimText) soleForce() *predicate {
	var sole *predicate
	for i := range c.predicates {
		p := &c.predicates[i]
		if p.topic != "" || p.subordinate || p.relative() {
			continue
		}
		if sole != nil {
			return nil
		}
		sole = p
	}
	return sole
}

const (
	// leastAct is how many words of content name an act, and leastOpposed how far
	// two acts must be named alike to be one.
	leastAct     = 2
	leastOpposed = 0.7
	// leastSame is how far two claims must be alike for their condition to be one.
	leastSame = 0.85
)

// opposed compares the forces of two claims.
func (r *Reading) opposed(one, two *flat) *Conflict {
	p, q := one.predicate, two.predicate
	if !against(p.force, q.force) || min(one.act.share(two.terms, nil), two.act.share(one.terms, nil)) < leastOpposed {
		return nil
	}
	if apart(one.own, two.own) || otherSubject(p, q) || (one.conditional || two.conditional) && !r.sameWords(one, two) {
		return nil
	}
	return &Conflict{First: one.claim, Second: two.claim, Slot: "modality", FirstSays: r.textAt(p.cue), SecondSays: r.textAt(q.cue), InFirst: p.cue, InSecond: q.cue,
		Certainty: finding.Likely, Why: "one sentence asks for or allows what the other frees from or forbids"}
}

// sameWords reports whether two claims are bound to the same condition: they are the
// same but for their force.
func (r *Reading) sameWords(one, two *flat) bool {
	var a, b weighted
	a.add(conceptual(one.own), termSet{}, r.Case.Law.conceptWeight, 1)
	b.add(conceptual(two.own), termSet{}, r.Case.Law.conceptWeight, 1)
	return one.conditional == two.conditional && min(a.share(two.terms, nil), b.share(one.terms, nil)) >= leastSame
}

func (r *Reading) textAt(s answer.Span) string { return r.Case.Answer.Text[s.Start:s.End] }

// against tells forces that cannot both be on one act of one party.
func against(a, b force) bool {
	return a == must && (b == needNot || b == mustNot) || b == must && (a == needNot || a == mustNot) || a == may && b == mustNot || b == may && a == mustNot
}

// otherSubject tells two named subjects of which the one is not the other.
func otherSubject(p, q *predicate) bool {
	a, b := subjectNouns(lastPart(p.subject)), subjectNouns(lastPart(q.subject))
	return len(a) > 0 && len(b) > 0 && alienWords(a, b)
}
