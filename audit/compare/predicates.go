package compare

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// counter is a predicate of the law that governs the words of one of the claim.
type counter struct {
	*force.Predicate
	unit  int
	Near  float64
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

// Predicates compares the force of each predicate of the claim with that of the
// law's predicates on the same act. One that agrees nearly as closely acquits.
func (x *Comparison) Predicates() {
	for i := range x.Claim.Predicates {
		p := &x.Claim.Predicates[i]
		if x.has("modality", "negation", "actor") {
			return
		}
		x.predicate(p)
	}
}

func (x *Comparison) predicate(p *force.Predicate) {
	if p.Force == force.MustNot && x.capsFigure(p) || p.Force == force.May && x.reachesFigure(p) {
		return // "may not be more than $10" is a figure's bound, and compared as one
	}
	if p.Relative() {
		return // "something that the buyer can keep" marks out a thing
	}
	if x.ofTheRest(p) {
		return
	}
	if q, u := x.opposedInPlace(p); q != nil {
		x.opposedBy(p, u)
		return
	}
	var agrees, differs counter
	for u := range x.Text.Predicates {
		for k := range x.Text.Predicates[u] {
			c := x.Counter(p, u, k)
			if x.agree(p, c) {
				agrees = nearer(agrees, c)
			} else if slotOfForces(p, c.Predicate) != "" && !exceeds(c.Predicate) && !boundsFigure(c.Predicate) && !c.Relative() && !x.carvesOut(p, c.Predicate) {
				if c.Subordinate {
					c.Near *= asideShare
				}
				differs = nearer(differs, c)
			}
		}
	}
	if agrees.Predicate != nil && agrees.Near >= governsSame {
		x.Agreed++
	}
	if p.Subordinate || x.saidInPlace(p) {
		return // "if the federal act applies to you" says when, and not that it does
	}
	if differs.Predicate == nil || differs.Near < governsSame || differs.words < 2 || agrees.Near > differs.Near-ahead {
		return
	}
	if x.otherHalf(differs.unit) || p.Topic != "" && x.boundedAlike(differs.unit) || x.statesWayOut(p, differs.unit) ||
		choosesOne(p, differs.Predicate) || p.Force == force.May && x.fairFreedom(p, differs.Predicate) || x.choiceGiven(p, differs.unit) {
		return
	}
	if p.Force == force.Must && differs.Force == force.May && force.Undergoes(p) && x.inTime(p) {
		return // "has to be brought within a year": how long a freedom lasts
	}
	if softPair(p, differs.Predicate) && differs.Near < 0.85 ||
		force.DutyBesideBan(p, differs.Predicate) && !force.LikeVerb(p, differs.Predicate) {
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
func (x *Comparison) saidInPlace(p *force.Predicate) bool {
	if p.Topic != "" {
		return x.heldInPlace(p)
	}
	verb := mainVerb(p.Action)
	if verb == "" || p.Force != force.NeedNot || x.Fit.Unit < 0 || x.Fit.UnitScore < toldShare {
		return false
	}
	for k := range x.Text.Predicates[x.Fit.Unit] {
		q := &x.Text.Predicates[x.Fit.Unit][k]
		if q.Force == p.Force && q.Topic == "" && !q.Subordinate && lexis.SetOf(q.Subject, q.Action)[verb] {
			return true
		}
	}
	return false
}

// heldInPlace tells that the very item which the claim follows is led into by the same
// statement: "employment records are outside" of "this part does not apply to: employment
// records".
func (x *Comparison) heldInPlace(p *force.Predicate) bool {
	if x.Fit.Unit < 0 || x.Fit.UnitScore < toldShare {
		return false
	}
	for u := x.Text.Units[x.Fit.Unit].Parent; u >= 0; u = x.Text.Units[u].Parent {
		for k := range x.Text.Predicates[u] {
			if q := &x.Text.Predicates[u][k]; q.Topic == p.Topic && q.Force == p.Force {
				return true
			}
		}
	}
	return false
}

// ofTheRest tells a ban on what is not listed, "no other fees may be charged", which a
// section that allows some fees has as well or not at all.
func (x *Comparison) ofTheRest(p *force.Predicate) bool {
	return p.Force == force.MustNot && lexis.PhraseIn(p.Subject, "no|any other|further|additional")
}

// opposedInPlace is the statement that leads into the item which the claim follows and says
// the opposite of it: "the rules bind hospitals" of "this section does not apply to: (b)
// hospitals"; nil for none. It must not fire where the claim makes an exception or sets a
// condition, nor in a clause that says when something else holds.
func (x *Comparison) opposedInPlace(p *force.Predicate) (*force.Predicate, int) {
	if p.Topic != "apply" || p.Subordinate || lexis.HasWord(p.Subject, "exemption|exemptions|exception|exceptions") || x.Claim.Conditional && !x.onItemAlone() || x.excepts() || x.Fit.Unit < 0 || x.Fit.UnitScore < toldShare {
		return nil, 0
	}
	for u := x.Text.Units[x.Fit.Unit].Parent; u >= 0; u = x.Text.Units[u].Parent {
		for k := range x.Text.Predicates[u] {
			if q := &x.Text.Predicates[u][k]; q.Topic == p.Topic && !q.Subordinate {
				if q.Force != p.Force {
					return q, u
				}
				return nil, 0
			}
		}
	}
	return nil, 0
}

// onItemAlone tells that the condition of a claim is the very item that it follows: "they do
// apply when pilots share a chart" of "the sharing of a chart by pilots".
func (x *Comparison) onItemAlone() bool {
	said := lexis.Content(behindIf(x.Answer, x.Claim.Own))
	return len(said) >= 2 && lexis.Contained(said, x.Law.Weight, x.Text.Units[max(0, x.Fit.Unit)].Set) >= mostOfCondition
}

// opposedBy records the difference.
func (x *Comparison) opposedBy(p *force.Predicate, u int) {
	claimed, enacted := x.Raw[p.Cue.Start:p.Cue.End], x.shown(x.Text.Units[u].Span)
	x.differ("negation", claimed, enacted, p.Cue, x.Text.Units[x.Fit.Unit].Span, finding.Likely, fmt.Sprintf("the claim says %q of what stands under %q", claimed, enacted))
}

// fairFreedom tells a permission that is a fair word for the law's duty or ban: to the
// one who receives what another must give, or with the cap that the ban sets.
func (x *Comparison) fairFreedom(p, q *force.Predicate) bool {
	return q.Force == force.Must && (getsThing(p) || x.receives(p, q) || laidOpen(q) || ofThoseOnly(q) || letsDo(q)) ||
		q.Force == force.MustNot && x.capped()
}

// capsFigure tells a ban on going beyond a figure.
func (x *Comparison) capsFigure(p *force.Predicate) bool {
	for i := range x.Claim.Numbers {
		n := &x.Claim.Numbers[i]
		if k := len(p.Action); k > 0 && lexis.OneOf(n.Bound, "min|under") && lexis.HasWord(p.Action, "smaller|shorter|lower|fewer|less") && n.Span.Start >= p.Action[0].Start {
			return true // "may not be smaller than ten points" is a least
		}
		if k := len(p.Action); k > 0 && n.Bound == "max" && n.Span.Start >= p.Action[0].Start &&
			n.Span.End <= p.Action[k-1].End && goesBeyond(p.Action, n.Span.Start) {
			return true
		}
	}
	return false
}

// reachesFigure tells leave to go as far as a figure: "may be as high as $500". It must not
// tell so of a time within which something may be done.
func (x *Comparison) reachesFigure(p *force.Predicate) bool {
	for i := range x.Claim.Numbers {
		n := &x.Claim.Numbers[i]
		if n.Bound != "max" || len(p.Action) == 0 || n.Span.Start < p.Action[0].Start {
			continue
		}
		for k := range p.Action {
			if p.Action[k].Start >= n.Span.Start && lexis.HasWord(p.Action[max(0, k-4):k], "up|most|high|much|many|long") {
				return true
			}
		}
	}
	return false
}

// goesBeyond tells the words before a figure that ask for more than it: not "up to".
func goesBeyond(action []lexis.Word, at int) bool {
	for i := range action {
		if action[i].Start >= at {
			return i > 0 && !lexis.OneOf(action[i-1].Lower, "to|as|most|within|by") &&
				!lexis.HasWord(action[max(0, i-5):i], "up|most|within")
		}
	}
	return true
}

// asideShare is what is left of a likeness to a force that only marks out whom or what
// the law is about.
const asideShare = 0.8

// boundedAlike tells a figure that the claim has as a most and the law's denial too: "liable
// for at most $200" of "not liable for more than $200".
func (x *Comparison) boundedAlike(u int) bool {
	for i := range x.Claim.Numbers {
		for k := range x.Text.Numbers[u] {
			if n := &x.Claim.Numbers[i]; n.Bound == "max" && n.Same(&x.Text.Numbers[u][k]) {
				return true
			}
		}
	}
	return false
}

// carvesOut tells leave in the words of "nothing in this section prohibits": it takes
// another act out of the ban that the claim states, unless it has the claim's verb.
func (x *Comparison) carvesOut(p, q *force.Predicate) bool {
	return p.Force == force.MustNot && q.Force == force.May &&
		strings.HasPrefix(strings.ToLower(x.Text.Text[q.Cue.Start:q.Cue.End]), "nothing") && !force.LikeVerb(p, q)
}

// exceeds tells a ban of the law that is a figure's bound: "may not exceed five days".
func exceeds(q *force.Predicate) bool {
	return q.Force == force.MustNot &&
		(opensWith(q.Action, "exceed|exceeds|exceeding|last") || lexis.PhraseIn(q.Action, "on|in|within less|fewer than"))
}

// boundsFigure tells a duty that only bounds a figure: "must be at least ten percent".
func boundsFigure(q *force.Predicate) bool {
	return q.Force == force.Must && (lexis.Phrase(q.Action, 0, "be at least|most") || lexis.Phrase(q.Action, 0, "be no|not less|more|fewer|later|longer"))
}

func nearer(a, b counter) counter {
	if a.Predicate == nil || b.Near > a.Near {
		return b
	}
	return a
}

// Counter measures how far a predicate of the law is about the same act.
func (x *Comparison) Counter(p *force.Predicate, u, k int) counter {
	q := &x.Text.Predicates[u][k]
	all := lexis.SetOf(q.Subject, q.Action)
	own := x.Text.Units[u].Set
	act := lexis.Contained(p.Action, x.Law.Weight, lexis.SetOf(q.Action))
	wide := lexis.Contained(p.Action, x.Law.Weight, all, own)
	who := lexis.Contained(p.Subject, x.Law.Weight, all, own, x.Text.Units[u].Leads, x.Text.Title)
	near := 0.45*act + 0.25*wide + 0.3*who
	if len(lexis.Content(p.Subject)) == 0 {
		near = 0.6*act + 0.4*wide
	}
	if len(lexis.Content(p.Action)) == 0 {
		near = who * 0.8
	} else if bareAct(p.Action) {
		near *= 0.8
	}
	if p.Topic != "" {
		near = lexis.Contained(append(append([]lexis.Word{}, p.Subject...), p.Action...), x.Law.Weight, all, own, x.Text.Units[u].Leads)
	}
	if verb := mainVerb(p.Action); verb != "" && p.Topic == "" && !all[verb] {
		near *= otherVerb
	}
	return counter{q, u, near, lexis.Shared(append(append([]lexis.Word{}, p.Subject...), p.Action...), own)}
}

// bareAct tells an action of one word besides figures, which many a sentence has.
func bareAct(action []lexis.Word) bool {
	n := 0
	for _, w := range action {
		if w.Term != "" && !lexis.IsFigure(w.Term) {
			n++
		}
	}
	return n < 2
}

// otherVerb is what is left of a likeness where the claim's verb is not the law's:
// to leave in place what may not be excluded is no contradiction.
const otherVerb = 0.7

// mainVerb is the first word of content behind a modal.
func mainVerb(action []lexis.Word) string {
	for i := range action[:min(len(action), 6)] {
		if action[i].Lower == "from" {
			action = action[i:]
			break
		}
	}
	for _, w := range action {
		if w.Term != "" {
			return w.Term
		}
	}
	return ""
}

// agree reports whether the two say the same of the act, in so far as one can
// tell.
func (x *Comparison) agree(p *force.Predicate, c counter) bool {
	q := c.Predicate
	if p.Topic != "" || q.Topic != "" {
		return p.Topic == q.Topic && p.Force == q.Force
	}
	if p.Force == q.Force {
		return true
	}
	if (p.Force == force.NeedNot || p.Force == force.IsNot || p.Force == force.May) && x.complements(c.unit) {
		return true
	}
	if x.owedTo(p, q) || mayBar(p, q) || onlyOtherwise(p, q) || ofSome(p) && q.Force == force.Must || x.exceptedIn(p, q, c.unit) {
		return true
	}
	if p.Force == force.Must && q.Force == force.NeedNot && x.unlessSo(c.unit) {
		return true
	}
	if p.Force == force.Must && x.owes(p) && q.Force == force.May &&
		lexis.HasWord(q.Action[:min(len(q.Action), 16)], "recover|collect|sue|bring|impose|assess|award") {
		return true // what one owes is what the other may recover
	}
	turned := p.Force == force.May && q.Force == force.MustNot || p.Force == force.MustNot && q.Force == force.May
	if turned && (p.Conditional || x.Claim.Conditional) && q.Conditional {
		return !x.sameCondition(p, c.unit)
	}
	if p.Force == force.May && q.Force == force.Must && x.Text.Units[c.unit].Alternative {
		return true
	}
	if x.onlySo(p) || p.Force == force.Must && q.Force == force.MustNot && x.statesLimit(p, c.unit) {
		return true
	}
	return p.Force == force.May && (q.Force == force.NeedNot || force.Punishes(q))
}

// unlessSo tells a duty with the very exception on which the law frees: "you must tell them unless
// the inquiry shows no risk" of "telling is not required if an investigation shows no risk".
func (x *Comparison) unlessSo(u int) bool {
	if !lexis.HasWord(x.Claim.Own, "unless|except") {
		return false
	}
	for i := range x.Text.Limits {
		if l := &x.Text.Limits[i]; l.Unit == u && l.Kind == "condition" && lexis.Contained(x.freshWords(l), x.Law.Weight, x.Claim.All) >= limitSaid {
			return true
		}
	}
	return false
}

// owes tells a debt from another duty.
func (x *Comparison) owes(p *force.Predicate) bool {
	return lexis.HasWord(x.Claim.Own, "owes|owe|due|owed") && lexis.OneOf(x.Raw[p.Cue.Start:p.Cue.End], "owes|owe|is due|is owed")
}

// complements tells that the claim says what holds on the other side of a bound of
// the law's sentence: "500 or fewer need not" is "more than 500 must".
func (x *Comparison) complements(u int) bool {
	for i := range x.Claim.Numbers {
		for k := range x.Text.Numbers[u] {
			n, m := &x.Claim.Numbers[i], &x.Text.Numbers[u][k]
			if n.Value == m.Value && n.Unit == m.Unit && opposed(n.Bound, m.Bound) {
				return true
			}
		}
	}
	return false
}

// onlySo tells "can only": a permission and a ban in one.
func (x *Comparison) onlySo(p *force.Predicate) bool {
	part := force.LastPart(p.Subject)
	return strings.Contains(x.Raw[p.Cue.Start:p.Cue.End], "only") || lexis.HasWord(p.Action[:min(len(p.Action), 3)], "only") || len(part) > 0 && part[0].Lower == "only"
}

// statesLimit tells that a duty in the claim is the way out of the law's ban: "no
// contract shall be enforceable unless it is in writing" is that it must be.
func (x *Comparison) statesLimit(p *force.Predicate, u int) bool {
	for i := range x.Text.Limits {
		if l := &x.Text.Limits[i]; l.Unit == u && lexis.Contained(p.Action, x.Law.Weight, lexis.SetOf(l.Words)) >= 0.4 {
			return true
		}
	}
	return false
}

// statesWayOut tells that a claim which frees from a duty or a ban is the exception
// that the act makes to it.
func (x *Comparison) statesWayOut(p *force.Predicate, u int) bool {
	if p.Force != force.NeedNot && p.Force != force.May && p.Force != force.IsNot {
		return false
	}
	for i := range x.Text.Limits {
		l := &x.Text.Limits[i]
		if l.Kind == "exception" && l.Governs == u && lexis.Contained(x.freshWords(l), x.Law.Weight, x.Claim.All) >= 0.4 {
			return true
		}
	}
	return false
}

// choosesOne tells a claim that one way of several may be taken, where the law
// says that one of them must be: "may be sent by mail" of "shall be sent by mail
// or by electronic means".
func choosesOne(p, q *force.Predicate) bool {
	if p.Force != force.May || q.Force != force.Must {
		return false
	}
	said := lexis.SetOf(p.Action)
	for i := 1; i+1 < len(q.Action); i++ {
		if q.Action[i].Lower == "or" && lexis.OneOf(q.Action[i+1].Lower, ways) {
			return lexis.Contained(lexis.Content(q.Action[i:]), func(string) float64 { return 1 }, said) < 0.5
		}
	}
	return false
}

// ways are the words that open one way of doing a thing.
const ways = "by|through|via|in|on|at|with|using|to"

// softPair tells forces that paraphrase mixes freely: what need not and what may
// not be done.
func softPair(p, q *force.Predicate) bool {
	return p.Force == force.NeedNot && q.Force == force.MustNot || p.Force == force.MustNot && q.Force == force.NeedNot
}

// slotOfForces names the slot in which two forces contradict, "" where they do
// not: negation where one word of force is denied, modality where one stands for
// another.
func slotOfForces(p, q *force.Predicate) string {
	if p.Topic != "" || q.Topic != "" {
		if p.Topic == q.Topic && p.Force != q.Force {
			return "negation"
		}
		return ""
	}
	pair := func(a, b force.Force) bool { return p.Force == a && q.Force == b || p.Force == b && q.Force == a }
	switch {
	case pair(force.Must, force.MustNot), p.Force == force.Must && q.Force == force.NeedNot:
		return "negation" // the law denies the duty; a duty that the claim makes optional is a modality
	case pair(force.May, force.MustNot) && p.Leave == q.Leave:
		return "negation" // "may" and "may not", "entitled" and "not entitled"
	case pair(force.May, force.MustNot), pair(force.Must, force.May), p.Force == force.NeedNot && q.Force == force.Must, pair(force.MustNot, force.NeedNot), p.Force == force.Should &&
		q.Force == force.Must, p.Force == force.Must && q.Force == force.Should:
		return "modality"
	}
	return ""
}

// report records the difference of two predicates.
func (x *Comparison) report(p *force.Predicate, c *counter) {
	if x.Fit.Thin {
		return
	}
	certainty := finding.Possible
	grounded := x.grounds(p, c.Predicate, c.unit)
	if c.Near >= plainlySame && x.Fit.Score >= 0.45 && grounded && !(c.Conditional && !p.Conditional && !x.Claim.Conditional) {
		certainty = finding.Likely
	}
	claimed, enacted := x.Raw[p.Cue.Start:p.Cue.End], x.Text.Text[c.Cue.Start:c.Cue.End]
	x.differ(slotOfForces(p, c.Predicate), claimed, enacted, p.Cue, clauseAround(x.Text, c), certainty,
		fmt.Sprintf("the claim says %q where the law says %q", claimed, enacted))
	if !grounded && !x.turnedOutright(p) {
		x.faint()
	}
}

// clauseAround is the stretch from the cue to the end of its action, within the
// text of one unit where the cue stands in it.
func clauseAround(t *enacted.Text, c *counter) answer.Span {
	s := c.Cue
	if len(c.Action) > 0 {
		s.End = max(s.End, c.Action[len(c.Action)-1].End)
	}
	if n := len(c.Subject); n > 0 && c.Subject[0].Start < s.Start {
		s.Start = c.Subject[max(0, n-6)].Start
	}
	return s
}
