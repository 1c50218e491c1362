package audit

import "strings"

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
func (x *comparison) accordOf(p *predicate, s *standing) accord {
	if exceeds(s.predicate) && !goesOver(p) {
		return unrelated // a figure's bound
	}
	if s.origin == silent || p.force == s.force {
		return agrees
	}
	if to := accords[p.force]; to != nil {
		return to(x, p, s)
	}
	return unrelated
}

// accords compare each force of a claim with another of the law.
var accords = map[force]func(*comparison, *predicate, *standing) accord{
	may: (*comparison).toFreedom, needNot: (*comparison).toRelief, must: (*comparison).toDuty, mustNot: (*comparison).toBan,
}

// freesToo tells a claim that says of what may be done that it need not be: "may, but
// does not have to". Then no duty is fairly worded by it.
func (x *comparison) freesToo() bool {
	for i := range x.claim.predicates {
		if p := &x.claim.predicates[i]; p.force == needNot && p.topic == "" && len(content(p.subject)) == 0 || p.force == needNot && len(p.subject) > 0 && oneOf(p.subject[len(p.subject)-1].lower, "but") {
			return true
		}
	}
	return false
}

// goesOver tells an act of having more of something.
func goesOver(p *predicate) bool {
	return hasWord(p.action[:min(len(p.action), 4)], "exceed|more|higher|greater|longer|larger|above|over|beyond|past|later")
}

// toFreedom: the law must not bind, but for the way out that the claim takes.
func (x *comparison) toFreedom(p *predicate, s *standing) accord {
	switch s.force {
	case needNot:
		return yields
	case mustNot:
		if x.takesWayOut(p, s) || x.onlySo(p) || x.capped() || x.otherHalf(s.unit) {
			return agrees
		}
		return conflicts
	case must:
		return x.toFreedomOfDuty(p, s)
	}
	return unrelated
}

// toFreedomOfDuty: what the law binds is free only in fair words for the duty.
func (x *comparison) toFreedomOfDuty(p *predicate, s *standing) accord {
	switch {
	case x.freesToo():
		return conflicts
	case s.origin == limiting && x.onCondition():
		return yields
	case x.onlySo(p), x.mayBeFree(p, s):
		return agrees
	}
	return conflicts
}

// capped tells a freedom that the claim itself ends: "may keep no more than", "can be
// exceeded only for good cause" forbid the rest.
func (x *comparison) capped() bool {
	return hasWord(x.claim.own, "only|solely") || phraseIn(x.claim.own, "no|not more|longer|later") || phraseIn(x.claim.own, "at most")
}

// mayBeFree tells a duty that somebody's freedom is a fair word for: one of several
// ways, what he receives, what a court measures, and what orders nothing.
func (x *comparison) mayBeFree(p *predicate, s *standing) bool {
	return x.text.units[s.unit].alternative || choosesOne(p, s.predicate) || hasWord(p.action, "or") && hasWord(p.action, "by|through|via") || x.receives(p, s.predicate) || getsThing(p) || declares(s.predicate) || punishes(s.predicate) || x.excused(s.unit) || laidOpen(s.predicate) || ofThoseOnly(s.predicate)
}

// getsThing tells "is entitled to a hearing": what somebody gets by another's duty.
func getsThing(p *predicate) bool {
	return p.force == may && len(p.action) > 1 && p.action[0].lower == "to" && oneOf(p.action[1].lower, "a|an|the|his|her|its|their|your|any")
}

// toRelief: the law must not make it a duty, but for an exception that the claim is.
func (x *comparison) toRelief(p *predicate, s *standing) accord {
	switch s.force {
	case may, mustNot:
		return yields
	case must:
		if x.excused(s.unit) || x.isWayOut(p, s.unit) || x.complements(s.unit) || declares(s.predicate) {
			return agrees
		}
		return conflicts
	}
	return unrelated
}

// toDuty: the law must not leave it free. A ban in other words is a duty, unless it
// is on that very verb.
func (x *comparison) toDuty(p *predicate, s *standing) accord {
	switch s.force {
	case mustNot:
		if s.origin == spoken && likeVerb(p, s.predicate) && !x.limited(s.unit) {
			return conflicts
		}
		return yields
	case may:
		if x.owes(p) || x.owedTo(p, s.predicate) || hasWord(x.claim.own, "only") || undergoes(p) && x.inTime(p) {
			return agrees
		}
		return conflicts
	case needNot:
		if x.complements(s.unit) || hasWord(x.claim.own, "still|other|rest") {
			return agrees
		}
		return conflicts
	}
	return unrelated
}

// inTime tells a deadline in the act: "must be brought within two years" says of a
// freedom how long it lasts.
func (x *comparison) inTime(p *predicate) bool {
	return len(x.claim.numbers) > 0 && hasWord(p.action, "within|before|by|later|until|after")
}

// toBan: the law must not allow it, and not order that very act.
func (x *comparison) toBan(p *predicate, s *standing) accord {
	switch s.force {
	case must:
		if s.origin == spoken && likeVerb(p, s.predicate) || punishes(s.predicate) || declares(s.predicate) && hasWord(s.action[:2], "subject") {
			return conflicts
		}
		return yields
	case may:
		if x.onlySo(p) || x.isException(p, s.unit) || x.otherHalf(s.unit) || x.onOtherTerms(p, s) {
			return agrees
		}
		return conflicts
	case needNot:
		return yields
	}
	return unrelated
}

// takesWayOut tells a permission on a condition, or for a case, that a way out of
// the ban names. What is allowed without a condition is no way out.
func (x *comparison) takesWayOut(p *predicate, s *standing) bool {
	if phraseIn(x.claim.own, "as|so long as") && x.limited(s.unit) {
		return true
	}
	if x.onCondition() && x.limited(s.unit) && !hasWord(x.claim.own, "without|unless|no|not|nothing|never") {
		return true
	}
	return x.excused(s.unit) || x.isException(p, s.unit)
}

// onCondition tells a claim that says when something may be done.
func (x *comparison) onCondition() bool {
	return hasWord(x.claim.own, "if|only|provided|once|when|where|after|so")
}

// excused tells that the claim is made of the words of an exception of the unit, its
// own exceptions left out.
func (x *comparison) excused(u int) bool {
	said := setOf(x.outsideExceptions(x.claim.own))
	for i := range x.text.limits {
		l := &x.text.limits[i]
		if l.kind == "exception" && l.governs == u && contained(x.freshWords(l), x.law.weight, said) >= wayOutShare {
			return true
		}
	}
	return false
}

// isException tells that what the claim's modal is about is what an exception of the
// unit names.
func (x *comparison) isException(p *predicate, u int) bool {
	for i := range x.text.limits {
		l := &x.text.limits[i]
		if l.kind != "exception" || l.unit != u && l.governs != u {
			continue
		}
		fresh := setOf(x.freshWords(l))
		for _, list := range [][]word{p.action, lastPart(p.subject)} {
			if contained(x.outsideExceptions(list), x.law.weight, fresh) >= wayOutShare {
				return true
			}
		}
	}
	return false
}

// wayOutShare is how much of an exception, or of an act, must be the other's.
const wayOutShare = 0.4

// outsideExceptions leaves out what the words themselves except or deny.
func (x *comparison) outsideExceptions(list []word) []word {
	var kept []word
	in := false
	for i, w := range list {
		if i > 0 && strings.ContainsAny(gap(x.answer, list[i-1], w), ",;:") {
			in = false
		}
		if in = in || oneOf(w.lower, "unless|except|save|apart|without|but|other"); !in {
			kept = append(kept, w)
		}
	}
	return kept
}

// onOtherTerms tells a ban on a condition beside a freedom on one, which may be its
// other side: not where the two conditions are one.
func (x *comparison) onOtherTerms(p *predicate, s *standing) bool {
	if !x.claim.conditional || !s.conditional && !x.limited(s.unit) {
		return false
	}
	if hasWord(x.claim.own, "without") && hasWord(s.action, "without") {
		return false
	}
	if x.exceptsAlike(s) {
		return false
	}
	said := keepWhere(content(x.conditionSaid(p)), func(w word) bool { return inRows(w.term, x.text.all) })
	if len(said) < 2 || x.limited(s.unit) || hasWord(x.claim.own, "unless|except|without|only|until|otherwise") {
		return true
	}
	return contained(said, x.law.weight, s.words, s.around) < sameTerms || negated(x.conditionSaid(p)) != negated(x.text.units[s.unit].own)
}

// exceptsAlike tells that the claim makes the very exception of the law.
func (x *comparison) exceptsAlike(s *standing) bool {
	kept := setOf(x.outsideExceptions(x.claim.own))
	excepted := keepWhere(content(x.claim.own), func(w word) bool { return !kept[w.term] && inRows(w.term, x.text.all) })
	return len(excepted) > 0 && contained(excepted, x.law.weight, s.around) >= sameTerms
}

// sameTerms is how much of a claim's condition must stand in the law's sentence.
const sameTerms = 0.6

// receives tells that the one of whom the claim says what he may do is the one for
// whom the law makes it a duty of another.
func (x *comparison) receives(p, q *predicate) bool {
	nouns := subjectNouns(lastPart(p.subject))
	if len(nouns) == 0 || undergoes(p) {
		return false
	}
	head := nouns[len(nouns)-1]
	return head.term != "" && (acts(head.lower) || len(partiesIn(nouns)) > 0) && !setOf(subjectNouns(lastPart(q.subject)))[head.term] && setOf(q.action)[head.term]
}
