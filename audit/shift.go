package audit

import (
	"fmt"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/statute"
)

// Shifts are defined terms used in another meaning: the claim rests on one
// definition of a term, speaks of the matter of another part of the act, and that
// part defines the same term for itself.
func (r *Reading) Shifts() []TermShift {
	var found []TermShift
	for i := range r.Pairs {
		p := &r.Pairs[i]
		if p.Held() == nil || p.Source.Law != r.Case.Law || p.Alignment.Thin || p.Source.Foreign != "" {
			continue
		}
		if s := r.shift(p); s != nil {
			found = append(found, *s)
		}
	}
	return append(found, r.glosses()...)
}

// shift looks for a rival definition of a term that the cited section defines.
func (r *Reading) shift(p *Pair) *TermShift {
	for _, d := range p.Source.Law.text(p.Held()).definitions {
		if p.Alignment.InLaw.Start < d.span.Start || p.Alignment.InLaw.Start >= d.span.End || !r.uses(p.Claim, d) {
			continue
		}
		if rival, other := r.rivalOf(p, d); rival != nil {
			return &TermShift{Pair: p, Term: d.term, InClaim: r.placeOf(p.Claim, d), Held: rival, InLaw: other.span,
				Why: fmt.Sprintf("section %s defines %q for this matter by itself; the definition cited holds elsewhere", rival.Number, d.term)}
		}
	}
	return nil
}

// uses reports whether a claim has all words of a defined term.
func (r *Reading) uses(c *answer.Claim, d definition) bool {
	t := r.state.claim(c)
	return len(d.words) > 0 && shared(d.words, t.all) == len(setOf(d.words))
}

// placeOf is where the claim uses the term.
func (r *Reading) placeOf(c *answer.Claim, d definition) answer.Span {
	set := setOf(d.words)
	var used []word
	for _, w := range r.state.claim(c).own {
		if set[w.term] && len(used) < len(d.words) {
			used = append(used, w)
		}
	}
	return covering(used)
}

// rivalOf finds another section that defines the term too and whose
// matter the claim names more than that of the cited one, or as much where what the
// answer says around the claim rests on the rival's matter alone.
func (r *Reading) rivalOf(p *Pair, d definition) (*statute.Held, definition) {
	l := p.Source.Law
	mine := r.matter(p.Claim, p.Held(), d)
	for _, hit := range l.Index.Search(termsOfWords(d.words), 25) {
		h := &l.Sections[hit.At]
		if h == p.Held() || h.Status != statute.InForce {
			continue
		}
		near := h.Source == p.Held().Source && chapterOf(h.Number) == chapterOf(p.Held().Number)
		for _, other := range l.text(h).definitions {
			if !sameTerm(other, d) || !other.local && !d.local && l.actOf(h) == l.actOf(p.Held()) || !near && (other.local || d.local) {
				continue
			}
			if theirs := r.matter(p.Claim, h, other); theirs > mine && near || theirs >= mine && r.speaksUnder(p, h, other) {
				return h, other
			}
		}
	}
	return nil, definition{}
}

// speaksUnder reports whether the answer speaks, around a claim on the meaning of a
// term, of what the other definition is for: of its section alone under the same
// heading, where it holds for that section; of its act and not of the cited one's,
// where it holds for the act.
func (r *Reading) speaksUnder(p *Pair, h *statute.Held, other definition) bool {
	l, theirs := p.Source.Law, 0
	for i := range r.Pairs {
		o := &r.Pairs[i]
		if o.Held() == nil || o.Source.Law != l || o.Source.Nature != Operative || o.Claim == p.Claim {
			continue
		}
		near := o.Claim.Section == p.Claim.Section && p.Claim.Section != ""
		switch {
		case other.local && near && o.Held() != h, !other.local && l.actOf(o.Held()) == l.actOf(p.Held()):
			return false
		case other.local && near, !other.local && l.actOf(o.Held()) == l.actOf(h):
			theirs++
		}
	}
	return theirs > 0
}

func termsOfWords(list []word) []string {
	var terms []string
	for _, w := range list {
		terms = append(terms, w.term)
	}
	return terms
}

func sameTerm(a, b definition) bool {
	return len(a.words) == len(b.words) && shared(a.words, setOf(b.words)) == len(setOf(b.words))
}

// matter counts the claim's words that name what a section's own place is about,
// the term itself left out.
func (r *Reading) matter(c *answer.Claim, h *statute.Held, d definition) int {
	names := placeTerms(h)
	if n := len(h.Hierarchy); n > 0 {
		names = setOf(titleOf(h.Hierarchy[n-1]))
	}
	for t := range setOf(titleOf(h.Catchline)) {
		names[t] = true
	}
	term := setOf(d.words)
	n := 0
	for t := range r.state.claim(c).all {
		if names[t] && !term[t] {
			n++
		}
	}
	return n
}
