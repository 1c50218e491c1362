package force

import (
	"strings"

	"github.com/pincite/pincite/audit/lexis"
)

// Passive tells "be notified", "be signed".
func Passive(action []lexis.Word) bool {
	return len(action) > 1 && lexis.OneOf(action[0].Lower, "be|been") &&
		(strings.HasSuffix(action[1].Lower, "ed") || lexis.OneOf(action[1].Lower, "told|given|sent|made|held|put|sold|paid|kept|brought|taken"))
}

// NobodyInParticular are subjects that name no party.
const NobodyInParticular = "you|person|persons|people|nobody|anyone|anybody|somebody|someone|everyone|everybody|one|it|they|those|he|she|whoever|who|which|that|this|these|party"

// Undergoes tells a subject to which the act is done, or that is something.
func Undergoes(p *Predicate) bool {
	return len(p.Action) == 0 || lexis.OneOf(p.Action[0].Lower, "be|been|as|for|in|by") || Passive(p.Action)
}

// LastPart are the words of a subject behind its last stop; where those are only inserted, "the
// owner, upon notice to the court, may", the words before them.
func LastPart(subject []lexis.Word) []lexis.Word {
	end := len(subject)
	for i := end - 1; i > 0; i-- {
		if subject[i].Start-subject[i-1].End <= 1 {
			continue
		}
		if end == len(subject) && lexis.OneOf(subject[i].Lower, inserting) {
			end = i
			continue
		}
		return subject[i:end]
	}
	return subject[:end]
}

// inserting are words with which no subject begins.
const inserting = "upon|on|after|before|within|pursuant|by|with|in|under|at|for|without|through|during"

// namesFirm tells "a toll collecting agency": the word at i is of a firm's name for what it
// does, and opens no clause.
func namesFirm(subject []lexis.Word, i int) bool {
	return i+1 < len(subject) && lexis.OneOf(subject[i+1].Lower, "agency|agencies|company|companies|firm|firms|bureau|bureaus|institution|institutions|organization|organizations")
}

// SubjectNouns are the words of a subject before what marks its noun out: of "the
// owner of a vehicle" the owner.
func SubjectNouns(subject []lexis.Word) []lexis.Word {
	var nouns []lexis.Word
	for i, w := range subject {
		if len(nouns) > 0 &&
			(lexis.OneOf(w.Lower, "that|which|who|whose|of|under|with|to|for|by|when|if|in|on|at|from|where|about|may|shall|must") || strings.HasSuffix(w.Lower, "ing") && !namesFirm(subject, i)) {
			break
		}
		if w.Term != "" || i == 0 && lexis.OneOf(w.Lower, NobodyInParticular) {
			nouns = append(nouns, w)
		}
	}
	return nouns
}
