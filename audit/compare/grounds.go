package compare

import (
	"strings"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
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
	// sentenceShare is how much a sentence must hold for the one who acts to be ground
	// enough.
	sentenceShare = 0.62
	// groundRival is how near a clause that agrees may be at most.
	groundRival = 0.33
)

// grounds tells that a modal and a clause with another force are of one act of one
// party. They must not be seen where only nouns about the act are shared, where the
// cue is of a heading, nor where a duty beside a ban is of another thing.
func (x *Comparison) grounds(p, q *force.Predicate, u int) bool {
	if q.Capitalised(x.Text.Text) || p.Topic != "" || force.DutyBesideBan(p, q) && !oneObject(p, q) {
		return p.Topic != ""
	}
	wide, words := groundShare, groundWords
	if force.LikeVerb(p, q) && oneObject(p, q) {
		wide, words = groundShare/2, groundWords-1
	} else if u == x.Fit.Unit && sameDoer(p, q) && oneObject(p, q) {
		wide = groundShare * 0.8
	}
	unit, said := &x.Text.Units[u], x.ofModal(p)
	return (x.oneAct(p, q) || x.oneSentence(p, q, u)) && x.sameSide(p, q, u) &&
		lexis.Shared(said, unit.Set) >= words &&
		lexis.Contained(said, x.Law.Weight, unit.Set, unit.Leads) >= wide
}

// ofModal are the words of a claim that one of its modals is about: all of a claim with
// one, the clause of one of several.
func (x *Comparison) ofModal(p *force.Predicate) []lexis.Word {
	if x.modals() < 2 {
		return x.Claim.Own
	}
	return append(append([]lexis.Word{}, p.Subject...), p.Action...)
}

// rivalled tells that a clause which agrees is too near for the force to be told as
// another; of the very deed only one that is about as near is.
func (x *Comparison) rivalled(p *force.Predicate, w *scales) bool {
	q, agreed := w.worst.Predicate, w.nearest[agrees].share
	if force.LikeVerb(p, q) && oneObject(p, q) {
		return agreed > w.nearest[conflicts].share-2*kinAhead
	}
	if w.worst.Unit == x.Fit.Unit && sameDoer(p, q) && oneObject(p, q) {
		return agreed > w.nearest[conflicts].share-kinAhead/2 // its sentence, its party and its object
	}
	return agreed > groundRival
}

// outrightShare is how much of a claim its section must hold for a "not" in the clause to be
// ground enough.
const outrightShare = 0.65

// deniedOutright tells that the clause denies in so many words what a claim without any
// denial of its own affirms, and that the claim follows the section closely.
func (x *Comparison) deniedOutright(s *enacted.Standing) bool {
	if x.Fit.Thin || x.Fit.Score < outrightShare || s.Origin != enacted.Spoken || s.Force == force.May || s.Force == force.Must {
		return false
	}
	if x.Claim.Denies() || lexis.HasWord(x.Claim.Own, "unless|except|only|but") {
		return false
	}
	cue := strings.ToLower(x.Text.Text[s.Cue.Start:s.Cue.End])
	return strings.Contains(cue, " not ") || strings.HasSuffix(cue, " not")
}

// oneSentence tells that the claim follows the clause's sentence closely and both name
// the same one who acts: "the commission must run a background check" beside "the
// commission may request a first-time applicant to pass a background check".
func (x *Comparison) oneSentence(p, q *force.Predicate, u int) bool {
	unit := &x.Text.Units[u]
	return u == x.Fit.Unit && sameDoer(p, q) && lexis.Contained(x.Claim.Own, x.Law.Weight, unit.Set, unit.Leads) >= sentenceShare
}

// oneAct tells one verb, or one thing that it is done to.
func (x *Comparison) oneAct(p, q *force.Predicate) bool {
	return force.LikeVerb(p, q) || oneObject(p, q)
}

// oneObject tells that the first thing behind the claim's verb, or what is done with
// in the passive, stands close behind the law's modal or before its passive.
func oneObject(p, q *force.Predicate) bool {
	held := lexis.SetOf(q.Action[:min(len(q.Action), reachOfObject)])
	if force.Undergoes(q) {
		held = lexis.SetOf(q.Subject[max(0, len(q.Subject)-4):], force.SubjectNouns(force.LastPart(q.Subject)), q.Action[:min(len(q.Action), reachOfObject)])
	}
	head := objectHead(p)
	return head != "" && held[head]
}

// reachOfObject is how many words behind a modal its object is looked for.
const reachOfObject = 12

// objectHead is the last noun before what is said of the object of a modal's act.
func objectHead(p *force.Predicate) string {
	list := p.Action
	if force.Undergoes(p) {
		list = force.LastPart(p.Subject)
	}
	head, n := "", 0
	for _, w := range list {
		if n > 0 &&
			lexis.OneOf(w.Lower, "of|to|for|in|with|by|on|at|from|that|which|who|if|when|and|or|as|within|after|before|upon|under|about|unless|until|once|where|while|whenever") &&
			(force.Undergoes(p) || n > 1) {
			break
		}
		if w.Term != "" {
			head, n = w.Term, n+1
		}
	}
	if n < 2 && !force.Undergoes(p) {
		return "" // the verb alone
	}
	return head
}

// sameSide tells that the law's sentence names the one who acts by the claim, or that
// one of the two names none.
func (x *Comparison) sameSide(p, q *force.Predicate, u int) bool {
	said, held := force.DoersOf(p), force.DoersOf(q)
	if len(said) == 0 || len(held) == 0 || force.Shares(said, held) {
		return len(said) == 0 || len(held) > 0 || force.Undergoes(q) || x.tellsOf(said, u)
	}
	return x.tellsOf(said, u)
}

// tellsOf tells that a unit has the party, his noun, or the verb of which it is made:
// whoever sells is a seller.
func (x *Comparison) tellsOf(said []force.Doer, u int) bool {
	unit := &x.Text.Units[u]
	for _, d := range said {
		if d.Name != "" && x.namedInUnit(u, d.Name) {
			return true
		}
		for _, w := range unit.Own {
			if n := len(d.Term) - 2; n > 2 && strings.HasPrefix(w.Term, d.Term[:n]) {
				return true
			}
		}
	}
	return false
}

const (
	// turnedNear is how near the clause must be, and turnedRival how far any that agrees.
	turnedNear  = 0.6
	turnedRival = 0.2
)

// turnedOutright tells that the sentence which the claim follows allows what the claim
// forbids or forbids what it allows, or leaves to somebody what the claim has him do, and
// that nothing of the section comes near to agreeing. It must not tell so of what the act
// is done to ("can be fined"), nor of a duty on another.
func (x *Comparison) turnedOutright(p *force.Predicate) bool {
	w := x.weighed(p)
	s := w.worst
	if s == nil || !x.fitsAsWell(s.Unit) || s.Origin != enacted.Spoken || x.Fit.Thin && x.Fit.UnitScore < turnedNear ||
		w.nearest[conflicts].share < turnedNear || w.nearest[conflicts].words < kinWords || w.nearest[agrees].share >= turnedRival && w.nearest[agrees].words >= kinWords {
		return false
	}
	if p.Force == force.Must && s.Force == force.May {
		return sameDoer(p, s.Predicate)
	}
	return p.Force == force.May && s.Force == force.MustNot || p.Force == force.MustNot && s.Force == force.May
}

// fitSlack is how much less of a claim than the nearest sentence another may have.
const fitSlack = 0.02

// fitsAsWell tells the sentence that the claim follows, or one that has as much of it.
func (x *Comparison) fitsAsWell(u int) bool {
	return u == x.Fit.Unit || x.Fit.Unit >= 0 && x.ownWords(u) >= x.ownWords(x.Fit.Unit)-fitSlack
}

// faint marks the last difference as no finding, unless it is likely.
func (x *Comparison) faint() {
	d := &x.Found[len(x.Found)-1]
	d.Faint = d.Certainty == finding.Possible
}
