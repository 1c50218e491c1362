package audit

import (
	"fmt"

	"github.com/pincite/pincite/internal/finding"
)

// A law may deny by a noun what a claim says by a verb: "a deposit is not a
// prerequisite" and "you need a deposit", "repair does not constitute a cure" and
// "repair cures it".

// needing are the words that ask for a thing first, in a claim.
const needing = "need|needs|needed|require|requires|required|requirement|prerequisite|precondition|necessary|essential"

// nounsDenied finds a noun that the law denies of a thing and the claim's verb affirms.
// It must not fire where the claim denies as well, nor where another sentence with that
// noun has more of the claim.
func (x *comparison) nounsDenied() {
	if x.has("negation", "modality") {
		return
	}
	for u := range x.text.units {
		for i := range x.text.units[u].own {
			if denied := deniedNoun(x.text.units[u].own, i); len(denied) > 0 && x.affirmsNoun(denied) && x.ofNoun(u, denied) {
				x.nounReversed(denied)
				return
			}
		}
	}
}

// deniedNoun are the words from the verb at i on that deny a noun, the noun the last.
func deniedNoun(list []word, i int) []word {
	for _, form := range []string{"is|are not a|an prerequisite|requirement|condition|precondition", "does|shall|do not constitute a|an *", "does|shall|do not constitute *"} {
		if end, ok := phraseEnd(list, i, form); ok && list[end-1].term != "" {
			return list[i:end]
		}
	}
	return nil
}

// affirmsNoun tells that the claim has the noun or, for what is asked first, a word of
// need, and denies nothing.
func (x *comparison) affirmsNoun(denied []word) bool {
	if noun := denied[len(denied)-1]; oneOf(noun.lower, "prerequisite|requirement|condition|precondition") {
		return hasWord(x.claim.own, needing) && !anyNegation(x.claim.own)
	} else {
		return setOf(x.claim.own)[noun.term] && !anyNegation(x.claim.own)
	}
}

func anyNegation(list []word) bool {
	for _, w := range list {
		if isNegation(w.lower) {
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
func (x *comparison) ofNoun(u int, denied []word) bool {
	noun := denied[len(denied)-1].term
	rest := keepWhere(content(x.claim.own), func(w word) bool {
		return w.term != noun && !isFigure(w.term) && !oneOf(w.lower, needing) && x.text.all[w.term]
	})
	own := contained(rest, x.law.weight, x.text.units[u].set)
	if own < nounShare || shared(rest, x.text.units[u].set) < nounWords {
		return false
	}
	for k := range x.text.units {
		if k != u && x.text.units[k].set[noun] && contained(rest, x.law.weight, x.text.units[k].set) >= own {
			return false
		}
	}
	return true
}

// nounReversed records the difference.
func (x *comparison) nounReversed(denied []word) {
	in, at := covering(x.claim.own), covering(denied)
	said := x.raw[in.Start:in.End]
	for _, w := range x.claim.own {
		if w.term == denied[len(denied)-1].term || oneOf(w.lower, needing) {
			said = x.raw[w.start:w.end]
			in.Start, in.End = w.start, w.end
			break
		}
	}
	x.differ("negation", said, x.text.text[at.Start:at.End], in, at, finding.Likely,
		fmt.Sprintf("the claim says %q where the law says %q", said, x.text.text[at.Start:at.End]))
}
