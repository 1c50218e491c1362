package audit

import (
	"sort"

	"github.com/pincite/pincite/audit/claimed"
	"github.com/pincite/pincite/audit/compare"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

const (
	// searched is how many sections a search for a better one looks into.
	searched = 6
	// goodFit is the alignment from which a section states a claim directly.
	goodFit = 0.5
	// clearlyBetter is how much closer another section must be than the cited one.
	clearlyBetter = 0.18
	// farFit is the alignment that a section of another act must reach: sections of
	// one kind are worded alike all over a code.
	farFit = 0.72
	// severalWords is how many words of a claim a section must share, one of them
	// rare, to be said to state it: a few stand in many a section.
	severalWords = 5
	// contentWith: a pair aligned so well needs no better section.
	contentWith = 0.78
)

// findBetter looks for other sections for pairs that are aligned weakly.
func (r *Reading) findBetter() {
	for i := range r.Pairs {
		p := &r.Pairs[i]
		if p.Alignment.Score >= contentWith && p.Nature == enacted.Operative || p.Claim.Kind == answer.Heading || p.Claim.Kind == answer.LeadIn {
			continue
		}
		if p.Nature == enacted.Operative && p.Held() != nil && p.Source.Foreign == "" && p.verbatim() {
			continue
		}
		p.Better = r.better(p)
	}
}

// better are the candidates for a pair that are clearly closer than what it
// cites.
func (r *Reading) better(p *Pair) []Candidate {
	least := goodFit
	if h := p.Held(); h != nil && p.Source.Foreign == "" && p.Nature == enacted.Operative {
		least = max(least, p.Alignment.Score+clearlyBetter)
	}
	carried := r.covered(p.Claim, r.PairsOf(p.Claim)) >= goodFit && len(r.PairsOf(p.Claim)) > 1
	return lexis.KeepWhere(r.candidates(p.Claim, p.Held()), func(c Candidate) bool {
		far := p.Held() != nil && c.Source == nil && r.kinship(c.Held, p.Held()) < 0.05
		switch {
		case c.Held == p.Held() || !c.Supports || carried && !c.CitedHere:
			return false
		case far:
			return c.Score >= max(least, farFit)
		}
		return c.Score >= least
	})
}

// Alike reports whether force, polarity, party, figures and exceptions of a claim are
// one by one those of a section that shares several words with it: enough to say that
// it states what the cited section leaves open.
func (r *Reading) Alike(c *answer.Claim, h *statute.Held) bool {
	x := r.comparison(c, h, r.Case.Law)
	return x.Fit.Common >= severalWords && x.Fit.Rare > 0 && x.Alike()
}

// Candidates are sections that may state a claim, best first: same act as what
// the answer cites first, then the jurisdiction.
func (r *Reading) Candidates(c *answer.Claim) []Candidate {
	return r.candidates(c, r.anyCited())
}

// anyCited is a section of the act that the answer cites most, nil for none.
func (r *Reading) anyCited() *statute.Held {
	count, best := map[string]int{}, (*statute.Held)(nil)
	for i := range r.Pairs {
		if h := r.Pairs[i].Held(); h != nil && r.Pairs[i].Source.Law == r.Case.Law {
			key := r.Case.Law.ActOf(h)
			if count[key]++; best == nil || count[key] > count[r.Case.Law.ActOf(best)] {
				best = h
			}
		}
	}
	return best
}

// candidates searches the law for a claim. near is a section whose act and
// cross-references go first among equals.
func (r *Reading) candidates(c *answer.Claim, near *statute.Held) []Candidate {
	var list []Candidate
	seen := map[*statute.Held]bool{}
	for _, h := range r.reach(c, near) {
		if !seen[h] {
			seen[h] = true
			list = append(list, r.candidate(c, h, near))
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return r.closer(&list[i], &list[j], near) })
	return list
}

// reach lists the sections to look into: the answer's own sources, those the near
// one refers to, and the best of a search.
func (r *Reading) reach(c *answer.Claim, near *statute.Held) []*statute.Held {
	list := r.own(c)
	l := r.Case.Law
	if near != nil && l.ActOf(near) != "" {
		for _, number := range l.Text(near).Refers {
			list = append(list, l.Numbered(number)...)
		}
	}
	return append(list, recall(r.state.memory.found, c, func() []*statute.Held { return r.search(c) })...)
}

// own are the sections that the answer lists; those of a very long list only where
// the claim cites them.
func (r *Reading) own(c *answer.Claim) []*statute.Held {
	var list []*statute.Held
	for i := range r.Sources {
		s := &r.Sources[i]
		if s.Held != nil && s.Foreign == "" && (len(r.Sources) <= mostListed || r.cites(c, s)) {
			list = append(list, s.Held)
		}
	}
	return list
}

// search gives the sections that hold most of a claim's words.
func (r *Reading) search(c *answer.Claim) []*statute.Held {
	l := r.Case.Law
	var list []*statute.Held
	for _, hit := range l.Index.Search(termsOf(r.state.claim(c)), searched) {
		list = append(list, &l.Sections[hit.At])
	}
	return list
}

func termsOf(c *claimed.Text) []string {
	var terms []string
	for _, w := range append(append([]lexis.Word{}, c.Own...), c.Lead...) {
		if w.Term != "" {
			terms = append(terms, w.Term)
		}
	}
	return terms
}

// candidate audits a section as if the claim cited it.
func (r *Reading) candidate(c *answer.Claim, h, near *statute.Held) Candidate {
	f := r.fit(c, h, r.Case.Law)
	cand := Candidate{Held: h, Score: f.Score, InLaw: f.InLaw, Source: r.listed(h)}
	cand.CitedHere = cand.Source != nil && r.cites(c, cand.Source)
	cand.Supports = f.Score >= goodFit && !f.Thin && r.carries(c, h, f)
	return cand
}

// carries reports whether the section lays down what the claim says, with no
// difference that is more than possible.
func (r *Reading) carries(c *answer.Claim, h *statute.Held, f compare.Fit) bool {
	return recall(r.state.memory.carried, asked{c.ID, h}, func() bool { return r.laysDown(c, h, f) })
}

func (r *Reading) laysDown(c *answer.Claim, h *statute.Held, f compare.Fit) bool {
	t := r.Case.Law.Text(h)
	if t.Nature == enacted.Stub || h.Status != statute.InForce {
		return false
	}
	if t.Units[f.Unit].Nature != enacted.Operative && t.Nature != enacted.Operative && c.Role != answer.Definition {
		return false
	}
	x := r.comparison(c, h, r.Case.Law)
	x.Numbers()
	x.Predicates()
	for _, d := range x.Found {
		if d.Certainty != finding.Possible {
			return false
		}
	}
	return true
}

// listed is the first line of the list that means the section, nil for none.
func (r *Reading) listed(h *statute.Held) *Source {
	lines := recall(r.state.memory.lines, r, func() map[*statute.Held]*Source { return r.lines() })
	return lines[h]
}

// lines are the first lines of the list by the sections they mean.
func (r *Reading) lines() map[*statute.Held]*Source {
	lines := map[*statute.Held]*Source{}
	for i := range r.Sources {
		if s := &r.Sources[i]; lines[s.Held] == nil {
			lines[s.Held] = s
		}
	}
	return lines
}

func (r *Reading) cites(c *answer.Claim, s *Source) bool {
	for _, citation := range c.Citations {
		if citation.Ref == s.Ref {
			return true
		}
	}
	return false
}

// nearness orders candidates: one that supports before one that does not, then by
// score; the same act counts for a little.
func (r *Reading) closer(a, b *Candidate, near *statute.Held) bool {
	if a.Supports != b.Supports {
		return a.Supports
	}
	return a.Score+r.kinship(a.Held, near) > b.Score+r.kinship(b.Held, near)
}

func (r *Reading) kinship(h, near *statute.Held) float64 {
	switch {
	case near == nil:
		return 0
	case r.Case.Law.ActOf(h) == r.Case.Law.ActOf(near):
		return 0.05
	case h.Source == near.Source:
		return 0.02
	}
	return 0
}
