package audit

import (
	"fmt"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// A free paraphrase seldom has the law's verb: "the court cannot name another"
// beside "the court may appoint an assignee". So the force of a claim is held
// against all that the section lays down, and the clause nearest to it counts.

const (
	// kinFrom is how near the clause that contradicts must be, and of how many words.
	kinFrom  = 0.4
	kinWords = 2
	// kinAhead is how much nearer it must be than any clause that agrees.
	kinAhead = 0.09
	// wholeScore is how much of a claim its sentence must hold, kinPlain how near the
	// clause must be and kinFar how far any that agrees, for the difference to be
	// likely.
	wholeScore = 0.5
	kinPlain   = 0.65
	kinFar     = 0.3
)

// forces holds each modal of a claim against the clauses of the section: the
// nearest must not contradict it, unless one that agrees is as near. It must not
// fire where a sentence whose force is not read is the nearest, where the claim is
// a lead-in or states the law's way out, nor where its figures or parties differ
// already.
func (x *comparison) forces() {
	if x.fit.unit < 0 || x.claim.claim.Kind == answer.LeadIn || x.settledForce() || x.has("actor", "scope", "number", "deadline", "amount") {
		return
	}
	before := x.found
	if x.found = keepWhere(x.found, func(d Difference) bool { return !ofForce(d) }); x.forcesAstray(len(before) == len(x.found)) {
		return
	}
	x.found = before
}

// forcesAstray records the first force that is contradicted; only one that likely
// is, unless any will do.
func (x *comparison) forcesAstray(any bool) bool {
	for i := range x.claim.predicates {
		p := &x.claim.predicates[i]
		if x.aside(p) || p.force == mustNot && x.capsFigure(p) {
			continue
		}
		if w := x.weighed(p); w.contradicted(p) && x.oneMatter(p, w.worst) && (any || x.howSure(p, &w) == finding.Likely) {
			x.against(p, &w)
			return true
		}
	}
	return false
}

// settledForce tells that the forces were found to differ, and not only perhaps.
func (x *comparison) settledForce() bool {
	for _, d := range x.found {
		if ofForce(d) && d.Certainty != finding.Possible {
			return true
		}
	}
	return false
}

func ofForce(d Difference) bool { return d.Slot == "negation" || d.Slot == "modality" }

// scales hold the nearest clause of each accord with a modal.
type scales struct {
	nearest [conflicts + 1]kin
	// worst is the nearest one that conflicts.
	worst *standing
}

// weighed lays a modal beside every clause of the section.
func (x *comparison) weighed(p *predicate) scales {
	var w scales
	list := x.text.standings()
	for i := range list {
		s := &list[i]
		k, a := x.kinship(p, s), x.accordOf(p, s)
		if k.share <= w.nearest[a].share {
			continue
		}
		if w.nearest[a] = k; a == conflicts {
			w.worst = s
		}
	}
	return w
}

// contradicted tells that the nearest clause is one that contradicts the modal.
func (w *scales) contradicted(p *predicate) bool {
	k := w.nearest[conflicts]
	if w.worst == nil || k.share < kinFrom || k.words < kinWords {
		return false
	}
	return w.nearest[agrees].share < k.share-kinAhead && w.nearest[yields].share <= k.share && slotOfForces(p, w.worst.predicate) != ""
}

// oneMatter wants, where claim and section share little, that the clause has the verb
// or the party of the claim: the section may be the wrong one.
func (x *comparison) oneMatter(p *predicate, s *standing) bool {
	return !x.fit.Thin || s.origin == spoken && (likeVerb(p, s.predicate) || sameDoer(p, s.predicate))
}

// against records the difference.
func (x *comparison) against(p *predicate, w *scales) {
	c := counter{predicate: w.worst.predicate, unit: w.worst.unit}
	claimed, enacted := x.raw[p.cue.Start:p.cue.End], x.text.text[c.cue.Start:c.cue.End]
	x.differ(slotOfForces(p, c.predicate), claimed, enacted, p.cue, clauseAround(x.text, &c), x.howSure(p, w),
		fmt.Sprintf("the claim says %q where the law says %q", claimed, enacted))
	if x.rivalled(p, w) || !x.grounds(p, w.worst.predicate, w.worst.unit) {
		x.faint()
	}
}

// howSure calls a difference likely where the claim has one modal and follows one
// sentence, of which the verb or the party is the claim's, and nothing in the
// section comes near to agreeing.
func (x *comparison) howSure(p *predicate, w *scales) finding.Certainty {
	s := w.worst
	if x.modals() == 1 && x.fit.unitScore >= wholeScore && s.unit == x.fit.unit && s.origin == spoken && (likeVerb(p, s.predicate) || sameDoer(p, s.predicate)) &&
		w.nearest[conflicts].share >= kinPlain && w.nearest[agrees].share < kinFar {
		return finding.Likely
	}
	return finding.Possible
}

// otherHalf tells that a figure parts the claim from the sentence: "under fourteen
// may not" is the other half of "not less than fourteen may".
func (x *comparison) otherHalf(u int) bool {
	for i := range x.claim.numbers {
		for k := range x.text.numbers[u] {
			if n, m := &x.claim.numbers[i], &x.text.numbers[u][k]; n.same(m) && opposed(n.bound, m.bound) {
				return true
			}
		}
	}
	return false
}
