package force

import (
	"strings"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
)

// PredicatesIn reads the predicates of a stretch of words. lead says how many of
// them are of a lead-in: a cue there governs what follows it.
func PredicatesIn(text string, list []lexis.Word, lead int) []Predicate {
	var found []Predicate
	for i := 0; i < len(list); {
		c := cueAt(list, i)
		if i < lead && c.end > lead {
			c = cueAt(list[:lead], i) // the "not" of an item is its own: "shall: (b) not disclose"
		}
		if ban, found := banAt(text, list, i); found {
			c = ban
		}
		f, end, topic := c.force, c.end, c.topic
		if f == "" || isMonthMay(text, list, i, end) || attributive(list, i, topic) || supposes(text, list, i) || innerPassive(list, i) {
			i++
			continue
		}
		p := Predicate{Force: f, Cue: lexis.Covering(list[i:end]), Topic: topic, Leave: lexis.HasWord(list[i:end], leaves)}
		p.needing = lexis.HasWord(list[i:end], needs)
		p.govern(text, list, i, end, lead)
		p.nameAct(list[end-1])
		p.about(c.who)
		if p.idle(list[i:end]) {
			i++
			continue
		}
		p.unwind()
		p.freeOf(list[i:end])
		p.subjectToAct()
		if topic == "" && neverBefore(list, i) {
			p.Force = p.denied(list[i])
		} else if topic == "apply" && (p.negatedSubject(text) || notReadTo(list, i)) {
			p.Force = p.denied(list[i])
		}
		if topic == "" && (p.negatedSubject(text) || negatedClause(text, list, i, lead) || p.deniesObject()) {
			p.Force = p.denied(list[i])
		}
		if f == Must && parted(text, list, i, end) {
			p.Force = NeedNot
		}
		p.denyAct()
		p.bansFailure(list, lead)
		p.byComplying()
		p.entrust(text, list[i:end])
		p.turn(list[end-1])
		p.ofDuty(text, list, end)
		found, i = append(found, p), end
	}
	return keepOwn(found, list, lead)
}

// ClauseEnds are words behind which another clause begins.
const ClauseEnds = "if|unless|except|provided|but|when|where|because|until|whereas|although|though|while"

// govern finds subject and action: words of the clause before and after the cue.
func (p *Predicate) govern(text string, list []lexis.Word, i, end, lead int) {
	from := max(0, i-14)
	for k := i - 1; k >= from; k-- {
		between := lexis.Gap(text, list[k], list[k+1])
		joint := strings.Contains(between, ",") && lexis.OneOf(list[k+1].Lower, "and|but|so|nor")
		if (joint || strings.ContainsAny(between, ";:.")) && k+1 != lead {
			from = k + 1
			break
		}
	}
	p.Subject = list[from:i]
	p.Cut = from > 0 && from == i-14
	if end > lead {
		end = pastInsertion(text, list, end)
	}
	to, behind := end, lead > 0 && end <= lead
	for to < len(list) && len(lexis.Content(list[end:to])) < 12 {
		if behind && to < lead {
			to++
			continue
		}
		if to > end && to != lead && strings.ContainsAny(lexis.Gap(text, list[to-1], list[to]), ";.") {
			break
		}
		if to > end+1 && list[to].Lower == "so" && to+1 < len(list) && lexis.OneOf(list[to+1].Lower, "that|the|they|he|she|it|you") {
			break // "must be given access so that they can share it"
		}
		if to > end && lexis.OneOf(list[to].Lower, ClauseEnds) && len(lexis.Content(list[end:to])) > 1 &&
			!lexis.OneOf(list[i].Lower, "commits|commit") {
			break
		}
		to++
	}
	for end < to && lexis.OneOf(list[end].Lower, "then|also|thereafter|thereupon|likewise|again") {
		end++ // "must then be given" is a passive
	}
	p.Action = list[end:to]
	p.Subordinate = subordinateAt(text, list, i) && !p.cleft(text)
	p.Conditional = ConditionalIn(list[from:min(len(list), to+8)])
}

// Conditions are words that make a clause conditional; so does "before", unless a time is
// counted back with it.
const Conditions = "if|unless|except|only|without|until|provided|where|when|unauthorized|save|otherwise|notwithstanding|case"

// CountedBack tells "within ninety days before the filing", which is a time and sets no
// condition.
func CountedBack(list []lexis.Word, i int) bool {
	return i > 0 && quantity.TimeUnits[list[i-1].Lower].Unit != ""
}

// ofDate tells "before 2007" and "until July 1", which name a date and set no condition.
func ofDate(list []lexis.Word, i int) bool {
	return i+1 < len(list) && lexis.OneOf(list[i].Lower, "before|until|after|since") &&
		(lexis.IsFigure(list[i+1].Term) || lexis.OneOf(list[i+1].Lower, "january|february|march|april|may|june|july|august|september|october|november|december"))
}

// ConditionalIn tells words that make a clause conditional.
func ConditionalIn(list []lexis.Word) bool {
	for i := range list {
		if ofDate(list, i) || list[i].Lower == "otherwise" && i > 0 && list[i-1].Term != "" {
			continue // "who used it otherwise before": in another way
		}
		if lexis.OneOf(list[i].Lower, Conditions) || list[i].Lower == "before" && !CountedBack(list, i) {
			return true
		}
	}
	return false
}

// named are last words of a cue that say of an act, named before them, how it stands.
const named = "violation|offense|offence|crime|courtesy|optional|voluntary|mandatory|compulsory|obligatory|prohibited|banned|forbidden|barred|unlawful|illegal|fine|okay|ok|acceptable|permissible|lawful|legal|unnecessary|allowed|permitted|required|necessary|law|question|you|must|option|choice|preference|discretion|right|alright|crime|responsibility|duty|job|task|obligation"

// about puts the one whom words of force name where a subject stands: "it is up to you to".
func (p *Predicate) about(who []lexis.Word) {
	if len(who) > 0 {
		p.Subject, p.Cut = who, false
	}
}

// nameAct takes for the act what is named before such a word: of "giving the buyer a copy
// is a courtesy" to give the buyer a copy.
func (p *Predicate) nameAct(cue lexis.Word) {
	if p.Topic != "" || !lexis.OneOf(cue.Lower, named) || len(p.Subject) == 0 || p.Cut || len(p.Action) > 0 && p.Action[0].Lower == "to" {
		return
	}
	if first := p.Subject[0].Lower; len(first) > 5 && strings.HasSuffix(first, "ing") && p.Subject[0].Term != "" {
		p.Action, p.named = append(append([]lexis.Word{}, p.Subject...), p.Action...), true
		p.Subject = nil
	}
}

// tasks are words for what somebody has to do.
const tasks = "duty|job|task|responsibility|obligation"

// idle tells words of a cue that lay nothing down where they stand: "is responsible for the
// loss", "gets to the buyer", "is up to $500", "a third fall is a violation".
func (p *Predicate) idle(cue []lexis.Word) bool {
	next := ""
	if len(p.Action) > 0 {
		next = p.Action[0].Lower
	}
	switch {
	case p.Force == NeedNot && lexis.Phrase(p.Action, 0, "be limited to"), p.Force == NeedNot && next == "limited":
		return true // "must include, but need not be limited to"
	case lexis.Phrase(cue, 0, "is|are responsible for"):
		return !strings.HasSuffix(next, "ing")
	case lexis.Phrase(cue, 0, "gets to"):
		return next == "" || lexis.OneOf(next, "the|a|an|his|her|its|their|your|any|each") || lexis.IsFigure(next)
	case len(cue) == 3 && lexis.Phrase(cue, 0, "is|are up to"):
		return !lexis.PhraseIn(p.Subject, "whether to")
	case lexis.Phrase(cue, 0, "breaks|break|violates|violate the law"), len(cue) > 2 && lexis.OneOf(cue[0].Lower, "is|are") && !lexis.OneOf(cue[1].Lower, "under|a|an|no|not") && lexis.OneOf(cue[len(cue)-1].Lower, tasks):
		return !p.named // no act was named
	case lexis.Phrase(cue, 0, "is|are a|an violation|offense|offence|crime"):
		return len(p.Subject) > 0 // no act was named
	}
	return false
}

// freeOf reads "is free of the rule" as that it does not apply, and no leave.
func (p *Predicate) freeOf(cue []lexis.Word) {
	if p.Topic == "" && p.Force == May && cue[len(cue)-1].Lower == "free" && len(p.Action) > 0 && lexis.OneOf(p.Action[0].Lower, "of|from") {
		p.Force, p.Topic = IsNot, "apply"
	}
}

// unwind takes out a second denial: who may not refuse to act must, and who may decline to,
// or may choose not to, need not.
func (p *Predicate) unwind() {
	act := p.Action
	switch {
	case p.Topic != "" || len(act) < 3:
	case lexis.Phrase(act, 0, "refuse|decline|fail to") && p.Force == MustNot:
		p.Force, p.Action = Must, act[2:]
	case lexis.Phrase(act, 0, "refuse|decline to") && p.Force == May:
		p.Force, p.Action = NeedNot, act[2:]
	case lexis.Phrase(act, 0, "choose|decide|opt|elect not to") && p.Force == May && len(act) > 3:
		p.Force, p.Action = NeedNot, act[3:]
	case lexis.Phrase(act, 0, "to choose|decide whether to") && p.Force == May && len(act) > 4:
		p.Force, p.Action = NeedNot, act[4:]
	case lexis.Phrase(act, 0, "choose|decide whether to") && p.Force == May && len(act) > 3:
		p.Force, p.Action = NeedNot, act[3:]
	case lexis.Phrase(act, 0, "skip|forgo|omit") && p.Force == May:
		p.Force = NeedNot
	case lexis.Phrase(act, 0, "avoid|escape|dodge|evade") && p.Force == MustNot && strings.HasSuffix(act[1].Lower, "ing"):
		p.Force, p.Action = Must, act[1:]
	case lexis.Phrase(act, 0, "get out of") && p.Force == MustNot && len(act) > 3:
		p.Force, p.Action = Must, act[3:]
	}
}

// keepOwn drops predicates that lie wholly in the lead-in: the lead-in is a unit
// of its own. The last cue of the lead governs the item.
func keepOwn(found []Predicate, list []lexis.Word, lead int) []Predicate {
	if lead == 0 || lead >= len(list) {
		return found
	}
	var kept []Predicate
	for i, p := range found {
		last := i+1 == len(found) || found[i+1].Cue.Start >= list[lead].Start
		if p.Cue.Start >= list[lead].Start || last && p.Topic == "" {
			kept = append(kept, p)
		}
	}
	return kept
}
