package force

import (
	"strings"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

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
	// named is set where the act was named before the words of force: "ringing is banned".
	named bool
	// Cut is set where the subject is longer than what is kept of it: its head is
	// not known.
	Cut bool
}

// Relative tells a modal that marks out a noun: "services that its staff cannot
// provide", "a person who may be charged".
func (p *Predicate) Relative() bool {
	n := len(p.Subject)
	if p.asksWhat() {
		return true
	}
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

// whatReach is how many words before its verb the "what" of an indirect question may stand.
const whatReach = 9

// asksWhat tells "tell the guest what rights of return to the inn he may": a pronoun before
// the modal, behind a "what" with its noun.
func (p *Predicate) asksWhat() bool {
	n := len(p.Subject)
	if n < 3 || !lexis.OneOf(p.Subject[n-1].Lower, "he|she|they|it|you|one") {
		return false
	}
	for k := n - 3; k >= max(0, n-whatReach); k-- {
		if p.Subject[k+1].Start-p.Subject[k].End > 1 {
			return false
		}
		if p.Subject[k].Lower == "what" && p.Subject[k+1].Term != "" {
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

// Binds reports whether one of the predicates is a duty or a ban outside an if-clause.
func Binds(list []Predicate) bool {
	for _, p := range list {
		if (p.Force == Must || p.Force == MustNot) && !p.Subordinate {
			return true
		}
	}
	return false
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

// DutyBesideBan tells a duty and a ban: to leave in place and not to exclude are one
// thing, so that the verbs must be alike for the two to contradict.
func DutyBesideBan(p, q *Predicate) bool {
	return p.Force == Must && q.Force == MustNot || p.Force == MustNot && q.Force == Must
}

// SaysWhatIs tells "can consist in", "may include": the words of a definition.
func SaysWhatIs(action []lexis.Word) bool {
	return lexis.HasWord(action[:min(len(action), 2)], "consist|include|mean|be|count|qualify")
}
