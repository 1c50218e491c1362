package compare

import (
	"fmt"

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
	claimed, enacted := x.Raw[cue.Start:cue.End], x.Text.Text[at.Start:at.End]
	x.differ("negation", claimed, enacted, cue, at, finding.Likely, fmt.Sprintf("the claim says %q where the law says %q", claimed, enacted))
}

// suableShare is how much of what the section has of a claim its sentence must hold.
const suableShare = 0.5
