package rules

import (
	"fmt"
	"sort"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

var _ = add(audit.Rule{
	Name:     "citation-dangling",
	Severity: finding.High,
	Version:  1,
	Find:     dangling,
})

// dangling finds markers that no line of the source list answers to.
func dangling(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for _, m := range r.Case.Answer.Markers {
		for _, ref := range m.Refs {
			if source(r, ref) == nil {
				found = append(found, unlisted(r, m, ref))
			}
		}
	}
	return found
}

// unlisted is the finding for one ref of one marker.
func unlisted(r *audit.Reading, m answer.Marker, ref statute.Ref) finding.Finding {
	f := finding.Finding{
		Certainty: finding.Certain, Ref: ref, AnswerQuote: r.Quote(m.Span), SourceQuotes: []finding.SourceQuote{},
		Message: fmt.Sprintf("The answer cites [%s]; its source list has no such entry.", ref),
		Facts:   []string{"Listed: " + refs(r)},
		Fix: finding.Fix{Action: finding.AddSource,
			Say: fmt.Sprintf("List the section that [%s] stands for, or remove the marker.", ref)},
	}
	if c := claimAt(r, m.Span); c != nil {
		f.Claim, f.AnswerQuote = c.ID, r.Quote(c.Span)
	}
	return f
}

// source is the listed source of a ref, nil where there is none.
func source(r *audit.Reading, ref statute.Ref) *audit.Source {
	for i := range r.Sources {
		if r.Sources[i].Ref == ref {
			return &r.Sources[i]
		}
	}
	return nil
}

// claimAt is the claim in which a stretch of the answer stands, or the one just
// before it, to which a marker after the full stop belongs.
func claimAt(r *audit.Reading, s answer.Span) *answer.Claim {
	claims := r.Case.Answer.Claims // in the order of the answer
	after := sort.Search(len(claims), func(i int) bool { return claims[i].Span.Start > s.Start })
	if after == 0 {
		return nil
	}
	return &claims[after-1]
}

// mostRefs is how much of a source list is shown in a finding.
const mostRefs = 40

// refs lists what the source list holds; of a very long one the beginning.
func refs(r *audit.Reading) string {
	if len(r.Sources) == 0 {
		return "nothing; the answer has no source list"
	}
	shown := listed(r.Sources[:min(mostRefs, len(r.Sources))], func(s audit.Source) string { return "[" + s.Ref.String() + "]" })
	if more := len(r.Sources) - mostRefs; more > 0 {
		shown += fmt.Sprintf(" and %d more", more)
	}
	return shown
}
