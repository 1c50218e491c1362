package audit

import (
	"strings"

	"github.com/pincite/pincite/audit/compare"
	"github.com/pincite/pincite/audit/lexis"
)

// Free wording changes common words and seldom a name.

// commonNames are capitalised in answers and name nothing that a section would.
const commonNames = "act|acts|agency|article|attorney|chapter|code|commission|court|department|general|i|law|laws|legislature|part|section|sections|state|states|statute|statutes|subsection|subtitle|title|u"

// strangeName reports whether a claim has a name, capitalised within its sentence, of
// which neither the section with its catchline and place nor the question has the word. It
// must not tell so of the jurisdiction, of what is defined (the section has it), nor of
// words that are capitalised as a matter of course.
func (r *Reading) strangeName(p *Pair, x *compare.Comparison) bool {
	known := placeTerms(p.Held())
	for _, w := range r.questionWords() {
		known[w.Term] = true
	}
	for i, w := range r.withoutPlace(x.Claim.Own) {
		if i > 0 && w.Term != "" && r.capitalised(x.Claim.Own, w) && !lexis.OneOf(w.Lower, commonNames) &&
			!x.Text.All[w.Term] && !x.Text.Title[w.Term] && !known[w.Term] {
			return true
		}
	}
	return false
}

// capitalised tells a word with one capital that no stop, quotation mark or list mark
// stands before. An abbreviation is none: the law may spell out what it stands for.
func (r *Reading) capitalised(own []lexis.Word, w lexis.Word) bool {
	text := r.Case.Answer.Text
	if c := text[w.Start]; c < 'A' || c > 'Z' || w.Start == own[0].Start || text[w.Start:w.End] == strings.ToUpper(text[w.Start:w.End]) {
		return false
	}
	before := strings.TrimRight(text[:w.Start], " ")
	return before != "" && goesOn(before)
}

// goesOn tells that a sentence is not at its start after these words.
func goesOn(before string) bool {
	return !strings.ContainsAny(before[len(before)-1:], ".:;!?\"”“(*-–—|>\n")
}
