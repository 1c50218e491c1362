package audit

import (
	"slices"
	"strings"

	"github.com/pincite/pincite/audit/compare"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/cite"
	"github.com/pincite/pincite/internal/statute"
)

// bind finds the section of each listed source: by the ref for an answer of our
// own, else by number, else by title, else as the claims have it.
func (r *Reading) bind() {
	for _, s := range r.Case.Answer.Sources {
		r.Sources = append(r.Sources, Source{Source: s})
	}
	r.list()
	for i := range r.Sources {
		r.bindNumber(&r.Sources[i])
	}
	for _, ambiguous := range []bool{false, true} { // what is sure tells what is not
		for i := range r.Sources {
			if s := &r.Sources[i]; s.Held == nil && s.Foreign == "" {
				r.bindTitle(s, ambiguous)
			}
		}
	}
	r.partTwins()
	r.unbindCommon()
	for i := range r.Sources {
		r.classSource(&r.Sources[i])
	}
}

// bindNumber binds by exact ref or by statute number.
func (r *Reading) bindNumber(s *Source) {
	if key, known := r.Case.Bound[s.Ref]; known {
		r.bindKey(s, key)
		return
	}
	if s.Number == "" {
		return
	}
	if found := r.Case.Law.Numbered(s.Number); len(found) > 0 {
		s.take(r.bestVersion(found), r.Case.Law, "number", found)
		return
	}
	r.bindForeign(s)
}

func (r *Reading) bindKey(s *Source, key statute.Key) {
	for _, h := range r.Case.Law.Numbered(key.Number) {
		if h.Occurrence == key.Occurrence {
			s.take(h, r.Case.Law, "ref", nil)
		}
	}
}

// take binds a source. Other sections that it might have meant are kept.
func (s *Source) take(h *statute.Held, l *enacted.Law, by string, among []*statute.Held) {
	s.Held, s.Law, s.By = h, l, by
	for _, other := range among {
		if other != h && !(by == "number" && other.Number == h.Number) {
			s.Ambiguous = append(s.Ambiguous, other)
		}
	}
}

// bestVersion prefers, among sections of one number, the one in force at the
// day of the audit, then the fullest.
func (r *Reading) bestVersion(list []*statute.Held) *statute.Held {
	best, rank := list[0], -1
	for _, h := range list {
		if n := r.inForce(h); n > rank {
			best, rank = h, n
		}
	}
	return best
}

func (r *Reading) inForce(h *statute.Held) int {
	switch {
	case h.Status != statute.InForce:
		return 0
	case h.EffectiveFrom.After(r.Case.Date):
		return 1
	case h.EffectiveUntil != "" && !h.EffectiveUntil.After(r.Case.Date):
		return 1
	}
	return 2
}

// bindForeign looks for the number in the other jurisdictions held, and takes a
// section of the United States Code or of federal rules for what it is.
func (r *Reading) bindForeign(s *Source) {
	for _, other := range r.Case.Others {
		found := other.Numbered(s.Number)
		if len(found) > 0 && r.titleAgrees(s, found) {
			s.take(r.bestVersion(found), other, "number", nil)
			s.Foreign = other.Jurisdiction
			return
		}
	}
	s.Foreign = r.statedElsewhere(s)
}

// titleAgrees wants the title to fit where the line has one: numbers repeat
// between states.
func (r *Reading) titleAgrees(s *Source, found []*statute.Held) bool {
	if s.Title == "" {
		return true
	}
	for _, h := range found {
		if enacted.TitleLikeness(s.Title, h.Catchline) >= 0.5 {
			return true
		}
	}
	return false
}

// statedElsewhere is the jurisdiction that the line itself names, where it is not
// the answer's.
func (r *Reading) statedElsewhere(s *Source) statute.Jurisdiction {
	line := r.Case.Answer.Text[s.Span.Start:s.Span.End]
	for _, c := range cite.Find(line) {
		if c.Kind == cite.FederalStatute || c.Kind == cite.Regulation && c.Jurisdiction == statute.Federal {
			return statute.Federal
		}
		if c.Jurisdiction != "" && c.Jurisdiction != r.Case.Law.Jurisdiction {
			return c.Jurisdiction
		}
	}
	return ""
}

// bindTitle binds by title within the jurisdiction. Several sections of one title
// are told apart by the document they are listed under, then by the claims; they
// are bound where ambiguous is set, all others where it is not.
func (r *Reading) bindTitle(s *Source, ambiguous bool) {
	if s.Number != "" || s.Title == "" {
		return
	}
	found, by := r.Case.Law.Titled(s.Title), "title"
	if ambiguous != (len(found) > 1) {
		return
	}
	if len(found) == 0 {
		r.bindForeignTitle(s)
		return
	}
	best := found[0]
	if len(found) > 1 {
		best, by, found = r.tellApart(s, found)
	} else if r.listedAsOther(s, best) && r.bindForeignTitle(s) {
		return
	}
	s.take(best, r.Case.Law, by, found)
}

// listedAsOther reports whether a source of another document number is bound to
// the section: the same title there and here then may be that of another state.
func (r *Reading) listedAsOther(s *Source, h *statute.Held) bool {
	for i := range r.Sources {
		if o := &r.Sources[i]; o.Held == h && o.Ref.Document != s.Ref.Document {
			return true
		}
	}
	return false
}

// bindForeignTitle looks for a title that another jurisdiction has, and reports
// whether it was found.
func (r *Reading) bindForeignTitle(s *Source) bool {
	for _, other := range r.Case.Others {
		if found := other.Titled(s.Title); len(found) == 1 && len(enacted.TitleOf(s.Title)) > 2 {
			s.take(found[0], other, "title", nil)
			s.Foreign = other.Jurisdiction
			return true
		}
	}
	return false
}

// tellApart chooses among sections of one title: those of an act already bound
// under the same document number, those of an act that the claims name, those of
// no act bound under another number, then the best fit to the claims that cite it.
func (r *Reading) tellApart(s *Source, found []*statute.Held) (*statute.Held, string, []*statute.Held) {
	by := "title"
	for _, keep := range []func(*Source, []*statute.Held) []*statute.Held{r.sameDocument, r.ofNamedAct, r.noOtherDocument} {
		if near := keep(s, found); len(near) > 0 && len(near) < len(found) {
			found, by = near, "act"
		}
	}
	if len(found) == 1 {
		return found[0], by, nil
	}
	best, score, next := found[0], -1.0, -1.0
	for _, h := range found {
		if sum := r.fitToClaims(s, h); sum > score {
			best, score, next = h, sum, score
		} else if sum > next {
			next = sum
		}
	}
	if score-next >= plainBest {
		return best, "claims", nil
	}
	return best, "claims", found
}

// plainBest is how much better one section must fit the claims than the next for
// the choice not to be called ambiguous.
const plainBest = 0.25

// sameDocument keeps the sections of the act that most other sources of the same document
// number are bound to: one of them may itself be bound to the wrong one of its title.
func (r *Reading) sameDocument(s *Source, found []*statute.Held) []*statute.Held {
	acts := r.boundActs(func(o *Source) bool { return o.Ref.Document == s.Ref.Document })
	most := 0
	for _, h := range found {
		most = max(most, acts[r.Case.Law.ActOf(h)])
	}
	return lexis.KeepWhere(found, func(h *statute.Held) bool { return most > 0 && acts[r.Case.Law.ActOf(h)] == most })
}

// noOtherDocument keeps the sections of acts that no source of another document
// number is bound to: another number is another document.
func (r *Reading) noOtherDocument(s *Source, found []*statute.Held) []*statute.Held {
	acts := r.boundActs(func(o *Source) bool { return o.Ref.Document != s.Ref.Document })
	return lexis.KeepWhere(found, func(h *statute.Held) bool { return acts[r.Case.Law.ActOf(h)] == 0 })
}

// boundActs counts, by act, some of the sources that are bound without doubt.
func (r *Reading) boundActs(some func(*Source) bool) map[string]int {
	acts := map[string]int{}
	for i := range r.Sources {
		if o := &r.Sources[i]; o.Held != nil && o.Law == r.Case.Law && len(o.Ambiguous) == 0 && some(o) {
			acts[o.Law.ActOf(o.Held)]++
		}
	}
	return acts
}

// ofNamedAct keeps the sections of acts that a claim which cites the source names.
func (r *Reading) ofNamedAct(s *Source, found []*statute.Held) []*statute.Held {
	return lexis.KeepWhere(found, func(h *statute.Held) bool {
		act, own := strings.ToLower(r.ActOf(h)), strings.ToLower(enacted.NamedBy(h))
		return r.citingClaim(s, func(c *answer.Claim) bool {
			said := strings.ToLower(c.Bare)
			return strings.Contains(act, " ") && strings.Contains(said, act) || own != "" && strings.Contains(said, own)
		})
	})
}

// citingClaim reports whether some claim that cites the source is such.
func (r *Reading) citingClaim(s *Source, such func(*answer.Claim) bool) bool {
	for i := range r.Case.Answer.Claims {
		c := &r.Case.Answer.Claims[i]
		for _, citation := range c.Citations {
			if citation.Ref == s.Ref && such(c) {
				return true
			}
		}
	}
	return false
}

// fitToClaims sums how well a section carries the claims that cite the source.
func (r *Reading) fitToClaims(s *Source, h *statute.Held) float64 {
	sum := 0.0
	for i := range r.Case.Answer.Claims {
		c := &r.Case.Answer.Claims[i]
		for _, citation := range c.Citations {
			if citation.Ref == s.Ref {
				sum += compare.Align(r.state.claim(c), r.Case.Law.Text(h), r.Case.Law).Score
			}
		}
	}
	return sum
}

// classSource sets the nature of a bound source.
func (r *Reading) classSource(s *Source) {
	if s.Held != nil {
		s.Nature = s.Law.Text(s.Held).Nature
	}
}

// source is the listed source of a ref, nil for a dangling one. Where a ref is
// listed twice the first line counts.
func (r *Reading) source(ref statute.Ref) *Source {
	return r.state.memory.listed[ref]
}

// list gives each ref its first line.
func (r *Reading) list() {
	for i := range r.Sources {
		if ref := r.Sources[i].Ref; r.state.memory.listed[ref] == nil {
			r.state.memory.listed[ref] = &r.Sources[i]
		}
	}
}

// PairsOf are the pairs of one claim, in order.
func (r *Reading) PairsOf(c *answer.Claim) []*Pair {
	r.gather()
	return slices.Clip(r.state.memory.ofClaim[c.ID])
}

// gather files the pairs by claim and by source. They are listed once.
func (r *Reading) gather() {
	m := &r.state.memory
	if m.paired == len(r.Pairs) {
		return
	}
	m.ofClaim, m.withSource, m.paired = map[int][]*Pair{}, map[*Source][]*Pair{}, len(r.Pairs)
	for i := range r.Pairs {
		p := &r.Pairs[i]
		m.ofClaim[p.Claim.ID] = append(m.ofClaim[p.Claim.ID], p)
		m.withSource[p.Source] = append(m.withSource[p.Source], p)
	}
}

// PairsWith are the pairs that use one source, in order.
func (r *Reading) PairsWith(s *Source) []*Pair {
	r.gather()
	return slices.Clip(r.state.memory.withSource[s])
}
