package force

import (
	"strings"

	"github.com/pincite/pincite/audit/lexis"
)

// Verbs that carry a force of their own, said of the law: "the act bars a firm
// from selling", "the statute requires sellers to register". They take the party
// behind them and the act behind that.
const (
	barring  = "stops|bars|prohibits|prevents|forbids|bans|precludes|outlaws"
	ordering = "requires|obliges|obligates|compels|permits|allows|authorizes|lets|entitles|relieves|excuses|absolves"
	// lawWords are what such a verb is said of; a customer who requires a service
	// lays nothing down.
	lawWords = "law|act|statute|section|chapter|article|code|provision|rule|subsection|paragraph|state|ban|prohibition|it|legislature"
	// turning are the last words of a cue behind which the party comes first.
	turning = barring + "|" + ordering + "|prohibit|prevent|preclude|bar|forbid|ban|stop|relieve|relieving|excuse|excusing|absolve|require|requiring|oblige|obligate|authorize|authorizing|permit|permitting|allow|allowing"
)

// turn puts the party that such a verb is about where a subject stands: of "bars a
// firm from selling lists" the subject is the firm and the act is to sell.
func (p *Predicate) turn(cue lexis.Word) {
	if p.Topic != "" || !lexis.OneOf(cue.Lower, turning) {
		return
	}
	for k := 1; k < min(len(p.Action), 9); k++ {
		if lexis.OneOf(p.Action[k].Lower, "from|to|of") && k+1 < len(p.Action) {
			p.Subject, p.Action = p.Action[:k], p.Action[k+1:]
			return
		}
	}
}

// bansFailure reads an item of what is banned that is a failure to act as the duty that it
// is: "it is unlawful to: (c) fail to give a receipt".
func (p *Predicate) bansFailure(list []lexis.Word, lead int) {
	if p.Topic != "" || p.Force != MustNot || lead == 0 || lead >= len(list) || p.Cue.Start >= list[lead].Start {
		return
	}
	k := lead
	for k < min(len(list)-1, lead+3) && enumerates(list[k].Lower) {
		k++
	}
	if end, found := lexis.PhraseEnd(list, k, "fail|failing|neglect|neglecting|refuse|refusing|omit|omitting to"); found && end < len(list) {
		p.Force, p.Action = Must, list[end:min(len(list), end+20)]
	}
}

// byComplying takes for the act how one is to comply: "shall not comply with this section by
// sending the notice there" forbids to send it there.
func (p *Predicate) byComplying() {
	for k := 0; k < min(len(p.Action), 2); k++ {
		end, found := lexis.PhraseEnd(p.Action, k, "comply with this section|subsection|chapter|act|article|part by")
		if found && end < len(p.Action) && strings.HasSuffix(p.Action[end].Lower, "ing") {
			p.Action = p.Action[end:]
			return
		}
	}
}

// forbearing are words for leaving an act alone.
var forbearing = []string{"refrain|abstain|desist|forbear|keep|stay from", "keep|stay away|clear|off from|of", "steer clear of", "hold back|off from", "hold off"}

// denyAct reads a duty not to act as the ban that it is: "shall: (b) not disclose", "must
// refrain from calling". It must not do so of a bound ("shall, not later than").
func (p *Predicate) denyAct() {
	if p.Topic != "" || p.Force != Must {
		return
	}
	k := 0
	for k < min(len(p.Action), 3) && enumerates(p.Action[k].Lower) {
		k++
	}
	if k+1 < len(p.Action) && p.Action[k].Lower == "not" && !lexis.OneOf(p.Action[k+1].Lower, bounding+"|only") {
		p.Force, p.Action = MustNot, p.Action[k+1:]
		return
	}
	for _, words := range forbearing {
		if end, found := lexis.PhraseEnd(p.Action, k, words); found {
			p.Force, p.Action = MustNot, p.Action[end:]
			return
		}
	}
}

// enumerates tells the mark of a list item, such as b, iv or 2.
func enumerates(w string) bool {
	return len(w) == 1 || lexis.IsFigure(w) || len(w) <= 4 && strings.Trim(w, "ivx") == "" || w[0] >= '0' && w[0] <= '9'
}

// ofDuty parts what follows "it is the duty of": the one whose duty it is from the act,
// which begins at the first "to" that no noun follows.
func (p *Predicate) ofDuty(text string, list []lexis.Word, end int) {
	if end < 2 || list[end-1].Lower != "of" || list[end-2].Lower != "duty" {
		return
	}
	for k := end + 1; k+1 < min(len(list), end+reachOfInsertion) && !endsPart(text, list[k-1], list[k]); k++ {
		if list[k].Lower == "to" && !lexis.OneOf(list[k+1].Lower, "the|a|an|any|each|every|his|her|its|their|such|all") {
			p.Subject, p.Action, p.Cut = list[end:k], list[k+1:min(len(list), k+13)], false
			return
		}
	}
}

// DenialOf is the force against which may and must not stand.
func DenialOf(f Force) Force {
	if f == May {
		return MustNot
	}
	return May
}

// Negated reports an odd number of negations.
func Negated(list []lexis.Word) bool {
	odd := false
	for i, w := range list {
		if lexis.IsNegation(w.Lower) || lexis.OneOf(w.Lower, "fails|failed|lacks|refuses|refused|omit|omits|omitted") || lexis.Phrase(list, i, "leave|leaves|left out") {
			odd = !odd
		}
	}
	return odd
}

// parted tells a negation that other words part from its "have to": "does not
// itself have to", "are not in every case required to".
func parted(text string, list []lexis.Word, i, end int) bool {
	if !lexis.OneOf(list[i].Lower, "have|need|is|are|be") || end-i < 2 {
		return false
	}
	for k := i - 1; k >= max(0, i-4); k-- {
		if strings.ContainsAny(lexis.Gap(text, list[k], list[k+1]), ",;:.") {
			return false
		}
		if list[k].Lower == "not" || strings.HasSuffix(list[k].Lower, "n't") {
			return true
		}
	}
	return false
}

// pastInsertion is where the act begins behind a modal: past what commas set off
// between the two, as in "shall, after written notice to the seller, suspend".
func pastInsertion(text string, list []lexis.Word, end int) int {
	if end == 0 || end >= len(list) || !strings.Contains(lexis.Gap(text, list[end-1], list[end]), ",") {
		return end
	}
	for k := end + 1; k < min(len(list), end+reachOfInsertion); k++ {
		between := lexis.Gap(text, list[k-1], list[k])
		if strings.ContainsAny(between, ";:.") {
			return end
		}
		if strings.Contains(between, ",") &&
			!lexis.OneOf(list[k].Lower, "and|or|if|when|unless|consistent|but|except|including|as|in|to|by|for|with|on|upon|after|before|at") {
			return k
		}
	}
	return end
}

// reachOfInsertion is how many words may stand between a modal and its act.
const reachOfInsertion = 45

// endsPart tells that a sentence or a part of it ends between two words; the stop of
// an initial, as in "G.S. 40-2", ends none.
func endsPart(text string, a, b lexis.Word) bool {
	between := lexis.Gap(text, a, b)
	if len(a.Lower) == 1 && strings.Trim(between, ". ") == "" {
		return false
	}
	return strings.ContainsAny(between, ";:.")
}

// deniesObject tells "can take neither a pledge nor a guarantee", "shall charge no fee":
// the verb stands between its modal and the denial.
func (p *Predicate) deniesObject() bool {
	if p.Force != May && p.Force != Must || len(p.Action) < 3 ||
		lexis.OneOf(p.Action[0].Lower, "be|have|has|contain|include|make|take|require|cause|of|to|for|in|by") &&
			p.Action[1].Lower != "neither" {
		return false
	}
	return p.Action[1].Lower == "neither" || negates(p.Action, 1)
}
