package enacted

import (
	"strings"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
)

// noViolation opens what a law says is none: "a call to a friend is not a violation of this
// section".
var noViolation = []string{
	"is|are|does|do|shall|will not be|constitute a violation of", "is|are not a violation of", "does|do|shall not violate this|the", "is|are not in violation of",
	"shall|will not be deemed|considered a violation of", "is|are not deemed|considered a violation of",
}

// harmless are the limits that such words make: one to each ban of the section that is a
// sentence of its own. What is no violation is told by the words before them, up to a
// semicolon, or behind them ("it is not a violation to …"). It must not fire on a sentence
// that says what else is none ("without a permit is a violation").
func harmless(t *Text, i int) []Limit {
	own := t.Units[i].Own
	at, found := lexis.FirstPhrase(own, noViolation)
	if !found {
		return nil
	}
	from, to := at, len(own)
	for from > 0 && !endsClause(t.Text, own, from) {
		from--
	}
	for k := at + 1; k < len(own); k++ {
		if endsClause(t.Text, own, k) {
			to = k
			break
		}
	}
	ofSubsection := lexis.PhraseIn(own[at:to], "of|this subsection|subdivision|paragraph") && lexis.HasWord(own[at:to], "this")
	var list []Limit
	for k := range t.Units {
		if ofSubsection && !t.oneSubsection(min(i, k), max(i, k)) {
			continue
		}
		if !force.Forbidding(t.Predicates[k]) || t.Units[k].Parent >= 0 || k == i && from == 0 || t.namesAnother(i, k) || lexis.HasWord(t.Units[k].Own, ofRemedies) {
			continue
		}
		list = append(list, Limit{Kind: "exception", Harmless: true, Unit: i, Governs: k, Words: lexis.Content(own[from:to]), Span: lexis.Covering(own[from:to])})
	}
	return list
}

// ofRemedies are words of a ban on a remedy, and not on conduct.
const ofRemedies = "action|actions|proceeding|liable|penalty|penalties|fine"

// endsClause tells a semicolon, or a comma behind "provided", before a word.
func endsClause(text string, own []lexis.Word, k int) bool {
	between := lexis.Gap(text, own[k-1], own[k])
	return strings.ContainsAny(between, ";:.") || own[k-1].Lower == "provided"
}

// namesAnother tells that unit i names a subsection, and not that of unit k.
func (t *Text) namesAnother(i, k int) bool {
	return lexis.PhraseIn(t.Units[i].Own, "notwithstanding|under|of subsection|paragraph") && !namesLabel(t, i, k)
}
