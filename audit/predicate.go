package audit

import (
	"strings"

	"github.com/pincite/pincite/internal/answer"
)

// force is what a predicate does to its action.
type force string

// The forces. is and isNot state that something holds or does not.
const (
	must    force = "must"
	may     force = "may"
	mustNot force = "must not"
	needNot force = "need not"
	should  force = "should"
	is      force = "is"
	isNot   force = "is not"
)

// predicate is a modal or a statement with the words that it governs.
type predicate struct {
	force force
	// cue is the place of the modal words.
	cue answer.Span
	// subject are words before the cue, action those after it, within the clause.
	subject, action []word
	// conditional is set where the clause holds if, unless, except and the like.
	conditional bool
	// leave is set where the words of force give leave or deny it: "may not", "is not
	// entitled", and not "shall not".
	leave bool
	// topic is the term of a statement, such as appl or void; "" for a modal.
	topic string
	// subordinate is set within an if- or when-clause: it says when a rule holds
	// and not what it is.
	subordinate bool
	// cut is set where the subject is longer than what is kept of it: its head is
	// not known.
	cut bool
}

// cues are the words of force, longest first. "*" is any word.
var cues = []struct {
	words string
	force force
}{
	{"nothing in * * shall|may be construed|interpreted to prohibit|prevent", may},
	{"nothing in * * prohibits|prevents|precludes|bars", may}, {"nothing in * * shall prevent|prohibit|preclude|bar|forbid", may},
	{"section|subsection|chapter|article|act|part|title|paragraph|subdivision shall|does|may not prevent|prohibit|preclude|bar|forbid", may},
	{"may|can|shall|need not be made|forced|compelled to", needNot}, {"cannot|can't be made|forced|compelled to", needNot},
	{"nothing in * * shall|may be construed|interpreted|read to require|requiring", needNot}, {"nothing in * * shall require|oblige|obligate", needNot},
	{"nothing in * * shall|may be construed|interpreted|read as|to relieving|relieve|excusing|excuse", must}, {"nothing in * * relieves|excuses", must},
	{"nothing in * * shall|may be construed|interpreted|read to authorize|permit|allow|authorizing|permitting|allowing", mustNot}, {"nothing in * * authorizes|permits|allows", mustNot},
	{"may|shall not be construed|interpreted|read to require", needNot}, {"nothing in * * requires", needNot},
	{"may|shall not be construed|interpreted|read to authorize|permit|allow", mustNot},
	{"shall|will|must have the|a right|power|authority|discretion|option", may}, {"shall|will|must have power|authority|discretion", may},
	{"shall|will|must be entitled|authorized|permitted|allowed|free|able", may}, {"shall|will|must still|also|always|then be entitled|authorized|permitted|allowed|free|able", may}, {"shall|will|must be prohibited|barred|forbidden|banned|precluded|unlawful|illegal", mustNot},
	{"does|do not authorize|permit|allow", mustNot}, {"does|do not relieve|excuse|absolve", must},
	{"does|do not prohibit|prevent|preclude|bar|forbid|ban|stop", may},
	{"is|are|was|were not prohibited|barred|forbidden|precluded|prevented|banned|stopped from", may},
	{"is|are|be relieved|excused|absolved|released|freed of|from", needNot}, {"relieves|excuses|absolves", needNot}, {"has|have not to", mustNot},
	{"shall|may|must|will|is|are|need not be required|obliged|obligated|necessary", needNot},
	{"is|are|was|were no longer required|obliged|obligated", needNot},
	{"is|are|was|were|be not required|obliged|obligated|bound|necessary|needed", needNot},
	{"does|do|did not have|need to", needNot},
	{"doesn't|don't|didn't have|need to", needNot},
	{"isn't|aren't required|obliged|obligated|bound", needNot},
	{"is|are under no obligation|duty", needNot}, {"has|have no obligation|duty", needNot},
	{"need|needn't not", needNot}, {"needn't", needNot}, {"can be dispensed with", needNot}, {"can|may be omitted|skipped", needNot},
	{"falls|fall away", needNot}, {"without having to", needNot}, {"no need", needNot}, {"is|are optional|voluntary", needNot}, {"is|are mandatory|compulsory", must},
	{"is|are free not to", needNot}, {"gives|give|grants|grant|leaves|leave|confers * no power|authority|discretion|right|choice", mustNot}, {"gives|give|grants|grant|leaves|leave|confers * * no power|authority|discretion|right|choice", mustNot}, {"gives|give|grants|grant|leaves|leave|confers * * * no power|authority|discretion|right|choice", mustNot},
	{"you're|they're|we're|he's|she's|it's not required|obliged|obligated|bound", needNot}, {"you're|they're|we're|he's|she's|it's required|obliged|obligated|bound", must},
	{"you're|they're|we're|he's|she's|it's not allowed|permitted|authorized|entitled|free", mustNot}, {"you're|they're|we're|he's|she's|it's allowed|permitted|authorized|entitled|free", may}, {"isn't|aren't allowed|permitted|authorized|entitled|free", mustNot},
	{"is|are at liberty", may}, {"is|are welcome to", may},
	{"may|shall|must|can|should|could|will not", mustNot}, {"may|shall|must|can never|neither", mustNot}, {"may|can no longer", mustNot}, {"may|shall|must|can still|also|ever|simply|therefore|itself not", mustNot}, {"cannot", mustNot}, {"can't|mustn't", mustNot},
	{"may|can only", may},
	{"is|are|be not revocable|transferable|assignable|waivable|recoverable|refundable|admissible|appealable|reviewable|renewable|terminable|redeemable|deductible|removable", mustNot},
	{"is|are|be irrevocable|inadmissible|inalienable|nonrefundable|nontransferable|nonassignable|unassignable|unappealable|nonrenewable", mustNot},
	{"is|are|be revocable|transferable|assignable|waivable|recoverable|refundable|admissible|appealable|reviewable|renewable|terminable|redeemable|deductible|removable|voidable|punishable", may},
	{"is|are|be not allowed|permitted|authorized|entitled|free", mustNot},
	{"is|are|be prohibited|barred|forbidden|banned|precluded", mustNot},
	{"is|are|be unlawful|illegal", mustNot}, {"it's unlawful|illegal|forbidden|prohibited", mustNot}, {"is|are|be declared|hereby unlawful|illegal", mustNot}, {"off limits", mustNot}, {"against the law", mustNot}, {"has|have no right|power|authority", mustNot},
	{"stops|bars|prohibits|prevents|forbids|bans|precludes|outlaws", mustNot},
	{"requires|obliges|obligates|compels", must}, {"permits|allows|authorizes|lets|entitles", may}, {"commits|commit the|an|a offense|offence|crime|violation", mustNot},
	{"is|are|be required|obliged|obligated|bound", must}, {"has|have|had|having to", must}, {"has|have|you've|we've|they've got to", must}, {"needs|need to", must},
	{"is|be the duty of", must}, {"is|be hereby made the duty of", must}, {"is|are|have|has a duty", must}, {"shall|must", must}, {"is|are|was|were not to", mustNot}, {"is|are to", must}, {"called upon to", must}, {"owes|owe", must}, {"is due", must}, {"is owed", must},
	{"is|are|be allowed|permitted|authorized|entitled|free", may}, {"has|have the|a right|power|authority|discretion|option", may},
	{"has|have power|authority|discretion", may}, {"may|can|could", may},
	{"should", should},
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
	cuesBy       = openingsOf(len(cues), func(k int) string { return cues[k].words })
	statementsBy = openingsOf(len(statements), func(k int) string { return statements[k].affirm + "|" + statements[k].deny })
)

// predicatesIn reads the predicates of a stretch of words. lead says how many of
// them are of a lead-in: a cue there governs what follows it.
func predicatesIn(text string, list []word, lead int) []predicate {
	var found []predicate
	for i := 0; i < len(list); {
		f, end, topic := forceAt(list, i)
		if f == "" || isMonthMay(text, list, i, end) || attributive(list, i, topic) || i < lead && end > lead {
			i++
			continue
		}
		p := predicate{force: f, cue: covering(list[i:end]), topic: topic, leave: hasWord(list[i:end], leaves)}
		p.govern(text, list, i, end, lead)
		if topic == "apply" && p.negatedSubject(text) {
			p.force = p.denied(list[i])
		}
		if topic == "" && (p.negatedSubject(text) || negatedClause(text, list, i, lead) || p.deniesObject()) {
			p.force = p.denied(list[i])
		}
		if f == must && parted(text, list, i, end) {
			p.force = needNot
		}
		p.turn(list[end-1])
		p.ofDuty(text, list, end)
		found, i = append(found, p), end
	}
	return keepOwn(found, list, lead)
}

// leaves are the words of leave among those of force; so are those of stopping, which
// a law that prevents nothing gives.
const leaves = "forbids|prohibits|precludes|bans|may|can|could|cannot|can't|allowed|permitted|authorized|entitled|free|able|right|power|authority|permits|allows|authorizes|authorize|permit|allow|lets|entitles|stops|prevents|prevent|bars|bar"

// isMonthMay tells "May 1" from the modal.
func isMonthMay(text string, list []word, i, end int) bool {
	return end == i+1 && list[i].lower == "may" && end < len(list) && isFigure(list[end].term) && gap(text, list[i], list[end]) == " "
}

// forceAt reads the cue that begins at i.
func forceAt(list []word, i int) (force, int, string) {
	for _, k := range cuesBy[list[i].lower] {
		if end, ok := phraseEnd(list, i, cues[k].words); ok {
			return cues[k].force, end, ""
		}
	}
	for _, k := range statementsBy[list[i].lower] {
		s := &statements[k]
		if f := stated(list, i, s.affirm, s.deny); f != "" {
			return f, i + 1, s.topic
		}
	}
	return "", 0, ""
}

// stated tells whether the word at i affirms or denies, with the negation before
// it taken in.
func stated(list []word, i int, affirm, deny string) force {
	positive := oneOf(list[i].lower, affirm)
	if !positive && !oneOf(list[i].lower, deny) || oneOf(list[i].lower, "count|counts|treated|construed") && (i+1 >= len(list) || !oneOf(list[i+1].lower, "as|in|if|when|only|for|even")) {
		return ""
	}
	for k := max(0, i-3); k < i; k++ {
		if isNegation(list[k].lower) && (k >= i-2 || oneOf(list[i-1].lower, "be|so|been|longer")) && list[k].lower != "can't" {
			positive = !positive
			break
		}
	}
	if positive {
		return is
	}
	return isNot
}

// adjectives state something only behind a form of "be": "entities subject to"
// states nothing.
const adjectives = "applicable|covered|included|excluded|exempt|exempted|subject|liable|binding|considered|deemed|treated|regarded|void|valid|enforceable|invalid|unenforceable|null|immune|outside"

// aims are what "is to" explains, where it commands nothing: "the purpose is to".
const aims = "purpose|purposes|aim|aims|intent|intention|goal|goals|object|objective|way|ways|idea|point|step|steps|rule|option|options|effect|what|function"

// attributive tells a word that only marks out what a clause is about.
func attributive(list []word, i int, topic string) bool {
	if oneOf(list[i].lower, barring) {
		return i > 0 && hasWord(list[max(0, i-4):i], "what|that|which|who")
	}
	if topic == "" && oneOf(list[i].lower, "is|are") && i+1 < len(list) && list[i+1].lower == "to" {
		return hasWord(list[max(0, i-6):i], aims)
	}
	if oneOf(list[i].lower, ordering) {
		before := list[max(0, i-4):i]
		return !hasWord(before, lawWords) || hasWord(before, "what|that|which|who|if|when|where|as|unless|than|or")
	}
	if list[i].lower == "outside" && !ofRule(list, i) {
		return true
	}
	return topic != "" && oneOf(list[i].lower, adjectives) && !hasWord(list[max(0, i-4):i], "is|are|be|was|were|not|being|been|and|or|deemed")
}

// ofRule tells "outside the act" from "outside the village".
func ofRule(list []word, i int) bool {
	return hasWord(list[i+1:min(len(list), i+6)], lawWords+"|scope|coverage|reach|ban|duty|duties|definition|requirement|requirements|exemption|them|it|this|these") || i+1 >= len(list)
}

// hasWord reports whether one of the words is among the choices.
func hasWord(list []word, choices string) bool {
	for _, w := range list {
		if oneOf(w.lower, choices) {
			return true
		}
	}
	return false
}

// isNegation tells the words that turn a clause round.
func isNegation(w string) bool {
	return oneOf(w, "not|no|never|neither|nor|cannot|nothing|nobody|none|without") || strings.HasSuffix(w, "n't")
}

// clauseEnds are words behind which another clause begins.
const clauseEnds = "if|unless|except|provided|but|when|where|because|until|whereas|although|though|while"

// govern finds subject and action: words of the clause before and after the cue.
func (p *predicate) govern(text string, list []word, i, end, lead int) {
	from := max(0, i-14)
	for k := i - 1; k >= from; k-- {
		between := gap(text, list[k], list[k+1])
		joint := strings.Contains(between, ",") && oneOf(list[k+1].lower, "and|but|so|nor")
		if (joint || strings.ContainsAny(between, ";:.")) && k+1 != lead {
			from = k + 1
			break
		}
	}
	p.subject = list[from:i]
	p.cut = from > 0 && from == i-14
	if end > lead {
		end = pastInsertion(text, list, end)
	}
	to, behind := end, lead > 0 && end <= lead
	for to < len(list) && len(content(list[end:to])) < 12 {
		if behind && to < lead {
			to++
			continue
		}
		if to > end && to != lead && strings.ContainsAny(gap(text, list[to-1], list[to]), ";.") {
			break
		}
		if to > end && oneOf(list[to].lower, clauseEnds) && len(content(list[end:to])) > 1 && !oneOf(list[i].lower, "commits|commit") {
			break
		}
		to++
	}
	for end < to && oneOf(list[end].lower, "then|also|thereafter|thereupon|likewise|again") {
		end++ // "must then be given" is a passive
	}
	p.action = list[end:to]
	p.subordinate = subordinateAt(text, list, i)
	p.conditional = conditionalIn(list[from:min(len(list), to+8)])
}

// conditions are words that make a clause conditional; so does "before", unless a time is
// counted back with it.
const conditions = "if|unless|except|only|without|until|provided|where|when|unauthorized|save|otherwise|notwithstanding|case"

// countedBack tells "within ninety days before the filing", which is a time and sets no
// condition.
func countedBack(list []word, i int) bool {
	return i > 0 && timeUnits[list[i-1].lower].unit != ""
}

// conditionalIn tells words that make a clause conditional.
func conditionalIn(list []word) bool {
	for i := range list {
		if oneOf(list[i].lower, conditions) || list[i].lower == "before" && !countedBack(list, i) {
			return true
		}
	}
	return false
}

// negatedSubject tells "no person may", "nobody must", "nor may you".
func (p *predicate) negatedSubject(text string) bool {
	n := len(p.subject)
	for k := n - 1; k >= max(0, n-10); k-- {
		if k+1 < n && strings.ContainsAny(gap(text, p.subject[k], p.subject[k+1]), ",") {
			return false
		}
		if negates(p.subject, k) && p.opensPart(text, k) {
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
func (p *predicate) opensPart(text string, k int) bool {
	return k == 0 && !p.cut || k > 0 && (strings.ContainsAny(gap(text, p.subject[k-1], p.subject[k]), ",;:.()—–\n") || oneOf(p.subject[k-1].lower, beforeSubjects))
}

// negates tells "no person" from "no later", "no more" and "no matter".
func negates(list []word, k int) bool {
	if !oneOf(list[k].lower, "no|nobody|neither|nor|none|nothing") {
		return false
	}
	return k+1 >= len(list) || !oneOf(list[k+1].lower, "later|longer|less|more|fewer|matter|event|case")
}

// reachOfSubject is how many words back a clause's first word is looked for.
const reachOfSubject = 60

// negatedClause tells a clause that begins with "No", however long its subject:
// "No contract, made hereafter and limiting …, shall".
func negatedClause(text string, list []word, i, lead int) bool {
	start := i
	for start > 0 && i-start < reachOfSubject && start != lead && !endsPart(text, list[start-1], list[start]) {
		start--
	}
	for k := start; k < min(start+3, i); k++ {
		if negates(list, k) && !hasWord(list[start:k], "if|when|where|unless|because|although|while") {
			return !ofPeriod(list[k:i])
		}
	}
	return false
}

// ofPeriod tells that a relative clause on a time or a place has begun, of which the
// modal is then: "no licence shall be issued before ten days have passed, within which
// period the warden may object" denies the warden nothing.
func ofPeriod(list []word) bool {
	return phraseIn(list, "within|during|in|under|upon|by|at which")
}

// denied is the force under a negated subject: "no person may" forbids, and "no
// law requires" frees.
func (p *predicate) denied(cue word) force {
	switch {
	case p.force == must && oneOf(cue.lower, ordering):
		return needNot
	case p.force == mustNot && oneOf(cue.lower, barring):
		return may
	case p.force == mustNot && oneOf(cue.lower, "cannot|can't"):
		return may
	case p.force == may, p.force == must, p.force == should:
		return mustNot
	case p.force == is:
		return isNot
	}
	return p.force
}

// keepOwn drops predicates that lie wholly in the lead-in: the lead-in is a unit
// of its own. The last cue of the lead governs the item.
func keepOwn(found []predicate, list []word, lead int) []predicate {
	if lead == 0 || lead >= len(list) {
		return found
	}
	var kept []predicate
	for i, p := range found {
		last := i+1 == len(found) || found[i+1].cue.Start >= list[lead].start
		if p.cue.Start >= list[lead].start || last && p.topic == "" {
			kept = append(kept, p)
		}
	}
	return kept
}

// undone reads "shall be void" as the ban that it is; any other predicate is itself.
func (p *predicate) undone() *predicate {
	if p.force != must || !hasWord(p.action[:min(len(p.action), 9)], "void|unenforceable|invalid|null|prohibited|unlawful") && !hasWord(p.action[:min(len(p.action), 3)], "contrary") {
		return p
	}
	q := *p
	q.force = mustNot
	return &q
}
