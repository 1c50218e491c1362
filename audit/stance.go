package audit

// obliges reports whether the claim states a duty, a ban or a sanction, which an
// exception could lift.
func (c *claimText) obliges() bool {
	for _, p := range c.predicates {
		if (p.force == must || p.force == mustNot) && !p.subordinate || p.topic == "liable" {
			return true
		}
	}
	return false
}

// penalizes reports whether a claim sets a sum on what is done wrong: "up to $500 for
// each violation".
func (c *claimText) penalizes() bool {
	for i := range c.numbers {
		if c.numbers[i].slot == "amount" && hasWord(c.own, "violation|violations|offense|offence") {
			return true
		}
	}
	return false
}

// immunizes reports whether a claim says that somebody is not liable.
func (c *claimText) immunizes() bool {
	liable, denied := hasWord(c.own, "immune|immunity"), false
	for _, p := range c.predicates {
		liable = liable || p.topic == "liable"
		denied = denied || p.force == mustNot || p.force == isNot
	}
	return liable && (denied || hasWord(c.own, "immune|immunity"))
}

// leavesOut reports whether a claim says what a term does not cover.
func (c *claimText) leavesOut() bool {
	for _, p := range c.predicates {
		if p.topic == "include" && p.force == isNot {
			return true
		}
	}
	return false
}

// frees reports whether a claim states an exemption itself: a further exemption of
// the same section takes nothing from it.
func (c *claimText) frees() bool {
	return len(c.own) > 0 && (phraseIn(c.own, "not apply") || phraseIn(c.own, "is|are exempt|exempted") || c.own[0].lower == "nothing")
}

// forbids reports whether a claim states a ban.
func (c *claimText) forbids() bool { return forbidding(c.predicates) }

// forbidding reports whether one of the predicates is a ban.
func forbidding(list []predicate) bool {
	for _, p := range list {
		if p.force == mustNot && p.topic == "" {
			return true
		}
	}
	return false
}

// releases reports whether a claim says what need not be done or does not hold: a
// bound turned round is then the other half of the same rule.
func (c *claimText) releases() bool {
	for _, p := range c.predicates {
		if p.force == needNot || p.force == isNot {
			return true
		}
	}
	return false
}

// permits reports whether a claim says that something may be done.
func (c *claimText) permits() bool {
	for _, p := range c.predicates {
		if p.force == may {
			return true
		}
	}
	return false
}

// keepsOff reports whether a claim forbids in the words of keeping away.
func (c *claimText) keepsOff() bool {
	return phraseIn(c.own, "kept|keep|keeps|stay|stays off|out|away") || phraseIn(c.own, "off limits")
}

// refersBack reports whether a claim opens with what an earlier one spoke of, which
// may have stated the condition: "its violation is a crime".
func (c *claimText) refersBack() bool {
	return len(c.own) > 0 && (oneOf(c.own[0].lower, "it|its|they|their|this|that|these|those|such|he|his|she|her|then") || hasWord(c.own[:min(len(c.own), 6)], "such"))
}

// act are the words of a claim without those of its force: "forbidden" in "is
// forbidden" says nothing of what is.
func (c *claimText) act() []word {
	return keepWhere(c.own, func(w word) bool {
		for i := range c.predicates {
			if p := &c.predicates[i]; p.topic == "" && w.start >= p.cue.Start && w.end <= p.cue.End {
				return false
			}
		}
		return true
	})
}

// needs reports whether a claim asks for a thing by its name: "landing needs leave".
func (c *claimText) needs() bool {
	return hasWord(c.own, "needs|need|needed|requires|require|required|takes|necessary")
}
