package rules

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "section-not-yet-effective",
	Severity: finding.High,
	Version:  1,
	Find:     early,
})

// early finds claims that rest on a section which is not yet law.
func early(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for i := range r.Pairs {
		p := &r.Pairs[i]
		if h := p.Held(); h != nil && !foreign(r, p) && unborn(r, h) && !coming.MatchString(p.Claim.Bare) {
			found = append(found, tooSoon(r, p))
		}
	}
	return found
}

// coming are words by which a claim says that its law lies ahead.
var coming = regexp.MustCompile(`(?i)\b(?:tak(?:es?|ing) effect|(?:becomes?|will be) (?:effective|law|binding)|effective (?:from|on)|(?:beginning|starting|from|as of|comes? into force) (?:on )?\w* ?\d)`)

// tooSoon is the finding for one pair.
func tooSoon(r *audit.Reading, p *audit.Pair) finding.Finding {
	h := p.Held()
	f := onPair(r, p, finding.Certain)
	f.Message = fmt.Sprintf("The answer gives %s as law of today; it is not yet in effect.", titled(h))
	f.Facts = []string{"Status: " + strings.ReplaceAll(string(h.Status), "_", " ") + "."}
	if h.EffectiveFrom != "" {
		f.Message = fmt.Sprintf("The answer gives %s as law of today; it takes effect on %s.", titled(h), h.EffectiveFrom)
		f.Facts = append(f.Facts, "Takes effect: "+string(h.EffectiveFrom)+".")
	}
	if !r.Case.Date.IsZero() {
		f.Facts = append(f.Facts, "Audited for: "+r.Case.Date.Format("2006-01-02")+".")
	}
	f.Fix = finding.Fix{Action: finding.AddText, Number: h.Number, Say: "Say from which day this is law."}
	return f
}
