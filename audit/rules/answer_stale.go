package rules

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

var _ = add(audit.Rule{
	Name:     "answer-stale",
	Severity: finding.High,
	Version:  3,
	Find:     stale,
})

// stale finds what changed since the answer was made and it depends on.
func stale(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for _, change := range r.Case.Circumstances.Stale {
		if severity, known := harm[change.Class]; known {
			found = append(found, changed(r, change, severity))
		}
	}
	return append(found, outrun(r)...)
}

// outrun finds sections whose former words the answer still follows, and those of
// which it states a part that was repealed: it was made before they changed, whether
// or not a run saw the change.
func outrun(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	seen := map[string]bool{}
	for _, change := range r.Case.Circumstances.Stale {
		seen[change.Number] = true
	}
	add := func(h *statute.Held, why string) {
		if h != nil && !seen[h.Number] {
			seen[h.Number] = true
			found = append(found, changed(r, finding.Stale{Number: h.Number, Class: "a", Why: why}, finding.High))
		}
	}
	for _, s := range r.Superseded() {
		add(s.Pair.Held(), s.Why)
	}
	for _, p := range r.Pinpoints() {
		if p.Stub && p.Pair != nil && p.Pair.Held() != nil && !gone(r, p.Pair) && !saysSo(p.Pair) && wasRepealed(p) {
			add(p.Pair.Held(), "subsection "+p.Named+" was repealed")
		}
	}
	return found
}

// wasRepealed tells a subsection that was repealed from one that is only reserved.
func wasRepealed(p audit.Pinpoint) bool {
	return strings.Contains(strings.ToLower(p.Pair.Held().Text[p.InLaw.Start:p.InLaw.End]), "repealed")
}

// harm is how grave a change is by its class; a change of layout has none.
var harm = map[string]finding.Severity{"a": finding.High, "b": finding.Medium, "c": finding.Medium, "d": finding.Low}

// touched says in words what a class means.
var touched = map[string]string{
	"a": "words that the answer cites have changed",
	"b": "the section changed elsewhere than in the words cited",
	"c": "a definition or exemption of the act has changed",
	"d": "a section was added beside the one cited",
}

// changed is the finding for one section.
func changed(r *audit.Reading, change finding.Stale, severity finding.Severity) finding.Finding {
	f := finding.Finding{
		Severity: severity, Certainty: finding.Certain, Number: change.Number, SourceQuotes: []finding.SourceQuote{},
		Message: fmt.Sprintf("The answer depends on § %s, which has changed since it was made: %s.", change.Number, touched[change.Class]),
		Fix:     finding.Fix{Action: finding.Recheck, Number: change.Number, Say: "Read the changed section, and confirm or rewrite the answer."},
	}
	if change.Why != "" {
		f.Facts = append(f.Facts, "What changed: "+strings.TrimSuffix(change.Why, ".")+".")
	}
	for i := range r.Sources {
		if s := &r.Sources[i]; s.Held != nil && s.Held.Number == change.Number {
			f.Ref, f.AnswerQuote = s.Ref, r.Quote(s.Span)
			quotes, facts := quoteRewordings(r, s.Held)
			if f.SourceQuotes, f.Facts = quotes, append(f.Facts, facts...); len(quotes) == 0 {
				f.SourceQuotes = opening(r, s.Held)
			}
			break
		}
	}
	return f
}
