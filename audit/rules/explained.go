package rules

import (
	"regexp"
	"slices"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// One wrong pair has one cause. What follows says which cause goes first, so
// that a section of another state is not called unsupported besides, and the
// numbers of a section about something else are compared with nothing.

// foreign is a pair that rests on law of another jurisdiction as if it were the
// answer's own. A claim that says whose law it speaks of misleads nobody.
func foreign(r *audit.Reading, p *audit.Pair) bool {
	if p.Source == nil || p.Source.Foreign == "" || p.Source.Foreign == r.Case.Answer.Jurisdiction {
		return false
	}
	return !owns(r, p.Claim, p.Source.Foreign)
}

// owns reports whether the claim itself names the jurisdiction.
func owns(r *audit.Reading, c *answer.Claim, j statute.Jurisdiction) bool {
	if j == statute.Federal {
		return federal.MatchString(c.Bare)
	}
	return strings.Contains(c.Bare, j.Name())
}

var federal = regexp.MustCompile(`(?i)\bfederal(?:ly)?\b|\bU\.\s?S\.(?:\s?C\b|\s+(?:Code|law))|\bUnited States\b`)

// dead is a section that binds nobody at the answer's date.
func dead(r *audit.Reading, h *statute.Held) bool {
	switch h.Status {
	case statute.Repealed, statute.Reserved, statute.Expired:
		return true
	case statute.Renumbered:
		return false
	}
	day := r.Case.Date
	return h.EffectiveUntil != "" && !day.IsZero() && string(h.EffectiveUntil) <= day.Format("2006-01-02") && !lives(r, h)
}

// lives reports whether a section whose text has run out goes on in a permanent one, as the
// District of Columbia prints beside the text that a temporary act amended: § 66-901 in
// § 66-901(Perm). Amendments have lapsed then, and nothing is repealed.
func lives(r *audit.Reading, h *statute.Held) bool {
	return len(r.Case.Law.Numbered(h.Number+"(Perm)")) > 0 || slices.ContainsFunc(h.Notes, amendedForATime.MatchString)
}

// amendedForATime is the District's note on a section that a temporary act only amends.
var amendedForATime = regexp.MustCompile(`(?i)\bincludes amendments by (?:emergency|temporary) legislation\b`)

// unborn is a section that takes effect after the answer's date.
func unborn(r *audit.Reading, h *statute.Held) bool {
	if h.EffectiveFrom != "" && !r.Case.Date.IsZero() {
		return h.EffectiveFrom.After(r.Case.Date)
	}
	return h.Status == statute.NotYetEffective
}

// moved is a section that stands under another number now.
func moved(h *statute.Held) bool { return h.Status == statute.Renumbered }

// definitional is a pair whose claim lays down something and whose words in the
// law only say what terms mean.
func definitional(r *audit.Reading, p *audit.Pair) bool {
	return resting(r, p) && nature(p) == enacted.Definitional
}

// resting reports whether an operative claim rests on text that carries nothing
// of it. What the section partly says or contradicts is a fault of another kind,
// and beside a citation that supports the rule it may explain a term.
func resting(r *audit.Reading, p *audit.Pair) bool {
	open := p.Verdict == finding.NotSupported || p.Verdict == finding.Unverified && !p.Carried
	if !open || p.Held() == nil || p.Claim.Role != answer.Operative && !spelled(r, p) || upheld(r, p) && !r.Redundant(p) {
		return false
	}
	return r.Idle(p) || spelled(r, p) || p.Verdict == finding.NotSupported && p.Source.Nature == enacted.Definitional || r.LaysDown(p.Claim) && p.Alignment.Score < littleHeld && len(stating(p)) > 0
}

// spelled is a claim that has what it says from an operative section beside this one, which has
// next to nothing of it, be it what a thing includes: "the measures include burning" is no
// meaning of a term.
func spelled(r *audit.Reading, p *audit.Pair) bool {
	if p.Claim.Role != answer.Definition && p.Claim.Role != answer.Operative || !p.Alignment.Thin || p.Verdict != finding.NotSupported {
		return false
	}
	for _, other := range r.PairsOf(p.Claim) {
		if other.Carried && other.Held() != nil && other.Source.Nature == enacted.Operative {
			return true
		}
	}
	return false
}

// nonoperative is the same for text that lays down nothing.
func nonoperative(p *audit.Pair) bool {
	if p.Held() == nil || p.Carried || p.Claim.Role != answer.Operative {
		return false
	}
	switch nature(p) {
	case enacted.ShortTitle, enacted.Purpose, enacted.Severability, enacted.Applicability, enacted.Stub:
		return true
	}
	return false
}

// nature is that of the section, but for a well aligned span that is of another
// kind: a rule may stand inside a definition.
func nature(p *audit.Pair) enacted.Nature {
	if p.Source.Nature == enacted.Operative || p.Alignment.Thin {
		return p.Source.Nature
	}
	return p.Nature
}

// irrelevant is a source that does not bear on the question, told by several
// signals together. A section of the act on which the answer rests otherwise may
// stand in the wrong place; it is not beside the question.
func irrelevant(r *audit.Reading, s *audit.Source) bool {
	if s == nil || s.Held == nil || r.Case.Answer.Question == "" {
		return false // nobody says what was asked
	}
	b := r.Bearing(s)
	return !b.Bears && (!b.SameAct || b.Aside)
}

// misplaced is a pair whose section bears on the question and says nothing of
// this claim, while another one states it.
func misplaced(r *audit.Reading, p *audit.Pair) bool {
	switch p.Verdict {
	case finding.NotSupported:
		return (len(stating(p)) > 0 || upheld(r, p)) && !(upheld(r, p) && !r.Redundant(p))
	case finding.Unverified:
		return !p.Carried && outclassed(r, p)
	}
	return false
}

// nearby are the better sections that the answer lists or that stand in the act
// of the one cited: a like sentence of some other act misplaces nothing.
func nearby(r *audit.Reading, p *audit.Pair) []audit.Candidate {
	return slices.DeleteFunc(stating(p), func(c audit.Candidate) bool {
		return c.Source == nil && r.ActOf(c.Held) != r.ActOf(p.Held())
	})
}

// How little of a claim a section may hold, and how much more another must, for
// the marker to be called misplaced where words alone did not refute the pair.
const (
	littleHeld = 0.5
	farBehind  = 0.35
)

// outclassed reports whether another section states by far more of the claim. One
// of several citations may carry a part of it, and is not measured so.
func outclassed(r *audit.Reading, p *audit.Pair) bool {
	better := nearby(r, p)
	return len(better) > 0 && len(r.PairsOf(p.Claim)) == 1 && !r.Leans(p.Claim) && p.Alignment.Score < littleHeld &&
		better[0].Score-p.Alignment.Score >= farBehind
}

// stating are the better sections that do state the claim.
func stating(p *audit.Pair) []audit.Candidate {
	var found []audit.Candidate
	for _, c := range p.Better {
		if c.Supports && c.Held != p.Held() {
			found = append(found, c)
		}
	}
	return found
}

// upheld reports whether another citation of the same claim supports it.
func upheld(r *audit.Reading, p *audit.Pair) bool {
	for _, other := range r.PairsOf(p.Claim) {
		if other.Held() != nil && other.Held() != p.Held() && other.Carried {
			return true
		}
	}
	return false
}

// astray reports whether the pair's fault is the section itself: what it says
// of numbers, duties and parties is then not about the claim.
func astray(r *audit.Reading, p *audit.Pair) bool {
	return gone(r, p) || shut(r, p) || noted(r, p) || definitional(r, p) || nonoperative(p) || irrelevant(r, p.Source) || misplaced(r, p)
}

// gone reports whether the section is no law of this state and day.
func gone(r *audit.Reading, p *audit.Pair) bool {
	h := p.Held()
	return h == nil || foreign(r, p) || dead(r, h) || unborn(r, h) || moved(h)
}

// noted reports whether the claim follows a note beside the section and not its
// words: that they do not say so is then no finding of its own.
func noted(r *audit.Reading, p *audit.Pair) bool {
	return slices.ContainsFunc(r.Annotated(), func(a audit.Annotation) bool { return a.Pair == p })
}

// shut reports whether the claim names a subsection that is repealed or
// reserved: what the rest of the section says is then beside the point.
func shut(r *audit.Reading, p *audit.Pair) bool {
	return slices.ContainsFunc(r.Pinpoints(), func(at audit.Pinpoint) bool { return at.Pair == p && at.Stub })
}
