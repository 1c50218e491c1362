package enacted

import (
	"strings"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

// Limit is an exception or a condition in the law, with the unit that it limits.
type Limit struct {
	// Kind is exception or condition.
	Kind string
	// Unit is where it stands, Governs the unit that it limits: the same for one
	// in the same sentence.
	Unit, Governs int
	Span          answer.Span
	Words         []lexis.Word
	// Clause is what of its sentence the limit hangs on, without the limit's own
	// words; nil for a limit that is a sentence of its own.
	Clause []lexis.Word
	// Intent is set for knowingly, recklessly and the like.
	Intent bool
	// refers is set where it only says where else to look: "except as provided in
	// Section 9".
	refers bool
	// Grant is set where it is leave that a law must give: "except as expressly
	// authorized by statute".
	Grant bool
	// Whole is set where it exempts from the whole section: "this section does not apply to".
	Whole bool
	// Harmless is set where it says what is no violation.
	Harmless bool
	// Part is set where it exempts from its subsection: "this subsection does not apply to".
	Part bool
	// Request is set where the law binds somebody only once another asks.
	Request bool
	// Lawful is set where it asks that an act be one that the law permits: "who holds a
	// boat as permitted under section 3".
	Lawful bool
}

// openings of an exception and of a condition, in the same sentence.
var (
	exceptionOpens = []string{"unless", "except that|if|when|where|as|for|to|in|a|the|by|with", "except", "provided that", "provided however", "in the absence of",
		"with the exception of", "save that|as|in|where|when|for", "purpose|purposes|reason|manner|means|form|use|way other than"}
	conditionOpens = []string{"whenever", "in any case in which|where", "in case a|an|any|the", "only if|when|where|upon|after|by|with|for|to|in|through", "if", "when the", "in the event", "so long as", "as long as", "on condition", "to the extent that", "but only if|when|upon|after|to|for|with",
		"upon|on request|demand|application", "upon|on the|a|an|written|oral request|demand|application", "upon|on the|a|an written|oral request|demand|application", "at the request|demand", "pursuant to a|the motion|application|petition|request", "upon|on motion|petition"}
)

// exceptionsBy and conditionsBy find those that a word may begin.
var (
	exceptionsBy = force.OpeningsOf(len(exceptionOpens), func(k int) string { return exceptionOpens[k] })
	conditionsBy = force.OpeningsOf(len(conditionOpens), func(k int) string { return conditionOpens[k] })
)

// MereReference are words of an exception that says nothing itself.
const MereReference = "section|sections|subsection|subsections|paragraph|subparagraph|article|chapter|title|act|law|laws|state|federal|provided|" +
	"otherwise|expressly|specifically|specially|required|authorized|permitted|described|set|forth|pursuant|accordance|applicable|provisions|provision|specified|part|subdivision|clause|nmsa|ors|statute|statutes|" +
	"regulation|regulations|context|requires|provides|indicates|prescribed|next|preceding|following"

// limitsOf reads the exceptions and conditions of a section.
func limitsOf(t *Text) []Limit {
	var found []Limit
	for i := range t.Units {
		found = append(found, inlineLimits(t, i)...)
		found = append(found, intents(t, i)...)
		found = append(found, lawfuls(t, i)...)
	}
	for i := range t.Units {
		found = append(found, referredLimits(t, i)...)
		found = append(found, siblingLimits(t, i)...)
		found = append(found, exemptions(t, i)...)
		found = append(found, harmless(t, i)...)
		found = append(found, exclusions(t, i)...)
	}
	return found
}

// exclusions are the items of "the term does not include": what a definition takes
// out of itself. They limit no duty by themselves, and only a claim that denies
// them is held against them.
func exclusions(t *Text, i int) []Limit {
	at := t.Units[i].Parent
	for at >= 0 && !excludes(t.Predicates[at]) {
		at = t.Units[at].Parent
	}
	if at < 0 {
		return nil
	}
	return []Limit{{Kind: "exclusion", Unit: i, Governs: at, Words: lexis.Content(t.Units[i].Own), Span: t.Units[i].Span}}
}

// excludes tells a lead-in that only takes out.
func excludes(list []force.Predicate) bool {
	out := false
	for _, p := range list {
		if p.Topic == "include" && p.Force == force.Is {
			return false
		}
		out = out || p.Topic == "include" && p.Force == force.IsNot
	}
	return out
}

// inlineLimits are those that stand within the sentence.
func inlineLimits(t *Text, i int) []Limit {
	var found []Limit
	own := t.Units[i].Own
	for k := 0; k < len(own); k++ {
		kind := opens(own, k)
		if kind == "" && t.Units[i].Nature == Definitional && lexis.Phrase(own, k, "other than") && k > 0 &&
			strings.Contains(lexis.Gap(t.Text, own[k-1], own[k]), ",") {
			kind = "exception" // "“Dealer” means a person who sells boats, other than a builder"
		}
		if kind == "exception" && t.provides(i, k) {
			kind = "condition"
		}
		if kind == "" || kind == "condition" && ofExample(own, k) || lexis.Phrase(own, k, "unless the context") || lexis.Phrase(own, k, "if|when|where even") {
			continue
		}
		end := narrowEnd(t.Text, own, k, LimitEnd(t.Text, own, k))
		l := Limit{Kind: kind, Unit: i, Governs: i, Words: lexis.Content(own[k:end]), Clause: clauseBeside(t.Text, own, k, end)}
		l.Span = lexis.Covering(own[k:end])
		l.refers = lexis.Phrase(own, k, "unless otherwise agreed") ||
			lexis.Phrase(own, k, "except as|in provided|otherwise|set|described|permitted|required|authorized|specified|accordance|prescribed|stated") &&
				lexis.HasWord(own[k:end], "section|sections|subsection|subsections|article|chapter|law|paragraph|title|part|subdivision")
		l.Grant = kind == "exception" && grants(own[k:end])
		l.Request = kind == "condition" && lexis.HasWord(own[k:min(len(own), k+4)], "request|demand|application") &&
			lexis.OneOf(own[k].Lower, "upon|on|at")
		if listEnd(t.Units, i) > i+1 && end == len(own) {
			l.takeItems(t, i)
		}
		if l.tells() {
			found = append(found, l)
		}
		k = end - 1
	}
	return found
}

// provides tells "provided that" at own[k] that says on what a freedom depends: "is not liable,
// provided that he has no reason to believe". What it adds to a duty, and what has force of its
// own ("provided that he shall"), is a proviso.
func (t *Text) provides(i, k int) bool {
	own := t.Units[i].Own
	if own[k].Lower != "provided" || lexis.HasWord(own[k:LimitEnd(t.Text, own, k)], "shall|must|may") {
		return false
	}
	var last *force.Predicate
	for p := range t.Predicates[i] {
		if q := &t.Predicates[i][p]; q.Cue.End <= own[k].Start && !q.Subordinate && !q.Relative() {
			last = q
		}
	}
	return last != nil && (last.Topic == "" && (last.Force == force.May || last.Force == force.NeedNot) || last.Topic == "liable" && last.Force == force.IsNot)
}

// ofExample tells a condition of what the sentence only includes: "any duty of a pilot,
// including, without limitation, to help a boat if it leaks".
func ofExample(own []lexis.Word, k int) bool {
	for i := k - 1; i >= max(0, k-reachOfExample); i-- {
		if lexis.OneOf(own[i].Lower, "shall|must|may") {
			return false
		}
		if own[i].Lower == "including" {
			return true
		}
	}
	return false
}

// reachOfExample is how many words before a condition the example may begin.
const reachOfExample = 25

// narrowEnd is where a limit ends that no stop sets off: a request before the modal of its
// sentence ("the buyer upon demand shall"), and leave that is lacking behind the word for it
// ("without the owner's consent for the purpose of").
func narrowEnd(text string, own []lexis.Word, k, end int) int {
	if k > 0 && lexis.OneOf(own[k].Lower, "pursuant|upon|on|at") && strings.Contains(lexis.Gap(text, own[k-1], own[k]), ",") {
		for i := k + 2; i < min(end, k+14); i++ {
			if strings.Contains(lexis.Gap(text, own[i-1], own[i]), ",") && !lexis.OneOf(own[i].Lower, "and|or") {
				return i // ", pursuant to a motion promptly made, interest"
			}
		}
	}
	for i := k + 1; i < min(end, k+5); i++ {
		if lexis.OneOf(own[k].Lower, "upon|on") && lexis.OneOf(own[i].Lower, "shall|must|may") {
			return i
		}
	}
	for i := k + 3; own[k].Lower == "if" && i+1 < end; i++ {
		if _, asked := lexis.PhraseEnd(own, i, "on|upon request|demand"); asked {
			return i // "if five dollars or less remain on request of the holder"
		}
	}
	for i := k + 1; own[k].Lower == "without" && i < min(end-1, k+9); i++ {
		if lexis.OneOf(own[i].Lower, "permission|consent|authorization|approval") && lexis.OneOf(own[i+1].Lower, "for|to|in|by|with") {
			return i + 1
		}
	}
	return end
}

// grants tells leave that some law must give in so many words; one that stands in a
// place named is only a reference.
func grants(list []lexis.Word) bool {
	return lexis.HasWord(list, "expressly|specifically") && lexis.HasWord(list, "authorized|permitted|allowed|authorised") &&
		lexis.HasWord(list, "law|laws|statute|statutes") &&
		!lexis.HasWord(list, "otherwise|section|sections|subsection|chapter|article|title|part|this")
}

// takeItems adds the items that a limit leads into.
func (l *Limit) takeItems(t *Text, i int) {
	for k := i + 1; k < listEnd(t.Units, i); k++ {
		l.Words = append(l.Words, lexis.Content(t.Units[k].Own)...)
		l.Span.End = t.Units[k].Span.End
	}
}

func opens(own []lexis.Word, k int) string {
	for _, i := range exceptionsBy[own[k].Lower] {
		if lexis.Phrase(own, k, exceptionOpens[i]) {
			return "exception"
		}
	}
	if own[k].Lower == "without" && k+1 < len(own) && strings.HasSuffix(own[k+1].Lower, "ing") &&
		!lexis.OneOf(own[k+1].Lower, "limiting|prejudicing|affecting|having") {
		return "exception"
	}
	if own[k].Lower == "without" &&
		lexis.HasWord(own[k:min(len(own), k+9)], "authorized|permission|consent|authorization|approval|leave|authority|order") {
		return "exception"
	}
	for _, i := range conditionsBy[own[k].Lower] {
		if lexis.Phrase(own, k, conditionOpens[i]) && !(k > 0 && (lexis.OneOf(own[k-1].Lower, "as|even") || own[k-1].Lower == "and" && !asksFor(own[k:min(len(own), k+4)]))) && !onPaper(own, k) {
			return "condition"
		}
	}
	return ""
}

// asksFor tells "upon written demand", which is a condition of its own behind "and".
func asksFor(list []lexis.Word) bool {
	return lexis.OneOf(list[0].Lower, "upon|on|at") && lexis.HasWord(list, "request|demand")
}

// onPaper tells "on an application form", which names a paper and no occasion.
func onPaper(own []lexis.Word, k int) bool {
	for i := k + 1; i < min(len(own)-1, k+5); i++ {
		if lexis.OneOf(own[i].Lower, "request|demand|application") {
			return lexis.OneOf(own[i+1].Lower, "form|forms|blank|blanks|sheet")
		}
	}
	return false
}

// LimitEnd is where the clause ends: at a semicolon or, for one that opens the
// sentence, at the comma before the main clause.
func LimitEnd(text string, own []lexis.Word, k int) int {
	if k <= 2 {
		if end := openingEnd(text, own, k); end > 0 {
			return end
		}
	}
	inserted := k > 0 && k+1 < len(own) && own[k].Lower == "except" && own[k+1].Lower != "that" &&
		strings.Contains(lexis.Gap(text, own[k-1], own[k]), ",")
	for end := pastInserted(text, own, k) + 2; end < len(own); end++ {
		between := lexis.Gap(text, own[end-1], own[end])
		if inserted && end <= k+5 && strings.Contains(between, ",") && !lexis.OneOf(own[end].Lower, "and|or") && !listsOn(text, own, end) {
			return end // "an instrument, except a check, payable to order"
		}
		if strings.ContainsAny(between, ";:") ||
			strings.Contains(between, ",") && (lexis.OneOf(own[end].Lower, "when|if|unless") || lexis.Phrase(own, end, "provided that|however")) && end > k+3 ||
			own[end].Lower == "unless" && own[k].Lower == "only" ||
			end > k+4 && strings.Contains(between, ",") && (hasVerb(own[k+1:end]) || !listsOn(text, own, end)) && (opensMain(own, end) || joinsMain(own, end)) {
			return end
		}
	}
	return len(own)
}

// hasVerb tells a clause that has its verb, and so may end: "if the result of such an offer" has
// none yet.
func hasVerb(list []lexis.Word) bool {
	return lexis.HasWord(list, "is|are|was|were|be|been|has|have|had|does|do|did|can|cannot|may|shall|must|will|would|could|should")
}

// pastInserted is the opener itself, or the last word of what stands between commas right
// behind it: "if, in either case, all of the work is unpaid".
func pastInserted(text string, own []lexis.Word, k int) int {
	if k+1 >= len(own) || !strings.Contains(lexis.Gap(text, own[k], own[k+1]), ",") {
		return k
	}
	for i := k + 2; i < min(len(own), k+reachOfInserted); i++ {
		if strings.Contains(lexis.Gap(text, own[i-1], own[i]), ",") {
			return i
		}
	}
	return k
}

// reachOfInserted is how many words may be inserted so.
const reachOfInserted = 9

// listsOn tells the next item of a list: "except minors, persons of unsound mind,
// and …".
func listsOn(text string, own []lexis.Word, at int) bool {
	for k := at + 1; k < min(len(own), at+12) && !lexis.OneOf(own[k].Lower, "shall|must|may|is|are"); k++ {
		if strings.Contains(lexis.Gap(text, own[k-1], own[k]), ",") {
			return lexis.OneOf(own[k].Lower, "and|or")
		}
	}
	return false
}

// openingEnd is where a clause that opens the sentence ends: at the last comma
// before the first modal; 0 where there is none.
func openingEnd(text string, own []lexis.Word, k int) int {
	end := 0
	if own[k].Lower == "without" {
		return stopBehind(text, own, k) // "without the owner's leave, use a mark or a name"
	}
	for i := k + 2; i < len(own) && !lexis.OneOf(own[i].Lower, "shall|must|may"); i++ {
		if strings.Contains(lexis.Gap(text, own[i-1], own[i]), ",") {
			if end = i; statesFrom(own, i) {
				break // "unless he is registered, he is not permitted to advise on law, taxes or trade"
			}
			if own[k].Lower == "except" && lexis.OneOf(own[i].Lower, "a|an|the|no|any|each|every|all") {
				break // "except as expressly authorized by statute, a city, as defined in …, may not"
			}
		}
	}
	return end
}

// stopBehind is the first word behind the next comma, 0 for none.
func stopBehind(text string, own []lexis.Word, k int) int {
	for i := k + 2; i < len(own); i++ {
		if strings.Contains(lexis.Gap(text, own[i-1], own[i]), ",") {
			return i
		}
	}
	return 0
}

// statesFrom tells a main clause that states of somebody named before: "he is", "they have".
func statesFrom(own []lexis.Word, i int) bool {
	return i+1 < len(own) && lexis.OneOf(own[i].Lower, "he|she|it|they|there|nothing") && lexis.OneOf(own[i+1].Lower, "is|are|was|were|has|have|does|do|can|cannot|will")
}

// joinsMain tells another main clause behind "and": ", and the court may".
func joinsMain(own []lexis.Word, at int) bool {
	return own[at].Lower == "and" && at+3 < len(own) && lexis.OneOf(own[at+1].Lower, "the|a|an|any|each|every|no") &&
		lexis.HasWord(own[at+2:min(len(own), at+6)], "shall|must|may")
}

// opensMain tells that a main clause begins here: a modal follows soon.
func opensMain(own []lexis.Word, at int) bool {
	for k := at; k < min(len(own), at+9); k++ {
		if lexis.OneOf(own[k].Lower, "shall|must|may|is|are|cannot") {
			return true
		}
		if lexis.OneOf(own[k].Lower, "or|and") && k == at {
			return false
		}
	}
	return false
}

// tells reports whether the clause says more than where to look. "Except in an
// emergency" is enough of an exception; a condition needs more.
func (l *Limit) tells() bool {
	if l.refers || l.Grant {
		return l.Grant
	}
	least := 3
	if l.Kind == "exception" || l.Request {
		least = 1
	}
	n := 0
	for _, w := range l.Words {
		if !lexis.OneOf(w.Lower, MereReference) && !lexis.IsFigure(w.Term) && len(w.Lower) > 2 {
			n++
		}
	}
	return n >= least
}

// intents are words of a state of mind.
func intents(t *Text, i int) []Limit {
	for k, w := range t.Units[i].Own {
		if k > 0 && t.Units[i].Own[k-1].Lower == "of" {
			continue // "capable of knowing" is no state of mind in which an act is done
		}
		if lexis.OneOf(w.Lower, "knowingly|recklessly|willfully|wilfully|intentionally|knowing|reckless|willful|intentional") {
			return []Limit{{Kind: "condition", Unit: i, Governs: i, Intent: true, Words: []lexis.Word{w}, Span: answer.Span{Start: w.Start, End: w.End}}}
		}
	}
	return nil
}

// lawfuls are words that ask of an act that it be permitted.
func lawfuls(t *Text, i int) []Limit {
	own := t.Units[i].Own
	for k := range own {
		end, found := lexis.PhraseEnd(own, k, "as permitted|authorized|allowed under|by|in section|subsection|this")
		if !found {
			end, found = lexis.PhraseEnd(own, k, "in good faith")
			end--
		}
		if !found {
			continue
		}
		to := min(len(own), end+1)
		return []Limit{{Kind: "condition", Unit: i, Governs: i, Lawful: true, Words: own[k:to], Span: lexis.Covering(own[k:to])}}
	}
	return nil
}

// clauseBeside are the words of the clause on which a limit hangs that stands at
// own[from:to]: those before it and behind it up to the next main clause.
func clauseBeside(text string, own []lexis.Word, from, to int) []lexis.Word {
	start := from
	for start > 0 && !opensClause(text, own, start) {
		start--
	}
	end := to
	for end < len(own) && (end == to || !opensClause(text, own, end)) {
		end++
	}
	return append(append([]lexis.Word{}, own[start:from]...), own[to:end]...)
}

// opensClause tells a word that begins another main clause: behind a semicolon or a
// colon, or with "and", "but" or "nor" before a modal of its own.
func opensClause(text string, own []lexis.Word, k int) bool {
	between := lexis.Gap(text, own[k-1], own[k])
	if strings.ContainsAny(between, ";:") {
		return true
	}
	return strings.Contains(between, ",") && lexis.OneOf(own[k].Lower, "and|but|nor") && k+1 < len(own) && opensMain(own, k+1)
}

// ListsRules tells a clause that leads into rules of their own: what "shall issue a
// license, subject to the following conditions" depends on, each of those does not.
func (l *Limit) ListsRules() bool {
	n := len(l.Clause)
	return lexis.HasWord(l.Clause[max(0, n-3):], "conditions|requirements|terms|rules|restrictions")
}

// HangsAt tells a place of the clause on which the limit hangs.
func (l *Limit) HangsAt(at int) bool {
	n := len(l.Clause)
	return n > 0 && at >= l.Clause[0].Start && at < l.Clause[n-1].End && !(at >= l.Span.Start && at < l.Span.End)
}
