package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// answerable are words that somebody has to answer for a thing in court, and unanswerable
// those of a law that he has not.
var (
	answerable = []string{
		"can|may|could be sued", "can|may|could be held liable|responsible|accountable", "is|are liable|answerable|accountable", "is|are held liable|responsible", "can|may sue the|a|an|your",
		"answer|answers for", "is|are on the hook",
	}
	unanswerable = []string{
		"is|are not liable", "shall|may|will not be liable", "shall|may|will not be held liable|responsible", "not have a cause of action|right", "no cause of action|right", "is|are immune", "shall be immune", "no action may|shall",
		"not create|impose|creates liability", "to create|impose liability", "not be subject to liability", "no liability",
	}
)

// suable finds somebody who has to answer by the claim and has not by the section. It must
// not fire where the claim denies, excepts or sets a condition, where a sentence that makes
// somebody answer has as much of the claim, nor where the two share fewer than two words
// beside those of answering.
func (x *Comparison) suable() {
	if x.privateSuit() {
		return
	}
	if x.has("negation", "modality") || x.Claim.Denies() || lexis.HasWord(x.Claim.Own, "unless|except|only|not|no|never") {
		return
	}
	cue, found := lexis.SpanOfAny(x.Claim.Own, answerable)
	if !found {
		return
	}
	said := lexis.KeepWhere(lexis.Content(x.Claim.Own), func(w lexis.Word) bool {
		return (w.Start < cue.Start || w.End > cue.End) && x.Text.All[w.Term]
	})
	at, near := answer.Span{}, 0.0
	for u := range x.Text.Units {
		unit := &x.Text.Units[u]
		share := lexis.Contained(said, x.Law.Weight, unit.Set, unit.Leads)
		denied, none := lexis.SpanOfAny(unit.Own, unanswerable)
		switch {
		case none && lexis.Shared(said, unit.Set) >= 2 && share > near:
			at, near = denied, share
		case !none && lexis.HasWord(unit.Own, "liable|action|damages|sue") && share >= near && share > 0:
			at, near = answer.Span{}, share
		}
	}
	if at.End == 0 || near < suableShare {
		return
	}
	x.gainsay(cue, at)
}

// suableShare is how much of what the section has of a claim its sentence must hold.
const suableShare = 0.5

// ownSuits are words for a suit that one may bring by oneself.
var ownSuits = []string{"can|may|could sue", "can|may|could bring|file a|an suit|action|lawsuit|claim", "can|may|could go to court", "can|may|could take * to court", "have|has a right to sue", "a claim|suit|case of your|their|his|her own", "gives|give you|them|customers|consumers a claim|suit"}

// privateSuit finds a suit that the claim gives to others than a public office, where the
// section says that it makes no private right of action. It must not fire where the section
// gives one besides.
func (x *Comparison) privateSuit() bool {
	cue, found := lexis.SpanOfAny(x.Claim.Own, ownSuits)
	if !found || x.has("negation", "modality") || x.Claim.Denies() || lexis.HasWord(x.Claim.Own, "only") || len(force.Offices(x.Claim.Own)) > 0 || x.givesSuit() {
		return false
	}
	for u := range x.Text.Units {
		own := x.Text.Units[u].Own
		at, private := lexis.SpanOfAny(own, []string{"private right|cause of action", "private claim|action for relief", "private action|suit|claim"})
		if !private || !deniedBefore(own, at) {
			continue
		}
		if lexis.HasWord(own, "unless|except|only") {
			return x.suitOnlyIf(cue, u)
		}
		x.differ("negation", x.Raw[cue.Start:cue.End], x.shown(x.Text.Units[u].Span), cue, at, finding.Likely,
			fmt.Sprintf("the claim gives a suit where the law says that there is no private right of action: %q", x.shown(x.Text.Units[u].Span)))
		return true
	}
	return false
}

// deniedBefore tells that a negation stands before a stretch of the sentence: "does not create a
// private right", and not "has a private right, including but not limited to".
func deniedBefore(own []lexis.Word, at answer.Span) bool {
	return anyNegation(lexis.KeepWhere(own, func(w lexis.Word) bool { return w.End <= at.Start }))
}

// givesSuit tells a sentence of the section by which one who is no public office may sue.
func (x *Comparison) givesSuit() bool {
	for u := range x.Text.Units {
		for k := range x.Text.Predicates[u] {
			q := &x.Text.Predicates[u][k]
			if q.Force == force.May && lexis.HasWord(q.Action[:min(len(q.Action), 4)], "bring|institute|commence|recover|sue|maintain") && len(force.Offices(x.Text.Units[u].Own)) == 0 && !force.Undergoes(q) {
				return true
			}
		}
	}
	return false
}

// suitOnlyIf finds a suit that the claim gives outright and the sentence only where somebody
// was injured, or in another case.
func (x *Comparison) suitOnlyIf(cue answer.Span, u int) bool {
	for i := range x.Text.Limits {
		l := &x.Text.Limits[i]
		if l.Unit != u || l.Kind != "exception" || x.Claim.Conditional || x.excepts() || lexis.Contained(x.freshWords(l), x.Law.Weight, x.Claim.All) >= limitSaid || x.states(l) {
			continue
		}
		x.differ("exception", x.Raw[cue.Start:cue.End], x.shown(l.Span), cue, l.Span, finding.Likely,
			fmt.Sprintf("the claim gives a suit outright where the law gives one only so: %q", x.shown(l.Span)))
		return true
	}
	return false
}
