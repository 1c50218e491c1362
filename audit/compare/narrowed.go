package compare

import (
	"slices"
	"strings"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
)

// One rule can be told from either side: what nobody may do but for one purpose is what
// may be done for that purpose only.

// onlyOtherwise tells that a ban of the claim with an exception of its own is the law's
// duty or leave to do the act one way only: "must not be used for any purpose other than
// delivery" of "shall be used solely for delivery". It must not tell so of a ban without
// an exception, nor of a duty without "only".
func onlyOtherwise(p, q *force.Predicate) bool {
	if p.Force != force.MustNot || q.Force != force.Must && q.Force != force.May {
		return false
	}
	excepts := lexis.PhraseIn(p.Action, "other than") || lexis.HasWord(p.Action, "except|besides|beyond|save")
	return excepts && lexis.HasWord(q.Action, "only|solely|exclusively")
}

// exceptedIn tells that a permission names what the law's ban leaves out: "may tell his
// own staff" of "shall not tell any person other than his staff". It must not tell so of
// what the ban itself is about, nor of a permission without the exception's condition.
func (x *Comparison) exceptedIn(p, q *force.Predicate, u int) bool {
	if p.Force != force.May || q.Force != force.MustNot || lexis.HasWord(p.Action, "without|anyone|anybody|any|whoever") {
		return false
	}
	return namesLeft(x.outsideExceptions(p.Action), x.leftBy(u, q), q)
}

// owedSo tells a duty in the way that the law's ban leaves open: "the sale must be at the regular
// stall" of "no sale shall be held at any place other than the regular stall". It must not tell
// so where the duty names nothing of what is left open, nor of a ban without "any … other than".
func (x *Comparison) owedSo(p, q *force.Predicate, u int) bool {
	if p.Force != force.Must || q.Force != force.MustNot || !leavesOther(q.Action) {
		return false
	}
	return namesLeft(p.Action, lexis.SetOf(behindOther(x.Text.Text, x.Text.Units[u].Own, q)), q)
}

// namesLeft tells words of which one is of what a ban leaves out, and not of what it is about.
func namesLeft(said []lexis.Word, left lexis.TermSet, q *force.Predicate) bool {
	about := lexis.SetOf(q.Action[:min(len(q.Action), nearObject)])
	return slices.ContainsFunc(said, func(w lexis.Word) bool { return w.Term != "" && left[w.Term] && !about[w.Term] })
}

// leavesOther tells "any place other than" behind a modal.
func leavesOther(action []lexis.Word) bool {
	for i := range action {
		if lexis.OneOf(action[i].Lower, "any|a|an") && lexis.PhraseIn(action[i:min(len(action), i+nearObject)], "other than") {
			return true
		}
	}
	return false
}

// nearObject is how many words behind a modal name its act and what is acted on.
const nearObject = 5

// leftBy are the words of what a ban leaves out: of the exceptions of its unit, and of
// what stands behind "other than" in its clause.
func (x *Comparison) leftBy(u int, q *force.Predicate) lexis.TermSet {
	left := lexis.SetOf(behindOther(x.Text.Text, x.Text.Units[u].Own, q))
	for i := range x.Text.Limits {
		if l := &x.Text.Limits[i]; l.Kind == "exception" && l.Unit == u {
			for _, w := range x.outsideExceptions(l.Words) {
				left[w.Term] = true
			}
		}
	}
	return left
}

// behindOther are the words behind the first "other than" after a modal, up to a
// semicolon or the end of the sentence.
func behindOther(text string, own []lexis.Word, q *force.Predicate) []lexis.Word {
	for i := range own {
		from, found := lexis.PhraseEnd(own, i, "other than")
		if !found || own[i].Start < q.Cue.End {
			continue
		}
		to := from
		for to < len(own) && (to == from || !strings.ContainsAny(lexis.Gap(text, own[to-1], own[to]), ";:.")) {
			to++
		}
		return own[from:to]
	}
	return nil
}

// ofSome tells that the claim's modal is of some of a kind, so that "may" says that it
// can be and gives no leave: "some duties may go on after the sale".
func ofSome(p *force.Predicate) bool {
	part := force.LastPart(p.Subject)
	return p.Force == force.May && len(part) > 0 && part[0].Lower == "some"
}
