package audit

import (
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
	pairs := r.PairsOf(c)
	var table []LeftOut
	for _, p := range pairs {
		row := LeftOut{Pair: p, Alone: r.covered(c, []*Pair{p}), All: r.covered(c, pairs)}
		row.Rest = r.covered(c, without(pairs, p))
		row.Needed = len(pairs) < 2 || row.Rest < carriesIt || row.All-row.Rest > addsLittle || row.Alone > row.Rest || r.repeatsEarlier(pairs, p) == nil && r.ownPart(p)
		table = append(table, row)
	}
	return table
}

func without(pairs []*Pair, p *Pair) []*Pair {
	return keepWhere(pairs, func(o *Pair) bool { return o != p })
}

// covered is the share of the claim's words that the best windows of the sections
// hold together. A pair that is refuted covers nothing.
func (r *Reading) covered(c *answer.Claim, pairs []*Pair) float64 {
	t, set := r.state.claim(c), termSet{}
	for _, p := range pairs {
		if h := p.Held(); h != nil && p.Source.Foreign == "" && p.Verdict != finding.Contradicted {
			for term := range r.fit(c, h, p.Source.Law).window.set {
				set[term] = true
			}
		}
	}
	return contained(t.own, r.Case.Law.weight, set)
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
	set := r.fit(p.Claim, p.Held(), p.Source.Law).window.set
	for _, clause := range r.state.claim(p.Claim).clauses {
		mine := contained(clause, r.Case.Law.weight, set)
		if mine >= 0.5 && mine > r.othersCover(p, clause)+0.25 {
			return true
		}
	}
	return false
}

func (r *Reading) othersCover(p *Pair, clause []word) float64 {
	best := 0.0
	for _, o := range without(r.PairsOf(p.Claim), p) {
		if h := o.Held(); h != nil && h != p.Held() {
			best = max(best, contained(clause, r.Case.Law.weight, r.fit(p.Claim, h, o.Source.Law).window.set))
		}
	}
	return best
}
