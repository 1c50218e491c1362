package compare

import (
	"math"
	"sort"

	"github.com/pincite/pincite/audit/claimed"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

// Fit is an alignment with the window behind it.
type Fit struct {
	Alignment
	Window enacted.Window
	// Unit is the one unit of the section that comes closest to the claim, -1 for
	// none; unitScore is its own share.
	Unit      int
	UnitScore float64
	// Common counts distinct terms that claim and window share; rare those of them
	// that few sections hold.
	Common, Rare int
}

const (
	// leadShare is what a word of a claim's lead-in weighs beside its own.
	leadShare = 0.5
	// titleShare is what a word found only in the catchline counts.
	titleShare = 0.5
	// ThinScore and thinWords: below them an alignment carries no accusation.
	ThinScore = 0.38
	thinWords = 3
	// sizeCost draws the window towards the fewest words that carry the claim.
	sizeCost = 0.02
)

// Weighted is a claim's words, each term once, with what each tells.
type Weighted struct {
	Terms   []string
	Weights []float64
	Total   float64
}

func weighClaim(c *claimed.Text, weight lexis.Weigh) Weighted {
	var w Weighted
	seen := make(lexis.TermSet, len(c.Telling)+len(c.Lead))
	w.Add(c.Telling, seen, weight, 1)
	w.Add(c.Lead, seen, weight, leadShare)
	return w
}

// Add takes in the words of a list that are new, each for so much of its weight.
func (w *Weighted) Add(list []lexis.Word, seen lexis.TermSet, weight lexis.Weigh, share float64) {
	for _, one := range list {
		if one.Term == "" || seen[one.Term] {
			continue
		}
		seen[one.Term] = true
		v := weight(one.Term) * share
		w.Terms, w.Weights, w.Total = append(w.Terms, one.Term), append(w.Weights, v), w.Total+v
	}
}

// Share is the part of the weight that stands in set, words of the catchline
// alone counting for less.
func (w *Weighted) Share(set, title lexis.TermSet) float64 {
	found := 0.0
	for i, term := range w.Terms {
		if set[term] {
			found += w.Weights[i]
		} else if title[term] {
			found += w.Weights[i] * titleShare
		}
	}
	if w.Total == 0 {
		return 0
	}
	return found / w.Total
}

// Align lays a claim beside a section.
func Align(c *claimed.Text, t *enacted.Text, law *enacted.Law) Fit {
	w := weighClaim(c, law.Weight)
	f := Fit{Unit: -1}
	best := math.Inf(-1)
	for _, win := range t.Windows {
		score := w.Share(win.Set, t.Title)
		if win.To == win.From+1 && (f.Unit < 0 || score > f.UnitScore) {
			f.Unit, f.UnitScore = win.From, score
		}
		if value := score - sizeCost*math.Log2(1+float64(win.Size)); value > best {
			best, f.Window, f.Score = value, win, score
		}
	}
	f.Whole = w.Share(t.All, t.Title)
	f.settle(c, t, law)
	return f
}

// deedSlack is how much less of a claim than the nearest sentence one may hold that lays down
// the claim's own act.
const deedSlack = 0.03

// PreferDeed takes, of sentences that hold about as much of the claim, the one that lays down
// the claim's act with the claim's force: a definition often has all words of a duty.
func (x *Comparison) PreferDeed() {
	if x.Fit.Unit < 0 || laysDown(x.Claim, x.Text, x.Fit.Unit) {
		return
	}
	w := weighClaim(x.Claim, x.Law.Weight)
	for _, win := range x.Text.Windows {
		if win.To != win.From+1 || !laysDown(x.Claim, x.Text, win.From) {
			continue
		}
		if score := w.Share(win.Set, x.Text.Title); score >= x.Fit.UnitScore-deedSlack {
			x.Fit.Unit, x.Fit.UnitScore = win.From, score
			return
		}
	}
}

// laysDown tells that a unit has a modal of the force and the verb of one of the claim's.
func laysDown(c *claimed.Text, t *enacted.Text, u int) bool {
	for i := range c.Predicates {
		p := &c.Predicates[i]
		if p.Topic != "" || p.Subordinate || p.Relative() {
			continue
		}
		for k := range t.Predicates[u] {
			if q := &t.Predicates[u][k]; q.Topic == "" && q.Force == p.Force && force.LikeVerb(p, q) {
				return true
			}
		}
	}
	return false
}

// settle fills in the places and the missing words.
func (f *Fit) settle(c *claimed.Text, t *enacted.Text, law *enacted.Law) {
	for _, one := range c.Telling {
		if f.Window.Set[one.Term] {
			f.Common++
			if law.Rare(one.Term) {
				f.Rare++
			}
		}
	}
	f.InClaim = bestClause(c, f.Window.Set, law.Weight)
	if len(t.Units) > 0 && f.Window.To > 0 {
		f.InLaw = t.Span(f.Window)
	}
	f.Missing = missingWords(c, t, law.Weight)
	f.Thin = f.Score < ThinScore || f.Common < thinWords
}

// bestClause is the clause of the claim that the window carries best.
func bestClause(c *claimed.Text, set lexis.TermSet, weight lexis.Weigh) answer.Span {
	var best []lexis.Word
	score := -1.0
	for _, clause := range c.Clauses {
		if s := lexis.Contained(clause, weight, set); s > score {
			best, score = clause, s
		}
	}
	return lexis.Covering(best)
}

// missingWords are the claim's weightiest words that the section has nowhere, at
// most six, in the order of the claim.
func missingWords(c *claimed.Text, t *enacted.Text, weight lexis.Weigh) []string {
	lost := lexis.KeepWhere(c.Telling, func(w lexis.Word) bool { return !t.All[w.Term] })
	sort.SliceStable(lost, func(i, j int) bool { return weight(lost[i].Term) > weight(lost[j].Term) })
	lost = lost[:min(6, len(lost))]
	sort.SliceStable(lost, func(i, j int) bool { return lost[i].Start < lost[j].Start })
	list := make([]string, 0, len(lost))
	for _, w := range lost {
		list = append(list, w.Lower)
	}
	return list
}

// Alignment lays a claim beside the words of a section.
type Alignment struct {
	// Score is the share of the claim's words, weighed by rarity, that stand in
	// the best window of the section: 0 to 1.
	Score float64
	// Whole is the same share for the whole section with its catchline.
	Whole float64
	// InClaim is the best-aligned clause of the claim, in bytes of the answer;
	// InLaw its window, in bytes of the section's text.
	InClaim, InLaw answer.Span
	// Missing are weighty words of the claim, as written, that the section has
	// nowhere.
	Missing []string
	// Thin alignments carry no accusation: what is built on them is at most
	// possible.
	Thin bool
}
