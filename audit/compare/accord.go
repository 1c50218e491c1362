package compare

import (
	"strings"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
)

// accord is how the force of a claim stands to that of a clause of the law on the
// same act.
type accord int

const (
	// unrelated: neither bears the other out nor contradicts it.
	unrelated accord = iota
	// agrees: the same force, in whatever words.
	agrees
	// yields: another force, that fair wording may give for it.
	yields
	// conflicts: what binds is said to be free, or what is free to bind.
	conflicts
)

// accordOf compares a claim's modal with a clause.
func (x *Comparison) accordOf(p *force.Predicate, s *enacted.Standing) accord {
	if exceeds(s.Predicate) && !goesOver(p) {
		return unrelated // a figure's bound
	}
	if s.Force == force.MustNot && enacted.LeadsInto(x.Text.Units, s.Unit, x.Fit.Unit) && x.Text.Excepts(s.Unit) {
		return unrelated // the ban whose exception the claim follows
	}
	if s.Origin == enacted.Silent || p.Force == s.Force {
		return agrees
	}
	if x.choiceGiven(p, s.Unit) {
		return yields
	}
	if to := accords[p.Force]; to != nil {
		return to(x, p, s)
	}
	return unrelated
}

// accords compare each force of a claim with another of the law.
var accords = map[force.Force]func(*Comparison, *force.Predicate, *enacted.Standing) accord{
	force.May: (*Comparison).toFreedom, force.NeedNot: (*Comparison).toRelief, force.Must: (*Comparison).toDuty, force.MustNot: (*Comparison).toBan,
}

// freesToo tells a claim that says of what may be done that it need not be: "may, but
// does not have to". Then no duty is fairly worded by it.
func (x *Comparison) freesToo() bool {
	for i := range x.Claim.Predicates {
		if p := &x.Claim.Predicates[i]; p.Force == force.NeedNot && p.Topic == "" &&
			len(lexis.Content(p.Subject)) == 0 ||
			p.Force == force.NeedNot && len(p.Subject) > 0 && lexis.OneOf(p.Subject[len(p.Subject)-1].Lower, "but") {
			return true
		}
	}
	return false
}

// goesOver tells an act of having more of something.
func goesOver(p *force.Predicate) bool {
	return lexis.HasWord(p.Action[:min(len(p.Action), 4)], "exceed|more|higher|greater|longer|larger|above|over|beyond|past|later")
}

// toFreedom: the law must not bind, but for the way out that the claim takes.
func (x *Comparison) toFreedom(p *force.Predicate, s *enacted.Standing) accord {
	switch s.Force {
	case force.NeedNot:
		return yields
	case force.MustNot:
		if x.takesWayOut(p, s) || x.onlySo(p) || x.capped() || x.otherHalf(s.Unit) || x.exceptedIn(p, s.Predicate, s.Unit) {
			return agrees
		}
		return conflicts
	case force.Must:
		return x.toFreedomOfDuty(p, s)
	}
	return unrelated
}

// toFreedomOfDuty: what the law binds is free only in fair words for the duty.
func (x *Comparison) toFreedomOfDuty(p *force.Predicate, s *enacted.Standing) accord {
	switch {
	case x.freesToo():
		return conflicts
	case s.Origin == enacted.Limiting && x.onCondition():
		return yields
	case x.onlySo(p), x.mayBeFree(p, s), ofSome(p):
		return agrees
	}
	return conflicts
}

// capped tells a freedom that the claim itself ends: "may keep no more than", "can be
// exceeded only for good cause" forbid the rest.
func (x *Comparison) capped() bool {
	return lexis.HasWord(x.Claim.Own, "only|solely") || lexis.PhraseIn(x.Claim.Own, "no|not more|longer|later") ||
		lexis.PhraseIn(x.Claim.Own, "at most")
}

// mayBeFree tells a duty that somebody's freedom is a fair word for: one of several
// ways, what he receives, what a court measures, and what orders nothing.
func (x *Comparison) mayBeFree(p *force.Predicate, s *enacted.Standing) bool {
	return x.Text.Units[s.Unit].Alternative || choosesOne(p, s.Predicate) ||
		lexis.PhraseIn(p.Action, "or by|through|via|to|at|with") ||
		lexis.HasWord(p.Action, "or") && lexis.HasWord(p.Action, "by|through|via") || x.receives(p, s.Predicate) ||
		getsThing(p) || force.Declares(s.Predicate) || force.Punishes(s.Predicate) || x.excused(s.Unit) ||
		laidOpen(s.Predicate) || ofThoseOnly(s.Predicate) || letsDo(s.Predicate)
}

// letsDo tells a duty to let somebody act, which is his freedom: "shall (b) allow the owner to
// speak".
func letsDo(q *force.Predicate) bool {
	return lexis.HasWord(q.Action[:min(len(q.Action), 3)], "allow|permit|let|enable|authorize|entitle")
}

// getsThing tells "is entitled to a hearing": what somebody gets by another's duty.
func getsThing(p *force.Predicate) bool {
	return p.Force == force.May && len(p.Action) > 1 && p.Action[0].Lower == "to" &&
		lexis.OneOf(p.Action[1].Lower, "a|an|the|his|her|its|their|your|any")
}

// toRelief: the law must not make it a duty, but for an exception that the claim is.
func (x *Comparison) toRelief(p *force.Predicate, s *enacted.Standing) accord {
	switch s.Force {
	case force.May, force.MustNot:
		return yields
	case force.Must:
		if x.excused(s.Unit) || x.isWayOut(p, s.Unit) || x.complements(s.Unit) || force.Declares(s.Predicate) {
			return agrees
		}
		return conflicts
	}
	return unrelated
}

// toDuty: the law must not leave it free. A ban in other words is a duty, unless it
// is on that very verb.
func (x *Comparison) toDuty(p *force.Predicate, s *enacted.Standing) accord {
	switch s.Force {
	case force.MustNot:
		if x.owedSo(p, s.Predicate, s.Unit) {
			return agrees
		}
		if s.Origin == enacted.Spoken && force.LikeVerb(p, s.Predicate) && !x.limited(s.Unit) {
			return conflicts
		}
		return yields
	case force.May:
		if x.owes(p) || x.owedTo(p, s.Predicate) || lexis.HasWord(x.Claim.Own, "only") || force.Undergoes(p) && x.inTime(p) {
			return agrees
		}
		return conflicts
	case force.NeedNot:
		if x.complements(s.Unit) || lexis.HasWord(x.Claim.Own, "still|other|rest") {
			return agrees
		}
		return conflicts
	}
	return unrelated
}

// inTime tells a deadline in the act: "must be brought within two years" says of a
// freedom how long it lasts.
func (x *Comparison) inTime(p *force.Predicate) bool {
	return len(x.Claim.Numbers) > 0 && lexis.HasWord(p.Action, "within|before|by|later|until|after")
}

// toBan: the law must not allow it, and not order that very act.
func (x *Comparison) toBan(p *force.Predicate, s *enacted.Standing) accord {
	if onlyOtherwise(p, s.Predicate) {
		return agrees
	}
	switch s.Force {
	case force.Must:
		if s.Origin == enacted.Spoken && force.LikeVerb(p, s.Predicate) || force.Punishes(s.Predicate) ||
			force.Declares(s.Predicate) && lexis.HasWord(s.Action[:2], "subject") {
			return conflicts
		}
		return yields
	case force.May:
		if x.carvesOut(p, s.Predicate) {
			return unrelated
		}
		if mayBar(p, s.Predicate) || x.onlySo(p) || x.isException(p, s.Unit) || x.otherHalf(s.Unit) || x.onOtherTerms(p, s) {
			return agrees
		}
		return conflicts
	case force.NeedNot:
		return yields
	}
	return unrelated
}

// takesWayOut tells a permission on a condition, or for a case, that a way out of
// the ban names. What is allowed without a condition is no way out.
func (x *Comparison) takesWayOut(p *force.Predicate, s *enacted.Standing) bool {
	if lexis.PhraseIn(x.Claim.Own, "as|so long as") && x.limited(s.Unit) {
		return true
	}
	if x.onCondition() && x.limited(s.Unit) && !lexis.HasWord(x.Claim.Own, "without|unless|no|not|nothing|never") {
		return true
	}
	return x.excused(s.Unit) || x.isException(p, s.Unit)
}

// onCondition tells a claim that says when something may be done.
func (x *Comparison) onCondition() bool {
	for i, w := range x.Claim.Own {
		if lexis.OneOf(w.Lower, "if|only|provided|once|when|where|after|so") && !(w.Lower == "if" && i > 0 && x.Claim.Own[i-1].Lower == "as") {
			return true
		}
	}
	return false
}

// excused tells that the claim is made of the words of an exception of the unit, its
// own exceptions left out.
func (x *Comparison) excused(u int) bool {
	said := lexis.SetOf(x.outsideExceptions(x.Claim.Own))
	for i := range x.Text.Limits {
		l := &x.Text.Limits[i]
		if l.Kind == "exception" && l.Governs == u && lexis.Contained(x.freshWords(l), x.Law.Weight, said) >= wayOutShare {
			return true
		}
	}
	return false
}

// isException tells that what the claim's modal is about is what an exception of the
// unit names.
func (x *Comparison) isException(p *force.Predicate, u int) bool {
	for i := range x.Text.Limits {
		l := &x.Text.Limits[i]
		if l.Kind != "exception" || l.Unit != u && l.Governs != u {
			continue
		}
		fresh := lexis.SetOf(x.freshWords(l))
		for _, list := range [][]lexis.Word{p.Action, force.LastPart(p.Subject)} {
			if lexis.Contained(x.outsideExceptions(list), x.Law.Weight, fresh) >= wayOutShare {
				return true
			}
		}
	}
	return false
}

// wayOutShare is how much of an exception, or of an act, must be the other's.
const wayOutShare = 0.4

// outsideExceptions leaves out what the words themselves except or deny.
func (x *Comparison) outsideExceptions(list []lexis.Word) []lexis.Word {
	var kept []lexis.Word
	in := false
	for i, w := range list {
		if i > 0 && strings.ContainsAny(lexis.Gap(x.Answer, list[i-1], w), ",;:") {
			in = false
		}
		if in = in || lexis.OneOf(w.Lower, "unless|except|save|apart|without|but|other"); !in {
			kept = append(kept, w)
		}
	}
	return kept
}

// onOtherTerms tells a ban on a condition beside a freedom on one, which may be its
// other side: not where the two conditions are one.
func (x *Comparison) onOtherTerms(p *force.Predicate, s *enacted.Standing) bool {
	if !x.Claim.Conditional || !s.Conditional && !x.limited(s.Unit) {
		return false
	}
	if lexis.HasWord(x.Claim.Own, "without") && lexis.HasWord(s.Action, "without") {
		return false
	}
	if x.exceptsAlike(s) {
		return false
	}
	said := lexis.KeepWhere(lexis.Content(x.conditionSaid(p)), func(w lexis.Word) bool { return inRows(w.Term, x.Text.All) })
	if len(said) < 2 || x.limited(s.Unit) || lexis.HasWord(x.Claim.Own, "unless|except|without|only|until|otherwise") {
		return true
	}
	return lexis.Contained(said, x.Law.Weight, s.Words, s.Around) < sameTerms ||
		force.Negated(x.conditionSaid(p)) != force.Negated(x.Text.Units[s.Unit].Own)
}

// exceptsAlike tells that the claim makes the very exception of the law.
func (x *Comparison) exceptsAlike(s *enacted.Standing) bool {
	kept := lexis.SetOf(x.outsideExceptions(x.Claim.Own))
	excepted := lexis.KeepWhere(lexis.Content(x.Claim.Own), func(w lexis.Word) bool { return !kept[w.Term] && inRows(w.Term, x.Text.All) })
	return len(excepted) > 0 && lexis.Contained(excepted, x.Law.Weight, s.Around) >= sameTerms
}

// sameTerms is how much of a claim's condition must stand in the law's sentence.
const sameTerms = 0.6

// receives tells that the one of whom the claim says what he may do is the one for
// whom the law makes it a duty of another.
func (x *Comparison) receives(p, q *force.Predicate) bool {
	nouns := force.SubjectNouns(force.LastPart(p.Subject))
	if len(nouns) == 0 || force.Undergoes(p) {
		return false
	}
	head := nouns[len(nouns)-1]
	return head.Term != "" && (force.Acts(head.Lower) || len(force.PartiesIn(nouns)) > 0) &&
		!lexis.SetOf(force.SubjectNouns(force.LastPart(q.Subject)))[head.Term] && lexis.SetOf(q.Action)[head.Term]
}
