package audit

import (
	"fmt"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// A claim may widen a class by what it adds to it: "members of any other kind of
// company", "companies are patients too".

// anyOther are the words that add every other thing of a kind.
var anyOther = []string{"any|every|all other kind|kinds|sort|sorts|type|types|form|forms of", "any|every|all other"}

// otherShared is how many words a claim must share with the section to widen it.
const otherShared = 2

// otherKind finds "any other …" added to what the section gives as a closed list. It
// must not fire where the section goes on to others itself ("or any other means",
// "otherwise"), where its own sentence is general, nor in a claim that denies.
func (x *comparison) otherKind() {
	at, end := stretchOf(x.claim.own, anyOther)
	if end == 0 || end >= len(x.claim.own) || at > 0 && x.claim.own[at-1].lower == "than" || x.saysNot(x.claim.own[:at]) || x.fit.common < otherShared {
		return
	}
	noun := x.claim.own[end]
	if noun.term == "" || oneOf(noun.lower, "words|remedy|remedies|law|laws|right|rights|state|means") || x.goesOnTo(noun.term) {
		return
	}
	x.widensTo(answer.Span{Start: x.claim.own[at].start, End: noun.end}, x.text.units[x.fit.unit].span)
}

// saysNot tells a claim that says what may not be or, before the words that widen,
// what is not so.
func (x *comparison) saysNot(before []word) bool {
	return x.claim.forbids() || x.claim.releases() || len(denialsIn(before, nil)) > 0
}

// goesOnTo tells that the section speaks of other things than those it names, or of
// any thing of that noun.
func (x *comparison) goesOnTo(noun string) bool {
	for u := range x.text.units {
		own := x.text.units[u].own
		near := u >= x.fit.window.from && u < x.fit.window.to || leadsInto(x.text.units, u, x.fit.unit)
		for i := range own {
			ahead := setOf(own[i+1 : min(len(own), i+6)])
			closed := i+1 < len(own) && oneOf(own[i+1].lower, "of")
			if oneOf(own[i].lower, "other|any|every|all|each") && !closed && ahead[noun] || near && oneOf(own[i].lower, "other|otherwise|including|includes") {
				return true
			}
		}
	}
	return false
}

// widensTo records a class that the claim opens wider than the section.
func (x *comparison) widensTo(claimed, law answer.Span) {
	words := shorten(x.text.text[law.Start:law.End], 160)
	x.differ("scope", x.raw[claimed.Start:claimed.End], words, claimed, law, finding.Possible,
		fmt.Sprintf("the claim adds %q to what the law says: %q", x.raw[claimed.Start:claimed.End], words))
}

const (
	// organized are those who are no natural persons.
	organized = "corporation|corporations|corporate|company|companies|partnership|partnerships|firm|firms|business|businesses|organization|organizations|association|associations|entity|entities"
	// asWell are words by which a claim puts them on a level with others.
	asWell = "too|also|likewise|equally|alike|same"
)

// wholeClass finds a body counted among persons that the section defines as natural
// ones: "companies are patients too". It must not fire where a definition of the
// section takes in bodies, nor where the claim leaves them out.
func (x *comparison) wholeClass() {
	own := x.claim.own
	if len(own) == 0 || !hasWord(own[:min(len(own), 3)], organized) || !(hasWord(own, asWell) || phraseIn(own, "as well")) || x.saysNot(own) {
		return
	}
	for u := range x.text.units {
		unit := &x.text.units[u]
		at, natural := firstPhrase(unit.own, []string{"means a|an|any|each|every individual|human", "means a|any|each|every natural person"})
		if natural && x.ofTerm(unit.own[:at]) && !hasWord(unit.own, organized) {
			x.widensTo(covering(own[:min(len(own), 3)]), unit.span)
			last := &x.found[len(x.found)-1]
			last.OfTerm, last.Certainty = true, finding.Likely
			return
		}
	}
}

// ofTerm tells that the claim uses the term defined, or that the section defines no
// more than who it is for.
func (x *comparison) ofTerm(term []word) bool {
	return shared(x.claim.own, setOf(term)) > 0 || x.claim.permits()
}
