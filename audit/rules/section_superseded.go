package rules

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "section-superseded",
	Severity: finding.High,
	Version:  3,
	Find:     superseded,
})

// superseded finds claims that follow words which have changed.
func superseded(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for _, s := range r.Superseded() {
		if !gone(r, s.Pair) {
			found = append(found, overtaken(r, s))
		}
	}
	return found
}

// overtaken is the finding for one pair: the old words and the new.
func overtaken(r *audit.Reading, s audit.Supersession) finding.Finding {
	h := s.Pair.Held()
	f := onPair(r, s.Pair, finding.Likely)
	now := r.Cite(h, s.InLaw)
	was := r.Cite(s.Former, s.InFormer)
	f.Message = fmt.Sprintf("The answer says what %s said before it was changed.", titled(h))
	f.SourceQuotes = []finding.SourceQuote{now}
	f.Facts = []string{"Then: " + quotedWords(was.Text) + ".", "Now: " + quotedWords(now.Text) + "."}
	if s.Why != "" {
		f.Facts = append(f.Facts, "Why: "+strings.TrimSuffix(s.Why, ".")+".")
	}
	f.Fix = finding.Fix{Action: finding.CorrectText, Number: h.Number, Quote: now.Text, Say: "State what the section says now."}
	return f
}
