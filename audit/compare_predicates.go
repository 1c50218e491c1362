package audit

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// counter is a predicate of the law that governs the words of one of the claim.
type counter struct {
	*predicate
	unit  int
	near  float64
	words int
}

const (
	// governsSame: from here on two predicates are taken for the same act.
	governsSame = 0.52
	// plainlySame: from here on the difference is likely, not only possible.
	plainlySame = 0.66
	// ahead is how much nearer the contrary must be than what agrees.
	ahead = 0.12
)

// predicates compares the force of each predicate of the claim with that of the
// law's predicates on the same act. One that agrees nearly as closely acquits.
func (x *comparison) predicates() {
	for i := range x.claim.predicates {
		p := &x.claim.predicates[i]
		if x.has("modality", "negation") {
			return
		}
		x.predicate(p)
	}
}

func (x *comparison) predicate(p *predicate) {
	if p.force == mustNot && x.capsFigure(p) {
		return // "may not be more than $10" is a figure's bound, and compared as one
	}
	if p.relative() {
		return // "something that the buyer can keep" marks out a thing
	}
	var agrees, differs counter
	for u := range x.text.predicates {
		for k := range x.text.predicates[u] {
			c := x.counter(p, u, k)
			if x.agree(p, c) {
				agrees = nearer(agrees, c)
			} else if slotOfForces(p, c.predicate) != "" && !exceeds(c.predicate) && !c.relative() {
				if c.subordinate {
					c.near *= asideShare
				}
				differs = nearer(differs, c)
			}
		}
	}
	if agrees.predicate != nil && agrees.near >= governsSame {
		x.agreed++
	}
	if p.subordinate || x.saidInPlace(p) {
		return // "if the federal act applies to you" says when, and not that it does
	}
	if differs.predicate == nil || differs.near < governsSame || differs.words < 2 || agrees.near > differs.near-ahead {
		return
	}
	if x.otherHalf(differs.unit) || x.statesWayOut(p, differs.unit) || choosesOne(p, differs.predicate) || p.force == may && x.fairFreedom(p, differs.predicate) {
		return
	}
	if softPair(p, differs.predicate) && differs.near < 0.85 || dutyBesideBan(p, differs.predicate) && !likeVerb(p, differs.predicate) {
		return
	}
	x.report(p, &differs)
}

// toldShare is how much of a claim its sentence of the law must hold to be the one that
// it tells.
const toldShare = 0.6

// saidInPlace tells that the very sentence which the claim follows frees from what the
// claim frees from: "notice is not required if an inquiry shows no risk", where another
// sentence has the duty to give notice.
func (x *comparison) saidInPlace(p *predicate) bool {
	verb := mainVerb(p.action)
	if verb == "" || p.force != needNot || x.fit.unit < 0 || x.fit.unitScore < toldShare {
		return false
	}
	for k := range x.text.predicates[x.fit.unit] {
		q := &x.text.predicates[x.fit.unit][k]
		if q.force == p.force && q.topic == "" && !q.subordinate && setOf(q.subject, q.action)[verb] {
			return true
		}
	}
	return false
}

// fairFreedom tells a permission that is a fair word for the law's duty or ban: to the
// one who receives what another must give, or with the cap that the ban sets.
func (x *comparison) fairFreedom(p, q *predicate) bool {
	return q.force == must && (getsThing(p) || x.receives(p, q) || laidOpen(q) || ofThoseOnly(q)) || q.force == mustNot && x.capped()
}

// capsFigure tells a ban on going beyond a figure.
func (x *comparison) capsFigure(p *predicate) bool {
	for i := range x.claim.numbers {
		n := &x.claim.numbers[i]
		if k := len(p.action); k > 0 && n.bound == "max" && n.span.Start >= p.action[0].start && n.span.End <= p.action[k-1].end && goesBeyond(p.action, n.span.Start) {
			return true
		}
	}
	return false
}

// goesBeyond tells the words before a figure that ask for more than it: not "up to".
func goesBeyond(action []word, at int) bool {
	for i := range action {
		if action[i].start >= at {
			return i > 0 && !oneOf(action[i-1].lower, "to|as|most|within|by") && !hasWord(action[max(0, i-5):i], "up|most|within")
		}
	}
	return true
}

// asideShare is what is left of a likeness to a force that only marks out whom or what
// the law is about.
const asideShare = 0.8

// exceeds tells a ban of the law that is a figure's bound: "may not exceed five days".
func exceeds(q *predicate) bool {
	return q.force == mustNot && len(q.action) > 0 && oneOf(q.action[0].lower, "exceed|exceeds|exceeding|last")
}

func nearer(a, b counter) counter {
	if a.predicate == nil || b.near > a.near {
		return b
	}
	return a
}

// counter measures how far a predicate of the law is about the same act.
func (x *comparison) counter(p *predicate, u, k int) counter {
	q := &x.text.predicates[u][k]
	all := setOf(q.subject, q.action)
	own := x.text.units[u].set
	act := contained(p.action, x.law.weight, setOf(q.action))
	wide := contained(p.action, x.law.weight, all, own)
	who := contained(p.subject, x.law.weight, all, own, x.text.units[u].leads, x.text.title)
	near := 0.45*act + 0.25*wide + 0.3*who
	if len(content(p.subject)) == 0 {
		near = 0.6*act + 0.4*wide
	}
	if len(content(p.action)) == 0 {
		near = who * 0.8
	} else if bareAct(p.action) {
		near *= 0.8
	}
	if p.topic != "" {
		near = contained(append(append([]word{}, p.subject...), p.action...), x.law.weight, all, own, x.text.units[u].leads)
	}
	if verb := mainVerb(p.action); verb != "" && p.topic == "" && !all[verb] {
		near *= otherVerb
	}
	return counter{q, u, near, shared(append(append([]word{}, p.subject...), p.action...), own)}
}

// bareAct tells an action of one word besides figures, which many a sentence has.
func bareAct(action []word) bool {
	n := 0
	for _, w := range action {
		if w.term != "" && !isFigure(w.term) {
			n++
		}
	}
	return n < 2
}

// otherVerb is what is left of a likeness where the claim's verb is not the law's:
// to leave in place what may not be excluded is no contradiction.
const otherVerb = 0.7

// mainVerb is the first word of content behind a modal.
func mainVerb(action []word) string {
	for i := range action[:min(len(action), 6)] {
		if action[i].lower == "from" {
			action = action[i:]
			break
		}
	}
	for _, w := range action {
		if w.term != "" {
			return w.term
		}
	}
	return ""
}

// agree reports whether the two say the same of the act, in so far as one can
// tell.
func (x *comparison) agree(p *predicate, c counter) bool {
	q := c.predicate
	if p.topic != "" || q.topic != "" {
		return p.topic == q.topic && p.force == q.force
	}
	if p.force == q.force {
		return true
	}
	if (p.force == needNot || p.force == isNot || p.force == may) && x.complements(c.unit) {
		return true
	}
	if x.owedTo(p, q) {
		return true
	}
	if p.force == must && x.owes(p) && q.force == may && hasWord(q.action[:min(len(q.action), 16)], "recover|collect|sue|bring|impose|assess|award") {
		return true // what one owes is what the other may recover
	}
	turned := p.force == may && q.force == mustNot || p.force == mustNot && q.force == may
	if turned && (p.conditional || x.claim.conditional) && q.conditional {
		return !x.sameCondition(p, c.unit)
	}
	if p.force == may && q.force == must && x.text.units[c.unit].alternative {
		return true
	}
	if x.onlySo(p) || p.force == must && q.force == mustNot && x.statesLimit(p, c.unit) {
		return true
	}
	return p.force == may && (q.force == needNot || punishes(q))
}

// owes tells a debt from another duty.
func (x *comparison) owes(p *predicate) bool {
	return hasWord(x.claim.own, "owes|owe|due|owed") && oneOf(x.raw[p.cue.Start:p.cue.End], "owes|owe|is due|is owed")
}

// complements tells that the claim says what holds on the other side of a bound of
// the law's sentence: "500 or fewer need not" is "more than 500 must".
func (x *comparison) complements(u int) bool {
	for i := range x.claim.numbers {
		for k := range x.text.numbers[u] {
			n, m := &x.claim.numbers[i], &x.text.numbers[u][k]
			if n.value == m.value && n.unit == m.unit && opposed(n.bound, m.bound) {
				return true
			}
		}
	}
	return false
}

// onlySo tells "can only": a permission and a ban in one.
func (x *comparison) onlySo(p *predicate) bool {
	return strings.Contains(x.raw[p.cue.Start:p.cue.End], "only") || hasWord(p.action[:min(len(p.action), 3)], "only")
}

// statesLimit tells that a duty in the claim is the way out of the law's ban: "no
// contract shall be enforceable unless it is in writing" is that it must be.
func (x *comparison) statesLimit(p *predicate, u int) bool {
	for i := range x.text.limits {
		if l := &x.text.limits[i]; l.unit == u && contained(p.action, x.law.weight, setOf(l.words)) >= 0.4 {
			return true
		}
	}
	return false
}

// statesWayOut tells that a claim which frees from a duty or a ban is the exception
// that the act makes to it.
func (x *comparison) statesWayOut(p *predicate, u int) bool {
	if p.force != needNot && p.force != may && p.force != isNot {
		return false
	}
	for i := range x.text.limits {
		l := &x.text.limits[i]
		if l.kind == "exception" && l.governs == u && contained(x.freshWords(l), x.law.weight, x.claim.all) >= 0.4 {
			return true
		}
	}
	return false
}

// choosesOne tells a claim that one way of several may be taken, where the law
// says that one of them must be: "may be sent by mail" of "shall be sent by mail
// or by electronic means".
func choosesOne(p, q *predicate) bool {
	if p.force != may || q.force != must {
		return false
	}
	said := setOf(p.action)
	for i := 1; i+1 < len(q.action); i++ {
		if q.action[i].lower == "or" && oneOf(q.action[i+1].lower, ways) {
			return contained(content(q.action[i:]), func(string) float64 { return 1 }, said) < 0.5
		}
	}
	return false
}

// ways are the words that open one way of doing a thing.
const ways = "by|through|via|in|on|at|with|using|to"

// softPair tells forces that paraphrase mixes freely: what need not and what may
// not be done.
func softPair(p, q *predicate) bool {
	return p.force == needNot && q.force == mustNot || p.force == mustNot && q.force == needNot
}

// dutyBesideBan tells a duty and a ban: to leave in place and not to exclude are one
// thing, so that the verbs must be alike for the two to contradict.
func dutyBesideBan(p, q *predicate) bool {
	return p.force == must && q.force == mustNot || p.force == mustNot && q.force == must
}

// slotOfForces names the slot in which two forces contradict, "" where they do
// not: negation where one word of force is denied, modality where one stands for
// another.
func slotOfForces(p, q *predicate) string {
	if p.topic != "" || q.topic != "" {
		if p.topic == q.topic && p.force != q.force {
			return "negation"
		}
		return ""
	}
	pair := func(a, b force) bool { return p.force == a && q.force == b || p.force == b && q.force == a }
	switch {
	case pair(must, mustNot), pair(must, needNot):
		return "negation"
	case pair(may, mustNot) && p.leave == q.leave:
		return "negation" // "may" and "may not", "entitled" and "not entitled"
	case pair(may, mustNot), pair(must, may), pair(mustNot, needNot), p.force == should && q.force == must, p.force == must && q.force == should:
		return "modality"
	}
	return ""
}

// report records the difference of two predicates.
func (x *comparison) report(p *predicate, c *counter) {
	if x.fit.Thin {
		return
	}
	certainty := finding.Possible
	if c.near >= plainlySame && x.fit.Score >= 0.45 && !(c.conditional && !p.conditional && !x.claim.conditional) {
		certainty = finding.Likely
	}
	claimed, enacted := x.raw[p.cue.Start:p.cue.End], x.text.text[c.cue.Start:c.cue.End]
	x.differ(slotOfForces(p, c.predicate), claimed, enacted, p.cue, clauseAround(x.text, c), certainty,
		fmt.Sprintf("the claim says %q where the law says %q", claimed, enacted))
	if !x.grounds(p, c.predicate, c.unit) {
		x.faint()
	}
}

// clauseAround is the stretch from the cue to the end of its action, within the
// text of one unit where the cue stands in it.
func clauseAround(t *lawText, c *counter) answer.Span {
	s := c.cue
	if len(c.action) > 0 {
		s.End = max(s.End, c.action[len(c.action)-1].end)
	}
	if n := len(c.subject); n > 0 && c.subject[0].start < s.Start {
		s.Start = c.subject[max(0, n-6)].start
	}
	return s
}
