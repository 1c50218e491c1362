package audit

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// rival is a figure of the law with how much the words around it share with the
// words around the claim's.
type rival struct {
	number
	unit int
	near float64
}

const (
	// nearEnough: below it two figures are not about the same thing.
	nearEnough = 0.36
	// clearlyNearer: so much nearer another figure must be than the equal one.
	clearlyNearer = 0.3
	// reachOfContext is how many words of content around a figure tell what it is
	// about.
	reachOfContext = 7
)

// numbers compares each figure of the claim with those of the section.
func (x *comparison) numbers() {
	for i := range x.claim.numbers {
		n := &x.claim.numbers[i]
		rivals := x.rivals(n)
		if equal := nearest(rivals, func(r *rival) bool { return n.same(&r.number) }); equal != nil {
			x.sameValue(n, equal, rivals)
			continue
		}
		x.otherValue(n, rivals)
	}
}

// rivals are the section's comparable figures in the order of the text.
func (x *comparison) rivals(n *number) []rival {
	var list []rival
	for u := range x.text.numbers {
		for _, m := range x.text.numbers[u] {
			if n.comparable(&m) {
				list = append(list, rival{m, u, x.nearness(n, u, &m)})
			}
		}
	}
	return list
}

// around are the words of content near a figure of the claim, its lead-in's too.
func (x *comparison) around(n *number) []word {
	return surrounding(x.claim.own, n, x.claim.numbers)
}

// surrounding takes words on both sides, up to the next figures.
func surrounding(list []word, n *number, all []number) []word {
	from, to := 0, len(list)
	for _, m := range all {
		if m.past <= n.at {
			from = max(from, m.past)
		}
		if m.at >= n.past {
			to = min(to, m.at)
		}
	}
	before, behind := content(list[from:n.at]), content(list[min(n.past, to):to])
	before = before[max(0, len(before)-reachOfContext):]
	behind = behind[:min(len(behind), reachOfContext)]
	return append(append([]word{}, before...), behind...)
}

// nearness is the share of the claim's words around its figure that stand around
// the law's.
func (x *comparison) nearness(n *number, u int, m *number) float64 {
	wide := x.nearnessOf(surrounding(x.claim.own, n, x.claim.numbers), u, m)
	if close := clauseOf(x.answer, x.claim.own, n, x.claim.numbers); len(close) >= 2 {
		return max(wide, x.nearnessOf(close, u, m))
	}
	return wide
}

// clauseOf are the words around a figure up to the next stop on each side.
func clauseOf(text string, list []word, n *number, all []number) []word {
	from, to := n.at, min(n.past, len(list))
	for from > 0 && !strings.ContainsAny(gap(text, list[from-1], list[from]), ",;:.") {
		from--
	}
	for to > 0 && to < len(list) && !strings.ContainsAny(gap(text, list[to-1], list[to]), ",;:.") {
		to++
	}
	near := surrounding(list, n, all)
	return keepWhere(near, func(w word) bool { return from < len(list) && w.start >= list[from].start && w.end <= list[to-1].end })
}

func (x *comparison) nearnessOf(around []word, u int, m *number) float64 {
	unit := &x.text.units[u]
	close := surrounding(unit.own, m, nil)
	near := contained(around, x.law.weight, setOf(close), unit.leads)
	whole := contained(around, x.law.weight, unit.set, unit.leads, x.text.title)
	return 0.6*near + 0.4*whole
}

// nearest is the first of the rivals with the greatest nearness that fits.
func nearest(list []rival, fits func(*rival) bool) *rival {
	var best *rival
	for i := range list {
		if fits(&list[i]) && (best == nil || list[i].near > best.near) {
			best = &list[i]
		}
	}
	return best
}

// sameValue looks at kind, bound and basis of a figure that the section has, and
// whether another figure stands clearly nearer to the same words.
func (x *comparison) sameValue(n *number, equal *rival, rivals []rival) {
	other := nearest(rivals, func(r *rival) bool { return !n.same(&r.number) && !x.statesAnother(n, &r.number) })
	if other != nil && other.near >= equal.near+clearlyNearer && other.near >= 0.6 && n.noun == other.noun {
		x.contradict(n, other, finding.Likely)
		return
	}
	x.agreed++
	switch {
	case n.kind != "" && equal.kind != "" && n.kind != equal.kind:
		x.differ(n.slot, n.say(), equal.say(), n.span, equal.span, finding.Certain,
			fmt.Sprintf("the claim counts %s days, the law %s days", n.kind, equal.kind))
	case x.turnedRound(n, equal, rivals):
		x.differ(n.slot, n.say(), equal.say(), n.span, equal.span, finding.Likely,
			fmt.Sprintf("the claim says %s, the law %s", n.say(), equal.say()))
	case n.per != "" && equal.per != "" && n.per != equal.per && equal.near >= nearEnough && isTimeTerm(n.per) != isTimeTerm(equal.per):
		x.differ(n.slot, n.say(), equal.say(), n.span, equal.span, finding.Likely,
			fmt.Sprintf("the claim reckons per %s, the law per %s", n.each, equal.each))
	}
}

func isTimeTerm(term string) bool {
	return oneOf(term, "day|week|month|annual|year|hour")
}

// opposed bounds turn the meaning round: a most made a least.
func opposed(a, b string) bool {
	upper := func(s string) bool { return s == "max" || s == "under" }
	lower := func(s string) bool { return s == "min" || s == "over" }
	return upper(a) && lower(b) || lower(a) && upper(b)
}

// turnedRound tells a bound set the other way. "Fewer than" and "at least" may say
// one thing where one of the two denies; "at most" and "at least" never do. Where
// each such figure of the section is bounded the other way, the words around it need
// not be alike.
func (x *comparison) turnedRound(n *number, equal *rival, rivals []rival) bool {
	strict := oneOf(n.bound, "under|over") || oneOf(equal.bound, "under|over")
	if !opposed(n.bound, equal.bound) || strict && (x.claim.forbids() || x.claim.releases()) {
		return false
	}
	if equal.near >= nearEnough {
		return true
	}
	for i := range rivals {
		if m := &rivals[i].number; n.same(m) && !opposed(n.bound, m.bound) {
			return false
		}
	}
	return n.unit != "count" && !complements(n.bound, equal.bound)
}

// complements leave nothing between them: what is not under is at least.
func complements(a, b string) bool {
	return oneOf(a, "min|under") && oneOf(b, "min|under") || oneOf(a, "max|over") && oneOf(b, "max|over")
}

// statesAnother tells that the law's figure is one that the claim gives too, for
// something else.
func (x *comparison) statesAnother(n *number, m *number) bool {
	for i := range x.claim.numbers {
		if k := &x.claim.numbers[i]; k != n && k.same(m) {
			return true
		}
	}
	return false
}

// otherValue handles a figure that the section has nowhere.
func (x *comparison) otherValue(n *number, rivals []rival) {
	if x.heldElsewhere(n) || n.unit == "count" && x.standsPlain(n) {
		return
	}
	other := nearest(rivals, func(r *rival) bool { return !x.statesAnother(n, &r.number) })
	unit := nearest(rivals, func(r *rival) bool { return r.plain == n.plain && n.unit != "count" && !x.statesAnother(n, &r.number) })
	end := x.otherEnd(n, rivals)
	switch {
	case end != nil:
		x.contradict(n, end, finding.Certain)
	case unit != nil && unit.plain > 1 && (unit.near >= nearEnough/2 || x.soleRival(n, rivals)):
		x.contradict(n, unit, finding.Certain)
	case other != nil && other.near >= nearEnough && x.fit.Score >= 0.3:
		x.contradict(n, other, finding.Certain)
	case other != nil && x.soleRival(n, rivals) && !x.fit.Thin && x.sameThing(n, other):
		x.contradict(n, other, finding.Likely)
	case other != nil && x.soleRival(n, rivals) && n.isTime() && other.isTime() && x.fit.common > 0:
		x.contradict(n, other, finding.Possible)
	case n.slot == "deadline" && x.againstImmediacy(n):
	case n.unit == "period", n.unit == "times" && x.countsCases(n):
	case n.unit == "count" && (n.plain < 10 || x.standsPlain(n)):
	default:
		x.unstated = append(x.unstated, *n)
	}
}

// standsPlain tells that the section has the bare figure, whatever it counts there:
// "under sixteen" and "less than 16 years of age".
func (x *comparison) standsPlain(n *number) bool {
	for u := range x.text.numbers {
		for _, m := range x.text.numbers[u] {
			if m.plain == n.plain {
				return true
			}
		}
	}
	return false
}

// soleRival tells that but one of the section's figures is left that the claim does
// not give itself.
func (x *comparison) soleRival(n *number, rivals []rival) bool {
	left := 0
	for i := range rivals {
		if !x.statesAnother(n, &rivals[i].number) {
			left++
		}
	}
	return left == 1
}

// heldElsewhere tells that another citation of the claim has the figure.
func (x *comparison) heldElsewhere(n *number) bool {
	for i := range x.elsewhere {
		if n.same(&x.elsewhere[i]) {
			return true
		}
	}
	return false
}

// sameThing wants the same slot and the same noun, or a unit that says it all.
func (x *comparison) sameThing(n *number, r *rival) bool {
	return n.slot == r.slot && (n.unit != "count" || n.noun == r.noun)
}

// contradict records a figure that differs.
func (x *comparison) contradict(n *number, r *rival, c finding.Certainty) {
	slot := n.slot
	if r.slot == "deadline" && slot == "number" && n.unit != "count" {
		slot = "deadline"
	}
	x.differ(slot, n.say(), r.say(), n.span, r.span, c, fmt.Sprintf("the claim says %s, the law %s", n.say(), r.say()))
}

// againstImmediacy sets a number of days against "immediately".
func (x *comparison) againstImmediacy(n *number) bool {
	best, at := 0.0, answer.Span{}
	for u := range x.text.units {
		unit := &x.text.units[u]
		s, found := immediacy(unit.own)
		if near := contained(x.around(n), x.law.weight, unit.set, unit.leads); found && near > best {
			best, at = near, s
		}
	}
	if best < 0.5 {
		return false
	}
	x.differ("deadline", n.say(), x.text.text[at.Start:at.End], n.span, at, finding.Likely,
		fmt.Sprintf("the claim allows %s, the law says %q", n.sayValue(), x.text.text[at.Start:at.End]))
	return true
}
