package compare

import (
	"strings"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
)

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
	if x.owedTo(p, q) || mayBar(p, q) || onlyOtherwise(p, q) || ofSome(p) && q.Force == force.Must || x.exceptedIn(p, q, c.unit) || x.owedSo(p, q, c.unit) {
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
// or by electronic means"; or that either of them will do.
func choosesOne(p, q *force.Predicate) bool {
	if p.Force != force.May || q.Force != force.Must {
		return false
	}
	said, either := lexis.SetOf(p.Action), lexis.HasWord(p.Action, "either")
	for i := 1; i+1 < len(q.Action); i++ {
		if q.Action[i].Lower == "or" && either {
			return true
		}
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
// not: negation where leave is denied ("may" and "may not"), modality where must, may,
// must not and need not stand for each other otherwise.
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
		return "modality"
	case pair(force.May, force.MustNot) && p.Leave == q.Leave:
		return "negation" // "may" and "may not", "entitled" and "not entitled"
	case pair(force.May, force.MustNot), pair(force.Must, force.May), p.Force == force.NeedNot && q.Force == force.Must, pair(force.MustNot, force.NeedNot), p.Force == force.Should &&
		q.Force == force.Must, p.Force == force.Must && q.Force == force.Should:
		return "modality"
	}
	return ""
}
