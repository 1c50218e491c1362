package audit

import (
	"github.com/pincite/pincite/audit/claimed"
	"github.com/pincite/pincite/audit/compare"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
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
	*claimed.Text
	predicate *force.Predicate
	act       compare.Weighted
	terms     lexis.TermSet
}

// flatForces lists the claims of one modal.
func (r *Reading) flatForces() []flat {
	var list []flat
	for i := range r.Case.Answer.Claims {
		t := r.state.claim(&r.Case.Answer.Claims[i])
		if p := t.SoleForce(); p != nil {
			f := flat{Text: t, predicate: p, terms: lexis.SetOf(lexis.Conceptual(t.Lead), lexis.Conceptual(t.Own))}
			f.act.Add(lexis.Conceptual(p.Action), lexis.TermSet{}, r.Case.Law.ConceptWeight, 1)
			if len(f.act.Terms) >= leastAct {
				list = append(list, f)
			}
		}
	}
	return list
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
	if !against(p.Force, q.Force) || min(one.act.Share(two.terms, nil), two.act.Share(one.terms, nil)) < leastOpposed {
		return nil
	}
	if compare.Apart(one.Own, two.Own) || otherSubject(p, q) || (one.Conditional || two.Conditional) && !r.sameWords(one, two) {
		return nil
	}
	return &Conflict{First: one.Claim, Second: two.Claim, Slot: "modality", FirstSays: r.textAt(p.Cue), SecondSays: r.textAt(q.Cue), InFirst: p.Cue, InSecond: q.Cue,
		Certainty: finding.Likely, Why: "one sentence asks for or allows what the other frees from or forbids"}
}

// sameWords reports whether two claims are bound to the same condition: they are the
// same but for their force.
func (r *Reading) sameWords(one, two *flat) bool {
	var a, b compare.Weighted
	a.Add(lexis.Conceptual(one.Own), lexis.TermSet{}, r.Case.Law.ConceptWeight, 1)
	b.Add(lexis.Conceptual(two.Own), lexis.TermSet{}, r.Case.Law.ConceptWeight, 1)
	return one.Conditional == two.Conditional && min(a.Share(two.terms, nil), b.Share(one.terms, nil)) >= leastSame
}

func (r *Reading) textAt(s answer.Span) string { return r.Case.Answer.Text[s.Start:s.End] }

// against tells forces that cannot both be on one act of one party.
func against(a, b force.Force) bool {
	return a == force.Must && (b == force.NeedNot || b == force.MustNot) ||
		b == force.Must && (a == force.NeedNot || a == force.MustNot) || a == force.May && b == force.MustNot ||
		b == force.May && a == force.MustNot
}

// otherSubject tells two named subjects of which the one is not the other.
func otherSubject(p, q *force.Predicate) bool {
	a, b := force.SubjectNouns(force.LastPart(p.Subject)), force.SubjectNouns(force.LastPart(q.Subject))
	return len(a) > 0 && len(b) > 0 && force.AlienWords(a, b)
}
