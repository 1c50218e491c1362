package audit

import (
	"fmt"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/lexis"
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
	for _, d := range p.Source.Law.Text(p.Held()).Definitions {
		if p.Alignment.InLaw.Start < d.Span.Start || p.Alignment.InLaw.Start >= d.Span.End || !r.uses(p.Claim, d) {
			continue
		}
		if rival, other := r.rivalOf(p, d); rival != nil {
			return &TermShift{Pair: p, Term: d.Term, InClaim: r.placeOf(p.Claim, d), Held: rival, InLaw: other.Span,
				Why: fmt.Sprintf("section %s defines %q for this matter by itself; the definition cited holds elsewhere", rival.Number, d.Term)}
		}
	}
	return nil
}

// uses reports whether a claim has all words of a defined term.
func (r *Reading) uses(c *answer.Claim, d enacted.Definition) bool {
	t := r.state.claim(c)
	return len(d.Words) > 0 && lexis.Shared(d.Words, t.All) == len(lexis.SetOf(d.Words))
}

// placeOf is where the claim uses the term.
func (r *Reading) placeOf(c *answer.Claim, d enacted.Definition) answer.Span {
	set := lexis.SetOf(d.Words)
	var used []lexis.Word
	for _, w := range r.state.claim(c).Own {
		if set[w.Term] && len(used) < len(d.Words) {
			used = append(used, w)
		}
	}
	return lexis.Covering(used)
}

// rivalOf finds another section that defines the term too and whose
// matter the claim names more than that of the cited one, or as much where what the
// answer says around the claim rests on the rival's matter alone.
func (r *Reading) rivalOf(p *Pair, d enacted.Definition) (*statute.Held, enacted.Definition) {
	l := p.Source.Law
	mine := r.matter(p.Claim, p.Held(), d)
	for _, hit := range l.Index.Search(termsOfWords(d.Words), 25) {
		h := &l.Sections[hit.At]
		if h == p.Held() || h.Status != statute.InForce {
			continue
		}
		near := h.Source == p.Held().Source && enacted.ChapterOf(h.Number) == enacted.ChapterOf(p.Held().Number)
		for _, other := range l.Text(h).Definitions {
			if !sameTerm(other, d) || !other.Local && !d.Local && l.ActOf(h) == l.ActOf(p.Held()) || !near && (other.Local || d.Local) {
				continue
			}
			if theirs := r.matter(p.Claim, h, other); theirs > mine && near && r.rests(h) || theirs >= mine && r.speaksUnder(p, h, other) {
				return h, other
			}
		}
	}
	return nil, enacted.Definition{}
}

// rests reports whether the answer cites a section at all.
func (r *Reading) rests(h *statute.Held) bool {
	for i := range r.Pairs {
		if r.Pairs[i].Held() == h {
			return true
		}
	}
	return false
}

// speaksUnder reports whether the answer speaks, around a claim on the meaning of a
// term, of what the other definition is for: of its section alone under the same
// heading, where it holds for that section; of its act and not of the cited one's,
// where it holds for the act.
func (r *Reading) speaksUnder(p *Pair, h *statute.Held, other enacted.Definition) bool {
	l, theirs := p.Source.Law, 0
	for i := range r.Pairs {
		o := &r.Pairs[i]
		if o.Held() == nil || o.Source.Law != l || o.Source.Nature != enacted.Operative || o.Claim == p.Claim {
			continue
		}
		near := o.Claim.Section == p.Claim.Section && p.Claim.Section != ""
		switch {
		case other.Local && near && o.Held() != h, !other.Local && l.ActOf(o.Held()) == l.ActOf(p.Held()):
			return false
		case other.Local && near, !other.Local && l.ActOf(o.Held()) == l.ActOf(h):
			theirs++
		}
	}
	return theirs > 0
}

func termsOfWords(list []lexis.Word) []string {
	var terms []string
	for _, w := range list {
		terms = append(terms, w.Term)
	}
	return terms
}

func sameTerm(a, b enacted.Definition) bool {
	return len(a.Words) == len(b.Words) && lexis.Shared(a.Words, lexis.SetOf(b.Words)) == len(lexis.SetOf(b.Words))
}

// matter counts the claim's words that name what a section's own place is about,
// the term itself left out.
func (r *Reading) matter(c *answer.Claim, h *statute.Held, d enacted.Definition) int {
	names := placeTerms(h)
	if n := len(h.Hierarchy); n > 0 {
		names = lexis.SetOf(enacted.TitleOf(h.Hierarchy[n-1]))
	}
	for t := range lexis.SetOf(enacted.TitleOf(h.Catchline)) {
		names[t] = true
	}
	term := lexis.SetOf(d.Words)
	n := 0
	for t := range r.state.claim(c).All {
		if names[t] && !term[t] {
			n++
		}
	}
	return n
}
