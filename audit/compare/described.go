package compare

import (
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

// describing are words by which a law says what a plea, a remedy or a paper is; each is denied
// by a "not" right before it.
const describing = "guilty|presumed|exclusive|final|confidential|transferable|binding|compulsory|cumulative|admissible"

// describedOtherwise finds a word of that kind which the law denies wherever it has it and the
// claim affirms, or the other way round: "a plea of guilty" of "a plea of not guilty". It must
// not fire where either text has it both ways, nor where the claim does not follow the sentence.
func (x *Comparison) describedOtherwise() {
	if x.Fit.Unit < 0 || x.Fit.UnitScore < sceneNear || x.has("negation", "modality") {
		return
	}
	for i, w := range x.Claim.Own {
		if !lexis.OneOf(w.Lower, describing) {
			continue
		}
		said, once := denialOf(x.Claim.Own, w.Lower)
		held, at, law := x.describedIn(w.Lower)
		if !once || !law || said == held {
			continue
		}
		x.gainsay(withBefore(x.Claim.Own, i), at)
		return
	}
}

// sceneNear is how well the claim must follow the sentence.
const sceneNear = 0.4

// describedIn tells whether the sentence that the claim follows denies a word, and where; false
// where it has it both ways or not at all.
func (x *Comparison) describedIn(word string) (denied bool, at answer.Span, found bool) {
	own := x.Text.Units[x.Fit.Unit].Own
	denied, found = denialOf(own, word)
	for i := range own {
		if found && own[i].Lower == word {
			at = withBefore(own, i)
		}
	}
	return denied, at, found
}

// withBefore is the place of a word with the one before it.
func withBefore(list []lexis.Word, i int) answer.Span { return lexis.Covering(list[max(0, i-1) : i+1]) }

// denialOf tells whether a list denies a word each time or never; false for both, or none. "No
// final sale" denies the sale, and not that it is final.
func denialOf(list []lexis.Word, word string) (denied, found bool) {
	for i, w := range list {
		if w.Lower != word {
			continue
		}
		now := anyNegation(list[max(0, i-2):i]) && !lexis.OneOf(list[i-1].Lower, "no|without")
		if found && now != denied {
			return false, false
		}
		denied, found = now, true
	}
	return denied, found
}
