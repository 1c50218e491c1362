package audit

import (
	"strings"

	"github.com/pincite/pincite/internal/answer"
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
func (p *predicate) turn(cue word) {
	if p.topic != "" || !oneOf(cue.lower, turning) {
		return
	}
	for k := 1; k < min(len(p.action), 9); k++ {
		if oneOf(p.action[k].lower, "from|to|of") && k+1 < len(p.action) {
			p.subject, p.action = p.action[:k], p.action[k+1:]
			return
		}
	}
}

// ofDuty parts what follows "it is the duty of": the one whose duty it is from the act,
// which begins at the first "to" that no noun follows.
func (p *predicate) ofDuty(text string, list []word, end int) {
	if end < 2 || list[end-1].lower != "of" || list[end-2].lower != "duty" {
		return
	}
	for k := end + 1; k+1 < min(len(list), end+reachOfInsertion) && !endsPart(text, list[k-1], list[k]); k++ {
		if list[k].lower == "to" && !oneOf(list[k+1].lower, "the|a|an|any|each|every|his|her|its|their|such|all") {
			p.subject, p.action, p.cut = list[end:k], list[k+1:min(len(list), k+13)], false
			return
		}
	}
}

// sameCondition tells that the claim forbids on the very condition on which the
// law permits, or the other way round: then the condition does not explain the
// other force. Where the claim or the law makes the condition a way out (unless,
// only), or one of them denies it, nothing is told.
func (x *comparison) sameCondition(p *predicate, u int) bool {
	said := x.conditionSaid(p)
	if len(content(said)) == 0 || hasWord(x.claim.own, "unless|except|without|only|until|otherwise") {
		return false
	}
	for i := range x.text.limits {
		l := &x.text.limits[i]
		if l.unit != u || l.kind != "condition" || l.intent || x.text.force(u) != denialOf(p.force) {
			continue
		}
		fresh := x.freshWords(l)
		if len(fresh) > 0 && contained(fresh, x.law.weight, setOf(said)) >= 0.5 && negated(said) == negated(wordsIn(x.text.units[u].own, l.span)) {
			return true
		}
	}
	return false
}

// conditionSaid are the words of the claim's own if- or when-clause.
func (x *comparison) conditionSaid(p *predicate) []word {
	own := x.claim.own
	for i := range own {
		if !oneOf(own[i].lower, "if|when|where|whenever") {
			continue
		}
		end := i + 1
		for end < len(own) && gap(x.answer, own[end-1], own[end]) == " " && own[end-1].end != p.cue.Start {
			end++
		}
		return own[i+1 : end]
	}
	return nil
}

// force is that of the one modal of a unit, "" where there are several forces.
func (t *lawText) force(u int) force {
	var f force
	for _, p := range t.predicates[u] {
		if p.topic != "" {
			continue
		}
		if f != "" && p.force != f {
			return ""
		}
		f = p.force
	}
	return f
}

// denialOf is the force against which may and must not stand.
func denialOf(f force) force {
	if f == may {
		return mustNot
	}
	return may
}

// negated reports an odd number of negations.
func negated(list []word) bool {
	odd := false
	for _, w := range list {
		if isNegation(w.lower) || oneOf(w.lower, "fails|failed|lacks|refuses|refused") {
			odd = !odd
		}
	}
	return odd
}

// wordsIn are the words of a stretch.
func wordsIn(list []word, s answer.Span) []word {
	return keepWhere(list, func(w word) bool { return insideOf(w, s) })
}

// parted tells a negation that other words part from its "have to": "does not
// itself have to", "are not in every case required to".
func parted(text string, list []word, i, end int) bool {
	if !oneOf(list[i].lower, "have|need|is|are|be") || end-i < 2 {
		return false
	}
	for k := i - 1; k >= max(0, i-4); k-- {
		if strings.ContainsAny(gap(text, list[k], list[k+1]), ",;:.") {
			return false
		}
		if list[k].lower == "not" || strings.HasSuffix(list[k].lower, "n't") {
			return true
		}
	}
	return false
}

// pastInsertion is where the act begins behind a modal: past what commas set off
// between the two, as in "shall, after written notice to the seller, suspend".
func pastInsertion(text string, list []word, end int) int {
	if end == 0 || end >= len(list) || !strings.Contains(gap(text, list[end-1], list[end]), ",") {
		return end
	}
	for k := end + 1; k < min(len(list), end+reachOfInsertion); k++ {
		between := gap(text, list[k-1], list[k])
		if strings.ContainsAny(between, ";:.") {
			return end
		}
		if strings.Contains(between, ",") && !oneOf(list[k].lower, "and|or|if|when|unless|consistent|but|except|including|as|in|to|by|for|with|on|upon|after|before|at") {
			return k
		}
	}
	return end
}

// reachOfInsertion is how many words may stand between a modal and its act.
const reachOfInsertion = 45

// endsPart tells that a sentence or a part of it ends between two words; the stop of
// an initial, as in "G.S. 40-2", ends none.
func endsPart(text string, a, b word) bool {
	between := gap(text, a, b)
	if len(a.lower) == 1 && strings.Trim(between, ". ") == "" {
		return false
	}
	return strings.ContainsAny(between, ";:.")
}

// deniesObject tells "can take neither a pledge nor a guarantee", "shall charge no fee":
// the verb stands between its modal and the denial.
func (p *predicate) deniesObject() bool {
	if p.force != may && p.force != must || len(p.action) < 3 || oneOf(p.action[0].lower, "be|have|has|contain|include|make|take|require|cause|of|to|for|in|by") && p.action[1].lower != "neither" {
		return false
	}
	return p.action[1].lower == "neither" || negates(p.action, 1)
}
