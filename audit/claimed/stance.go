package claimed

import (
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

// FreeRelative tells a "whatever" that only names a thing: "whatever you send".
func (c *Text) FreeRelative(at int) bool {
	return c.Own[at].Lower == "whatever" && (at == 0 || c.Own[at-1].Term == "") && !(at+1 < len(c.Own) && c.Own[at+1].Lower == "the")
}

// OnCondition reports whether a claim frees on a condition that is no count: that is
// an exemption, and says that there is a rule.
func (c *Text) OnCondition() bool {
	return lexis.HasWord(c.Own, "if|unless|until|provided|except|when|where|once|without|while|after|before") &&
		len(force.CountsOf(c.Numbers)) == 0
}

// ConditionalAt reports whether the clause with a stretch is bound to a case.
func (c *Text) ConditionalAt(text string, s answer.Span) bool {
	return force.ConditionalIn(lexis.ClauseWith(text, c.Own, s))
}

// Obliges reports whether the claim states a duty, a ban or a sanction, which an
// exception could lift.
func (c *Text) Obliges() bool {
	for _, p := range c.Predicates {
		if (p.Force == force.Must || p.Force == force.MustNot) && !p.Subordinate || p.Topic == "liable" {
			return true
		}
	}
	return false
}

// Exempts reports whether a claim says of the law whom or what it does not reach.
func (c *Text) Exempts() bool {
	return c.Frees() || lexis.PhraseIn(c.Own, "leaves|leave alone|out") ||
		lexis.HasWord(c.Own, "exempt|exempts|exempted|outside|untouched|spared|excluded|excludes") ||
		lexis.PhraseIn(c.Own, "doesn't|don't|not reach|cover|apply|bind|concern")
}

// Denies reports whether a word of the claim denies: "not", "no", "never", "without".
func (c *Text) Denies() bool {
	for _, w := range c.Own {
		if lexis.IsNegation(w.Lower) {
			return true
		}
	}
	return false
}

// SetsApart reports whether a claim opens with what it leaves out: "apart from a check".
func (c *Text) SetsApart() bool {
	return len(c.Own) > 2 &&
		(lexis.Phrase(c.Own, 0, "apart|aside from") || lexis.Phrase(c.Own, 0, "except for") || lexis.Phrase(c.Own, 0, "other than"))
}

// Penalizes reports whether a claim sets a sum on what is done wrong: "up to $500 for
// each violation".
func (c *Text) Penalizes() bool {
	for i := range c.Numbers {
		if c.Numbers[i].Slot == "amount" && lexis.HasWord(c.Own, "violation|violations|offense|offence") {
			return true
		}
	}
	return false
}

// Immunizes reports whether a claim says that somebody is not liable.
func (c *Text) Immunizes() bool {
	liable, denied := lexis.HasWord(c.Own, "immune|immunity"), false
	for _, p := range c.Predicates {
		liable = liable || p.Topic == "liable"
		denied = denied || p.Force == force.MustNot || p.Force == force.IsNot
	}
	return liable && (denied || lexis.HasWord(c.Own, "immune|immunity"))
}

// LeavesOut reports whether a claim says what a term does not cover.
func (c *Text) LeavesOut() bool {
	for _, p := range c.Predicates {
		if p.Topic == "include" && p.Force == force.IsNot {
			return true
		}
	}
	return false
}

// Frees reports whether a claim states an exemption itself: a further exemption of
// the same section takes nothing from it.
func (c *Text) Frees() bool {
	return len(c.Own) > 0 &&
		(lexis.PhraseIn(c.Own, "not apply") || lexis.PhraseIn(c.Own, "is|are exempt|exempted") || lexis.PhraseIn(c.Own, "is|are free of|from") || c.Own[0].Lower == "nothing")
}

// Forbids reports whether a claim states a ban.
func (c *Text) Forbids() bool { return force.Forbidding(c.Predicates) }

// Releases reports whether a claim says what need not be done or does not hold: a
// bound turned round is then the other half of the same rule.
func (c *Text) Releases() bool {
	for _, p := range c.Predicates {
		if p.Force == force.NeedNot || p.Force == force.IsNot {
			return true
		}
	}
	return false
}

// Permits reports whether a claim says that something may be done.
func (c *Text) Permits() bool {
	for _, p := range c.Predicates {
		if p.Force == force.May {
			return true
		}
	}
	return false
}

// KeepsOff reports whether a claim forbids in the words of keeping away.
func (c *Text) KeepsOff() bool {
	return lexis.PhraseIn(c.Own, "kept|keep|keeps|stay|stays off|out|away") || lexis.PhraseIn(c.Own, "off limits")
}

// RefersBack reports whether a claim opens with what an earlier one spoke of, which
// may have stated the condition: "its violation is a crime".
func (c *Text) RefersBack() bool {
	return len(c.Own) > 0 &&
		(lexis.OneOf(c.Own[0].Lower, "it|its|it's|that's|they|their|this|that|these|those|such|he|his|she|her|then") || lexis.HasWord(c.Own[:min(len(c.Own), 6)], "such"))
}

// Act are the words of a claim without those of its force: "forbidden" in "is
// forbidden" says nothing of what is.
func (c *Text) Act() []lexis.Word {
	return lexis.KeepWhere(c.Own, func(w lexis.Word) bool {
		for i := range c.Predicates {
			if p := &c.Predicates[i]; p.Topic == "" && w.Start >= p.Cue.Start && w.End <= p.Cue.End {
				return false
			}
		}
		return true
	})
}

// Needs reports whether a claim asks for a thing by its name: "landing needs leave".
func (c *Text) Needs() bool {
	return lexis.HasWord(c.Own, "needs|need|needed|requires|require|required|takes|necessary")
}
