package rules

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "pinpoint-wrong",
	Severity: finding.Medium,
	Version:  3,
	Find:     mispointed,
})

// mispointed finds subsections that do not exist or say something else.
func mispointed(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for _, p := range r.Pinpoints() {
		if p.Pair == nil || p.Pair.Held() == nil || gone(r, p.Pair) {
			continue
		}
		if !p.Exists || p.Stub || !p.Said && p.Best != "" {
			found = append(found, pointed(r, p))
		}
	}
	return found
}

// pointed is the finding for one pinpoint.
func pointed(r *audit.Reading, p audit.Pinpoint) finding.Finding {
	h := p.Pair.Held()
	f := onPair(r, p.Pair, finding.Certain)
	f.AnswerQuote = r.Quote(p.Span)
	f.Message = fmt.Sprintf("The answer points to subsection %s of %s, which has no such subsection.", p.Named, named(h))
	f.Facts = []string{"Subsections: " + strings.Join(p.Labels, ", ")}
	switch {
	case p.Exists && p.Stub:
		f.Message = fmt.Sprintf("The answer points to subsection %s of %s, which is repealed or reserved.", p.Named, named(h))
		f.SourceQuotes = []finding.SourceQuote{r.Cite(h, p.InLaw)}
	case p.Exists:
		f.Certainty = finding.Likely
		f.Message = fmt.Sprintf("The answer points to subsection %s of %s; what it says stands in %s.", p.Named, named(h), p.Best)
		f.SourceQuotes = []finding.SourceQuote{r.Cite(h, p.InLaw)}
	}
	f.Fix = finding.Fix{Action: finding.CorrectText, Number: h.Number, Say: "Point to the section as a whole."}
	if p.Best != "" {
		best := r.Cite(h, p.InBest)
		f.SourceQuotes = append(f.SourceQuotes, best)
		f.Fix.Quote, f.Fix.Say = best.Text, "Point to "+p.Best+"."
	}
	return f
}
