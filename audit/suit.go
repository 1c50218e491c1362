package audit

import (
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// Whether those whom a law protects may go to court themselves is asked of nearly every
// law, and answered in few words that seldom are those of the law: "no private claim"
// stands against "may bring an action", "is liable in a private action".

var (
	// noSuit are words that deny a private person the way to court.
	noSuit = []string{
		"no private right|claim|claims|action|actions|cause|suit|suits|remedy", "no right to sue", "no right of action", "no right to bring|file a|an|any suit|action|claim|lawsuit",
		"no claim|action|remedy of their|his|her|its|your own", "no cause of action", "cannot|can't sue", "may|can not sue", "cannot|can't bring|file a|an suit|action|claim|lawsuit", "may|can not bring|file a|an suit|action|claim|lawsuit",
		"not create|give|grant|provide|confer a private", "not entitled to sue",
	}
	// suit are words that give him that way, in a law.
	suit = []string{
		"private action|actions|suit", "private right|cause of action", "right of action", "bring|maintain|institute|commence|initiate|file a|an|any civil|private|individual action|suit|proceeding",
		"bring|maintain|institute|commence|initiate|file a|an action|suit", "may|can sue", "may|can|shall recover", "entitled to recover", "liable to the|such|that|any person|consumer|individual|buyer|customer|purchaser|owner",
	}
	// private are persons who are no office.
	private = "person|persons|consumer|consumers|individual|individuals|customer|customers|buyer|buyers|purchaser|purchasers|owner|owners|resident|residents|tenant|tenants|borrower|borrowers|employee|employees|subscriber|subscribers|patient|patients|guest|guests|victim|victims|anyone|whoever|anybody|plaintiff|debtor|debtors|you|household|households|member|members|user|users|party|they|she|he"
	// narrows are words behind a denial that leave it to one case.
	narrows = "against|for|over|until|before|unless|if|when|where|without|only|except|than|once|after|because|jury|punitive"
)

// deniesSuit are the words by which a claim says that private persons cannot go to
// court at all; of a denial that is bound to a case none.
func (c *claimText) deniesSuit(text string) (answer.Span, bool) {
	cue, found := spanOfAny(c.own, noSuit)
	if !found || c.conditional {
		return cue, false
	}
	clause := clauseWith(text, c.own, cue)
	before := keepWhere(clause, func(w word) bool { return w.end <= cue.Start })
	return cue, !hasWord(clause, narrows) && !hasOffice(before) && !namesDefendant(clause, cue)
}

// namesDefendant reports whether a denial goes on with the one who cannot be sued: "a
// guest cannot sue the state".
func namesDefendant(clause []word, cue answer.Span) bool {
	for i := 1; i < len(clause); i++ {
		if clause[i].start >= cue.End {
			return clause[i-1].lower == "sue" && !oneOf(clause[i].lower, "under|in|at|directly|themselves|himself|herself|itself|yourself|by|on|at")
		}
	}
	return false
}

// sameSuitor reports whether a denial is of the persons to whom words of the law give
// the way to court: of private persons at large, of nobody by name, or of those that
// stand before the giving words.
func (c *claimText) sameSuitor(cue answer.Span, list []word) bool {
	before := keepWhere(c.own, func(w word) bool { return w.end <= cue.Start })
	gives, _ := spanOfAny(list, suit)
	giver := setOf(keepWhere(list, func(w word) bool { return w.end <= gives.Start }))
	return hasWord(before, private+"|law|act|chapter|article|statute|section|title|there") || shared(before, giver) > 0
}

func hasOffice(list []word) bool {
	for _, p := range partiesIn(list) {
		if p.public {
			return true
		}
	}
	return hasWord(list, "state|commissioner|department|board|director|attorney|general|commission|agency|county|city")
}

// givesSuit reports whether words give a private person the way to court, and deny
// nothing.
func givesSuit(list []word, phrases []string) bool {
	cue, found := spanOfAny(list, phrases)
	if !found {
		return false
	}
	before := keepWhere(list, func(w word) bool { return w.end <= cue.End })
	return !hasOffice(before) && !hasNo(before) && hasWord(before, private)
}

// hasNo reports whether one of the words denies: "no", "never", "without".
func hasNo(list []word) bool {
	return hasWord(list, "no|not|nor|neither|cannot|can't|never|nothing|without")
}

// deniedSuit is the sentence of the law that gives private persons the way to court,
// where the claim says that they have none. Where any section of the act denies it
// too, the two may be about two things, and nothing is found.
func (r *Reading) deniedSuit(c *answer.Claim) *Denied {
	cue, denies := r.state.claim(c).deniesSuit(r.state.masked)
	if !denies {
		return nil
	}
	var found *Denied
	for _, h := range r.restingOrRelied(c) {
		t := r.Case.Law.text(h)
		for u := range t.units {
			if _, denied := spanOfAny(t.units[u].own, noSuit); denied {
				return nil
			}
			list := append(append([]word{}, t.units[u].lead...), t.units[u].own...)
			if found == nil && r.namedOrNear(c, h) && givesSuit(list, suit) && r.state.claim(c).sameSuitor(cue, list) {
				found = &Denied{Held: h, InClaim: cue, InLaw: t.units[u].span, Certainty: finding.Likely}
			}
		}
	}
	return found
}

// namedOrNear reports whether a section is cited by the claim, or stands in the chapter
// of a section that the answer cites.
func (r *Reading) namedOrNear(c *answer.Claim, h *statute.Held) bool {
	if len(c.Citations) > 0 {
		return true
	}
	for i := range r.Sources {
		s := &r.Sources[i]
		if s.Held != nil && s.Law == r.Case.Law && len(r.PairsWith(s)) > 0 && chapterOf(s.Held.Number) == chapterOf(h.Number) {
			return true
		}
	}
	return false
}
