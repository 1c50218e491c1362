package audit

import (
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// Denied is law that a claim says is not there: a duty from which it frees, an
// exception, a time limit, a suit, a power, a ban. InClaim are the words that deny.
type Denied struct {
	Held      *statute.Held
	InClaim   answer.Span
	InLaw     answer.Span
	Certainty finding.Certainty
}

// Denied finds what a claim denies and the law has, in the sections that the claim
// cites; a time limit that a claim without a citation denies also in those of the
// acts that the answer relies on. It gives nil for a claim that denies nothing, for
// one that frees where the law frees, and for one that says that nothing was found.
func (r *Reading) Denied(c *answer.Claim) *Denied {
	t := r.state.claim(c)
	if cue := t.freeingCue(); cue != nil && !t.onCondition() {
		return r.deniedDuty(c, *cue)
	}
	if cue, found := spanOfAny(t.own, denying); found {
		return r.deniedBy(c, cue)
	}
	if cue, found := spanOfAny(t.own, timeless); found {
		return r.deniedTime(c, cue)
	}
	return r.deniedOutright(c)
}

// deniedOutright is a suit, a power, a ban or a whole matter that a claim denies and
// the law has.
func (r *Reading) deniedOutright(c *answer.Claim) *Denied {
	if d := r.deniedSuit(c); d != nil {
		return d
	}
	return r.deniedRule(c)
}

// DeniesTime reports whether a claim says that there is no time limit.
func (r *Reading) DeniesTime(c *answer.Claim) bool {
	_, found := spanOfAny(r.state.claim(c).own, timeless)
	return found
}

// spanOfAny finds the first place at which one of the phrases stands.
func spanOfAny(list []word, phrases []string) (answer.Span, bool) {
	for i := range list {
		for _, p := range phrases {
			if end, ok := phraseEnd(list, i, p); ok {
				return covering(list[i:end]), true
			}
		}
	}
	return answer.Span{}, false
}

// onCondition reports whether a claim frees on a condition that is no count: that is
// an exemption, and says that there is a rule.
func (c *claimText) onCondition() bool {
	return hasWord(c.own, "if|unless|until|provided|except|when|where|once|without|while|after|before") && len(countsOf(c.numbers)) == 0
}

// freeingCue are the words by which a claim frees from a duty, nil where it has none.
func (c *claimText) freeingCue() *answer.Span {
	for i := range c.predicates {
		p := &c.predicates[i]
		if p.force == needNot && p.topic == "" && !p.subordinate && !p.relative() {
			return &p.cue
		}
	}
	return nil
}

// deniedDuty is the duty from which the claim frees where a cited section has it.
func (r *Reading) deniedDuty(c *answer.Claim, cue answer.Span) *Denied {
	for _, p := range r.PairsOf(c) {
		for _, d := range p.Contrary {
			if (d.Slot == "negation" || d.Slot == "modality") && d.Certainty != finding.Possible && d.Claimed == r.textAt(cue) && !freesToo(d.Enacted) {
				return r.deniedIn(p, d, cue)
			}
		}
	}
	return nil
}

// freesToo tells words of the law that lay down no duty either.
func freesToo(enacted string) bool {
	return hasWord(words(enacted, answerSpan(enacted)), "not|no|may|can|cannot|never")
}

// deniedBy is the exception that the claim denies where a cited section has it: in
// so many words, so that a difference which is only possible counts.
func (r *Reading) deniedBy(c *answer.Claim, cue answer.Span) *Denied {
	for _, p := range r.PairsOf(c) {
		for _, d := range p.Contrary {
			if d.Slot == "negation" && d.InClaim.Start <= cue.End && cue.Start <= d.InClaim.End {
				return r.deniedIn(p, d, cue)
			}
		}
	}
	return r.deniedException(c, cue)
}

// takingOut are words by which the law takes something out of a rule or a meaning.
var takingOut = []string{
	"do|does|shall|may not include|mean|apply|extend|cover", "is|are|be exempt|exempted|excluded|excepted", "deemed|considered to be in compliance", "deemed to comply|have",
	"in compliance with", "is|are|be not required", "need not", "except|unless", "other than",
}

const (
	// takenWords and takenShare are how many of the words behind "there is no
	// exception", and which part, must stand behind what takes something out.
	takenWords = 2
	takenShare = 0.45
)

// deniedException is a sentence that takes out what the claim says is not taken
// out, of a rule or of a meaning.
func (r *Reading) deniedException(c *answer.Claim, cue answer.Span) *Denied {
	tail := r.withoutPlace(conceptual(keepWhere(r.state.claim(c).own, func(w word) bool { return w.start >= cue.End && !oneOf(w.lower, ofFreedom+"|"+ofLaws) })))
	if len(setOf(tail)) < takenWords {
		return nil
	}
	for _, h := range r.restingOrRelied(c) {
		t := r.Case.Law.text(h)
		for u := range t.units {
			list := append(append([]word{}, t.units[u].lead...), t.units[u].own...)
			if behind := setOf(conceptual(behindAny(list, takingOut))); shared(tail, behind) >= takenWords && contained(tail, r.Case.Law.conceptWeight, behind) >= takenShare {
				return &Denied{Held: h, InClaim: cue, InLaw: t.units[u].span, Certainty: finding.Likely}
			}
		}
	}
	return nil
}

// behindAny are the words behind the first of the phrases.
func behindAny(list []word, phrases []string) []word {
	for i := range list {
		for _, p := range phrases {
			if end, ok := phraseEnd(list, i, p); ok {
				return list[end:]
			}
		}
	}
	return nil
}

func (r *Reading) deniedIn(p *Pair, d Difference, cue answer.Span) *Denied {
	h := p.Held()
	if d.Elsewhere != nil {
		h = d.Elsewhere
	}
	return &Denied{Held: h, InClaim: cue, InLaw: d.InLaw, Certainty: d.Certainty}
}

// timeless are words that say that there is no time limit.
var timeless = []string{
	"no deadline|deadlines", "no time limit|limits", "no fixed|specific|set|particular|exact|certain deadline|time|period|date|day", "no number of days|hours|weeks|months",
	"no limit of time", "not set|name|fix|give|impose|specify|prescribe|contain|state a|any deadline|deadlines|time|period", "not set|name|fix|give|impose|specify|prescribe|contain|state a|any fixed|specific|particular|exact deadline|time|period|number",
}

// ofLimits are words about limits of time as such.
const ofLimits = "set|sets|name|names|fix|fixes|impose|imposes|specify|specifies|prescribe|prescribes|state|states|time|times|limit|limits|acting|act|acts|deadline|deadlines|number|period"

const (
	// timedWords and timedShare are how many of the words of a denied time limit, and
	// which part, must stand in the sentence that sets one.
	timedWords = 2
	timedShare = 0.6
)

// deniedTime is a sentence that sets a time in figures for what the claim says has
// none.
func (r *Reading) deniedTime(c *answer.Claim, cue answer.Span) *Denied {
	list := conceptual(keepWhere(clauseWith(r.state.masked, r.state.claim(c).own, cue), func(w word) bool {
		return !(w.start >= cue.Start && w.end <= cue.End) && !oneOf(w.lower, ofLaws+"|"+ofLimits) && !isNegation(w.lower)
	}))
	list = r.withoutPlace(list)
	least := timedWords
	if len(r.PairsOf(c)) > 0 {
		least = 1 // the section is named by its marker
	}
	if len(setOf(list)) < least {
		return nil
	}
	for _, h := range r.restingOrRelied(c) {
		if at, found := r.setsTime(list, h, least); found {
			return &Denied{Held: h, InClaim: cue, InLaw: at, Certainty: finding.Likely}
		}
	}
	return nil
}

// clauseWith are the words of the clause in which a stretch stands.
func clauseWith(text string, own []word, s answer.Span) []word {
	for _, clause := range clausesOf(text, own) {
		if at := covering(clause); at.Start <= s.Start && s.End <= at.End {
			return clause
		}
	}
	return own
}

// restingOrRelied are the sections that a claim cites, or those of the acts that the
// answer relies on where it cites none.
func (r *Reading) restingOrRelied(c *answer.Claim) []*statute.Held {
	var list []*statute.Held
	for _, p := range r.PairsOf(c) {
		if h := p.Held(); h != nil && p.Source.Law == r.Case.Law {
			list = append(list, h)
		}
	}
	if len(c.Citations) > 0 {
		return list
	}
	return append(r.relied(), r.meanings()...)
}

// meanings are the definitional sections of the acts that the answer relies on.
func (r *Reading) meanings() []*statute.Held {
	l := r.Case.Law
	var list []*statute.Held
	seen := map[string]bool{}
	for _, h := range r.relied() {
		key := l.actOf(h)
		if seen[key] {
			continue
		}
		seen[key] = true
		list = append(list, keepWhere(l.pick(l.derived.members[key]), func(o *statute.Held) bool { return o.Status == statute.InForce && l.text(o).nature == Definitional })...)
	}
	return list
}

// setsTime finds the unit of a section that sets a time in figures and speaks of
// the words.
func (r *Reading) setsTime(list []word, h *statute.Held, least int) (answer.Span, bool) {
	t := r.Case.Law.text(h)
	for u := range t.units {
		if !hasDeadline(t.numbers[u]) || !sameReceivers(list, t.units[u].own) {
			continue
		}
		set := setOf(conceptual(t.units[u].own), conceptual(t.units[u].lead))
		if shared(list, set) >= least && contained(list, r.Case.Law.conceptWeight, set) >= timedShare {
			return t.units[u].span, true
		}
	}
	return answer.Span{}, false
}

// hasDeadline reports whether one of the figures is a deadline, or a most of time.
func hasDeadline(list []number) bool {
	for i := range list {
		if list[i].slot == "deadline" || list[i].isTime() && list[i].roof() {
			return true
		}
	}
	return false
}
