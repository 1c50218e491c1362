package force

import (
	"strings"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
	"github.com/pincite/pincite/internal/answer"
)

// Relative tells a modal that marks out a noun: "services that its staff cannot
// provide", "a person who may be charged".
func (p *Predicate) Relative() bool {
	n := len(p.Subject)
	for k := n - 1; k >= max(0, n-5); k-- {
		if k+1 < n && p.Subject[k+1].Start-p.Subject[k].End > 1 {
			return false
		}
		if lexis.OneOf(p.Subject[k].Lower, "that|which|who|whom|what|whose") {
			if k+2 < n && lexis.OneOf(p.Subject[k+1].Lower, "it|he|she|they|you|we") {
				return false // "goods that you never ordered may": the verb of the clause is said
			}
			if k > 0 && lexis.OneOf(p.Subject[k-1].Lower, "except|provided") {
				return false // "except that no guest may": a rule of its own
			}
			if k == n-1 && k > 0 && p.Subject[k].Start-p.Subject[k-1].End > 1 && lexis.OneOf(p.Subject[k].Lower, "who|which") {
				return false // "the dealer, who may": told besides, and a rule of its own
			}
			return k == n-1 || lexis.OneOf(p.Subject[k+1].Lower, "the|a|an|its|his|her|their|it|he|she|they|you|we|no|any")
		}
	}
	return false
}

// DutyBesideBan tells a duty and a ban: to leave in place and not to exclude are one
// thing, so that the verbs must be alike for the two to contradict.
func DutyBesideBan(p, q *Predicate) bool {
	return p.Force == Must && q.Force == MustNot || p.Force == MustNot && q.Force == Must
}

// Capitalised tells words of force in a heading: "Have the Right".
func (p *Predicate) Capitalised(text string) bool {
	words := strings.Fields(text[p.Cue.Start:p.Cue.End])
	n := 0
	for _, w := range words {
		if w[0] >= 'A' && w[0] <= 'Z' {
			n++
		}
	}
	return n > 1
}

// Binds reports whether one of the predicates is a duty or a ban outside an if-clause.
func Binds(list []Predicate) bool {
	for _, p := range list {
		if (p.Force == Must || p.Force == MustNot) && !p.Subordinate {
			return true
		}
	}
	return false
}

// Force is what a predicate does to its action.
type Force string

// The forces. is and isNot state that something holds or does not.
const (
	Must    Force = "must"
	May     Force = "may"
	MustNot Force = "must not"
	NeedNot Force = "need not"
	Should  Force = "should"
	Is      Force = "is"
	IsNot   Force = "is not"
)

// Predicate is a modal or a statement with the words that it governs.
type Predicate struct {
	Force Force
	// Cue is the place of the modal words.
	Cue answer.Span
	// Subject are words before the cue, action those after it, within the clause.
	Subject, Action []lexis.Word
	// Conditional is set where the clause holds if, unless, except and the like.
	Conditional bool
	// Leave is set where the words of force give leave or deny it: "may not", "is not
	// entitled", and not "shall not".
	Leave bool
	// Topic is the term of a statement, such as appl or void; "" for a modal.
	Topic string
	// Subordinate is set within an if- or when-clause: it says when a rule holds
	// and not what it is.
	Subordinate bool
	// needing is set where the words of force say what is needed: "has to", "is required".
	needing bool
	// Cut is set where the subject is longer than what is kept of it: its head is
	// not known.
	Cut bool
}

// cues are the words of force, longest first. "*" is any word.
var cues = []struct {
	words string
	force Force
}{
	{"nothing in * * shall|may be construed|interpreted to prohibit|prevent", May},
	{"nothing in * * prohibits|prevents|precludes|bars", May}, {"nothing in * * shall prevent|prohibit|preclude|bar|forbid", May},
	{"section|subsection|chapter|article|act|part|title|paragraph|subdivision shall|does|may not prevent|prohibit|preclude|bar|forbid", May},
	{"may|can|shall|need not be made|forced|compelled to", NeedNot}, {"cannot|can't be made|forced|compelled to", NeedNot},
	{"nothing in * * shall|may be construed|interpreted|read to require|requiring", NeedNot}, {"nothing in * * shall require|oblige|obligate", NeedNot},
	{"nothing in * * shall|may be construed|interpreted|read as|to relieving|relieve|excusing|excuse", Must}, {"nothing in * * relieves|excuses", Must},
	{"nothing in * * shall|may be construed|interpreted|read to authorize|permit|allow|authorizing|permitting|allowing", MustNot}, {"nothing in * * authorizes|permits|allows", MustNot},
	{"may|shall not be construed|interpreted|read to require", NeedNot}, {"nothing in * * requires", NeedNot},
	{"may|shall not be construed|interpreted|read to authorize|permit|allow", MustNot},
	{"shall|will|must have the|a right|power|authority|discretion|option", May}, {"shall|will|must have power|authority|discretion", May},
	{"shall|will|must be entitled|authorized|permitted|allowed|free|able", May}, {"shall|will|must still|also|always|then be entitled|authorized|permitted|allowed|free|able", May}, {"shall|will|must be prohibited|barred|forbidden|banned|precluded|unlawful|illegal", MustNot},
	{"does|do|did not require|oblige|obligate|compel", NeedNot}, {"doesn't|don't require|oblige|obligate|compel", NeedNot}, {"does|do not authorize|permit|allow", MustNot}, {"does|do not relieve|excuse|absolve", Must},
	{"does|do not prohibit|prevent|preclude|bar|forbid|ban|stop", May},
	{"is|are|was|were not prohibited|barred|forbidden|precluded|prevented|banned|stopped from", May},
	{"is|are|was|were not prohibited|forbidden|banned|outlawed|unlawful|illegal", May}, {"isn't|aren't prohibited|forbidden|banned|outlawed|unlawful|illegal", May},
	{"is|are|be relieved|excused|absolved|released|freed of|from", NeedNot}, {"relieves|excuses|absolves", NeedNot}, {"has|have not to", MustNot},
	{"shall|may|must|will|is|are|need not be required|obliged|obligated|necessary", NeedNot},
	{"is|are|was|were no longer required|obliged|obligated", NeedNot},
	{"is|are|was|were|be not required|obliged|obligated|bound|necessary|needed", NeedNot},
	{"does|do|did not have|need to", NeedNot},
	{"doesn't|don't|didn't have|need to", NeedNot},
	{"isn't|aren't required|obliged|obligated|bound", NeedNot},
	{"is|are under no obligation|duty", NeedNot}, {"has|have no obligation|duty", NeedNot},
	{"need|needn't not", NeedNot}, {"needn't", NeedNot}, {"can be dispensed with", NeedNot}, {"can|may be omitted|skipped", NeedNot}, {"can|may be left open|out|off|blank", NeedNot},
	{"falls|fall away", NeedNot}, {"without having to", NeedNot}, {"no need", NeedNot}, {"is|are|it's|that's optional|voluntary", NeedNot}, {"is|are|it's|that's|stays|remains up to you|him|her|them", NeedNot}, {"is|are mandatory|compulsory", Must},
	{"is|are free not to", NeedNot}, {"gives|give|grants|grant|leaves|leave|confers * no power|authority|discretion|right|choice", MustNot}, {"gives|give|grants|grant|leaves|leave|confers * * no power|authority|discretion|right|choice", MustNot}, {"gives|give|grants|grant|leaves|leave|confers * * * no power|authority|discretion|right|choice", MustNot},
	{"you're|they're|we're|he's|she's|it's not required|obliged|obligated|bound", NeedNot}, {"you're|they're|we're|he's|she's|it's required|obliged|obligated|bound", Must},
	{"you're|they're|we're|he's|she's|it's not allowed|permitted|authorized|entitled|free", MustNot}, {"you're|they're|we're|he's|she's|it's allowed|permitted|authorized|entitled|free", May}, {"isn't|aren't allowed|permitted|authorized|entitled|free", MustNot},
	{"is|are the * job|task|responsibility|duty to", Must}, {"falls|fall to|on the|a * to", Must}, {"is|are responsible for", Must}, {"is|are not optional|voluntary", Must}, {"isn't|aren't optional|voluntary", Must}, {"no way around", Must},
	{"it's okay|ok|fine|legal|lawful|permissible|acceptable", May}, {"has|have every right to", May}, {"gets to", May}, {"nothing wrong with", May},
	{"no duty|obligation|requirement to", NeedNot}, {"is|are up to", NeedNot}, {"there is no right to", MustNot}, {"there's no right to", MustNot}, {"is|are a|an violation|offense|offence|crime", MustNot},
	{"is|are a courtesy", NeedNot}, {"is|are left to you|him|her|them", NeedNot}, {"not something the|that law|act|statute|section asks|requires|demands|wants|prescribes", NeedNot},
	{"is|are not mandatory|compulsory|obligatory", NeedNot}, {"isn't|aren't mandatory|compulsory|obligatory|necessary|needed|called", NeedNot}, {"is|are unnecessary", NeedNot}, {"is|are not called for", NeedNot}, {"without needing to", NeedNot},
	{"shall|will|must|may be necessary|needed", Must}, {"is|are under a|an duty|obligation", Must}, {"is|are supposed|expected to", Must}, {"has|have no choice but to", Must}, {"is|are obligatory", Must},
	{"is|are out of the question", MustNot}, {"is|are ruled out", MustNot}, {"is|are off the table", MustNot}, {"is|are no longer allowed|permitted", MustNot}, {"is|are never allowed|permitted", MustNot},
	{"is|are perfectly fine|legal|lawful|acceptable|permissible", May}, {"is|are fine|okay|ok|acceptable|permissible|lawful|legal", May},
	{"is|are at liberty", May}, {"is|are welcome to", May},
	{"may|shall|must|can|should|could|will not", MustNot}, {"may|shall|must|can never|neither", MustNot}, {"may|can no longer", MustNot}, {"may|shall|must|can still|also|ever|simply|therefore|itself not", MustNot}, {"cannot", MustNot}, {"can't|mustn't", MustNot},
	{"may|can only", May},
	{"is|are|be not revocable|transferable|assignable|waivable|recoverable|refundable|admissible|appealable|reviewable|renewable|terminable|redeemable|deductible|removable", MustNot},
	{"is|are|be irrevocable|inadmissible|inalienable|nonrefundable|nontransferable|nonassignable|unassignable|unappealable|nonrenewable", MustNot},
	{"is|are|be revocable|transferable|assignable|waivable|recoverable|refundable|admissible|appealable|reviewable|renewable|terminable|redeemable|deductible|removable|voidable|punishable", May},
	{"is|are|be not allowed|permitted|authorized|entitled|free", MustNot},
	{"is|are|be prohibited|barred|forbidden|banned|precluded", MustNot},
	{"is|are|be unlawful|illegal", MustNot}, {"it's unlawful|illegal|forbidden|prohibited", MustNot}, {"is|are|be declared|hereby unlawful|illegal", MustNot}, {"off limits", MustNot}, {"against the law", MustNot}, {"has|have no right|power|authority", MustNot},
	{"stops|bars|prohibits|prevents|forbids|bans|precludes|outlaws", MustNot},
	{"requires|obliges|obligates|compels", Must}, {"permits|allows|authorizes|lets|entitles", May}, {"commits|commit the|an|a offense|offence|crime|violation", MustNot},
	{"is|are|be required|obliged|obligated|bound", Must}, {"has|have|had|having to", Must}, {"has|have|you've|we've|they've got to", Must}, {"needs|need to", Must},
	{"is|be the duty of", Must}, {"is|be hereby made the duty of", Must}, {"is|are|have|has a duty", Must}, {"shall|must", Must}, {"is|are|was|were not to", MustNot}, {"is|are to", Must}, {"called upon to", Must}, {"owes|owe", Must}, {"is due", Must}, {"is owed", Must},
	{"is|are|be allowed|permitted|authorized|entitled|free", May}, {"has|have the|a right|power|authority|discretion|option", May}, {"has|have a|an unconditional|absolute|unlimited|full|sole|exclusive|legal right|power|option", May},
	{"has|have power|authority|discretion", May}, {"may|can|could", May},
	{"should", Should},
	{"lies|rests|sits with", May}, {"is|are in the hands of", May}, {"is|are a matter for", May},
}

// statements are topics that a clause affirms or denies; each with the words
// that affirm and those that deny it by themselves.
var statements = []struct{ topic, affirm, deny string }{
	{"apply", "apply|applying|applies|applied|applicable|extends|covers|covered|governs|reaches", "exempt|exempts|exempted|outside|inapplicable"},
	{"include", "include|includes|counts|count|means|constitutes|considered|qualifies|deemed|treated|construed|regarded|included", "excludes|excluded|exclude"},
	{"valid", "valid|enforceable", "void|unenforceable|invalid|null"},
	{"binding", "binding|binds", "nonbinding"},
	{"subject", "subject", ""},
	{"liable", "liable", "immune"},
}

// cuesBy and statementsBy find those that a word may begin.
var (
	cuesBy       = OpeningsOf(len(cues), func(k int) string { return cues[k].words })
	statementsBy = OpeningsOf(len(statements), func(k int) string { return statements[k].affirm + "|" + statements[k].deny })
)

// PredicatesIn reads the predicates of a stretch of words. lead says how many of
// them are of a lead-in: a cue there governs what follows it.
func PredicatesIn(text string, list []lexis.Word, lead int) []Predicate {
	var found []Predicate
	for i := 0; i < len(list); {
		f, end, topic := forceAt(list, i)
		if i < lead && end > lead {
			f, end, topic = forceAt(list[:lead], i) // the "not" of an item is its own: "shall: (b) not disclose"
		}
		if f == "" || isMonthMay(text, list, i, end) || attributive(list, i, topic) {
			i++
			continue
		}
		p := Predicate{Force: f, Cue: lexis.Covering(list[i:end]), Topic: topic, Leave: lexis.HasWord(list[i:end], leaves)}
		p.needing = lexis.HasWord(list[i:end], needs)
		p.govern(text, list, i, end, lead)
		p.nameAct(list[end-1])
		if p.idle(list[i:end]) {
			i++
			continue
		}
		p.unwind()
		if topic == "apply" && p.negatedSubject(text) {
			p.Force = p.denied(list[i])
		}
		if topic == "" && (p.negatedSubject(text) || negatedClause(text, list, i, lead) || p.deniesObject()) {
			p.Force = p.denied(list[i])
		}
		if f == Must && parted(text, list, i, end) {
			p.Force = NeedNot
		}
		p.denyAct()
		p.entrust(text, list[i:end])
		p.turn(list[end-1])
		p.ofDuty(text, list, end)
		found, i = append(found, p), end
	}
	return keepOwn(found, list, lead)
}

// named are last words of a cue that say of an act, named before them, how it stands.
const named = "violation|offense|offence|crime|courtesy|optional|voluntary|mandatory|compulsory|obligatory|prohibited|banned|forbidden|barred|unlawful|illegal|fine|okay|ok|acceptable|permissible|lawful|legal|unnecessary|allowed|permitted|required|necessary|law|question|you"

// nameAct takes for the act what is named before such a word: of "giving the buyer a copy
// is a courtesy" to give the buyer a copy.
func (p *Predicate) nameAct(cue lexis.Word) {
	if p.Topic != "" || !lexis.OneOf(cue.Lower, named) || len(p.Subject) == 0 || p.Cut || len(p.Action) > 0 && p.Action[0].Lower == "to" {
		return
	}
	if first := p.Subject[0].Lower; len(first) > 5 && strings.HasSuffix(first, "ing") && p.Subject[0].Term != "" {
		p.Subject, p.Action = nil, append(append([]lexis.Word{}, p.Subject...), p.Action...)
	}
}

// idle tells words of a cue that lay nothing down where they stand: "is responsible for the
// loss", "gets to the buyer", "is up to $500", "a third fall is a violation".
func (p *Predicate) idle(cue []lexis.Word) bool {
	next := ""
	if len(p.Action) > 0 {
		next = p.Action[0].Lower
	}
	switch {
	case lexis.Phrase(cue, 0, "is|are responsible for"):
		return !strings.HasSuffix(next, "ing")
	case lexis.Phrase(cue, 0, "gets to"):
		return next == "" || lexis.OneOf(next, "the|a|an|his|her|its|their|your|any|each") || lexis.IsFigure(next)
	case lexis.Phrase(cue, 0, "is|are up to"):
		return !lexis.PhraseIn(p.Subject, "whether to")
	case lexis.Phrase(cue, 0, "is|are a|an violation|offense|offence|crime"):
		return len(p.Subject) > 0 // no act was named
	}
	return false
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
	case lexis.Phrase(act, 0, "skip|forgo|omit") && p.Force == May:
		p.Force = NeedNot
	case lexis.Phrase(act, 0, "get out of") && p.Force == MustNot && len(act) > 3:
		p.Force, p.Action = Must, act[3:]
	}
}

// needs are words of force that say what is needed: what nobody needs is free.
const needs = "has|have|had|having|needs|need|required|obliged|obligated|bound|necessary|needed"

// leaves are the words of leave among those of force; so are those of stopping, which
// a law that prevents nothing gives.
const leaves = "forbids|prohibits|precludes|bans|may|can|could|cannot|can't|allowed|permitted|authorized|entitled|free|able|right|power|authority|permits|allows|authorizes|authorize|permit|allow|lets|entitles|stops|prevents|prevent|bars|bar"

// isMonthMay tells "May 1" from the modal.
func isMonthMay(text string, list []lexis.Word, i, end int) bool {
	return end == i+1 && list[i].Lower == "may" && end < len(list) && lexis.IsFigure(list[end].Term) &&
		lexis.Gap(text, list[i], list[end]) == " "
}

// forceAt reads the cue that begins at i.
func forceAt(list []lexis.Word, i int) (Force, int, string) {
	for _, k := range cuesBy[list[i].Lower] {
		if end, ok := lexis.PhraseEnd(list, i, cues[k].words); ok && !ofBound(list, end) {
			return cues[k].force, end, ""
		}
	}
	for _, k := range statementsBy[list[i].Lower] {
		s := &statements[k]
		if f := stated(list, i, s.affirm, s.deny); f != "" {
			return f, i + 1, s.topic
		}
	}
	return "", 0, ""
}

// ofBound tells that the "not" before a word is of a bound: "shall, not later than noon,
// ring the bell".
func ofBound(list []lexis.Word, end int) bool {
	return list[end-1].Lower == "not" && end < len(list) && lexis.OneOf(list[end].Lower, bounding)
}

// bounding are words that "not" makes a bound of.
const bounding = "later|less|more|fewer|longer|earlier|sooner|exceeding"

// stated tells whether the word at i affirms or denies, with the negation before
// it taken in.
func stated(list []lexis.Word, i int, affirm, deny string) Force {
	positive := lexis.OneOf(list[i].Lower, affirm)
	if !positive && !lexis.OneOf(list[i].Lower, deny) ||
		lexis.OneOf(list[i].Lower, "count|counts|treated|construed") &&
			(i+1 >= len(list) || !lexis.OneOf(list[i+1].Lower, "as|in|if|when|only|for|even")) {
		return ""
	}
	for k := max(0, i-3); k < i; k++ {
		if lexis.IsNegation(list[k].Lower) && (k >= i-2 || lexis.OneOf(list[i-1].Lower, "be|so|been|longer")) && list[k].Lower != "can't" {
			positive = !positive
			break
		}
	}
	if positive {
		return Is
	}
	return IsNot
}

// adjectives state something only behind a form of "be": "entities subject to"
// states nothing.
const adjectives = "applicable|covered|included|excluded|exempt|exempted|subject|liable|binding|considered|deemed|treated|regarded|void|valid|enforceable|invalid|unenforceable|null|immune|outside"

// aims are what "is to" explains, where it commands nothing: "the purpose is to".
const aims = "purpose|purposes|aim|aims|intent|intention|goal|goals|object|objective|way|ways|idea|point|step|steps|rule|option|options|effect|what|function"

// attributive tells a word that only marks out what a clause is about.
func attributive(list []lexis.Word, i int, topic string) bool {
	if lexis.OneOf(list[i].Lower, barring) {
		return i > 0 && lexis.HasWord(list[max(0, i-4):i], "what|that|which|who")
	}
	if topic == "" && lexis.OneOf(list[i].Lower, "is|are") && i+1 < len(list) && list[i+1].Lower == "to" {
		return lexis.HasWord(list[max(0, i-6):i], aims)
	}
	if topic == "" && lexis.OneOf(list[i].Lower, "lies|rests|sits") || lexis.PhraseIn(list[i:min(len(list), i+4)], "in the hands of") || lexis.PhraseIn(list[i:min(len(list), i+4)], "is|are a matter for") {
		return !lexis.HasWord(list[max(0, i-6):i], entrusted)
	}
	if lexis.OneOf(list[i].Lower, ordering) {
		before := list[max(0, i-4):i]
		return !lexis.HasWord(before, lawWords) || lexis.HasWord(before, "what|that|which|who|if|when|where|as|unless|than|or")
	}
	if list[i].Lower == "outside" && !ofRule(list, i) {
		return true
	}
	return topic != "" && lexis.OneOf(list[i].Lower, adjectives) &&
		!lexis.HasWord(list[max(0, i-4):i], "is|are|be|was|were|not|being|been|and|or|deemed")
}

// ofRule tells "outside the act" from "outside the village".
func ofRule(list []lexis.Word, i int) bool {
	return lexis.HasWord(list[i+1:min(len(list), i+6)], lawWords+"|scope|coverage|reach|ban|duty|duties|definition|requirement|requirements|exemption|them|it|this|these") ||
		i+1 >= len(list)
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
	p.Subordinate = subordinateAt(text, list, i)
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

// ConditionalIn tells words that make a clause conditional.
func ConditionalIn(list []lexis.Word) bool {
	for i := range list {
		if lexis.OneOf(list[i].Lower, Conditions) || list[i].Lower == "before" && !CountedBack(list, i) {
			return true
		}
	}
	return false
}

// negatedSubject tells "no person may", "nobody must", "nor may you".
func (p *Predicate) negatedSubject(text string) bool {
	n := len(p.Subject)
	for k := n - 1; k >= max(0, n-10); k-- {
		if k+1 < n && strings.ContainsAny(lexis.Gap(text, p.Subject[k], p.Subject[k+1]), ",") {
			return false
		}
		if negates(p.Subject, k) && p.opensPart(text, k) {
			return true
		}
	}
	return false
}

// beforeSubjects are words that a negated subject may follow: "and no person may", "in
// no case may". Behind any other word "no" denies an object, and not what the subject
// does: "a firm that has no office must", "whose job needs no licence must".
const beforeSubjects = "and|but|or|nor|so|then|that|because|since|although|though|whereas|under|at|by|in|on|to|hereafter|therefore|however|also"

// opensPart tells that the word at k opens the clause or its subject.
func (p *Predicate) opensPart(text string, k int) bool {
	return k == 0 && !p.Cut ||
		k > 0 &&
			(strings.ContainsAny(lexis.Gap(text, p.Subject[k-1], p.Subject[k]), ",;:.()—–\n") || lexis.OneOf(p.Subject[k-1].Lower, beforeSubjects))
}

// negates tells "no person" from "no later", "no more" and "no matter".
func negates(list []lexis.Word, k int) bool {
	if !lexis.OneOf(list[k].Lower, "no|nobody|neither|nor|none|nothing") {
		return false
	}
	return k+1 >= len(list) || !lexis.OneOf(list[k+1].Lower, "later|longer|less|more|fewer|matter|event|case")
}

// reachOfSubject is how many words back a clause's first word is looked for.
const reachOfSubject = 60

// negatedClause tells a clause that begins with "No", however long its subject:
// "No contract, made hereafter and limiting …, shall".
func negatedClause(text string, list []lexis.Word, i, lead int) bool {
	start := i
	for start > 0 && i-start < reachOfSubject && start != lead && !endsPart(text, list[start-1], list[start]) && !goesOnWith(text, list, start) {
		start--
	}
	for k := start; k < min(start+3, i); k++ {
		if negates(list, k) && !lexis.HasWord(list[start:k], "if|when|where|unless|because|although|while") {
			return !ofPeriod(list[k:i])
		}
	}
	return false
}

// goesOnWith tells that another main clause begins with a word: "nobody has to be taken
// in, and you can ask".
func goesOnWith(text string, list []lexis.Word, at int) bool {
	return at+1 < len(list) && strings.Contains(lexis.Gap(text, list[at-1], list[at]), ",") &&
		lexis.OneOf(list[at].Lower, "and|but|so|yet") && lexis.OneOf(list[at+1].Lower, pronouns+"|there|this|that|these|those")
}

// ofPeriod tells that a relative clause on a time or a place has begun, of which the
// modal is then: "no licence shall be issued before ten days have passed, within which
// period the warden may object" denies the warden nothing.
func ofPeriod(list []lexis.Word) bool {
	return lexis.PhraseIn(list, "within|during|in|under|upon|by|at which")
}

// denied is the force under a negated subject: "no person may" forbids, and "no
// law requires" frees.
func (p *Predicate) denied(cue lexis.Word) Force {
	switch {
	case p.Force == Must && (lexis.OneOf(cue.Lower, ordering) || p.needing):
		return NeedNot // "no law requires", "nobody has to", "no notice shall be necessary"
	case p.Force == MustNot && lexis.OneOf(cue.Lower, barring):
		return May
	case p.Force == MustNot && lexis.OneOf(cue.Lower, "cannot|can't"):
		return May
	case p.Force == May, p.Force == Must, p.Force == Should:
		return MustNot
	case p.Force == Is:
		return IsNot
	}
	return p.Force
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

// Undone reads "shall be void" as the ban that it is; any other predicate is itself.
func (p *Predicate) Undone() *Predicate {
	if p.Force != Must ||
		!lexis.Phrase(p.Action, 0, "be a violation|deceptive|unfair") && !lexis.HasWord(p.Action[:min(len(p.Action), 9)], "void|unenforceable|invalid|null|prohibited|unlawful") &&
			!lexis.HasWord(p.Action[:min(len(p.Action), 3)], "contrary") {
		return p
	}
	q := *p
	q.Force = MustNot
	return &q
}

// Forbidding reports whether one of the predicates is a ban.
func Forbidding(list []Predicate) bool {
	for _, p := range list {
		if p.Force == MustNot && p.Topic == "" {
			return true
		}
	}
	return false
}

// MarksOut tells a force in a relative clause, and one that takes up what was said:
// "and so can an agent".
func (p *Predicate) MarksOut() bool {
	n := len(p.Subject)
	return p.Relative() || n > 0 && lexis.OneOf(p.Subject[n-1].Lower, "so|who|that|which|to")
}

// SaysWhatIs tells "can consist in", "may include": the words of a definition.
func SaysWhatIs(action []lexis.Word) bool {
	return lexis.HasWord(action[:min(len(action), 2)], "consist|include|mean|be|count|qualify")
}
