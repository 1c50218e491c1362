package compare

import (
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

// What something is or is not called is told by no modal: "data taken together with the key
// are no breach" of "the taking of data along with the key constitutes a breach".

// being is what a sentence says that something is, or is not: the last word of the name, the
// words before the verb, and the place from the verb to the name.
type being struct {
	name    string
	denied  bool
	subject []lexis.Word
	at      answer.Span
}

var (
	affirming   = []string{"constitutes|constitute", "is|are a|an", "is|are considered|deemed", "counts|count as"}
	disclaiming = []string{"is|are no", "is|are not a|an", "isn't|aren't a|an", "does|do not constitute", "is|are not considered|deemed", "doesn't|don't count as", "does|do not count as"}
)

// longestName is how many words a name may have.
const longestName = 6

// beingsIn reads the sentences that call something by a name, or deny it the name.
func beingsIn(own []lexis.Word) []being {
	var found []being
	for i := range own {
		for k, forms := range [2][]string{affirming, disclaiming} {
			end, at := phraseOf(own, i, forms), i
			if end == 0 || k == 0 && i > 0 && lexis.IsNegation(own[i-1].Lower) {
				continue
			}
			for n := end; n < min(len(own), end+longestName) && (own[n].Term != "" || lexis.OneOf(own[n].Lower, "a|an|or|any")); n++ {
				if own[n].Term == "" {
					continue
				}
				found = append(found, being{own[n].Term, k == 1, lexis.Content(own[:at]), lexis.Covering(own[at : n+1])})
			}
		}
	}
	return found
}

// phraseOf is the place behind the first of the forms that stands at i, 0 for none.
func phraseOf(own []lexis.Word, i int, forms []string) int {
	for _, f := range forms {
		if end, ok := lexis.PhraseEnd(own, i, f); ok {
			return end
		}
	}
	return 0
}

const (
	// beingNear is how much of the claim's subject the law's must hold, of beingWords at the
	// least, and beingLead how much more than any sentence that agrees.
	beingNear  = 0.5
	beingWords = 2
	beingLead  = 0.2
)

// beings finds a name that the claim gives where the law denies it, or denies where the law
// gives it. It must not fire where claim or sentence sets a condition or makes an exception,
// nor where a sentence that agrees is about as near.
func (x *Comparison) beings() {
	if x.has("negation", "modality") || x.Claim.Conditional || x.excepts() {
		return
	}
	for _, b := range beingsIn(x.Claim.Own) {
		if h := x.otherBeing(&b); h != nil {
			x.gainsay(b.at, h.at)
			return
		}
	}
}

// otherBeing is the nearest sentence of the section on that name, if it says the opposite.
func (x *Comparison) otherBeing(b *being) *being {
	var best *being
	var near, agreed float64
	for u := range x.Text.Units {
		for _, h := range beingsIn(x.Text.Units[u].Own) {
			if h.name != b.name || lexis.Shared(b.subject, lexis.SetOf(h.subject)) < beingWords {
				continue
			}
			share := lexis.Contained(b.subject, x.Law.Weight, lexis.SetOf(h.subject))
			if h.denied == b.denied {
				agreed = max(agreed, share)
			} else if share > near {
				near, best = share, &h
			}
		}
	}
	if near < beingNear || agreed > near-beingLead {
		return nil
	}
	return best
}
