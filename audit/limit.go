package audit

import (
	"strings"

	"github.com/pincite/pincite/internal/answer"
)

// limit is an exception or a condition in the law, with the unit that it limits.
type limit struct {
	// kind is exception or condition.
	kind string
	// unit is where it stands, governs the unit that it limits: the same for one
	// in the same sentence.
	unit, governs int
	span          answer.Span
	words         []word
	// clause is what of its sentence the limit hangs on, without the limit's own
	// words; nil for a limit that is a sentence of its own.
	clause []word
	// intent is set for knowingly, recklessly and the like.
	intent bool
	// refers is set where it only says where else to look: "except as provided in
	// Section 9".
	refers bool
	// grant is set where it is leave that a law must give: "except as expressly
	// authorized by statute".
	grant bool
	// request is set where the law binds somebody only once another asks.
	request bool
	// lawful is set where it asks that an act be one that the law permits: "who holds a
	// boat as permitted under section 3".
	lawful bool
}

// openings of an exception and of a condition, in the same sentence.
var (
	exceptionOpens = []string{"unless", "except that|if|when|where|as|for|to|in|a|the|by|with", "except", "provided that", "provided however", "in the absence of"}
	conditionOpens = []string{"only if|when|where|upon|after|by|with|for|to|in|through", "if", "when the", "in the event", "so long as", "as long as", "on condition",
		"upon|on request|demand|application", "upon|on the|a|an|written|oral request|demand|application", "upon|on the|a|an written|oral request|demand|application", "at the request|demand"}
)

// exceptionsBy and conditionsBy find those that a word may begin.
var (
	exceptionsBy = openingsOf(len(exceptionOpens), func(k int) string { return exceptionOpens[k] })
	conditionsBy = openingsOf(len(conditionOpens), func(k int) string { return conditionOpens[k] })
)

// mereReference are words of an exception that says nothing itself.
const mereReference = "section|sections|subsection|subsections|paragraph|subparagraph|article|chapter|title|act|law|laws|state|federal|provided|" +
	"otherwise|expressly|specifically|required|authorized|permitted|described|set|forth|pursuant|accordance|applicable|provisions|provision|specified|part|subdivision|clause|nmsa|ors|statute|statutes|" +
	"regulation|regulations|context|requires|provides|indicates"

// limitsOf reads the exceptions and conditions of a section.
func limitsOf(t *lawText) []limit {
	var found []limit
	for i := range t.units {
		found = append(found, inlineLimits(t, i)...)
		found = append(found, intents(t, i)...)
		found = append(found, lawfuls(t, i)...)
	}
	for i := range t.units {
		found = append(found, referredLimits(t, i)...)
		found = append(found, siblingLimits(t, i)...)
		found = append(found, exemptions(t, i)...)
		found = append(found, exclusions(t, i)...)
	}
	return found
}

// exclusions are the items of "the term does not include": what a definition takes
// out of itself. They limit no duty by themselves, and only a claim that denies
// them is held against them.
func exclusions(t *lawText, i int) []limit {
	at := t.units[i].parent
	for at >= 0 && !excludes(t.predicates[at]) {
		at = t.units[at].parent
	}
	if at < 0 {
		return nil
	}
	return []limit{{kind: "exclusion", unit: i, governs: at, words: content(t.units[i].own), span: t.units[i].span}}
}

// excludes tells a lead-in that only takes out.
func excludes(list []predicate) bool {
	out := false
	for _, p := range list {
		if p.topic == "include" && p.force == is {
			return false
		}
		out = out || p.topic == "include" && p.force == isNot
	}
	return out
}

// inlineLimits are those that stand within the sentence.
func inlineLimits(t *lawText, i int) []limit {
	var found []limit
	own := t.units[i].own
	for k := 0; k < len(own); k++ {
		kind := opens(own, k)
		if kind == "" && t.units[i].nature == Definitional && phrase(own, k, "other than") && k > 0 && strings.Contains(gap(t.text, own[k-1], own[k]), ",") {
			kind = "exception" // "“Dealer” means a person who sells boats, other than a builder"
		}
		if kind == "" || phrase(own, k, "unless the context") || phrase(own, k, "if|when|where even") {
			continue
		}
		end := limitEnd(t.text, own, k)
		l := limit{kind: kind, unit: i, governs: i, words: content(own[k:end]), clause: clauseBeside(t.text, own, k, end)}
		l.span = covering(own[k:end])
		l.refers = phrase(own, k, "unless otherwise agreed") || phrase(own, k, "except as|in provided|otherwise|set|described|permitted|required|authorized|specified|accordance") && hasWord(own[k:end], "section|sections|subsection|subsections|article|chapter|law|paragraph|title|part|subdivision")
		l.grant = kind == "exception" && grants(own[k:end])
		l.request = kind == "condition" && hasWord(own[k:min(len(own), k+4)], "request|demand|application") && oneOf(own[k].lower, "upon|on|at")
		if listEnd(t.units, i) > i+1 && end == len(own) {
			l.takeItems(t, i)
		}
		if l.tells() {
			found = append(found, l)
		}
		k = end - 1
	}
	return found
}

// grants tells leave that some law must give in so many words; one that stands in a
// place named is only a reference.
func grants(list []word) bool {
	return hasWord(list, "expressly|specifically") && hasWord(list, "authorized|permitted|allowed|authorised") &&
		hasWord(list, "law|laws|statute|statutes") && !hasWord(list, "otherwise|section|sections|subsection|chapter|article|title|part|this")
}

// takeItems adds the items that a limit leads into.
func (l *limit) takeItems(t *lawText, i int) {
	for k := i + 1; k < listEnd(t.units, i); k++ {
		l.words = append(l.words, content(t.units[k].own)...)
		l.span.End = t.units[k].span.End
	}
}

func opens(own []word, k int) string {
	for _, i := range exceptionsBy[own[k].lower] {
		if phrase(own, k, exceptionOpens[i]) {
			return "exception"
		}
	}
	if own[k].lower == "without" && k+1 < len(own) && strings.HasSuffix(own[k+1].lower, "ing") && !oneOf(own[k+1].lower, "limiting|prejudicing|affecting|having") {
		return "exception"
	}
	if own[k].lower == "without" && hasWord(own[k:min(len(own), k+9)], "permission|consent|authorization|approval|leave|authority|order") {
		return "exception"
	}
	for _, i := range conditionsBy[own[k].lower] {
		if phrase(own, k, conditionOpens[i]) && !(k > 0 && oneOf(own[k-1].lower, "as|even|and")) && !onPaper(own, k) {
			return "condition"
		}
	}
	return ""
}

// onPaper tells "on an application form", which names a paper and no occasion.
func onPaper(own []word, k int) bool {
	for i := k + 1; i < min(len(own)-1, k+5); i++ {
		if oneOf(own[i].lower, "request|demand|application") {
			return oneOf(own[i+1].lower, "form|forms|blank|blanks|sheet")
		}
	}
	return false
}

// limitEnd is where the clause ends: at a semicolon or, for one that opens the
// sentence, at the comma before the main clause.
func limitEnd(text string, own []word, k int) int {
	if k <= 2 {
		if end := openingEnd(text, own, k); end > 0 {
			return end
		}
	}
	inserted := k > 0 && k+1 < len(own) && own[k].lower == "except" && own[k+1].lower != "that" && strings.Contains(gap(text, own[k-1], own[k]), ",")
	for end := k + 2; end < len(own); end++ {
		between := gap(text, own[end-1], own[end])
		if inserted && end <= k+5 && strings.Contains(between, ",") && !oneOf(own[end].lower, "and|or") && !listsOn(text, own, end) {
			return end // "an instrument, except a check, payable to order"
		}
		if strings.ContainsAny(between, ";:") || strings.Contains(between, ",") && oneOf(own[end].lower, "when|if|unless") && end > k+3 || end > k+4 && strings.Contains(between, ",") && opensMain(own, end) {
			return end
		}
	}
	return len(own)
}

// listsOn tells the next item of a list: "except minors, persons of unsound mind,
// and …".
func listsOn(text string, own []word, at int) bool {
	for k := at + 1; k < min(len(own), at+12) && !oneOf(own[k].lower, "shall|must|may|is|are"); k++ {
		if strings.Contains(gap(text, own[k-1], own[k]), ",") {
			return oneOf(own[k].lower, "and|or")
		}
	}
	return false
}

// openingEnd is where a clause that opens the sentence ends: at the last comma
// before the first modal; 0 where there is none.
func openingEnd(text string, own []word, k int) int {
	end := 0
	for i := k + 2; i < len(own) && !oneOf(own[i].lower, "shall|must|may"); i++ {
		if strings.Contains(gap(text, own[i-1], own[i]), ",") {
			if end = i; own[k].lower == "except" && oneOf(own[i].lower, "a|an|the|no|any|each|every|all") {
				break // "except as expressly authorized by statute, a city, as defined in …, may not"
			}
		}
	}
	return end
}

// opensMain tells that a main clause begins here: a modal follows soon.
func opensMain(own []word, at int) bool {
	for k := at; k < min(len(own), at+9); k++ {
		if oneOf(own[k].lower, "shall|must|may|is|are|cannot") {
			return true
		}
		if oneOf(own[k].lower, "or|and") && k == at {
			return false
		}
	}
	return false
}

// tells reports whether the clause says more than where to look. "Except in an
// emergency" is enough of an exception; a condition needs more.
func (l *limit) tells() bool {
	if l.refers || l.grant {
		return l.grant
	}
	least := 3
	if l.kind == "exception" || l.request {
		least = 1
	}
	n := 0
	for _, w := range l.words {
		if !oneOf(w.lower, mereReference) && !isFigure(w.term) && len(w.lower) > 2 {
			n++
		}
	}
	return n >= least
}

// intents are words of a state of mind.
func intents(t *lawText, i int) []limit {
	for _, w := range t.units[i].own {
		if oneOf(w.lower, "knowingly|recklessly|willfully|wilfully|intentionally|knowing|reckless|willful|intentional") {
			return []limit{{kind: "condition", unit: i, governs: i, intent: true, words: []word{w}, span: answer.Span{Start: w.start, End: w.end}}}
		}
	}
	return nil
}

// lawfuls are words that ask of an act that it be permitted.
func lawfuls(t *lawText, i int) []limit {
	own := t.units[i].own
	for k := range own {
		end, found := phraseEnd(own, k, "as permitted|authorized|allowed under|by|in section|subsection|this")
		if !found {
			continue
		}
		to := min(len(own), end+1)
		return []limit{{kind: "condition", unit: i, governs: i, lawful: true, words: own[k:to], span: covering(own[k:to])}}
	}
	return nil
}

// siblingLimits are sentences of their own that take something out of another:
// "Notwithstanding Subsection A, notification is not required if …".
func siblingLimits(t *lawText, i int) []limit {
	u := &t.units[i]
	if u.nature != Operative || !lifts(t, i) || !hasWord(u.own, "if|when|where|unless|notwithstanding|subsection|section|paragraph|prohibition|requirement|nothing|who|that") {
		return nil
	}
	at := governed(t, i)
	if at < 0 {
		return nil
	}
	l := limit{kind: "exception", unit: i, governs: at, words: content(u.own), span: u.span}
	if listEnd(t.units, i) > i+1 {
		l.takeItems(t, i)
	}
	return []limit{l}
}

// exemptions are the limits that "this section does not apply to …" makes: one to each
// duty or ban of the section that is a sentence of its own. Firms that another regime
// governs, such as banks, are exempt from much and not held against each duty.
func exemptions(t *lawText, i int) []limit {
	u := &t.units[i]
	if !phrase(u.own, labelWords(u.own), "this section") || !lifts(t, i) {
		return nil
	}
	var found []limit
	for k := range t.units {
		if k == i || leadsInto(t.units, i, k) || !binds(t.predicates[k]) || t.units[k].parent >= 0 {
			continue
		}
		l := limit{kind: "exception", unit: i, governs: k, words: content(u.own), span: u.span}
		if listEnd(t.units, i) > i+1 {
			l.takeItems(t, i)
		}
		if !hasWord(l.words, otherRegimes) {
			found = append(found, l)
		}
	}
	return found
}

// otherRegimes are words of an exemption for those whom other law governs.
const otherRegimes = "bank|banks|insurer|insurers|insurance|institution|institutions|federal|gramm|hipaa|compliance|regulated|supervised|chartered"

// labelWords is how many words an enumerator takes at the head of a unit.
func labelWords(own []word) int {
	if len(own) > 0 && len(own[0].lower) <= 2 {
		return 1
	}
	return 0
}

// lifts tells whether a sentence frees from a duty or a ban on a condition.
func lifts(t *lawText, i int) bool {
	for _, p := range t.predicates[i] {
		if p.cue.Start < t.units[i].span.Start {
			continue
		}
		if p.force == needNot || p.topic == "apply" && p.force == isNot || p.force == may && phrase(t.units[i].own, 0, "nothing") {
			return true
		}
	}
	return false
}

// governed finds the unit that a sentence lifts: the one it names, else the duty
// or ban before it that shares its words.
func governed(t *lawText, i int) int {
	weight := func(string) float64 { return 1 }
	best, score := -1, 0.45
	for k := range t.units {
		if k == i || leadsInto(t.units, i, k) || t.units[k].nature != Operative || !binds(t.predicates[k]) {
			continue
		}
		s := contained(content(mainWords(t, i)), weight, t.units[k].set, t.units[k].leads)
		if namesLabel(t, i, k) {
			s += 0.5
		}
		if score < 0.46 && hasWord(t.units[i].own, "prohibition|requirement") && phraseIn(t.units[i].own, "this section|subsection") {
			s += 0.46
		}
		if s > score {
			best, score = k, s
		}
	}
	return best
}

// mainWords are those of a unit before its own condition.
func mainWords(t *lawText, i int) []word {
	own := t.units[i].own
	for k := range own {
		if k > 3 && oneOf(own[k].lower, "if|unless|when|where|who|that") {
			return own[:k]
		}
	}
	return own
}

// binds reports whether one of the predicates is a duty or a ban outside an if-clause.
func binds(list []predicate) bool {
	for _, p := range list {
		if (p.force == must || p.force == mustNot) && !p.subordinate {
			return true
		}
	}
	return false
}

// namesLabel tells whether unit i names the subsection of unit k: "Subsection A".
func namesLabel(t *lawText, i, k int) bool {
	label := strings.Trim(t.units[k].label, "()")
	if at := strings.IndexAny(label, "()"); at > 0 {
		label = label[:at]
	}
	own := t.units[i].own
	for w := 0; w+1 < len(own) && label != ""; w++ {
		if w > 0 && strings.EqualFold(own[w].lower, label) && phrase(own, w+1, "of this section") {
			return true
		}
		if oneOf(own[w].lower, "subsection|paragraph|subdivision|subsections") && strings.EqualFold(own[w+1].lower, label) {
			return true
		}
	}
	return false
}
