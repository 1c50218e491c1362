package audit

import (
	"regexp"

	"github.com/pincite/pincite/internal/answer"
)

var (
	namesLaw = regexp.MustCompile(`(?i)\b(?:act|statutes?|law|section|article|chapter|code|rules?|provisions?)\b|§`)
	generic  = regexp.MustCompile(`(?i)\b(?:comply|compliance|complies|adhere|abide)\b[^.]{0,40}\b(?:all|any|relevant|applicable)\b[^.]{0,30}\b(?:laws?|regulations?|rules|requirements)\b|\bconsult\b[^.]{0,30}\b(?:attorney|lawyer|counsel|professional)\b`)
)

// Padding reports whether a claim answers nothing asked or states no law, and
// why, as one plain clause.
func (r *Reading) Padding(c *answer.Claim) (why string, padding bool) {
	switch {
	case c.Kind == answer.Heading || c.Kind == answer.LeadIn:
		return "", false
	case generic.MatchString(c.Text):
		return "it tells the reader to obey the law and does not say what the law is", true
	case r.citesOnlyOffTopic(c):
		return "it answers nothing that was asked: the section it cites does not bear on the question", true
	case c.Role == answer.Transition && len(c.Citations) == 0 && !namesLaw.MatchString(c.Text) && !r.layDown(c) && len(content(r.state.claim(c).own)) >= 5:
		return "it states no law", true
	}
	return "", false
}

func (r *Reading) layDown(c *answer.Claim) bool {
	for _, p := range r.state.claim(c).predicates {
		if p.topic == "" && (p.force == must || p.force == mustNot || p.force == needNot) {
			return true
		}
	}
	return false
}

// citesOnlyOffTopic reports whether all sections of a claim are beside the
// question and the claim follows one of them.
func (r *Reading) citesOnlyOffTopic(c *answer.Claim) bool {
	pairs := r.PairsOf(c)
	follows := false
	for _, p := range pairs {
		if p.Held() == nil || p.Source.Foreign != "" || r.Bearing(p.Source).Bears {
			return false
		}
		follows = follows || p.Alignment.Score >= restsWell
	}
	return follows && len(pairs) > 0
}
