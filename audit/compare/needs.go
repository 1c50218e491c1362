package compare

import (
	"github.com/pincite/pincite/audit/lexis"
)

// A law may deny by a noun what a claim says by a verb: "a deposit is not a
// prerequisite" and "you need a deposit", "repair does not constitute a cure" and
// "repair cures it".

// needing are the words that ask for a thing first, in a claim.
const needing = "need|needs|needed|require|requires|required|requirement|prerequisite|precondition|necessary|essential"

// nounsDenied finds a noun that the law denies of a thing and the claim's verb affirms.
// It must not fire where the claim denies as well, nor where another sentence with that
// noun has more of the claim.
func (x *Comparison) nounsDenied() {
	if x.has("negation", "modality") {
		return
	}
	for u := range x.Text.Units {
		for i := range x.Text.Units[u].Own {
			if denied := deniedNoun(x.Text.Units[u].Own, i); len(denied) > 0 && x.affirmsNoun(denied) && x.ofNoun(u, denied) {
				x.nounReversed(denied)
				return
			}
		}
	}
}

// deniedNoun are the words from the verb at i on that deny a noun, the noun the last.
func deniedNoun(list []lexis.Word, i int) []lexis.Word {
	for _, form := range []string{"is|are not a|an prerequisite|requirement|condition|precondition", "does|shall|do not constitute a|an *", "does|shall|do not constitute *"} {
		if end, ok := lexis.PhraseEnd(list, i, form); ok && list[end-1].Term != "" {
			return list[i:end]
		}
	}
	return nil
}

// affirmsNoun tells that the claim has the noun or, for what is asked first, a word of
// need, and denies nothing.
func (x *Comparison) affirmsNoun(denied []lexis.Word) bool {
	if noun := denied[len(denied)-1]; lexis.OneOf(noun.Lower, "prerequisite|requirement|condition|precondition") {
		return lexis.HasWord(x.Claim.Own, needing) && !anyNegation(x.Claim.Own)
	} else {
		return lexis.SetOf(x.Claim.Own)[noun.Term] && !anyNegation(x.Claim.Own)
	}
}

func anyNegation(list []lexis.Word) bool {
	for _, w := range list {
		if lexis.IsNegation(w.Lower) {
			return true
		}
	}
	return false
}

const (
	// nounShare is how much of what the section has of a claim besides the noun the
	// denying sentence must hold, nounWords how many words.
	nounShare = 0.6
	nounWords = 2
)

// ofNoun tells that the denying sentence is the nearest to the rest of the claim.
func (x *Comparison) ofNoun(u int, denied []lexis.Word) bool {
	noun := denied[len(denied)-1].Term
	rest := lexis.KeepWhere(lexis.Content(x.Claim.Own), func(w lexis.Word) bool {
		return w.Term != noun && !lexis.IsFigure(w.Term) && !lexis.OneOf(w.Lower, needing) && x.Text.All[w.Term]
	})
	own := lexis.Contained(rest, x.Law.Weight, x.Text.Units[u].Set)
	if own < nounShare || lexis.Shared(rest, x.Text.Units[u].Set) < nounWords {
		return false
	}
	for k := range x.Text.Units {
		if k != u && x.Text.Units[k].Set[noun] && lexis.Contained(rest, x.Law.Weight, x.Text.Units[k].Set) >= own {
			return false
		}
	}
	return true
}

// nounReversed records the difference.
func (x *Comparison) nounReversed(denied []lexis.Word) {
	in, at := lexis.Covering(x.Claim.Own), lexis.Covering(denied)
	for _, w := range x.Claim.Own {
		if w.Term == denied[len(denied)-1].Term || lexis.OneOf(w.Lower, needing) {
			in.Start, in.End = w.Start, w.End
			break
		}
	}
	x.gainsay(in, at)
}
