package audit

import (
	"fmt"
	"regexp"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

const (
	// saysAgain is the share of a claim's words that two earlier claims hold
	// together; summarises the same for one that announces a summary.
	saysAgain  = 0.82
	summarises = 0.5
)

var sumsUp = regexp.MustCompile(`(?i)^\W*(?:in (?:short|summary|brief|sum|conclusion)|to (?:sum up|summari[sz]e|conclude)|summari[sz]ing|overall|therefore|thus|in other words|all in all|bottom line|briefly)\b`)

// Repeats are claims that state again what earlier ones state, with no figure of
// their own.
func (r *Reading) Repeats() []Repeat {
	var found []Repeat
	claims, before := r.Case.Answer.Claims, earlier{places: map[string][]int{}}
	for i := range claims {
		if !r.comparableClaim(&claims[i]) {
			continue
		}
		if first, score := r.saidBefore(i, &before); first != nil && score >= r.repeatsFrom(&claims[i]) {
			found = append(found, Repeat{first, &claims[i], score})
		}
		before.add(r.state.claim(&claims[i]))
	}
	return found
}

// earlier are the claims read so far, by their terms, so that one more is laid
// beside those alone that share a word with it.
type earlier struct {
	claims []*claimText
	places map[string][]int
}

func (e *earlier) add(t *claimText) {
	for term := range t.all {
		e.places[term] = append(e.places[term], len(e.claims))
	}
	e.claims = append(e.claims, t)
}

// hold gives for each earlier claim the share of the words that it holds.
func (e *earlier) hold(list []word, weight weigh) []float64 {
	var w weighted
	w.add(list, termSet{}, weight, 1)
	shares := make([]float64, len(e.claims))
	for i, term := range w.terms {
		for _, k := range e.places[term] {
			shares[k] += w.weights[i]
		}
	}
	for k := range shares {
		if w.total > 0 {
			shares[k] /= w.total
		}
	}
	return shares
}

// comparableClaim leaves out headings, lead-ins and sentences that state no law.
func (r *Reading) comparableClaim(c *answer.Claim) bool {
	return c.Kind != answer.Heading && c.Kind != answer.LeadIn && c.Role != answer.Transition && c.Role != answer.Restatement &&
		len(content(r.state.claim(c).own)) >= 5
}

// repeatsFrom is the score from which a claim counts as a repetition.
func (r *Reading) repeatsFrom(c *answer.Claim) float64 {
	if c.Role == answer.Summary || sumsUp.MatchString(c.Text) || sumsUp.MatchString(c.Section) {
		return summarises
	}
	return saysAgain
}

// saidBefore gives the earlier claim nearest to claim i, and how much of it that
// claim and the next nearest hold together.
func (r *Reading) saidBefore(i int, before *earlier) (*answer.Claim, float64) {
	t := r.state.claim(&r.Case.Answer.Claims[i])
	list := content(t.own)
	var one, two *answer.Claim
	first, second := 0.0, 0.0
	for k, s := range before.hold(list, r.Case.Law.weight) {
		c := before.claims[k].claim
		if s > first {
			two, second, one, first = one, first, c, s
		} else if s > second {
			two, second = c, s
		}
	}
	if one == nil || !r.figuresSaid(t, one, two) {
		return nil, 0
	}
	if two == nil || r.repeatsFrom(t.claim) == saysAgain {
		return one, first
	}
	return one, contained(list, r.Case.Law.weight, r.state.claim(one).all, r.state.claim(two).all)
}

// figuresSaid reports whether every figure of a claim stands in one of the
// others.
func (r *Reading) figuresSaid(t *claimText, others ...*answer.Claim) bool {
	for i := range t.numbers {
		said := false
		for _, c := range others {
			if c == nil {
				continue
			}
			for k := range r.state.claim(c).numbers {
				said = said || t.numbers[i].same(&r.state.claim(c).numbers[k])
			}
		}
		if !said {
			return false
		}
	}
	return true
}

var (
	namesLaw = regexp.MustCompile(`(?i)\b(?:act|statutes?|law|section|article|chapter|code|rules?|provisions?)\b|§`)
	generic  = regexp.MustCompile(`(?i)\b(?:comply|compliance|complies|adhere|abide)\b[^.]{0,40}\b(?:all|any|relevant|applicable)\b[^.]{0,30}\b(?:laws?|regulations?|rules|requirements)\b|\bconsult\b[^.]{0,30}\b(?:attorney|lawyer|counsel|professional)\b`)
)

// Padding reports whether a claim answers nothing asked or states no law, and
// why, as one plain clause.
func (r *Reading) Padding(c *answer.Claim) (why string, padding bool) {
	switch {
	case c.Kind == answer.Heading || c.Kind == answer.LeadIn:
		return "", false
	case generic.MatchString(c.Text):
		return "it tells the reader to obey the law and does not say what the law is", true
	case r.citesOnlyOffTopic(c):
		return "it answers nothing that was asked: the section it cites does not bear on the question", true
	case c.Role == answer.Transition && len(c.Citations) == 0 && !namesLaw.MatchString(c.Text) && !r.layDown(c) && len(content(r.state.claim(c).own)) >= 5:
		return "it states no law", true
	}
	return "", false
}

func (r *Reading) layDown(c *answer.Claim) bool {
	for _, p := range r.state.claim(c).predicates {
		if p.topic == "" && (p.force == must || p.force == mustNot || p.force == needNot) {
			return true
		}
	}
	return false
}

// citesOnlyOffTopic reports whether all sections of a claim are beside the
// question and the claim follows one of them.
func (r *Reading) citesOnlyOffTopic(c *answer.Claim) bool {
	pairs := r.PairsOf(c)
	follows := false
	for _, p := range pairs {
		if p.Held() == nil || p.Source.Foreign != "" || r.Bearing(p.Source).Bears {
			return false
		}
		follows = follows || p.Alignment.Score >= restsWell
	}
	return follows && len(pairs) > 0
}

// MostConflicts bounds how many are listed: where all statements of a long answer
// disagree, the first hundred say enough.
const MostConflicts = 100

// Conflicts are pairs of claims that give different figures for the same thing.
func (r *Reading) Conflicts() []Conflict {
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
		f := figures{claimText: r.state.claim(&r.Case.Answer.Claims[i])}
		for k := range f.numbers {
			near := surrounding(f.own, &f.numbers[k], f.numbers)
			if n := &f.numbers[k]; refersBack(f.own, n) {
				near = content(keepWhere(f.own, func(w word) bool { return !isFigure(w.term) && (w.end <= n.span.Start || w.start >= n.span.End) }))
			}
			w := surroundings{size: len(near)}
			w.add(near, termSet{}, r.Case.Law.weight, 1)
			f.around = append(f.around, w)
		}
		if len(f.numbers) > 0 {
			list = append(list, f)
		}
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

// conflict compares the figures of two claims.
func (r *Reading) conflict(one, two *figures) *Conflict {
	for i := range one.numbers {
		for k := range two.numbers {
			n, m := &one.numbers[i], &two.numbers[k]
			if n.slot != m.slot && !(n.isTime() && m.isTime()) || !n.comparable(m) || n.unit == "count" && n.noun != m.noun || has(two.numbers, n) || has(one.numbers, m) {
				continue
			}
			if near := sameMatter(one, i, two, k); near >= leastConflict {
				return &Conflict{First: one.claim, Second: two.claim, Slot: n.slot, FirstSays: n.say(), SecondSays: m.say(), InFirst: n.span, InSecond: m.span,
					Certainty: conflictCertainty(near), Why: fmt.Sprintf("one sentence says %s, another %s", n.say(), m.say())}
			}
		}
	}
	return nil
}

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
	near := around.share(two.all, nil)
	if near < leastConflict {
		return 0
	}
	return min(near, about.share(one.all, nil))
}
