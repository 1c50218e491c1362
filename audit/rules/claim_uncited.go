package rules

import (
	"regexp"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

var _ = add(audit.Rule{
	Name:     "claim-uncited",
	Severity: finding.Medium,
	Version:  2,
	Find:     uncited,
})

// uncited finds checkable statements without a marker.
func uncited(r *audit.Reading) []finding.Finding {
	var found []finding.Finding
	for i := range r.Case.Answer.Claims {
		c := &r.Case.Answer.Claims[i]
		if c.NeedsCitation && len(c.Citations) == 0 && (c.Role != answer.Absence || ofTheAct(c)) && !marked(r, c) && !r.SumsUpWrongly(c) {
			found = append(found, bare(r, c))
		}
	}
	return found
}

// ofTheAct reports whether a denial says what an act or a rule does not have, which
// a reader can look up: "the act offers no safe harbor". That no law whatever does
// something has no section to cite, nor has a search that found nothing.
func ofTheAct(c *answer.Claim) bool {
	return !ofAllLaw.MatchString(c.Bare) && !searching.MatchString(c.Bare)
}

var (
	ofAllLaw  = regexp.MustCompile(`(?i)^\W*(?:no|none of the|neither|nothing in the (?:laws?|statutes|code)|there (?:is|are) no (?:\w+ ){0,2}(?:laws?|statutes?|provisions?|sections?|rules?|regulations?|legislation))\b|\b(?:no|any) (?:\w+ ){0,2}(?:laws?|statutes?|provisions?|sections?|rules?|regulations?) (?:of|in|that|which|requires?|forbids?|prohibits?|sets?|gives?|governs?|regulates?)\b`)
	searching = regexp.MustCompile(`(?i)\b(?:found|search(?:ed)?|located|identified|held here|we (?:know|see)|appears?|seems?)\b`)
)

// marked reports whether a mark stands in the claim that could not be read:
// citation-malformed says so.
func marked(r *audit.Reading, c *answer.Claim) bool {
	for _, m := range r.Case.Answer.Markers {
		if m.Malformed && claimAt(r, m.Span) == c {
			return true
		}
	}
	return false
}

// bare is the finding for one claim, with the section that may carry it.
func bare(r *audit.Reading, c *answer.Claim) finding.Finding {
	f := onClaim(r, c, finding.Likely)
	f.Message = "The answer states this and cites nothing for it."
	f.Facts = []string{"Why it needs a source: " + why(c) + "."}
	f.Fix = finding.Fix{Action: finding.AddSource, Say: "Cite the section that says so, or take the statement out."}
	const worthALook = 0.5
	if near := r.Candidates(c); len(near) > 0 && near[0].Score >= worthALook {
		propose(r, &f, near[0])
	}
	return f
}

// propose names the section that may carry the claim.
func propose(r *audit.Reading, f *finding.Finding, best audit.Candidate) {
	cite := r.Cite(best.Held, best.InLaw)
	f.SourceQuotes = append(f.SourceQuotes, cite)
	f.Facts = append(f.Facts, "Best candidate: "+titled(best.Held)+".")
	f.Fix.Number, f.Fix.Quote = best.Held.Number, cite.Text
	f.Fix.Say = "Check " + titled(best.Held) + " and cite it if it says so: " + quotedWords(cite.Text) + "."
}

// why says what a reader would ask of the claim.
func why(c *answer.Claim) string {
	switch c.Role {
	case answer.Definition:
		return "it says what a term of the law means"
	case answer.Absence:
		return "it says what the law does not have, which its section shows"
	}
	return "it says what somebody must, may or may not do, or what follows"
}
