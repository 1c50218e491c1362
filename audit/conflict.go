package audit

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// MostConflicts bounds how many are listed: where all statements of a long answer
// disagree, the first hundred say enough.
const MostConflicts = 100

// Conflicts are pairs of claims that cannot both hold: they give different figures
// for the same thing, or one asks for what the other frees from or forbids.
func (r *Reading) Conflicts() []Conflict {
	return recall(r.state.memory.conflicts, r, func() []Conflict { return r.conflicts() })
}

// SumsUpWrongly reports whether a claim offers itself as a summary and contradicts
// what it sums up: it wants no source of its own, it is to say what was said.
func (r *Reading) SumsUpWrongly(c *answer.Claim) bool {
	if !sumsUp.MatchString(c.Text) && !sumsUp.MatchString(c.Bare) && !sumsUp.MatchString(c.Section) {
		return false
	}
	return slices.ContainsFunc(r.Conflicts(), func(k Conflict) bool { return k.Second.ID == c.ID })
}

func (r *Reading) conflicts() []Conflict {
	found := r.figureConflicts()
	if len(found) < MostConflicts {
		found = append(found, r.forceConflicts()...)
	}
	if len(found) < MostConflicts {
		found = append(found, r.gainsaid()...)
	}
	return found[:min(len(found), MostConflicts)]
}

func (r *Reading) figureConflicts() []Conflict {
	var found []Conflict
	list := r.figures()
	for i := range list {
		for k := i + 1; k < len(list); k++ {
			if c := r.conflict(&list[i], &list[k]); c != nil {
				found = append(found, *c)
			}
			if len(found) == MostConflicts {
				return found
			}
		}
	}
	return found
}

// figures are a claim's numbers, each with the words around it.
type figures struct {
	*claimText
	// at is the claim's place among all of the answer.
	at     int
	terms  termSet
	around []surroundings
}

// surroundings are the words around a figure, of so many as size says.
type surroundings struct {
	weighted
	size int
}

// figures lists the claims that give a figure.
func (r *Reading) figures() []figures {
	var list []figures
	for i := range r.Case.Answer.Claims {
		f := figures{claimText: r.state.claim(&r.Case.Answer.Claims[i]), at: i}
		if len(f.numbers) == 0 {
			continue
		}
		f.terms = setOf(conceptual(f.lead), conceptual(f.own))
		for k := range f.numbers {
			near := conceptual(r.state.around(f.claimText, k))
			w := surroundings{size: len(near)}
			w.add(near, termSet{}, r.Case.Law.conceptWeight, 1)
			f.around = append(f.around, w)
		}
		list = append(list, f)
	}
	return list
}

// refersBack tells that the words before a figure speak of a thing by "one" alone:
// "a request by mail takes a week, an electronic one two hours". What it is stands
// further back.
func refersBack(own []word, n *number) bool {
	for k := n.at - 1; k > max(0, n.at-4); k-- {
		if oneOf(own[k].lower, "one|ones") {
			return true
		}
	}
	return false
}

// around are the words that say what a figure is of.
func (s *state) around(c *claimText, k int) []word {
	n := &c.numbers[k]
	if !refersBack(c.own, n) {
		return surrounding(c.own, n, c.numbers)
	}
	return append(s.referred(c, n), content(clauseOf(s.masked, c.own, n, c.numbers))...)
}

// referred are the words of the first clause of a sentence for which "one" stands:
// those that mark out which one is meant are left out.
func (s *state) referred(c *claimText, n *number) []word {
	var list []word
	for i, w := range c.own {
		if w.start >= n.span.Start || i > 0 && strings.ContainsAny(gap(s.masked, c.own[i-1], w), ",;:") {
			break
		}
		if valuesOf([]word{w}, contrasts[0]) == 0 && !isFigure(w.term) {
			list = append(list, w)
		}
	}
	return content(list)
}

// conflict compares the figures of two claims.
func (r *Reading) conflict(one, two *figures) *Conflict {
	for i := range one.numbers {
		for k := range two.numbers {
			n, m := &one.numbers[i], &two.numbers[k]
			if !n.excludes(m) || has(two.numbers, n) || has(one.numbers, m) {
				continue
			}
			near := sameMatter(one, i, two, k)
			if near < leastConflict || apart(r.scene(one, i), r.scene(two, k)) || markedApart(one.own, two.own) || otherAct(one.modalOf(n), two.modalOf(m)) {
				continue
			}
			return &Conflict{First: one.claim, Second: two.claim, Slot: n.slot, FirstSays: n.say(), SecondSays: m.say(), InFirst: n.span, InSecond: m.span,
				Certainty: conflictCertainty(near), Why: fmt.Sprintf("one sentence says %s, another %s", n.say(), m.say())}
		}
	}
	return nil
}

// excludes reports whether two figures of one thing cannot both hold: they measure
// the same, and one is no floor below the other's ceiling.
func (n *number) excludes(m *number) bool {
	switch {
	case n.slot != m.slot && !(n.isTime() && m.isTime()), !n.comparable(m), n.unit == "count" && n.noun != m.noun:
		return false
	case n.per != m.per && n.per != "" && m.per != "":
		return false
	case n.floor() && m.roof():
		return n.value > m.value
	case n.roof() && m.floor():
		return n.value < m.value
	}
	return true
}

func (n *number) floor() bool { return n.bound == "min" || n.bound == "over" }

// roof tells a figure that bounds from above.
func (n *number) roof() bool { return n.bound == "max" || n.bound == "under" }

// scene is what a figure's clause says it is of; an act that it does not name is
// the one of its sentence, or the last that was named under the same heading.
func (r *Reading) scene(f *figures, k int) []word {
	list := append(r.state.around(f.claimText, k), clauseOf(r.state.masked, f.own, &f.numbers[k], f.numbers)...)
	for at := f.at; !actsNamed(list) && at >= max(0, f.at-reachOfAct); at-- {
		c := &r.Case.Answer.Claims[at]
		if c.Section != f.claim.Section {
			break
		}
		list = append(list, keepWhere(r.state.claim(c).own, func(w word) bool { return actsNamed([]word{w}) })...)
	}
	return list
}

// reachOfAct is how many claims back the act that a sentence is about may be named.
const reachOfAct = 3

// leastConflict is how far the words around two figures must be the same.
const leastConflict = 0.6

func conflictCertainty(near float64) finding.Certainty {
	if near >= 0.75 {
		return finding.Likely
	}
	return finding.Possible
}

func has(list []number, n *number) bool {
	for i := range list {
		if list[i].same(n) {
			return true
		}
	}
	return false
}

// sameMatter is how far the words around two figures are the same, both ways; zero
// where that is too little to matter.
func sameMatter(one *figures, i int, two *figures, k int) float64 {
	around, about := &one.around[i], &two.around[k]
	if around.size < 2 || about.size < 2 {
		return 0
	}
	near := around.share(two.terms, nil)
	if near < leastConflict {
		return 0
	}
	return min(near, about.share(one.terms, nil))
}
