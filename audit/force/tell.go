package force

import (
	"strings"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
)

// Telling are verbs behind which the one stands who is told, paid or served.
const Telling = "notify|notified|inform|informed|tell|told|alert|alerted|serve|served|pay|paid|disclose|disclosed|send|sent|report|reported"

// Tell is a duty to tell, give or pay somebody something, or freedom from it: who
// owes it, to whom, and above or below which count.
type Tell struct {
	*Predicate
	Unit int
	// By and to are the parties, "" where they are not named.
	By, To string
	ToSpan Party
	// Bounds are the counts of its sentence that say when it is owed.
	Bounds []quantity.Number
}

// handing are verbs with a receiver, besides those of telling.
const handing = Telling + "|give|gives|given|provide|provided|provides|deliver|delivered|furnish|furnished|return|returned|refund|refunded|mail|mailed|submit|submitted|forward|forwarded|reimburse|reimbursed"

// holders are words of a party that holds what is another's.
const holders = "contractor|contractors|vendor|vendors|processor|processors|subcontractor|custodian|recipient|recipients"

// TellsIn reads the duties to tell of one stretch of text.
func TellsIn(list []Predicate, numbers []quantity.Number, unit int) []Tell {
	var found []Tell
	for i := range list {
		p := &list[i]
		if p.Topic != "" || p.Subordinate || p.Force != Must && p.Force != NeedNot {
			continue
		}
		if t, ok := readTell(p); ok {
			t.Unit = unit
			t.Bounds = CountsOf(numbers)
			found = append(found, t)
		}
	}
	return found
}

// readTell finds the parties around a verb of telling: of the active voice the one
// before the modal tells, of the passive the one behind "by".
func readTell(p *Predicate) (Tell, bool) {
	for i := range p.Action[:min(len(p.Action), 7)] {
		if !lexis.OneOf(p.Action[i].Lower, handing) {
			continue
		}
		t := Tell{Predicate: p}
		behind := p.Action[i+1:]
		if i > 0 && lexis.OneOf(p.Action[i-1].Lower, "be|been") {
			t.passive(p, behind)
		} else {
			t.receiver(behind)
			t.giver(p.Subject)
		}
		return t, t.To != ""
	}
	return Tell{}, false
}

// passive reads "the office must be told by the seller" and "notice must be given
// to the office by the seller".
func (t *Tell) passive(p *Predicate, behind []lexis.Word) {
	if at, found := lexis.FirstPhrase(behind, []string{"to"}); found && at < 3 {
		t.receiver(behind[at:])
	} else if who := HeadOf(p.Subject); who != nil {
		t.To, t.ToSpan = who.Name, *who
	}
	if at, found := lexis.FirstPhrase(behind, []string{"by"}); found {
		t.giver(behind[at+1 : min(len(behind), at+8)])
	}
}

// receiver is the first party of the words behind the verb, before a clause that
// says when.
func (t *Tell) receiver(behind []lexis.Word) {
	for i := range behind {
		if lexis.OneOf(behind[i].Lower, ClauseEnds) {
			behind = behind[:i]
			break
		}
	}
	for _, p := range PartiesIn(behind) {
		if !marksOut(behind, &p) {
			t.To, t.ToSpan = p.Name, p
			return
		}
	}
}

// marksOut tells the party in "consumer protection division", which is none.
func marksOut(list []lexis.Word, p *Party) bool {
	for i := 0; i+1 < len(list); i++ {
		if list[i].End == p.Span.End {
			next := list[i+1]
			return !p.Public && next.Term != "" && next.Start == list[i].End+1 && !strings.HasSuffix(list[i].Lower, "s") &&
				!strings.HasSuffix(next.Lower, "ed") && !strings.HasSuffix(next.Lower, "ing") && !strings.HasSuffix(next.Lower, "ly")
		}
	}
	return false
}

func (t *Tell) giver(words []lexis.Word) {
	t.By = roleOf(words)
}

// roleOf is the party that a subject is about: that of its last part which has one.
// One behind a preposition ("told by the recipient", "data of a customer") only
// marks out another.
func roleOf(words []lexis.Word) string {
	for end := len(words); end > 0; {
		start := end - 1
		for start > 0 && words[start].Start-words[start-1].End <= 1 {
			start--
		}
		if role := roleIn(words[start:end]); role != "" {
			return role
		}
		end = start
	}
	return ""
}

func roleIn(part []lexis.Word) string {
	if len(part) == 0 || lexis.OneOf(part[0].Lower, "if|when|once|after|where|while|because|unless|before|until") {
		return ""
	}
	for i := range part {
		if !isHolder(part, i) && !startsParty(part, i) || i > 0 && lexis.OneOf(beforeArticle(part, i), "by|to|from|of|with|for|on|with") {
			continue
		}
		if isHolder(part, i) || lexis.PhraseIn(part[i:], "does|do not own") || lexis.PhraseIn(part[i:], "behalf of another") {
			return "holder"
		}
		return PartiesIn(part[i:])[0].Name
	}
	return ""
}

func isHolder(part []lexis.Word, i int) bool {
	return lexis.OneOf(part[i].Lower, holders) || lexis.Phrase(part, i, "service provider|providers") ||
		lexis.Phrase(part, i, "party service provider|providers")
}

func startsParty(part []lexis.Word, i int) bool {
	found := PartiesIn(part[i:])
	return len(found) > 0 && found[0].Span.Start == part[i].Start
}

// beforeArticle is the word before the one at i, articles and the like left out.
func beforeArticle(part []lexis.Word, i int) string {
	for i--; i >= 0; i-- {
		if !lexis.OneOf(part[i].Lower, "the|a|an|any|each|every|such|that|this|its|your|his|her|their|information|third") {
			return part[i].Lower
		}
	}
	return ""
}

// CountsOf are the figures that count persons or things and not time or money.
func CountsOf(numbers []quantity.Number) []quantity.Number {
	return lexis.KeepWhere(numbers, func(n quantity.Number) bool {
		return n.Unit == "count" && n.Slot == "number" && !strings.HasPrefix(n.Noun, "digit")
	})
}
