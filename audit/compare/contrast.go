package compare

import (
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
)

// Contrasts are words that set two statements apart, by kind; the words of one
// value are alternatives. Two statements that each have a value of one kind, and
// none in common, are about two things: a request by mail and one by telephone.
var Contrasts = [][]string{
	{"mail|mailed|post|postal|paper", "telephone|telephonic|phone|phoned|call|calls", "electronic|electronically|email|e-mail|e-mails|online|website|internet|web"},
	{"place|places|placed|placing|placement|put", "lift|lifts|lifted|lifting|thaw|thawed|unfreeze", "remove|removes|removed|removing|removal",
		"confirm|confirms|confirmed|confirmation|acknowledge|acknowledges|acknowledged", "delete|deletes|deleted|deletion|erase|erased", "correct|corrects|corrected|correction",
		"appeal|appeals|appealed", "refund|refunds|refunded|reimburse|reimbursed|repay|repaid", "cancel|cancels|cancelled|canceled|cancellation|withdraw|withdraws|withdrawn|withdrawal",
		"renew|renews|renewed|renewal", "keep|keeps|kept|retain|retains|retained|retention|preserve|preserved", "destroy|destroyed|dispose|disposed|disposal", "replace|replaced|replacement|reissue|reissued"},
	{"civil", "criminal|misdemeanor|misdemeanors|felony|felonies|imprisonment|imprisoned|jail|prison"},
	{"damages|recover|recovers", "penalty|penalties|fine|fines|fined", "fee|fees|charge|charges"},
	{"before|prior", "after|following|from|thereafter"},
}

// particulars are words that make a statement one of a case: what has such a word
// and what has none are the case and the rule.
var particulars = []string{
	"second|third|subsequent|repeat|repeated|again", "extend|extends|extended|extension|extensions|additional|further|extra|another|longer|prolong|prolonged|postpone|postponed",
	"knowing|knowingly|wilful|willful|wilfully|willfully|intentional|intentionally|reckless|recklessly|negligent|negligently|malicious|maliciously|deliberate|deliberately",
	"minor|minors|child|children|elderly|senior|seniors|protected", "total|aggregate|altogether|overall|combined|cap|capped|ceiling",
	"first|initial|initially", "substitute|emergency|urgent|urgently|expedited", "annual|annually", "victim|victims|spouse",
}

// Apart reports whether the words of two statements set them apart.
func Apart(one, two []lexis.Word) bool {
	for _, values := range Contrasts {
		if a, b := ValuesOf(one, values), ValuesOf(two, values); a != 0 && b != 0 && a&b == 0 {
			return true
		}
	}
	for _, p := range particulars {
		if lexis.HasWord(one, p) != lexis.HasWord(two, p) {
			return true
		}
	}
	return !SameReceivers(one, two)
}

// bland are words that mark nothing out before the noun that they stand at.
const bland = "security|data|affected|relevant|such|personal|said|same|actual|reasonable|necessary|required|applicable|covered|private|available|possible|particular|individual"

// MarkedApart tells one noun that either side marks out in a word of its own: "a
// written complaint" and "a spoken complaint".
func MarkedApart(one, two []lexis.Word) bool {
	marks := marksOf(two)
	for noun, mark := range marksOf(one) {
		if other, both := marks[noun]; both && other != mark && !lexis.SetOf(lexis.Conceptual(two))[mark] &&
			!lexis.SetOf(lexis.Conceptual(one))[other] {
			return true
		}
	}
	return false
}

// marksOf gives the word right before each noun, where it marks the noun out.
func marksOf(list []lexis.Word) map[string]string {
	marks := map[string]string{}
	for i := 1; i < len(list); i++ {
		before := lexis.Conceptual(list[i-1 : i])
		if list[i].Term == "" || len(before) == 0 || list[i].Start-list[i-1].End != 1 ||
			lexis.IsFigure(before[0].Term) || lexis.IsFigure(list[i].Term) || before[0].Term[0] == '=' ||
			lexis.OneOf(list[i-1].Lower, bland) ||
			lexis.OneOf(list[i].Lower, "after|before|within|following|from|later|prior|until") {
			continue
		}
		marks[list[i].Term] = before[0].Term
	}
	return marks
}

// ValuesOf are the values that the words name, one bit each.
func ValuesOf(list []lexis.Word, values []string) (found int) {
	for i, v := range values {
		if lexis.HasWord(list, v) {
			found |= 1 << i
		}
	}
	return found
}

// SameReceivers wants the same office, body or special party on both sides, or
// none: what is owed to everybody and what is owed to an office are two things.
func SameReceivers(one, two []lexis.Word) bool {
	a, b := Special(one), Special(two)
	if len(a) == 0 || len(b) == 0 {
		return len(a) == len(b)
	}
	for _, p := range a {
		if force.HasParty(b, p.Name) {
			return true
		}
	}
	return false
}

// Special are parties other than those that a law regulates or protects at large.
func Special(list []lexis.Word) []force.Party {
	return lexis.KeepWhere(force.PartiesIn(list), func(p force.Party) bool {
		return !lexis.OneOf(p.Name, "regulated|anyone|resident|seller|service provider|recipient")
	})
}

// ActsNamed tells the act that a stretch names, among those that are set apart.
func ActsNamed(list []lexis.Word) bool { return ValuesOf(list, Contrasts[1]) != 0 }
