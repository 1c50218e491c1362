package audit

import (
	"math"
	"sort"

	"github.com/pincite/pincite/internal/answer"
)

// fit is an alignment with the window behind it.
type fit struct {
	Alignment
	window window
	// unit is the one unit of the section that comes closest to the claim, -1 for
	// none; unitScore is its own share.
	unit      int
	unitScore float64
	// common counts distinct terms that claim and window share; rare those of them
	// that few sections hold.
	common, rare int
}

const (
	// leadShare is what a word of a claim's lead-in weighs beside its own.
	leadShare = 0.5
	// titleShare is what a word found only in the catchline counts.
	titleShare = 0.5
	// thinScore and thinWords: below them an alignment carries no accusation.
	thinScore = 0.38
	thinWords = 3
	// sizeCost draws the window towards the fewest words that carry the claim.
	sizeCost = 0.02
)

// weighted is a claim's words, each term once, with what each tells.
type weighted struct {
	terms   []string
	weights []float64
	total   float64
}

func weighClaim(c *claimText, weight weigh) weighted {
	var w weighted
	seen := termSet{}
	w.add(c.own, seen, weight, 1)
	w.add(c.lead, seen, weight, leadShare)
	return w
}

// add takes in the words of a list that are new, each for so much of its weight.
func (w *weighted) add(list []word, seen termSet, weight weigh, share float64) {
	for _, one := range list {
		if one.term == "" || seen[one.term] {
			continue
		}
		seen[one.term] = true
		v := weight(one.term) * share
		w.terms, w.weights, w.total = append(w.terms, one.term), append(w.weights, v), w.total+v
	}
}

// share is the part of the weight that stands in set, words of the catchline
// alone counting for less.
func (w *weighted) share(set, title termSet) float64 {
	found := 0.0
	for i, term := range w.terms {
		if set[term] {
			found += w.weights[i]
		} else if title[term] {
			found += w.weights[i] * titleShare
		}
	}
	if w.total == 0 {
		return 0
	}
	return found / w.total
}

// align lays a claim beside a section.
func align(c *claimText, t *lawText, law *Law) fit {
	w := weighClaim(c, law.weight)
	f := fit{unit: -1}
	best := math.Inf(-1)
	for _, win := range t.windows {
		score := w.share(win.set, t.title)
		if win.to == win.from+1 && (f.unit < 0 || score > f.unitScore) {
			f.unit, f.unitScore = win.from, score
		}
		if value := score - sizeCost*math.Log2(1+float64(win.size)); value > best {
			best, f.window, f.Score = value, win, score
		}
	}
	f.Whole = w.share(t.all, t.title)
	f.settle(c, t, law)
	return f
}

// settle fills in the places and the missing words.
func (f *fit) settle(c *claimText, t *lawText, law *Law) {
	seen := termSet{}
	for _, one := range c.own {
		if one.term != "" && !seen[one.term] && f.window.set[one.term] {
			f.common++
			if law.rare(one.term) {
				f.rare++
			}
		}
		seen[one.term] = true
	}
	f.InClaim = bestClause(c, f.window.set, law.weight)
	if len(t.units) > 0 && f.window.to > 0 {
		f.InLaw = t.span(f.window)
	}
	f.Missing = missingWords(c, t, law.weight)
	f.Thin = f.Score < thinScore || f.common < thinWords
}

// bestClause is the clause of the claim that the window carries best.
func bestClause(c *claimText, set termSet, weight weigh) answer.Span {
	var best []word
	score := -1.0
	for _, clause := range c.clauses {
		if s := contained(clause, weight, set); s > score {
			best, score = clause, s
		}
	}
	return covering(best)
}

// missingWords are the claim's weightiest words that the section has nowhere, at
// most six, in the order of the claim.
func missingWords(c *claimText, t *lawText, weight weigh) []string {
	var lost []word
	seen := termSet{}
	for _, w := range c.own {
		if w.term != "" && !seen[w.term] && !t.all[w.term] {
			lost = append(lost, w)
		}
		seen[w.term] = true
	}
	sort.SliceStable(lost, func(i, j int) bool { return weight(lost[i].term) > weight(lost[j].term) })
	lost = lost[:min(6, len(lost))]
	sort.SliceStable(lost, func(i, j int) bool { return lost[i].start < lost[j].start })
	list := make([]string, 0, len(lost))
	for _, w := range lost {
		list = append(list, w.lower)
	}
	return list
}
