package rules

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

var _ = add(audit.Rule{
	Name:     "section-repealed",
	Severity: finding.Critical,
	Version:  1,
	Find:     repealed,
})

// repealed finds claims that rest on a section which binds nobody any more.
func repealed(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for i := range r.Pairs {
		p := &r.Pairs[i]
		if h := p.Held(); h != nil && !foreign(r, p) && dead(r, h) && !saysSo(p) {
			found = append(found, lapsed(r, p))
		}
	}
	for _, p := range r.Pinpoints() {
		if p.Stub && p.Pair != nil && p.Pair.Held() != nil && !gone(r, p.Pair) && !saysSo(p.Pair) {
			found = append(found, lapsedPart(r, p))
		}
	}
	return found
}

// lapsedPart is the finding for a subsection that is repealed in a section that
// is in force.
func lapsedPart(r *audit.Reading, p audit.Pinpoint) finding.Finding {
	h := p.Pair.Held()
	f := onPair(r, p.Pair, finding.Certain)
	f.Message = fmt.Sprintf("The answer rests on subsection %s of %s, which is repealed or reserved.", p.Named, named(h))
	f.SourceQuotes = []finding.SourceQuote{r.Cite(h, p.InLaw)}
	f.Facts = []string{"Subsections: " + strings.Join(p.Labels, ", ") + "."}
	fix, quotes := suggest(r, stating(p.Pair), h, "Take the statement out, or cite the law that is in force.")
	f.Fix, f.SourceQuotes = fix, append(f.SourceQuotes, quotes...)
	return f
}

// saysSo reports whether the claim itself says that the section is no law now.
func saysSo(p *audit.Pair) bool { return ended.MatchString(p.Claim.Bare) }

var ended = regexp.MustCompile(`(?i)\b(?:repeal(?:ed|s)?|expired?s?|no longer in (?:force|effect)|reserved|abolished|was in force until|until \w+ \d{1,2}, \d{4})\b`)

// lapsed is the finding for one pair.
func lapsed(r *audit.Reading, p *audit.Pair) finding.Finding {
	h := p.Held()
	f := onPair(r, p, finding.Certain)
	f.Message = fmt.Sprintf("The answer rests on %s, which is %s.", named(h), end(h))
	f.SourceQuotes = ending(r, h)
	f.Facts = []string{"Status: " + strings.ReplaceAll(string(h.Status), "_", " ") + "."}
	if !r.Case.Date.IsZero() {
		f.Facts = append(f.Facts, "Audited for: "+r.Case.Date.Format("2006-01-02")+".")
	}
	fix, quotes := suggest(r, stating(p), h, "Take the statement out, or cite the law that is in force.")
	f.Fix, f.SourceQuotes = fix, append(f.SourceQuotes, quotes...)
	return f
}

// end says how the section ended.
func end(h *statute.Held) string {
	switch h.Status {
	case statute.Repealed:
		return "repealed"
	case statute.Reserved:
		return "reserved and has no text"
	}
	if h.EffectiveUntil != "" {
		return "no longer in force: it ended on " + string(h.EffectiveUntil)
	}
	return "expired"
}

// ending quotes where the publisher says so: the history note, else the
// heading, else the words that are no law any more.
func ending(r *audit.Reading, h *statute.Held) []finding.SourceQuote {
	if h.History != "" {
		return []finding.SourceQuote{r.CiteHistory(h)}
	}
	if h.Catchline != "" {
		return []finding.SourceQuote{r.CiteCatchline(h)}
	}
	return opening(r, h)
}
