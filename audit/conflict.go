package audit

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pincite/pincite/audit/claimed"
	"github.com/pincite/pincite/audit/compare"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
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
	*claimed.Text
	// at is the claim's place among all of the answer.
	at     int
	terms  lexis.TermSet
	around []surroundings
}

// surroundings are the words around a figure, of so many as size says.
type surroundings struct {
	compare.Weighted
	size int
}

// figures lists the claims that give a figure.
func (r *Reading) figures() []figures {
	var list []figures
	for i := range r.Case.Answer.Claims {
		f := figures{Text: r.state.claim(&r.Case.Answer.Claims[i]), at: i}
		if len(f.Numbers) == 0 {
			continue
		}
		f.terms = lexis.SetOf(lexis.Conceptual(f.Lead), lexis.Conceptual(f.Own))
		for k := range f.Numbers {
			near := lexis.Conceptual(r.state.around(f.Text, k))
			w := surroundings{size: len(near)}
			w.Add(near, lexis.TermSet{}, r.Case.Law.ConceptWeight, 1)
			f.around = append(f.around, w)
		}
		list = append(list, f)
	}
	return list
}

// refersBack tells that the words before a figure speak of a thing by "one" alone:
// "a request by mail takes a week, an electronic one two hours". What it is stands
// further back.
func refersBack(own []lexis.Word, n *quantity.Number) bool {
	for k := n.At - 1; k > max(0, n.At-4); k-- {
		if lexis.OneOf(own[k].Lower, "one|ones") {
			return true
		}
	}
	return false
}

// around are the words that say what a figure is of.
func (s *state) around(c *claimed.Text, k int) []lexis.Word {
	n := &c.Numbers[k]
	if !refersBack(c.Own, n) {
		return compare.Surrounding(c.Own, n, c.Numbers)
	}
	return append(s.referred(c, n), lexis.Content(compare.ClauseOf(s.masked, c.Own, n, c.Numbers))...)
}

// referred are the words of the first clause of a sentence for which "one" stands:
// those that mark out which one is meant are left out.
func (s *state) referred(c *claimed.Text, n *quantity.Number) []lexis.Word {
	var list []lexis.Word
	for i, w := range c.Own {
		if w.Start >= n.Span.Start || i > 0 && strings.ContainsAny(lexis.Gap(s.masked, c.Own[i-1], w), ",;:") {
			break
		}
		if compare.ValuesOf([]lexis.Word{w}, compare.Contrasts[0]) == 0 && !lexis.IsFigure(w.Term) {
			list = append(list, w)
		}
	}
	return lexis.Content(list)
}

// conflict compares the figures of two claims.
func (r *Reading) conflict(one, two *figures) *Conflict {
	for i := range one.Numbers {
		for k := range two.Numbers {
			n, m := &one.Numbers[i], &two.Numbers[k]
			if !n.Excludes(m) || has(two.Numbers, n) || has(one.Numbers, m) {
				continue
			}
			near := sameMatter(one, i, two, k)
			if near < leastConflict || rowsApart(one.Claim, two.Claim) || compare.Apart(r.scene(one, i), r.scene(two, k)) ||
				compare.MarkedApart(one.Own, two.Own) || force.OtherAct(one.ModalOf(n), two.ModalOf(m)) {
				continue
			}
			return &Conflict{First: one.Claim, Second: two.Claim, Slot: n.Slot, FirstSays: n.Say(), SecondSays: m.Say(), InFirst: n.Span, InSecond: m.Span,
				Certainty: conflictCertainty(near), Why: fmt.Sprintf("one sentence says %s, another %s", n.Say(), m.Say())}
		}
	}
	return nil
}

// rowsApart tells two rows of tables that are of different things: their first cells differ.
func rowsApart(one, two *answer.Claim) bool {
	first, _, row := strings.Cut(one.Text, "|")
	second, _, other := strings.Cut(two.Text, "|")
	return row && other && !strings.EqualFold(strings.TrimSpace(first), strings.TrimSpace(second))
}

// scene is what a figure's clause says it is of; an act that it does not name is
// the one of its sentence, or the last that was named under the same heading.
func (r *Reading) scene(f *figures, k int) []lexis.Word {
	list := append(r.state.around(f.Text, k), compare.ClauseOf(r.state.masked, f.Own, &f.Numbers[k], f.Numbers)...)
	for at := f.at; !compare.ActsNamed(list) && at >= max(0, f.at-reachOfAct); at-- {
		c := &r.Case.Answer.Claims[at]
		if c.Section != f.Claim.Section {
			break
		}
		list = append(list, lexis.KeepWhere(r.state.claim(c).Own, func(w lexis.Word) bool { return compare.ActsNamed([]lexis.Word{w}) })...)
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

func has(list []quantity.Number, n *quantity.Number) bool {
	for i := range list {
		if list[i].Same(n) {
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
	near := around.Share(two.terms, nil)
	if near < leastConflict {
		return 0
	}
	return min(near, about.Share(one.terms, nil))
}
