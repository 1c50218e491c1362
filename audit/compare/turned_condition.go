package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/finding"
)

const (
	// turnedShare is how much of a claim's condition must stand in an exception of the law for
	// it to be that exception, and turnedWords of how many words.
	turnedShare = 0.6
	turnedWords = 3
)

// turnedConditions finds a claim that holds if the very thing is so that the law excepts: "is not
// liable if the bag was left in the room" of "is not liable unless the bag was left in the room".
// It must not fire where claim and law have another polarity ("is liable if"), where one of the
// two conditions denies, nor behind "only" or "unless".
func (x *Comparison) turnedConditions() {
	if x.Fit.Unit < 0 || x.Fit.Thin || x.has("negation", "modality") || lexis.HasWord(x.Claim.Own, "only|unless|except|until|without|even") {
		return
	}
	said := behindIf(x.Answer, x.Claim.Own)
	if len(lexis.Content(said)) < turnedWords || anyNegation(said) {
		return
	}
	s := lexis.Covering(said)
	main := lexis.KeepWhere(x.Claim.Own, func(w lexis.Word) bool { return w.End <= s.Start || w.Start >= s.End })
	for i := range x.Text.Limits {
		l := &x.Text.Limits[i]
		if l.Kind != "exception" || l.Unit != x.Fit.Unit || l.Governs != l.Unit || !x.exceptsUnless(l) || force.Negated(main) != (len(force.DenialsIn(l.Clause, x.Text.Predicates[l.Unit])) > 0 || force.Negated(l.Clause)) {
			continue
		}
		if set := lexis.SetOf(l.Words); lexis.Shared(said, set) >= turnedWords && lexis.Contained(said, x.Law.Weight, set) >= turnedShare &&
			lexis.Contained(said, x.Law.Weight, lexis.SetOf(l.Clause)) < turnedShare && lexis.Contained(main, x.Law.Weight, lexis.SetOf(l.Clause)) >= limitSaid {
			claimed, law := x.Raw[s.Start:s.End], x.shown(l.Span)
			x.differ("negation", claimed, law, s, l.Span, finding.Likely, fmt.Sprintf("the claim makes a condition (%q) of what the law excepts (%q)", claimed, law))
			return
		}
	}
}

// exceptsUnless tells an exception that opens with "unless" or "except if", and denies nothing.
func (x *Comparison) exceptsUnless(l *enacted.Limit) bool {
	words := lexis.WordsIn(x.Text.Units[l.Unit].Own, l.Span)
	return len(words) > 1 && (words[0].Lower == "unless" || lexis.Phrase(words, 0, "except if|when|where")) && !anyNegation(words[1:])
}
