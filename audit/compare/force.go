package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
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
func (x *Comparison) forces() {
	if x.Fit.Unit < 0 || x.Claim.Claim.Kind == answer.LeadIn || x.settledForce() ||
		x.has("actor", "scope", "number", "deadline", "amount") {
		return
	}
	before := x.Found
	if x.Found = lexis.KeepWhere(x.Found, func(d Difference) bool { return !ofForce(d) }); x.forcesAstray(len(before) == len(x.Found)) {
		return
	}
	x.Found = before
}

// forcesAstray records the first force that is contradicted; only one that likely
// is, unless any will do.
func (x *Comparison) forcesAstray(any bool) bool {
	for i := range x.Claim.Predicates {
		p := &x.Claim.Predicates[i]
		if x.aside(p) || x.ofTheRest(p) || p.Force == force.MustNot && x.capsFigure(p) || p.Force == force.May && x.reachesFigure(p) {
			continue
		}
		if w := x.weighed(p); w.contradicted(p, x.aheadOf(p, &w)) && x.oneMatter(p, w.worst) && (any || x.howSure(p, &w) == finding.Likely) {
			x.against(p, &w)
			return true
		}
	}
	return false
}

// settledForce tells that the forces were found to differ, and not only perhaps.
func (x *Comparison) settledForce() bool {
	for _, d := range x.Found {
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
	worst *enacted.Standing
}

// weighed lays a modal beside every clause of the section.
func (x *Comparison) weighed(p *force.Predicate) scales {
	var w scales
	list := x.Text.Standings()
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
func (w *scales) contradicted(p *force.Predicate, ahead float64) bool {
	k := w.nearest[conflicts]
	if w.worst == nil || k.share < kinFrom || k.words < kinWords {
		return false
	}
	return w.nearest[agrees].share < k.share-ahead && w.nearest[yields].share <= k.share+(kinAhead-ahead)/2 && slotOfForces(p, w.worst.Predicate) != ""
}

// aheadOf is how much nearer than any that agrees the clause must be: less where it is of
// the very sentence that the claim follows and has the claim's party acting.
func (x *Comparison) aheadOf(p *force.Predicate, w *scales) float64 {
	if w.worst != nil && w.worst.Unit == x.Fit.Unit && sameDoer(p, w.worst.Predicate) {
		return kinAhead / 3
	}
	return kinAhead
}

const (
	// leadBan is how near an item of banned terms must be for a claim that aligns thinly to
	// be of it, and leadWords of how many words.
	leadBan   = 0.75
	leadWords = 3
)

// oneMatter wants, where claim and section share little, that the clause has the verb
// or the party of the claim: the section may be the wrong one.
func (x *Comparison) oneMatter(p *force.Predicate, s *enacted.Standing) bool {
	return x.ofBannedTerms(p, s) || !x.Fit.Thin || x.turnedOutright(p) || s.Origin == enacted.Spoken && (force.LikeVerb(p, s.Predicate) || sameDoer(p, s.Predicate))
}

// ofBannedTerms tells that the claim is of an item of the terms that a lead-in bans.
func (x *Comparison) ofBannedTerms(p *force.Predicate, s *enacted.Standing) bool {
	k := x.kinship(p, s)
	return s.FromLead && s.Unit == x.Fit.Unit && k.share >= leadBan && k.words >= leadWords
}

// against records the difference.
func (x *Comparison) against(p *force.Predicate, w *scales) {
	c := counter{Predicate: w.worst.Predicate, unit: w.worst.Unit}
	claimed, enacted := saidForce(x.Raw, p), saidForce(x.Text.Text, c.Predicate)
	x.differ(slotOfForces(p, c.Predicate), claimed, enacted, p.Cue, clauseAround(x.Text, &c), x.howSure(p, w),
		fmt.Sprintf("the claim says %q where the law says %q", claimed, enacted))
	if (x.rivalled(p, w) || !x.grounds(p, w.worst.Predicate, w.worst.Unit)) && !x.deniedOutright(w.worst) && !x.followsClause(p, w) && !x.ofBannedTerms(p, w.worst) && !x.turnedOutright(p) {
		x.faint()
	}
}

const (
	// followShare is how near the clause must be, and followWords of how many words, for
	// the claim to follow it, whichever verb it has.
	followShare = 0.65
	followWords = 4
)

// followsClause tells a claim with one modal that follows one sentence, the clause's, where
// one of the two says what need not be done: "nobody needs to send a copy to the department"
// of "a copy shall be filed with the department".
func (x *Comparison) followsClause(p *force.Predicate, w *scales) bool {
	k := w.nearest[conflicts]
	return x.modals() == 1 && (p.Force == force.NeedNot || w.worst.Force == force.NeedNot) && w.worst.Unit == x.Fit.Unit && w.worst.Origin == enacted.Spoken && k.share >= followShare && k.words >= followWords &&
		!force.DutyBesideBan(p, w.worst.Predicate) && w.nearest[agrees].share < groundRival && x.sameSide(p, w.worst.Predicate, w.worst.Unit)
}

// howSure calls a difference likely where the claim has one modal and follows one
// sentence, of which the verb or the party is the claim's, and nothing in the
// section comes near to agreeing.
func (x *Comparison) howSure(p *force.Predicate, w *scales) finding.Certainty {
	s := w.worst
	if x.modals() == 1 && x.Fit.UnitScore >= wholeScore && s.Unit == x.Fit.Unit && s.Origin == enacted.Spoken &&
		(force.LikeVerb(p, s.Predicate) || sameDoer(p, s.Predicate)) &&
		w.nearest[conflicts].share >= kinPlain && w.nearest[agrees].share < kinFar {
		return finding.Likely
	}
	return finding.Possible
}

// otherHalf tells that a figure parts the claim from the sentence: "under fourteen
// may not" is the other half of "not less than fourteen may", and a sum below the bound
// of a ban is free.
func (x *Comparison) otherHalf(u int) bool {
	for i := range x.Claim.Numbers {
		for k := range x.Text.Numbers[u] {
			n, m := &x.Claim.Numbers[i], &x.Text.Numbers[u][k]
			if n.Same(m) && opposed(n.Bound, m.Bound) || n.Unit == "dollar" && m.Unit == "dollar" && x.allowsBelow(n, []rival{{Number: *m}}) {
				return true
			}
		}
	}
	return false
}
