package compare

import (
	"slices"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
)

// Some exceptions take nothing from what a claim says: they lift another ban, free from a
// duty where the claim forbids, or name those whom the claim spares itself.

// harmlessWords is how many words a claim must share with what a section of many bans says
// is no violation: such a sentence is of one of them.
const harmlessWords = 4

// manyBans tells a section of four sentences or more that forbid.
func (x *Comparison) manyBans() bool {
	bans := 0
	for u := range x.Text.Units {
		if force.Forbidding(x.Text.Predicates[u]) {
			bans++
		}
	}
	return bans > 3
}

// leavesFree tells "nothing in this section prohibits" of a sentence, or a claim, that bans
// nothing, or another thing: it takes nothing from a duty.
func (x *Comparison) leavesFree(l *enacted.Limit) bool {
	words := lexis.WordsIn(x.Text.Units[l.Unit].Own, l.Span)
	if l.Unit == l.Governs || !lexis.HasWord(words[:min(len(words), 3)], "nothing") { // an enumerator may stand first
		return false
	}
	if lexis.HasWord(words, "require|requires|compel|compels|oblige|obliges") {
		return x.Claim.Forbids() // "nothing requires" takes nothing from a ban
	}
	return lexis.HasWord(words, "prohibits|prevents|precludes|bars|forbids|restricts|prohibit|prevent|preclude|bar|forbid|restrict") &&
		(!force.Forbidding(x.Text.Predicates[l.Governs]) || x.Claim.Obliges() && !x.Claim.Forbids() || x.manyBans() && lexis.Shared(x.Claim.Telling, lexis.SetOf(l.Words)) < leftFree)
}

// leftFree is how many words what is left free must share with the ban that it lifts.
const leftFree = 2

// sparesThem tells that the claim leaves out the party whom the exception names, be it by
// another of its names: "police flights are outside this rule".
func (x *Comparison) sparesThem(l *enacted.Limit) bool {
	if !x.Claim.Exempts() {
		return false
	}
	named := force.PartiesIn(lexis.WordsIn(x.Text.Units[l.Unit].Own, l.Span))
	return slices.ContainsFunc(force.PartiesIn(x.Claim.Own), func(p force.Party) bool {
		return p.Name != "anyone" && p.Name != "regulated" && force.HasParty(named, p.Name)
	})
}
