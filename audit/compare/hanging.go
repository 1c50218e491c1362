package compare

import (
	"strings"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

// opensUnit tells a condition that opens its sentence: "If the investigation shows
// misuse, the holder shall …".
func (x *Comparison) opensUnit(l *enacted.Limit) bool {
	own := x.Text.Units[l.Unit].Own
	return len(own) > 2 && l.Span.Start <= own[2].Start
}

// onPermission tells that a condition hangs on a permission of its sentence, and
// not on what else the sentence says.
func (x *Comparison) onPermission(l *enacted.Limit) bool {
	return x.onForce(l, force.May)
}

// onForce tells that a condition hangs on what its sentence lays down with that
// force: it stands right behind the act, or opens the sentence.
func (x *Comparison) onForce(l *enacted.Limit, f force.Force) bool {
	own := x.Text.Units[l.Unit].Own
	for i := range x.Text.Predicates[l.Unit] {
		q := &x.Text.Predicates[l.Unit][i]
		if n := len(q.Action); q.Force == f && n > 0 && l.Span.Start >= q.Cue.End &&
			(l.Span.Start-q.Action[n-1].End < 12 || x.onlyForce(l)) {
			return true
		}
		if q.Force == f && x.fromLead(q, l.Unit) && l.Span.End >= own[len(own)-1].End {
			return true // it ends the item of "is not required for:"
		}
		if q.Force == f && l.Span.End <= q.Cue.Start &&
			(own[0].End+4 >= l.Span.Start || x.justBefore(l, q.Cue.Start)) {
			return true
		}
	}
	return false
}

// fromLead tells a predicate that a unit has from the words that lead into it.
func (x *Comparison) fromLead(q *force.Predicate, u int) bool {
	return x.Text.Units[u].Parent >= 0 && q.Cue.Start < x.Text.Units[u].Own[0].Start
}

// onlyForce tells a condition of the kind that ends a sentence, in one that lays down
// but one thing: "may agree to …, or to any part of it, so long as …".
func (x *Comparison) onlyForce(l *enacted.Limit) bool {
	n := 0
	for _, q := range x.Text.Predicates[l.Unit] {
		if q.Topic == "" && (q.Cue.Start < l.Span.Start || q.Cue.Start >= l.Span.End) {
			n++
		}
	}
	own := lexis.WordsIn(x.Text.Units[l.Unit].Own, l.Span)
	return n == 1 && (lexis.Phrase(own, 0, "so|as long as") || lexis.Phrase(own, 0, "on condition") || lexis.Phrase(own, 0, "only"))
}

// longestSubject is how many words may stand between a condition and the modal that
// it is for.
const longestSubject = 6

// justBefore tells that nothing but a subject stands between a limit and a modal.
func (x *Comparison) justBefore(l *enacted.Limit, cue int) bool {
	return len(lexis.WordsIn(x.Text.Units[l.Unit].Own, answer.Span{Start: l.Span.End, End: cue})) <= longestSubject
}

// hangsOn is how well the claim follows the clause on which a limit hangs.
func (x *Comparison) hangsOn(l *enacted.Limit) float64 {
	if len(l.Clause) == 0 || !x.isMain(l.Unit) {
		return 0
	}
	sets := []lexis.TermSet{lexis.SetOf(l.Clause), x.Text.Units[l.Unit].Leads}
	if enacted.LeadsInto(x.Text.Units, l.Unit, x.Fit.Unit) && !l.ListsRules() {
		sets = append(sets, x.Text.Units[x.Fit.Unit].Set)
	}
	return lexis.Contained(x.Claim.Act(), x.Law.Weight, sets...)
}

// saysAs tells that the claim says of its act what the clause says on which the
// limit hangs: with the same force or, where the claim has none, as much affirmed
// or denied.
func (x *Comparison) saysAs(l *enacted.Limit) bool {
	plain := true
	for i := range x.Claim.Predicates {
		p := &x.Claim.Predicates[i]
		if p.Subordinate || p.Relative() {
			continue
		}
		for k := range x.Text.Predicates[l.Unit] {
			q := &x.Text.Predicates[l.Unit][k]
			if p.Force == q.Force && p.Topic == q.Topic && (l.HangsAt(q.Cue.Start) || x.fromLead(q, l.Unit)) {
				return true
			}
		}
		plain = plain && p.Force == force.Is
	}
	return plain && (x.deniesAs(l) || x.needsAnother(l))
}

// needsAnother tells that the claim asks for what another exception of the sentence
// names: "landing needs leave" of "no one may land without leave".
func (x *Comparison) needsAnother(l *enacted.Limit) bool {
	if !x.Claim.Needs() || !force.Forbidding(x.Text.Predicates[l.Unit]) {
		return false
	}
	for i := range x.Text.Limits {
		o := &x.Text.Limits[i]
		if o.Unit == l.Unit && o.Span != l.Span && o.Kind == "exception" && lexis.Contained(o.Words, x.Law.Weight, x.Claim.All) >= 0.3 {
			return true
		}
	}
	return false
}

// deniesAs tells that claim and clause are both affirmed or both denied.
func (x *Comparison) deniesAs(l *enacted.Limit) bool {
	held := len(force.DenialsIn(l.Clause, nil)) > 0
	for k := range x.Text.Predicates[l.Unit] {
		q := &x.Text.Predicates[l.Unit][k]
		held = held || l.HangsAt(q.Cue.Start) && (q.Force == force.MustNot || q.Force == force.NeedNot || q.Force == force.IsNot)
	}
	return held == (len(force.DenialsIn(x.Claim.Own, nil)) > 0 || x.Claim.KeepsOff())
}

// restates tells a clause with "if" or "when" whose words are those of the clause on which
// the limit hangs: "if they are stolen" of "for any theft".
func (x *Comparison) restates(i int, l *enacted.Limit) bool {
	if !lexis.OneOf(x.Claim.Own[i].Lower, "if|when|where") {
		return false
	}
	said := lexis.Content(x.toStop(i + 1))
	return len(said) >= 2 && lexis.Contained(said, x.Law.Weight, lexis.SetOf(l.Clause)) >= restatedShare
}

// restatesOnly tells that each condition which the claim sets is one of the clause on which
// the limit hangs, and not of the limit.
func (x *Comparison) restatesOnly(l *enacted.Limit) bool {
	own, n := x.Claim.Own, 0
	for i := range own {
		if !lexis.OneOf(own[i].Lower, force.Conditions+"|before") {
			continue
		}
		said := lexis.Content(x.toStop(i + 1))
		if n++; len(said) == 0 || lexis.Contained(said, x.Law.Weight, lexis.SetOf(l.Clause)) < restatedShare || x.saidOf(said, l) {
			return false
		}
	}
	return n > 0
}

// saidOf tells that a claim's condition may be of the limit: it has a word of it. A proviso
// takes up the words of its clause, and has to have most of the condition.
func (x *Comparison) saidOf(said []lexis.Word, l *enacted.Limit) bool {
	set := lexis.SetOf(l.Words)
	if !strings.HasPrefix(strings.ToLower(x.Text.Text[l.Span.Start:l.Span.End]), "provided") {
		return lexis.Shared(said, set) > 0
	}
	return lexis.Shared(said, lexis.SetOf(x.freshWords(l))) > 0 || lexis.Contained(said, x.Law.Weight, set) >= restatedShare
}

// restatesBriefly tells that the claim's one "if" or "when" has a single word of content,
// which the clause has and the limit has not: "if you win" of "to a prevailing defendant if".
func (x *Comparison) restatesBriefly(l *enacted.Limit) bool {
	own, n := x.Claim.Own, 0
	for i := range own {
		if !lexis.OneOf(own[i].Lower, force.Conditions+"|before") {
			continue
		}
		said := lexis.Content(x.toStop(i + 1))
		if n++; n > 1 || !lexis.OneOf(own[i].Lower, "if|when|without") || len(said) != 1 || !lexis.SetOf(l.Clause)[said[0].Term] || lexis.SetOf(l.Words)[said[0].Term] {
			return false
		}
	}
	return n == 1
}

// restatedShare is how much of a claim's condition must stand in the law's clause to set
// none of its own.
const restatedShare = 0.6

// limitsItself tells that the claim sets a limit of its own that the clause does
// not have.
func (x *Comparison) limitsItself(l *enacted.Limit) bool {
	for i, w := range x.Claim.Own {
		if l.Kind == "exception" && x.restates(i, l) {
			continue
		}
		if (lexis.OneOf(w.Lower, force.Conditions+"|apart|aside|but") || w.Lower == "before" && !force.CountedBack(x.Claim.Own, i)) &&
			!lexis.HasWord(l.Clause, w.Lower) {
			return true
		}
	}
	return false
}
