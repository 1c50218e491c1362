package audit

import "strings"

// tell is a duty to tell, give or pay somebody something, or freedom from it: who
// owes it, to whom, and above or below which count.
type tell struct {
	*predicate
	unit int
	// by and to are the parties, "" where they are not named.
	by, to string
	toSpan party
	// bounds are the counts of its sentence that say when it is owed.
	bounds []number
}

// handing are verbs with a receiver, besides those of telling.
const handing = telling + "|give|gives|given|provide|provided|provides|deliver|delivered|furnish|furnished|return|returned|refund|refunded|mail|mailed|submit|submitted|forward|forwarded|reimburse|reimbursed"

// holders are words of a party that holds what is another's.
const holders = "contractor|contractors|vendor|vendors|processor|processors|subcontractor|custodian|recipient|recipients"

// tellsIn reads the duties to tell of one stretch of text.
func tellsIn(list []predicate, numbers []number, unit int) []tell {
	var found []tell
	for i := range list {
		p := &list[i]
		if p.topic != "" || p.subordinate || p.force != must && p.force != needNot {
			continue
		}
		if t, ok := readTell(p); ok {
			t.unit = unit
			t.bounds = countsOf(numbers)
			found = append(found, t)
		}
	}
	return found
}

// readTell finds the parties around a verb of telling: of the active voice the one
// before the modal tells, of the passive the one behind "by".
func readTell(p *predicate) (tell, bool) {
	for i := range p.action[:min(len(p.action), 7)] {
		if !oneOf(p.action[i].lower, handing) {
			continue
		}
		t := tell{predicate: p}
		behind := p.action[i+1:]
		if i > 0 && oneOf(p.action[i-1].lower, "be|been") {
			t.passive(p, behind)
		} else {
			t.receiver(behind)
			t.giver(p.subject)
		}
		return t, t.to != ""
	}
	return tell{}, false
}

// passive reads "the office must be told by the seller" and "notice must be given
// to the office by the seller".
func (t *tell) passive(p *predicate, behind []word) {
	if at, found := firstPhrase(behind, []string{"to"}); found && at < 3 {
		t.receiver(behind[at:])
	} else if who := headOf(p.subject); who != nil {
		t.to, t.toSpan = who.name, *who
	}
	if at, found := firstPhrase(behind, []string{"by"}); found {
		t.giver(behind[at+1 : min(len(behind), at+8)])
	}
}

// receiver is the first party of the words behind the verb, before a clause that
// says when.
func (t *tell) receiver(behind []word) {
	for i := range behind {
		if oneOf(behind[i].lower, clauseEnds) {
			behind = behind[:i]
			break
		}
	}
	for _, p := range partiesIn(behind) {
		if !marksOut(behind, &p) {
			t.to, t.toSpan = p.name, p
			return
		}
	}
}

// marksOut tells the party in "consumer protection division", which is none.
func marksOut(list []word, p *party) bool {
	for i := 0; i+1 < len(list); i++ {
		if list[i].end == p.span.End {
			next := list[i+1]
			return !p.public && next.term != "" && next.start == list[i].end+1 && !strings.HasSuffix(list[i].lower, "s") &&
				!strings.HasSuffix(next.lower, "ed") && !strings.HasSuffix(next.lower, "ing") && !strings.HasSuffix(next.lower, "ly")
		}
	}
	return false
}

func (t *tell) giver(words []word) {
	t.by = roleOf(words)
}

// roleOf is the party that a subject is about: that of its last part which has one.
// One behind a preposition ("told by the recipient", "data of a customer") only
// marks out another.
func roleOf(words []word) string {
	for end := len(words); end > 0; {
		start := end - 1
		for start > 0 && words[start].start-words[start-1].end <= 1 {
			start--
		}
		if role := roleIn(words[start:end]); role != "" {
			return role
		}
		end = start
	}
	return ""
}

func roleIn(part []word) string {
	if len(part) == 0 || oneOf(part[0].lower, "if|when|once|after|where|while|because|unless|before|until") {
		return ""
	}
	for i := range part {
		if !isHolder(part, i) && !startsParty(part, i) || i > 0 && oneOf(beforeArticle(part, i), "by|to|from|of|with|for|on|with") {
			continue
		}
		if isHolder(part, i) || phraseIn(part[i:], "does|do not own") || phraseIn(part[i:], "behalf of another") {
			return "holder"
		}
		return partiesIn(part[i:])[0].name
	}
	return ""
}

func isHolder(part []word, i int) bool {
	return oneOf(part[i].lower, holders) || phrase(part, i, "service provider|providers") || phrase(part, i, "party service provider|providers")
}

func startsParty(part []word, i int) bool {
	found := partiesIn(part[i:])
	return len(found) > 0 && found[0].span.Start == part[i].start
}

// beforeArticle is the word before the one at i, articles and the like left out.
func beforeArticle(part []word, i int) string {
	for i--; i >= 0; i-- {
		if !oneOf(part[i].lower, "the|a|an|any|each|every|such|that|this|its|your|his|her|their|information|third") {
			return part[i].lower
		}
	}
	return ""
}

// countsOf are the figures that count persons or things and not time or money.
func countsOf(numbers []number) []number {
	return keepWhere(numbers, func(n number) bool {
		return n.unit == "count" && n.slot == "number" && !strings.HasPrefix(n.noun, "digit")
	})
}
