package audit

import (
	"fmt"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// conjuncts finds a condition of two parts of which the claim gives one: "after an
// investigation and after written notice to the attorney general".
func (x *comparison) conjuncts() {
	for i := range x.text.limits {
		l := &x.text.limits[i]
		if l.kind != "condition" || l.intent || !x.isMain(l.unit) {
			continue
		}
		if part, missing := x.missingPart(l); missing {
			x.differ("condition", "one part", shorten(x.text.text[part.Start:part.End], 160), x.claimSpan(), part, finding.Likely,
				fmt.Sprintf("the law asks for a second thing that the claim leaves out: %q", shorten(x.text.text[part.Start:part.End], 160)))
			return
		}
	}
	x.halfItem()
	x.halfList()
	x.compliance()
}

// conjunctWords is how many words of content each half of a twofold ground has at
// least; halfSaid is how much of the one the claim must have for the other to be
// missed.
const (
	conjunctWords = 5
	halfSaid      = 0.6
)

// halfItem finds a ground in a list of grounds of which the claim gives the first half
// alone: "(b) the agency has probable cause … and exigent circumstances exist". It must
// not fire on a list of things within a ground, which the claim may name in part, nor
// where the answer speaks of what the other half begins with.
func (x *comparison) halfItem() {
	if x.fit.unit < 0 || x.has("condition") || !x.isGround(x.fit.unit) {
		return
	}
	own := x.text.units[x.fit.unit].own
	for i := range own {
		if own[i].lower != "and" || i+1 == len(own) {
			continue
		}
		given, other := content(own[:i]), content(own[i+1:])
		if len(given) < conjunctWords || len(other) < conjunctWords || !states(own[i+1:]) || contained(given, x.law.weight, x.claim.all) < halfSaid || x.saidAtAll(other[:conjunctWords]) {
			continue
		}
		part := covering(own[i+1:])
		x.differ("condition", "one part", shorten(x.text.text[part.Start:part.End], 160), x.claimSpan(), part, finding.Likely,
			fmt.Sprintf("the law asks for a second thing that the claim leaves out: %q", shorten(x.text.text[part.Start:part.End], 160)))
		return
	}
}

// isGround tells an item that an "if" leads into.
func (x *comparison) isGround(u int) bool {
	lead := x.text.units[u].lead
	n := len(lead)
	return n > 0 && hasWord(lead[max(0, n-8):], "if|when|unless|where|only|following")
}

// states tells words that are a clause of their own: a verb stands among the first.
func states(own []word) bool {
	return hasWord(own[:min(len(own), 8)], "is|are|was|were|has|have|exist|exists|does|do|cannot|can|will|would|must|shall|may")
}

// missingPart is the part of a twofold condition that the answer has nothing of.
func (x *comparison) missingPart(l *limit) (answer.Span, bool) {
	parts := conjunctsOf(x.text.units[l.unit].own, l.span)
	given := false
	for _, p := range parts {
		given = given || contained(content(p), x.law.weight, x.claim.all) >= 0.6
	}
	for _, p := range parts {
		if list := content(p); given && len(parts) > 1 && len(list) >= 3 && !x.saidAtAll(list) {
			return covering(p), true
		}
	}
	return answer.Span{}, false
}

// conjunctsOf splits a clause at "and after", "and upon", "and with".
func conjunctsOf(own []word, s answer.Span) [][]word {
	var parts [][]word
	start := -1
	for i, w := range own {
		if w.start < s.Start || w.end > s.End {
			continue
		}
		if start < 0 {
			start = i
		}
		if w.lower == "and" && i+1 < len(own) && oneOf(own[i+1].lower, "after|upon|with|only|if|when|has|have") && i > start {
			parts, start = append(parts, own[start:i]), i+1
		}
	}
	if start >= 0 {
		end := start
		for end < len(own) && own[end].end <= s.End {
			end++
		}
		parts = append(parts, own[start:end])
	}
	return parts
}

// saidAtAll tells that the claim or a related one has a third of the words.
func (x *comparison) saidAtAll(list []word) bool {
	for _, c := range x.related {
		if contained(list, x.law.weight, c.all) >= limitSaid {
			return true
		}
	}
	return false
}

// compliance finds "subject to and in compliance with" of which the claim has the
// first half alone.
func (x *comparison) compliance() {
	u := &x.text.units[x.fit.unit]
	at, twofold := firstPhrase(u.own, []string{"and in compliance with", "and complies|comply|complying with", "and is|are in compliance with"})
	own := beforeDeemed(x.claim.own)
	if !twofold || x.fit.Score < 0.45 || !hasWord(own, "subject|governed|regulated") ||
		phraseIn(own, "in compliance with") || hasWord(own, "complies|comply|complying|compliant|conforms|meets|follows|observes|satisfies") {
		return
	}
	s := covering(u.own[max(0, at-2):min(len(u.own), at+8)])
	x.differ("condition", "subject to it", x.text.text[s.Start:s.End], x.claimSpan(), s, finding.Likely,
		fmt.Sprintf("being subject to the other law is not enough: %q", x.text.text[s.Start:s.End]))
}

// beforeDeemed cuts off what a claim says that somebody counts as: being deemed to
// comply is the consequence and not the condition.
func beforeDeemed(own []word) []word {
	for i := range own {
		if oneOf(own[i].lower, "deemed|considered|regarded|treated|counts|count|presumed") {
			return own[:i]
		}
	}
	return own
}
