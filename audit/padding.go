package audit

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
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
	case generic.MatchString(c.Text) && !r.restsCarried(c):
		return "it tells the reader to obey the law and does not say what the law is", true
	case r.citesOnlyOffTopic(c):
		return "it answers nothing that was asked: the section it cites does not bear on the question", true
	case len(c.Citations) == 0 && r.Case.Answer.Question != "" && r.strays(c, r.questionWords()):
		return "it leaves the subject by its own words, and has next to nothing of the question", true
	case c.Role == answer.Transition && len(c.Citations) == 0 && !namesLaw.MatchString(c.Text) && !r.layDown(c) &&
		!r.introducesLaw(c) && !r.state.claim(c).SayShort() && !r.announces(c) && !r.leadsOn(c) &&
		len(lexis.Content(r.state.claim(c).Own)) >= 5:
		return "it states no law", true
	}
	return "", false
}

// restsCarried reports whether a section that a claim cites says what it says.
func (r *Reading) restsCarried(c *answer.Claim) bool {
	for _, p := range r.PairsOf(c) {
		if p.Carried {
			return true
		}
	}
	return false
}

func (r *Reading) layDown(c *answer.Claim) bool {
	for _, p := range r.state.claim(c).Predicates {
		if p.Topic == "" && (p.Force == force.Must || p.Force == force.MustNot || p.Force == force.NeedNot) {
			return true
		}
	}
	return false
}

// leadsOn reports whether a sentence opens the matter of the next, cited one, whose words it
// has: "Selling at the door brings a right to cancel with it."
func (r *Reading) leadsOn(c *answer.Claim) bool {
	for i := range r.Case.Answer.Claims {
		if n := &r.Case.Answer.Claims[i]; n.ID == c.ID+1 {
			return len(n.Citations) > 0 && n.Section == c.Section && lexis.Shared(lexis.Content(r.state.claim(c).Own), r.state.claim(n).All) >= ledWords
		}
	}
	return false
}

// ledWords is how many words the two must share.
const ledWords = 2

// announces reports whether a sentence says how many things follow, and a statement of
// law comes next: "three further grounds deserve mention".
func (r *Reading) announces(c *answer.Claim) bool {
	own, next := r.state.claim(c).Own, c.ID+1
	if len(own) == 0 ||
		!lexis.OneOf(own[0].Lower, "two|three|four|five|six|seven|eight|nine|ten|several|some|other|further|a") ||
		!lexis.HasWord(own, "further|other|more|following|points|things|grounds|rules|duties|cases|matters|exceptions|conditions|steps|questions|limits|rights") {
		return false
	}
	for i := range r.Case.Answer.Claims {
		if n := &r.Case.Answer.Claims[i]; n.ID == next {
			return len(n.Citations) > 0
		}
	}
	return false
}

// introducesLaw reports whether the main clause of a sentence says what the state or
// its law does: "where goods are lent, Ohio divides the duties between lender and
// keeper" prepares the reader for the rules. It states none, and is no padding.
func (r *Reading) introducesLaw(c *answer.Claim) bool {
	own := r.state.claim(c).Own
	at := 0
	if len(own) > 0 && lexis.OneOf(own[0].Lower, "when|if|where|once|after|before|while|as|because|for|in|under|although") {
		for at = 1; at < len(own) && !strings.Contains(lexis.Gap(r.state.masked, own[at-1], own[at]), ","); at++ {
		}
	}
	place := lexis.SetOf(enacted.TitleOf(r.Case.Law.Jurisdiction.Name()))
	for ; at < len(own) && (own[at].Term == "" || place[own[at].Term]); at++ {
		if place[own[at].Term] {
			return true
		}
	}
	return at < len(own) && lexis.OneOf(own[at].Lower, "law|laws|state|legislature|statute|statutes|act|code|district|commonwealth")
}

// citesOnlyOffTopic reports whether all sections of a claim are beside the
// question and the claim follows one of them.
func (r *Reading) citesOnlyOffTopic(c *answer.Claim) bool {
	pairs := r.PairsOf(c)
	follows := r.state.claim(c).Digresses()
	for _, p := range pairs {
		if p.Held() == nil || p.Source.Foreign != "" || r.Bearing(p.Source).Bears {
			return false
		}
		follows = follows || p.Alignment.Score >= restsWell
	}
	return follows && len(pairs) > 0
}
