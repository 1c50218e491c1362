package audit

// contrasts are words that set two statements apart, by kind; the words of one
// value are alternatives. Two statements that each have a value of one kind, and
// none in common, are about two things: a request by mail and one by telephone.
var contrasts = [][]string{
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

// apart reports whether the words of two statements set them apart.
func apart(one, two []word) bool {
	for _, values := range contrasts {
		if a, b := valuesOf(one, values), valuesOf(two, values); a != 0 && b != 0 && a&b == 0 {
			return true
		}
	}
	for _, p := range particulars {
		if hasWord(one, p) != hasWord(two, p) {
			return true
		}
	}
	return !sameReceivers(one, two)
}

// bland are words that mark nothing out before the noun that they stand at.
const bland = "security|data|affected|relevant|such|personal|said|same|actual|reasonable|necessary|required|applicable|covered|private|available|possible|particular|individual"

// markedApart tells one noun that either side marks out in a word of its own: "a
// written complaint" and "a spoken complaint".
func markedApart(one, two []word) bool {
	marks := marksOf(two)
	for noun, mark := range marksOf(one) {
		if other, both := marks[noun]; both && other != mark && !setOf(conceptual(two))[mark] && !setOf(conceptual(one))[other] {
			return true
		}
	}
	return false
}

// marksOf gives the word right before each noun, where it marks the noun out.
func marksOf(list []word) map[string]string {
	marks := map[string]string{}
	for i := 1; i < len(list); i++ {
		before := conceptual(list[i-1 : i])
		if list[i].term == "" || len(before) == 0 || list[i].start-list[i-1].end != 1 || isFigure(before[0].term) || isFigure(list[i].term) || before[0].term[0] == '=' || oneOf(list[i-1].lower, bland) || oneOf(list[i].lower, "after|before|within|following|from|later|prior|until") {
			continue
		}
		marks[list[i].term] = before[0].term
	}
	return marks
}

// valuesOf are the values that the words name, one bit each.
func valuesOf(list []word, values []string) (found int) {
	for i, v := range values {
		if hasWord(list, v) {
			found |= 1 << i
		}
	}
	return found
}

// sameReceivers wants the same office, body or special party on both sides, or
// none: what is owed to everybody and what is owed to an office are two things.
func sameReceivers(one, two []word) bool {
	a, b := special(one), special(two)
	if len(a) == 0 || len(b) == 0 {
		return len(a) == len(b)
	}
	for _, p := range a {
		if hasParty(b, p.name) {
			return true
		}
	}
	return false
}

// special are parties other than those that a law regulates or protects at large.
func special(list []word) []party {
	return keepWhere(partiesIn(list), func(p party) bool {
		return !oneOf(p.name, "regulated|anyone|resident|seller|service provider|recipient")
	})
}

// actsNamed tells the act that a stretch names, among those that are set apart.
func actsNamed(list []word) bool { return valuesOf(list, contrasts[1]) != 0 }
