package compare

import (
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
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

// FreesToo tells words of the law that lay down no duty either.
func FreesToo(enacted string) bool {
	return lexis.HasWord(lexis.Words(enacted, lexis.AnswerSpan(enacted)), "not|no|may|can|cannot|never")
}

// TakingOut are words by which the law takes something out of a rule or a meaning.
var TakingOut = []string{
	"do|does|shall|may not include|mean|apply|extend|cover", "is|are|be exempt|exempted|excluded|excepted", "deemed|considered to be in compliance", "deemed to comply|have",
	"in compliance with", "is|are|be not required", "need not", "except|unless", "other than",
}

const (
	// TakenWords and takenShare are how many of the words behind "there is no
	// exception", and which part, must stand behind what takes something out.
	TakenWords = 2
	TakenShare = 0.45
)

// BehindAny are the words behind the first of the phrases.
func BehindAny(list []lexis.Word, phrases []string) []lexis.Word {
	for i := range list {
		for _, p := range phrases {
			if end, ok := lexis.PhraseEnd(list, i, p); ok {
				return list[end:]
			}
		}
	}
	return nil
}

// Timeless are words that say that there is no time limit.
var Timeless = []string{
	"no deadline|deadlines", "no time limit|limits", "no fixed|specific|set|particular|exact|certain deadline|time|period|date|day", "no number of days|hours|weeks|months",
	"no limit of time", "not set|name|fix|give|impose|specify|prescribe|contain|state a|any deadline|deadlines|time|period", "not set|name|fix|give|impose|specify|prescribe|contain|state a|any fixed|specific|particular|exact deadline|time|period|number",
}

// OfLimits are words about limits of time as such.
const OfLimits = "set|sets|name|names|fix|fixes|impose|imposes|specify|specifies|prescribe|prescribes|state|states|time|times|limit|limits|acting|act|acts|deadline|deadlines|number|period"

const (
	// TimedWords and timedShare are how many of the words of a denied time limit, and
	// which part, must stand in the sentence that sets one.
	TimedWords = 2
	TimedShare = 0.6
)

// HasDeadline reports whether one of the figures is a deadline, or a most of time.
func HasDeadline(list []quantity.Number) bool {
	for i := range list {
		if list[i].Slot == "deadline" || list[i].IsTime() && list[i].Roof() {
			return true
		}
	}
	return false
}
