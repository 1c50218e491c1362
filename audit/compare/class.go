package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
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
func (x *Comparison) otherKind() {
	at, end := lexis.StretchOf(x.Claim.Own, anyOther)
	if end == 0 || end >= len(x.Claim.Own) || at > 0 && x.Claim.Own[at-1].Lower == "than" ||
		x.saysNot(x.Claim.Own[:at]) || x.Fit.Common < otherShared {
		return
	}
	noun := x.Claim.Own[end]
	if noun.Term == "" || lexis.OneOf(noun.Lower, "words|remedy|remedies|law|laws|right|rights|state|means") || x.goesOnTo(noun.Term) {
		return
	}
	x.widensTo(answer.Span{Start: x.Claim.Own[at].Start, End: noun.End}, x.Text.Units[x.Fit.Unit].Span)
}

// saysNot tells a claim that says what may not be or, before the words that widen,
// what is not so.
func (x *Comparison) saysNot(before []lexis.Word) bool {
	return x.Claim.Forbids() || x.Claim.Releases() || len(force.DenialsIn(before, nil)) > 0
}

// goesOnTo tells that the section speaks of other things than those it names, or of
// any thing of that noun.
func (x *Comparison) goesOnTo(noun string) bool {
	for u := range x.Text.Units {
		own := x.Text.Units[u].Own
		near := u >= x.Fit.Window.From && u < x.Fit.Window.To || enacted.LeadsInto(x.Text.Units, u, x.Fit.Unit)
		for i := range own {
			ahead := lexis.SetOf(own[i+1 : min(len(own), i+6)])
			closed := i+1 < len(own) && lexis.OneOf(own[i+1].Lower, "of")
			if lexis.OneOf(own[i].Lower, "other|any|every|all|each") && !closed && ahead[noun] ||
				near && lexis.OneOf(own[i].Lower, "other|otherwise|including|includes") {
				return true
			}
		}
	}
	return false
}

// widensTo records a class that the claim opens wider than the section.
func (x *Comparison) widensTo(claimed, law answer.Span) {
	words := x.shown(law)
	x.differ("scope", x.Raw[claimed.Start:claimed.End], words, claimed, law, finding.Possible,
		fmt.Sprintf("the claim adds %q to what the law says: %q", x.Raw[claimed.Start:claimed.End], words))
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
func (x *Comparison) wholeClass() {
	own := x.Claim.Own
	if len(own) == 0 || !lexis.HasWord(own[:min(len(own), 3)], organized) ||
		!(lexis.HasWord(own, asWell) || lexis.PhraseIn(own, "as well")) || x.saysNot(own) {
		return
	}
	for u := range x.Text.Units {
		unit := &x.Text.Units[u]
		at, natural := lexis.FirstPhrase(unit.Own, []string{"means a|an|any|each|every individual|human", "means a|any|each|every natural person"})
		if natural && x.ofTerm(unit.Own[:at]) && !lexis.HasWord(unit.Own, organized) {
			x.widensTo(lexis.Covering(own[:min(len(own), 3)]), unit.Span)
			last := &x.Found[len(x.Found)-1]
			last.OfTerm, last.Certainty = true, finding.Likely
			return
		}
	}
}

// ofTerm tells that the claim uses the term defined, or that the section defines no
// more than who it is for.
func (x *Comparison) ofTerm(term []lexis.Word) bool {
	return lexis.Shared(x.Claim.Own, lexis.SetOf(term)) > 0 || x.Claim.Permits()
}
