package compare

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/finding"
)

const (
	// coveredShare is how much of a claim must stand among what a definition takes out of
	// itself, and coveredLead how much more than in what it says else.
	coveredShare = 0.5
	coveredLead  = 0.2
)

// coveredAnyway finds a claim that something counts which a definition takes out of itself:
// "cards of a loyalty program are covered" of "the term does not include a card issued in a
// loyalty program". It must not fire on a claim that denies or excepts anything, nor where
// the definition says about as much of it before it takes things out.
func (x *Comparison) coveredAnyway() {
	if x.has("negation") || !x.affirmsCover() {
		return
	}
	said := lexis.Content(x.Claim.Own)
	for u := range x.Text.Units {
		if part := x.leftAside(u); len(part) > 0 && (u == x.Fit.Unit || x.ownWords(u) >= x.ownWords(x.Fit.Unit)-fitSlack) {
			x.countsIn(part)
			return
		}
		in, out := x.takenOut(u)
		for _, part := range out {
			set := lexis.SetOf(part)
			share := lexis.Contained(said, x.Law.Weight, set)
			if share < coveredShare || lexis.Shared(said, set) < 2 ||
				lexis.Contained(said, x.Law.Weight, lexis.SetOf(in)) > share-coveredLead {
				continue
			}
			x.countsIn(part)
			return
		}
	}
}

// countsIn records the difference.
func (x *Comparison) countsIn(part []lexis.Word) {
	at := lexis.Covering(part)
	words := x.shown(at)
	x.differ("negation", "covered", words, x.claimSpan(), at, finding.Likely, fmt.Sprintf("the claim counts in what the law leaves out: %q", words))
}

const (
	// leftAsideShare is how much of what a sentence leaves aside the claim must name, and
	// leftAsideWords of how many words.
	leftAsideShare = 0.8
	leftAsideWords = 3
)

// leftAside is what a sentence leaves aside in its midst and the claim names almost in
// full: "a retail seller at the point of sale" of "any maker, excluding a point of sale
// retail seller, shall"; nil for none.
func (x *Comparison) leftAside(u int) []lexis.Word {
	own := x.Text.Units[u].Own
	for i := range own {
		end, found := lexis.PhraseEnd(own, i, "excluding")
		if !found {
			end, found = lexis.PhraseEnd(own, i, "other than|including")
			found = found && (own[i].Lower == "other" || i > 0 && own[i-1].Lower == "not")
		}
		if !found || i == 0 || !strings.Contains(lexis.Gap(x.Text.Text, own[i-1], own[i])+lexis.Gap(x.Text.Text, own[max(0, i-2)], own[max(1, i-1)]), ",") {
			continue
		}
		to := end + 1
		for to < len(own) && !strings.ContainsAny(lexis.Gap(x.Text.Text, own[to-1], own[to]), ",;") {
			to++
		}
		part := lexis.Content(own[end:min(to, len(own))])
		if lexis.Shared(part, x.Claim.All) >= leftAsideWords && lexis.Contained(part, x.Law.Weight, x.Claim.All) >= leftAsideShare {
			return part
		}
	}
	return nil
}

// affirmsCover tells a claim that something counts or is covered, and denies nothing.
func (x *Comparison) affirmsCover() bool {
	own := x.Claim.Own
	if x.Claim.Denies() || lexis.HasWord(own, "except|excluded|exempt|outside|unless|apart|only") {
		return false
	}
	if _, bound := lexis.FirstPhrase(own, []string{"is|are bound by", "is|are caught by", "falls|fall under|within", "is|are treated like|as"}); bound {
		return true
	}
	if lexis.Phrase(own, 0, "so do|does|is|are") ||
		lexis.HasWord(own, "is|are") &&
			(lexis.PhraseIn(own, "as well") || lexis.PhraseIn(own, "all the same") || lexis.HasWord(own, "too|likewise")) {
		return true
	}
	for i := range x.Claim.Predicates {
		if p := &x.Claim.Predicates[i]; p.Force == force.Is && lexis.OneOf(p.Topic, "apply|include") {
			return true
		}
	}
	return false
}

// takenOut parts a definition: in are the words up to where it takes things out, out the
// things, one by one; nil for a unit that takes nothing out.
func (x *Comparison) takenOut(u int) (in []lexis.Word, out [][]lexis.Word) {
	unit := &x.Text.Units[u]
	if unit.Nature != enacted.Definitional {
		return nil, nil
	}
	all := append(append([]lexis.Word{}, unit.Lead...), unit.Own...)
	for i := range all {
		end, found := lexis.PhraseEnd(all, i, "not include|mean")
		if !found {
			continue
		}
		start := end
		for k := end + 1; k <= len(all); k++ {
			if k < len(all) && !strings.ContainsAny(lexis.Gap(x.Text.Text, all[k-1], all[k]), ";\n") {
				continue
			}
			out = append(out, all[start:k])
			start = k
		}
		return all[:i], out
	}
	return nil, nil
}
