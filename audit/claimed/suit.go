package claimed

import (
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

// Whether those whom a law protects may go to court themselves is asked of nearly every
// law, and answered in few words that seldom are those of the law: "no private claim"
// stands against "may bring an action", "is liable in a private action".

var (
	// NoSuit are words that deny a private person the way to court.
	NoSuit = []string{
		"no private right|claim|claims|action|actions|cause|suit|suits|remedy", "no right to sue", "no right of action", "no right to bring|file a|an|any suit|action|claim|lawsuit",
		"no claim|action|remedy of their|his|her|its|your own", "no cause of action", "cannot|can't sue", "may|can not sue", "cannot|can't bring|file a|an suit|action|claim|lawsuit", "may|can not bring|file a|an suit|action|claim|lawsuit",
		"not create|give|grant|provide|confer a private", "not entitled to sue",
	}
	// Suit are words that give him that way, in a law.
	Suit = []string{
		"private action|actions|suit", "private right|cause of action", "right of action", "bring|maintain|institute|commence|initiate|file a|an|any civil|private|individual action|suit|proceeding",
		"bring|maintain|institute|commence|initiate|file a|an action|suit", "may|can sue", "may|can|shall recover", "entitled to recover", "liable to the|such|that|any person|consumer|individual|buyer|customer|purchaser|owner",
	}
	// private are persons who are no office.
	private = "person|persons|consumer|consumers|individual|individuals|customer|customers|buyer|buyers|purchaser|purchasers|owner|owners|resident|residents|tenant|tenants|borrower|borrowers|employee|employees|subscriber|subscribers|patient|patients|guest|guests|victim|victims|anyone|whoever|anybody|plaintiff|debtor|debtors|you|household|households|member|members|user|users|party|they|she|he"
	// narrows are words behind a denial that leave it to one case.
	narrows = "against|for|over|until|before|unless|if|when|where|without|only|except|than|once|after|because|jury|punitive"
)

// DeniesSuit are the words by which a claim says that private persons cannot go to
// court at all; of a denial that is bound to a case none.
func (c *Text) DeniesSuit(text string) (answer.Span, bool) {
	cue, found := lexis.SpanOfAny(c.Own, NoSuit)
	if !found || c.Conditional {
		return cue, false
	}
	clause := lexis.ClauseWith(text, c.Own, cue)
	before := lexis.KeepWhere(clause, func(w lexis.Word) bool { return w.End <= cue.Start })
	return cue, !lexis.HasWord(clause, narrows) && !hasOffice(before) && !namesDefendant(clause, cue)
}

// namesDefendant reports whether a denial goes on with the one who cannot be sued: "a
// guest cannot sue the state".
func namesDefendant(clause []lexis.Word, cue answer.Span) bool {
	for i := 1; i < len(clause); i++ {
		if clause[i].Start >= cue.End {
			return clause[i-1].Lower == "sue" &&
				!lexis.OneOf(clause[i].Lower, "under|in|at|directly|themselves|himself|herself|itself|yourself|by|on|at")
		}
	}
	return false
}

// SameSuitor reports whether a denial is of the persons to whom words of the law give
// the way to court: of private persons at large, of nobody by name, or of those that
// stand before the giving words.
func (c *Text) SameSuitor(cue answer.Span, list []lexis.Word) bool {
	before := lexis.KeepWhere(c.Own, func(w lexis.Word) bool { return w.End <= cue.Start })
	gives, _ := lexis.SpanOfAny(list, Suit)
	giver := lexis.SetOf(lexis.KeepWhere(list, func(w lexis.Word) bool { return w.End <= gives.Start }))
	return lexis.HasWord(before, private+"|law|act|chapter|article|statute|section|title|there") || lexis.Shared(before, giver) > 0
}

func hasOffice(list []lexis.Word) bool {
	for _, p := range force.PartiesIn(list) {
		if p.Public {
			return true
		}
	}
	return lexis.HasWord(list, "state|commissioner|department|board|director|attorney|general|commission|agency|county|city")
}

// GivesSuit reports whether words give a private person the way to court, and deny
// nothing.
func GivesSuit(list []lexis.Word, phrases []string) bool {
	cue, found := lexis.SpanOfAny(list, phrases)
	if !found {
		return false
	}
	before := lexis.KeepWhere(list, func(w lexis.Word) bool { return w.End <= cue.End })
	return !hasOffice(before) && !HasNo(before) && lexis.HasWord(before, private)
}

// HasNo reports whether one of the words denies: "no", "never", "without".
func HasNo(list []lexis.Word) bool {
	return lexis.HasWord(list, "no|not|nor|neither|cannot|can't|never|nothing|without")
}
