package audit

import (
	"regexp"
	"slices"

	"github.com/pincite/pincite/audit/claimed"
	"github.com/pincite/pincite/audit/compare"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
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
	claims []*claimed.Text
	places map[string][]int
}

func (e *earlier) add(t *claimed.Text) {
	for term := range t.All {
		e.places[term] = append(e.places[term], len(e.claims))
	}
	e.claims = append(e.claims, t)
}

// hold gives for each earlier claim the share of the words that it holds.
func (e *earlier) hold(list []lexis.Word, weight lexis.Weigh) []float64 {
	var w compare.Weighted
	w.Add(list, lexis.TermSet{}, weight, 1)
	shares := make([]float64, len(e.claims))
	for i, term := range w.Terms {
		for _, k := range e.places[term] {
			shares[k] += w.Weights[i]
		}
	}
	for k := range shares {
		if w.Total > 0 {
			shares[k] /= w.Total
		}
	}
	return shares
}

// comparableClaim leaves out headings, lead-ins and sentences that state no law.
func (r *Reading) comparableClaim(c *answer.Claim) bool {
	return c.Kind != answer.Heading && c.Kind != answer.LeadIn && c.Role != answer.Transition && c.Role != answer.Restatement &&
		len(lexis.Content(r.state.claim(c).Own)) >= 5
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
	list := lexis.Content(t.Own)
	var one, two *answer.Claim
	first, second := 0.0, 0.0
	for k, s := range before.hold(list, r.Case.Law.Weight) {
		c := before.claims[k].Claim
		if s > first {
			two, second, one, first = one, first, c, s
		} else if s > second {
			two, second = c, s
		}
	}
	if one == nil || !r.figuresSaid(t, one, two) {
		return nil, 0
	}
	if again := r.repeatsFrom(t.Claim) == saysAgain; again && r.saysMore(t, one) {
		return nil, 0
	} else if two == nil || again {
		return one, first
	}
	return one, lexis.Contained(list, r.Case.Law.Weight, r.state.claim(one).All, r.state.claim(two).All)
}

// saysMore reports whether a claim has a word that the other has not and that stands in the
// law which it cites: of two links that a page must show, each is a duty of its own, however
// alike the sentences are.
func (r *Reading) saysMore(t *claimed.Text, other *answer.Claim) bool {
	said := r.state.claim(other).All
	for _, p := range r.PairsOf(t.Claim) {
		if p.Held() == nil {
			continue
		}
		law := p.Source.Law.Text(p.Held()).All
		if slices.ContainsFunc(t.Telling, func(w lexis.Word) bool { return !said[w.Term] && law[w.Term] }) {
			return true
		}
	}
	return false
}

// figuresSaid reports whether every figure of a claim stands in one of the
// others.
func (r *Reading) figuresSaid(t *claimed.Text, others ...*answer.Claim) bool {
	for i := range t.Numbers {
		said := false
		for _, c := range others {
			if c == nil {
				continue
			}
			for k := range r.state.claim(c).Numbers {
				said = said || t.Numbers[i].Same(&r.state.claim(c).Numbers[k])
			}
		}
		if !said {
			return false
		}
	}
	return true
}
