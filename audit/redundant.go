package audit

import (
	"github.com/pincite/pincite/audit/compare"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

const (
	// addsLittle is the share of the claim that a needed citation must add.
	addsLittle = 0.1
	// carriesIt is what the other citations must cover by themselves.
	carriesIt = 0.5
)

// Redundant reports whether the claim is carried by its other citations and this
// one adds nothing.
func (r *Reading) Redundant(p *Pair) bool {
	for _, row := range r.LeaveOneOut(p.Claim) {
		if row.Pair == p {
			return !row.Needed
		}
	}
	return false
}

// LeaveOneOut is the table behind Redundant, in the order of the claim's pairs. A
// claim with one citation needs it.
func (r *Reading) LeaveOneOut(c *answer.Claim) []LeftOut {
	return recall(r.state.memory.leftOut, c, func() []LeftOut { return r.leaveOneOut(c) })
}

func (r *Reading) leaveOneOut(c *answer.Claim) []LeftOut {
	pairs := r.PairsOf(c)
	cover := r.coverOf(c, pairs)
	var table []LeftOut
	for _, p := range pairs {
		row := LeftOut{Pair: p, Alone: r.covered(c, []*Pair{p}), All: cover.share(nil), Rest: cover.share(r.covering(p))}
		row.Needed = len(pairs) < 2 || r.needed(pairs, &row)
		table = append(table, row)
	}
	return table
}

// needed reports whether the claim wants a citation beside its others. One of which it
// has next to nothing is spared however freely the claim words what another says; of
// two that say the same for two acts, each is wanted.
func (r *Reading) needed(pairs []*Pair, row *LeftOut) bool {
	p := row.Pair
	switch {
	case row.All-row.Rest > addsLittle || row.Alone > row.Rest:
		return true
	case p.Verdict == finding.NotSupported && row.Alone <= nextToNothing && row.Rest >= saidFreely && !r.ownPart(p):
		return !r.restsBeside(pairs, p)
	case row.Rest < carriesIt || row.Alone >= row.Rest && r.loneOfItsAct(pairs, p):
		return true
	}
	return r.repeatsEarlier(pairs, p) == nil && r.ownPart(p)
}

const (
	// nextToNothing is what a section may have of a claim that another carries in
	// other words, and saidFreely what that other must have.
	nextToNothing = 0.1
	saidFreely    = 0.35
)

// restsBeside reports whether a claim rests on another citation, whose section nothing
// refutes.
func (r *Reading) restsBeside(pairs []*Pair, p *Pair) bool {
	for _, o := range without(pairs, p) {
		if o.Held() != nil && o.Held() != p.Held() && o.Source.Foreign == "" && o.Verdict != finding.Contradicted &&
			o.Verdict != finding.NotSupported {
			return true
		}
	}
	return false
}

// loneOfItsAct reports whether no other citation of a claim is of the act.
func (r *Reading) loneOfItsAct(pairs []*Pair, p *Pair) bool {
	for _, o := range without(pairs, p) {
		if o.Held() == nil || p.Held() == nil || o.Source.Law != p.Source.Law ||
			p.Source.Law.ActOf(o.Held()) == p.Source.Law.ActOf(p.Held()) {
			return false
		}
	}
	return true
}

func without(pairs []*Pair, p *Pair) []*Pair {
	return lexis.KeepWhere(pairs, func(o *Pair) bool { return o != p })
}

// covered is the share of the claim's words that the best windows of the sections
// hold together. A pair that is refuted covers nothing.
func (r *Reading) covered(c *answer.Claim, pairs []*Pair) float64 {
	t, set := r.state.claim(c), lexis.TermSet{}
	for _, p := range pairs {
		for term := range r.covering(p) {
			set[term] = true
		}
	}
	return lexis.Contained(t.Own, r.Case.Law.Weight, set)
}

// covering are the terms of the window that carries a claim best, nil for a pair
// that covers nothing.
func (r *Reading) covering(p *Pair) lexis.TermSet {
	if h := p.Held(); h != nil && p.Source.Foreign == "" && p.Verdict != finding.Contradicted {
		return r.fit(p.Claim, h, p.Source.Law).Window.Set
	}
	return nil
}

// cover counts, for the distinct terms of a claim, how many of its pairs hold them.
type cover struct {
	compare.Weighted
	held []int
}

func (r *Reading) coverOf(c *answer.Claim, pairs []*Pair) cover {
	var v cover
	v.Add(r.state.claim(c).Own, lexis.TermSet{}, r.Case.Law.Weight, 1)
	v.held = make([]int, len(v.Terms))
	for _, p := range pairs {
		set := r.covering(p)
		for i, term := range v.Terms {
			if set[term] {
				v.held[i]++
			}
		}
	}
	return v
}

// share is what is covered where one pair, which holds the terms of set, is left
// out.
func (v *cover) share(set lexis.TermSet) float64 {
	found := 0.0
	for i, term := range v.Terms {
		if v.held[i] > 1 || v.held[i] == 1 && !set[term] {
			found += v.Weights[i]
		}
	}
	if v.Total == 0 {
		return 0
	}
	return found / v.Total
}

// repeatsEarlier is an earlier citation of the claim to the same section.
func (r *Reading) repeatsEarlier(pairs []*Pair, p *Pair) *Pair {
	for _, o := range pairs {
		if o == p {
			return nil
		}
		if o.Held() != nil && o.Held() == p.Held() {
			return o
		}
	}
	return nil
}

// ownPart reports whether one clause of the claim is carried by this section and
// by none of the others as well.
func (r *Reading) ownPart(p *Pair) bool {
	if p.Held() == nil {
		return false
	}
	set := r.fit(p.Claim, p.Held(), p.Source.Law).Window.Set
	for _, clause := range r.state.claim(p.Claim).Clauses {
		mine := lexis.Contained(clause, r.Case.Law.Weight, set)
		if mine >= 0.5 && mine > r.othersCover(p, clause)+0.25 {
			return true
		}
	}
	return r.namesSubject(p, set)
}

// namesSubject reports whether the section names what a rule of the claim is about,
// and none of the others does: "the contract has to …" wants the section on the
// contract, however few its words.
func (r *Reading) namesSubject(p *Pair, set lexis.TermSet) bool {
	c := r.state.claim(p.Claim)
	for i := range c.Predicates {
		q := &c.Predicates[i]
		nouns := force.SubjectNouns(force.LastPart(q.Subject))
		if q.Subordinate || q.Relative() || q.Topic != "" || len(nouns) == 0 {
			continue
		}
		head := nouns[len(nouns)-1]
		if set[head.Term] && !lexis.OneOf(head.Lower, force.NobodyInParticular) &&
			len(force.PartiesIn([]lexis.Word{head})) == 0 && !r.othersHold(p, head) {
			return true
		}
	}
	return false
}

// othersHold reports whether another section that the claim cites has a word.
func (r *Reading) othersHold(p *Pair, w lexis.Word) bool {
	for _, o := range without(r.PairsOf(p.Claim), p) {
		if h := o.Held(); h != nil && h != p.Held() && o.Source.Law.Text(h).All[w.Term] {
			return true
		}
	}
	return false
}

func (r *Reading) othersCover(p *Pair, clause []lexis.Word) float64 {
	best := 0.0
	for _, o := range without(r.PairsOf(p.Claim), p) {
		if h := o.Held(); h != nil && h != p.Held() {
			best = max(best, lexis.Contained(clause, r.Case.Law.Weight, r.fit(p.Claim, h, o.Source.Law).Window.Set))
		}
	}
	return best
}
