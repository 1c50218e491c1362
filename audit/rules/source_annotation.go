package rules

import (
	"fmt"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "source-annotation",
	Severity: finding.Medium,
	Version:  1,
	Find:     annotated,
})

// annotated finds claims that rest on an editor's note or a history line.
func annotated(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for _, a := range r.Annotated() {
		if !foreign(r, a.Pair) {
			found = append(found, onNote(r, a))
		}
	}
	return found
}

// onNote is the finding for one pair.
func onNote(r *audit.Reading, a audit.Annotation) finding.Finding {
	h := a.Pair.Held()
	f := onPair(r, a.Pair, finding.Likely)
	what := map[string]string{"note": "an editor's note", "history": "the history line"}[a.Quote.Part]
	f.Message = fmt.Sprintf("The answer relies on %s of %s, which is not law.", what, named(h))
	f.SourceQuotes = []finding.SourceQuote{a.Quote}
	f.Facts = []string{"Kind of text: " + what + "."}
	fix, quotes := suggest(r, stating(a.Pair), h, "Find enacted text that says this, or take the statement out.")
	f.Fix, f.SourceQuotes = fix, append(f.SourceQuotes, quotes...)
	return f
}
