package force

import (
	"github.com/pincite/pincite/audit/lexis"
)

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
	{"shall|will|must have the|a right|power|authority|discretion|option", May}, {"shall|will|must have a private|further|separate|full right|cause", May}, {"shall|will|must have power|authority|discretion", May},
	{"shall|will|must be entitled|authorized|permitted|allowed|free|able", May}, {"has|have|needs|need|ought to be entitled|permitted|allowed", May}, {"shall|will|must still|also|always|then be entitled|authorized|permitted|allowed|free|able", May}, {"shall|will|must be prohibited|barred|forbidden|banned|precluded|unlawful|illegal", MustNot},
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
	{"falls|fall to|on the|a * to", Must}, {"is|are responsible for", Must}, {"is|are not optional|voluntary", Must}, {"isn't|aren't optional|voluntary", Must}, {"no way around", Must},
	{"it's okay|ok|fine|legal|lawful|permissible|acceptable", May}, {"has|have every right to", May}, {"gets to", May}, {"nothing wrong with", May},
	{"no duty|obligation|requirement to", NeedNot}, {"is|are up to", NeedNot}, {"there is no right to", MustNot}, {"there's no right to", MustNot}, {"is|are a|an violation|offense|offence|crime", MustNot},
	{"is|are a courtesy", NeedNot}, {"is|are left to you|him|her|them", NeedNot}, {"not something the|that law|act|statute|section asks|requires|demands|wants|prescribes", NeedNot},
	{"is|are not mandatory|compulsory|obligatory", NeedNot}, {"isn't|aren't mandatory|compulsory|obligatory|necessary|needed|called", NeedNot}, {"is|are unnecessary", NeedNot}, {"is|are not called for", NeedNot}, {"without needing to", NeedNot},
	{"shall|will|must|may be necessary|needed", Must}, {"is|are under a|an|the|this|that|such|another duty|obligation", Must}, {"is|are under the same|like duty|obligation", Must}, {"is|are supposed|expected to", Must}, {"has|have no choice but to", Must}, {"is|are obligatory", Must},
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
	{"remain|remains|stay|stays allowed|permitted|authorized|entitled|free", May}, {"is|are|be allowed|permitted|authorized|entitled|free", May}, {"has|have the|a right|power|authority|discretion|option", May}, {"has|have a|an unconditional|absolute|unlimited|full|sole|exclusive|legal|private right|power|option", May},
	{"has|have power|authority|discretion", May}, {"may|can|could", May},
	{"should", Should},
	{"lies|rests|sits with|on|upon", May}, {"is|are in the hands of", May}, {"is|are a matter for", May},
}

// statements are topics that a clause affirms or denies; each with the words
// that affirm and those that deny it by themselves.
var statements = []struct{ topic, affirm, deny string }{
	{"apply", "apply|applying|applies|applied|applicable|extends|covers|covered|governs|reaches|bind|reach|cover|govern", "exempt|exempts|exempted|outside|inapplicable"},
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

// needs are words of force that say what is needed: what nobody needs is free.
const needs = "has|have|had|having|needs|need|required|obliged|obligated|bound|necessary|needed"

// leaves are the words of leave among those of force; so are those of stopping, which
// a law that prevents nothing gives.
const leaves = "forbids|prohibits|precludes|bans|may|can|could|cannot|can't|allowed|permitted|authorized|entitled|free|able|right|power|authority|permits|allows|authorizes|authorize|permit|allow|lets|entitles|stops|prevents|prevent|bars|bar"

// cue is what words of force say: the force, the place behind them, the topic of a
// statement, and the one whom they name among them, nil for none.
type cue struct {
	force Force
	end   int
	topic string
	who   []lexis.Word
}

// cueAt reads the words of force that begin at i; its force is "" where none do.
func cueAt(list []lexis.Word, i int) cue {
	if c, found := plainAt(list, i); found {
		return c
	}
	for _, k := range cuesBy[list[i].Lower] {
		if end, ok := lexis.PhraseEnd(list, i, cues[k].words); ok && !ofBound(list, end) && !stopsTime(list, i) {
			return cue{force: cues[k].force, end: end}
		}
	}
	for _, k := range statementsBy[list[i].Lower] {
		s := &statements[k]
		if f := stated(list, i, s.affirm, s.deny); f != "" {
			return cue{force: f, end: i + 1, topic: s.topic}
		}
	}
	return cue{}
}

// isMonthMay tells "May 1" from the modal.
func isMonthMay(text string, list []lexis.Word, i, end int) bool {
	return end == i+1 && list[i].Lower == "may" && end < len(list) && lexis.IsFigure(list[end].Term) &&
		lexis.Gap(text, list[i], list[end]) == " "
}

// ofBound tells that the "not" before a word is of a bound: "shall, not later than noon,
// ring the bell".
func ofBound(list []lexis.Word, end int) bool {
	return list[end-1].Lower == "not" && end < len(list) && lexis.OneOf(list[end].Lower, bounding)
}

// stopsTime tells a time that no longer runs from a ban: "filing stops the limitation period".
func stopsTime(list []lexis.Word, i int) bool {
	return list[i].Lower == "stops" && lexis.HasWord(list[i+1:min(len(list), i+5)], "clock|period|periods|limitation|limitations|running")
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
	if topic == "apply" && lexis.OneOf(list[i].Lower, "bind|reach|cover|govern") {
		return !lexis.HasWord(list[max(0, i-3):i], "rules|laws|provisions|requirements|duties|bans|sections|statutes")
	}
	return topic != "" && lexis.OneOf(list[i].Lower, adjectives) &&
		!lexis.HasWord(list[max(0, i-4):i], "is|are|be|was|were|not|being|been|and|or|deemed")
}

// ofRule tells "outside the act" from "outside the village".
func ofRule(list []lexis.Word, i int) bool {
	return lexis.HasWord(list[i+1:min(len(list), i+6)], lawWords+"|scope|coverage|reach|ban|duty|duties|definition|requirement|requirements|exemption|them|it|this|these") ||
		i+1 >= len(list)
}
