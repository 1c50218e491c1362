package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// conjuncts finds a condition of two parts of which the claim gives one: "after an
// investigation and after written notice to the attorney general".
func (x *Comparison) conjuncts() {
	if lexis.HasWord(x.Claim.Own, "then") {
		return // it takes up what was said before
	}
	for i := range x.Text.Limits {
		l := &x.Text.Limits[i]
		if l.Kind != "condition" || l.Intent || !x.isMain(l.Unit) {
			continue
		}
		if part, missing := x.missingPart(l); missing {
			x.secondThing("one part", part)
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
func (x *Comparison) halfItem() {
	if x.Fit.Unit < 0 || x.has("condition") || !x.isGround(x.Fit.Unit) {
		return
	}
	own := x.Text.Units[x.Fit.Unit].Own
	for i := range own {
		if own[i].Lower != "and" || i+1 == len(own) || lexis.OneOf(own[i+1].Lower, "which|that|who|whose") {
			continue
		}
		given, other := lexis.Content(own[:i]), lexis.Content(own[i+1:])
		if len(given) < conjunctWords || len(other) < conjunctWords || !states(own[i+1:]) ||
			lexis.Contained(given, x.Law.Weight, x.Claim.All) < halfSaid || x.saidAtAll(other[:conjunctWords]) {
			continue
		}
		x.secondThing("one part", lexis.Covering(own[i+1:]))
		return
	}
}

// secondThing records a thing that the law asks for besides the one that the claim tells.
func (x *Comparison) secondThing(claimed string, part answer.Span) {
	said := x.shown(part)
	x.differ("condition", claimed, said, x.claimSpan(), part, finding.Likely, fmt.Sprintf("the law asks for a second thing that the claim leaves out: %q", said))
}

// isGround tells an item that an "if" leads into.
func (x *Comparison) isGround(u int) bool {
	lead := x.Text.Units[u].Lead
	n := len(lead)
	return n > 0 && lexis.HasWord(lead[max(0, n-8):], "if|when|unless|where|only|following")
}

// states tells words that are a clause of their own: a verb stands among the first.
func states(own []lexis.Word) bool {
	return lexis.HasWord(own[:min(len(own), 8)], "is|are|was|were|has|have|exist|exists|does|do|cannot|can|will|would|must|shall|may|"+doing)
}

// doing are verbs in the form in which a law says what somebody does before something holds.
const doing = "notifies|informs|gives|makes|receives|provides|pays|files|sends|obtains|agrees|consents|requests|shows|proves|finds|determines|maintains|meets|complies|signs|delivers|accepts|returns|fails|refuses|assumes|certifies|discloses|submits|posts"

// missingPart is the part of a twofold condition that the answer has nothing of.
func (x *Comparison) missingPart(l *enacted.Limit) (answer.Span, bool) {
	own := x.Text.Units[l.Unit].Own
	if part, missing := x.missingOf(conjunctsOf(own, l.Span, opensConjunct), l); missing {
		return part, true
	}
	return x.missingClause(conjunctsOf(own, l.Span, statesAnew))
}

// makesKnown are verbs by which one makes a thing known to another, be it by an order.
const makesKnown = force.Telling + "|telling|tells|notifies|notifying|informs|informing|says|said|saying|asks|asked|asking|orders|ordered|instructs|instructed|instructing|requests|requested"

// missingClause is the last of two clauses of a condition of which the claim gives the first
// and has not a word of the other, nor has any claim that speaks of both.
func (x *Comparison) missingClause(parts [][]lexis.Word) (answer.Span, bool) {
	if len(parts) != 2 {
		return answer.Span{}, false
	}
	given := lexis.Content(parts[0])
	first := lexis.SetOf(given)
	other := lexis.KeepWhere(lexis.Content(parts[1]), func(w lexis.Word) bool { return !first[w.Term] })
	if len(other) < shortLimit || lexis.Contained(given, x.Law.Weight, x.Claim.All) < halfSaid || lexis.Shared(other, x.Claim.All) > 0 || lexis.HasWord(parts[1], makesKnown) && lexis.HasWord(x.Claim.Own, makesKnown) {
		return answer.Span{}, false
	}
	for _, c := range x.Related {
		if lexis.Contained(other, x.Law.Weight, c.All) >= limitSaid && lexis.Contained(given, x.Law.Weight, c.All) >= limitSaid {
			return answer.Span{}, false
		}
	}
	return lexis.Covering(parts[1]), true
}

// missingOf is the first of several parts of which no claim has anything, where the claim
// gives another.
func (x *Comparison) missingOf(parts [][]lexis.Word, l *enacted.Limit) (answer.Span, bool) {
	given := false
	for _, p := range parts {
		given = given || lexis.Contained(lexis.Content(p), x.Law.Weight, x.Claim.All) >= partGiven
	}
	for _, p := range parts {
		if list := lexis.Content(p); given && len(parts) > 1 && len(list) >= 3 && !x.saidAtAll(x.beyond(list, l)) {
			return lexis.Covering(p), true
		}
	}
	return answer.Span{}, false
}

// beyond are the words of a part that the clause on which the limit hangs does not have;
// all of them where it has them all.
func (x *Comparison) beyond(part []lexis.Word, l *enacted.Limit) []lexis.Word {
	main := lexis.SetOf(l.Clause)
	if own := lexis.KeepWhere(part, func(w lexis.Word) bool { return !main[w.Term] }); len(own) > 0 {
		return own
	}
	return part
}

// partGiven is how much of one part of a condition a claim must have to give it.
const partGiven = 0.45

// conjunctsOf splits a clause at each "and" behind which another part opens.
func conjunctsOf(own []lexis.Word, s answer.Span, opens func([]lexis.Word) bool) [][]lexis.Word {
	var parts [][]lexis.Word
	start := -1
	for i, w := range own {
		if w.Start < s.Start || w.End > s.End {
			continue
		}
		if start < 0 {
			start = i
		}
		if w.Lower == "and" && i+1 < len(own) && opens(own[i+1:]) && i > start {
			parts, start = append(parts, own[start:i]), i+1
		}
	}
	if start >= 0 {
		end := start
		for end < len(own) && own[end].End <= s.End {
			end++
		}
		parts = append(parts, own[start:end])
	}
	return parts
}

// opensConjunct tells "after", "upon", "with" behind an "and".
func opensConjunct(own []lexis.Word) bool {
	return lexis.OneOf(own[0].Lower, "after|upon|with|only|if|when|has|have") ||
		len(own) > 1 && lexis.OneOf(own[0].Lower, doing) && lexis.OneOf(own[1].Lower, "no|not|nothing")
}

// statesAnew tells a clause with a subject: "the agency has told the owner".
func statesAnew(own []lexis.Word) bool {
	return lexis.OneOf(own[0].Lower, "the|a|an|it|he|she|they|such") && states(own)
}

// saidAtAll tells that the claim or a related one has a third of the words.
func (x *Comparison) saidAtAll(list []lexis.Word) bool {
	for _, c := range x.Related {
		if lexis.Contained(list, x.Law.Weight, c.All) >= limitSaid {
			return true
		}
	}
	return false
}

// compliance finds "subject to and in compliance with" of which the claim has the
// first half alone.
func (x *Comparison) compliance() {
	u := &x.Text.Units[x.Fit.Unit]
	at, twofold := lexis.FirstPhrase(u.Own, []string{"and in compliance with", "and complies|comply|complying with", "and is|are in compliance with"})
	own := beforeDeemed(x.Claim.Own)
	if !twofold || x.Fit.Score < 0.45 || !lexis.HasWord(own, "subject|governed|regulated") ||
		lexis.PhraseIn(own, "in compliance with") ||
		lexis.HasWord(own, "complies|comply|complying|compliant|conforms|meets|follows|observes|satisfies") {
		return
	}
	s := lexis.Covering(u.Own[max(0, at-2):min(len(u.Own), at+8)])
	x.differ("condition", "subject to it", x.Text.Text[s.Start:s.End], x.claimSpan(), s, finding.Likely,
		fmt.Sprintf("being subject to the other law is not enough: %q", x.Text.Text[s.Start:s.End]))
}

// beforeDeemed cuts off what a claim says that somebody counts as: being deemed to
// comply is the consequence and not the condition.
func beforeDeemed(own []lexis.Word) []lexis.Word {
	for i := range own {
		if lexis.OneOf(own[i].Lower, "deemed|considered|regarded|treated|counts|count|presumed") {
			return own[:i]
		}
	}
	return own
}
