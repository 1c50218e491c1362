package force

import (
	"strings"

	"github.com/pincite/pincite/audit/lexis"
)

// negatedSubject tells "no person may", "nobody must", "nor may you".
func (p *Predicate) negatedSubject(text string) bool {
	n := len(p.Subject)
	for k := n - 1; k >= max(0, n-13); k-- {
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
	for start > 0 && i-start < reachOfSubject && start != lead && !endsPart(text, list[start-1], list[start]) && !goesOnWith(text, list, start) && !secondMain(list, start) {
		start--
	}
	for k := start; k < min(start+3, i); k++ {
		if negates(list, k) && !lexis.HasWord(list[start:k], "if|when|where|unless|because|although|while") {
			return !ofPeriod(list[k:i])
		}
	}
	return negatedBehindOpening(text, list, start, i)
}

// introducing are words of a clause that stands before the main one.
const introducing = "unless|if|when|where|except|in|on|for|under|after|before|apart|aside|without|as|once|until|while"

// negatedBehindOpening tells "unless it is asked for, no guest who stays, or leaves at noon,
// must": the main clause begins with "no" behind the comma of an opening, however long its
// subject.
func negatedBehindOpening(text string, list []lexis.Word, start, i int) bool {
	if start >= i || !lexis.OneOf(list[start].Lower, introducing) {
		return false
	}
	for k := start + 2; k < i; k++ {
		if strings.Contains(lexis.Gap(text, list[k-1], list[k]), ",") && negates(list, k) && list[k].Lower != "nor" {
			return !lexis.HasWord(list[k:i], "must|shall|may|can|cannot|will|has|have|is|are") && !ofPeriod(list[k:i])
		}
	}
	return false
}

// goesOnWith tells that another main clause begins with a word: "nobody has to be taken
// in, and you can ask".
func goesOnWith(text string, list []lexis.Word, at int) bool {
	return at+1 < len(list) && strings.Contains(lexis.Gap(text, list[at-1], list[at]), ",") &&
		lexis.OneOf(list[at].Lower, "and|but|so|yet") && (lexis.OneOf(list[at+1].Lower, pronouns+"|there|this|that|these|those") ||
		lexis.OneOf(list[at+1].Lower, "in|within|during|after|before|until") && lexis.HasWord(list[max(0, at-reachOfMain):at], "must|shall|may|can|cannot|will"))
}

// secondMain tells an "and" with no comma behind which another subject has its own verb: "no sale
// may be held but at the stall and the trader shall". It must not tell so where the verb before
// may be of a relative clause: "no guest who may have a key and the towels shall".
func secondMain(list []lexis.Word, at int) bool {
	before := list[max(0, at-reachOfMain):at]
	return at+1 < len(list) && list[at].Lower == "and" && lexis.OneOf(list[at+1].Lower, "the|each|every") &&
		lexis.HasWord(before, "must|shall|may|can|cannot") && !lexis.HasWord(before, "who|whom|whose|which|that")
}

// reachOfMain is how many words before an "and" the verb of the main clause may stand that is
// over there: "nothing can be sold before noon, and in that time the warden may".
const reachOfMain = 20

// ofPeriod tells that a relative clause on a time or a place has begun, of which the
// modal is then: "no licence shall be issued before ten days have passed, within which
// period the warden may object" denies the warden nothing.
func ofPeriod(list []lexis.Word) bool {
	return lexis.PhraseIn(list, "within|during|in|under|upon|by|at which")
}

// ofNothing tells "nothing in this section": a law that says so of itself frees, or leaves free.
func (p *Predicate) ofNothing() bool { return lexis.HasWord(p.Subject, "nothing") }

// denied is the force under a negated subject: "no person may" forbids, and "no
// law requires" frees.
func (p *Predicate) denied(cue lexis.Word) Force {
	switch {
	case p.ofNothing() && p.Topic == "" && len(p.Action) > 0 && lexis.OneOf(p.Action[0].Lower, "require|oblige|obligate|compel"):
		return NeedNot // "nothing herein shall require a firm to check"
	case p.ofNothing() && p.Topic == "" && len(p.Action) > 0 && lexis.OneOf(p.Action[0].Lower, "prohibit|prevent|preclude|forbid|bar|restrict"):
		return May
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
