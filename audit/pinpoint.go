package audit

import (
	"strings"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/statute"
)

// Pinpoints are the subsections that the answer names for its citations: in the
// marker's own words, or in a statute citation of the claim.
func (r *Reading) Pinpoints() []Pinpoint {
	return recall(r.state.memory.pinpoints, r, r.pinpoints)
}

func (r *Reading) pinpoints() []Pinpoint {
	var found []Pinpoint
	for i := range r.Pairs {
		p := &r.Pairs[i]
		if p.Held() == nil || p.Source.Foreign != "" {
			continue
		}
		if named, at := r.pinned(p); named != "" {
			found = append(found, r.pinpoint(p, named, at))
		}
	}
	return found
}

// pinned gives the label that the claim offers as the place where the pair's
// section says so, "" for none.
func (r *Reading) pinned(p *Pair) (string, answer.Span) {
	text := r.Case.Answer.Text[p.Claim.Span.Start:p.Claim.Span.End]
	for _, m := range mentions(text) {
		if !m.names(p) || !m.offered(text) || m.standsIn(text, p.Held()) {
			continue
		}
		return m.label, answer.Span{Start: p.Claim.Span.Start + m.start, End: p.Claim.Span.Start + m.end}
	}
	return "", answer.Span{}
}

// labelKey is a label without brackets, stops and case: "(3)(a)" is "3 a".
func labelKey(label string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(label), func(r rune) bool {
		return r < '0' || r > '9' && r < 'a' || r > 'z'
	}), " ")
}

// pinpoint looks the label up and measures what its words carry.
func (r *Reading) pinpoint(p *Pair, named string, at answer.Span) Pinpoint {
	found := Pinpoint{Pair: p, Named: named, Span: at}
	h := p.Held()
	for i := range h.Subsections {
		s := &h.Subsections[i]
		found.Labels = append(found.Labels, s.Label)
		if labelKey(s.Label) == labelKey(named) {
			found.Exists, found.InLaw = true, answer.Span{Start: s.Start, End: s.End}
		}
	}
	if len(h.Subsections) == 0 {
		found.Exists = false
		return found
	}
	whole := r.carried(p, answer.Span{End: len(h.Text)})
	found.Best, found.InBest = r.bestLabel(p)
	if found.Exists {
		found.Stub = enacted.Shut.MatchString(h.Text[found.InLaw.Start:found.InLaw.End])
		found.Said = !found.Stub && r.carried(p, found.InLaw) >= 0.6*whole
	}
	return found
}

// carried is the share of the claim's words that stand in a stretch of the
// section.
func (r *Reading) carried(p *Pair, s answer.Span) float64 {
	return lexis.Contained(r.state.claim(p.Claim).Own, p.Source.Law.Weight, lexis.SetOf(lexis.Words(p.Held().Text, s)))
}

// bestLabel is the outermost subsection that carries most of the claim.
func (r *Reading) bestLabel(p *Pair) (string, answer.Span) {
	best, label, at := 0.3, "", answer.Span{}
	for _, s := range outer(p.Held().Subsections) {
		span := answer.Span{Start: s.Start, End: s.End}
		if c := r.carried(p, span); c > best {
			best, label, at = c, s.Label, span
		}
	}
	return label, at
}

// outer are the subsections that lie in no other.
func outer(list []statute.Subsection) []statute.Subsection {
	var found []statute.Subsection
	end := -1
	for _, s := range list {
		if s.Start >= end {
			found, end = append(found, s), s.End
		}
	}
	return found
}
