package rules

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

var _ = add(audit.Rule{
	Name:     "source-irrelevant",
	Severity: finding.High,
	Version:  3,
	Find:     astrays,
})

// astrays finds cited sections that do not bear on the question.
func astrays(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for i := range r.Pairs {
		p := &r.Pairs[i]
		if gone(r, p) || definitional(r, p) || nonoperative(p) || !irrelevant(r, p.Source) {
			continue
		}
		found = append(found, beside(r, p))
	}
	return found
}

// beside is the finding for one pair, with the signals that agree.
func beside(r *audit.Reading, p *audit.Pair) finding.Finding {
	b, h := r.Bearing(p.Source), p.Held()
	f := onPair(r, p, finding.Likely)
	f.Message = fmt.Sprintf("The answer rests a statement on %s, which does not bear on the question.", titled(h))
	f.Facts = []string{
		"Stands in: " + place(r, h) + ".",
		"Shared with the question: " + orNothing(b.Shared) + ".",
	}
	if b.Rank > 0 {
		f.Facts = append(f.Facts, fmt.Sprintf("Searched for the question: place %d of %d sections.", b.Rank, b.Of))
	} else {
		f.Facts = append(f.Facts, fmt.Sprintf("Searched for the question: not found among %d sections.", b.Of))
	}
	if !b.SupportsAny {
		f.Facts = append(f.Facts, "It supports no statement of the answer.")
	}
	f.Fix = finding.Fix{Action: finding.RemoveSource, Number: h.Number,
		Say: "Remove the source and the statement that rests on it, unless the question is meant to reach so far."}
	return f
}

// place is what a section stands in, outermost first.
func place(r *audit.Reading, h *statute.Held) string {
	if parts := h.Hierarchy; len(parts) > 0 {
		return strings.Join(parts, " › ")
	}
	if act := r.ActOf(h); act != "" {
		return act
	}
	if h.Act != "" {
		return h.Act
	}
	return "no named act"
}

// orNothing joins words, or says that there are none.
func orNothing(words []string) string {
	if len(words) == 0 {
		return "nothing"
	}
	return strings.Join(words, ", ")
}
