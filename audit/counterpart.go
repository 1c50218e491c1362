package audit

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/index"
)

// counterparts are the two sides of a relation, by the words for each. A sentence that
// follows the law's but for one of them puts the other side in its place, whatever its
// verb.
var counterparts = sidesOf(
	"plaintiff complainant / defendant respondent", "petitioner / respondent", "appellant / appellee",
	"buyer purchaser / seller vendor", "landlord lessor / tenant lessee renter", "employer / employee worker",
	"creditor lender / debtor borrower", "insurer / insured policyholder", "bailor / bailee", "franchisor / franchisee",
	"manufacturer / dealer", "manufacturer / retailer", "principal / agent", "assignor / assignee", "mortgagor / mortgagee", "licensor / licensee",
	"grantor / grantee", "donor / donee", "sender / recipient", "innkeeper host / guest", "artist consignor / dealer", "parent guardian / child minor",
	"owner / tenant", "owner / finder", "trustee / beneficiary", "carrier / shipper passenger", "contractor / owner", "prosecution / defense",
)

// sides are the folded nouns of the two.
type sides [2]termSet

func sidesOf(rows ...string) []sides {
	var list []sides
	for _, row := range rows {
		one, two, _ := strings.Cut(row, " / ")
		list = append(list, sides{foldedSet(one), foldedSet(two)})
	}
	return list
}

func foldedSet(row string) termSet {
	set := termSet{}
	for _, w := range strings.Fields(row) {
		set[index.Fold(w)] = true
	}
	return set
}

const (
	// swapNear is how much of the rest of a claim must stand in the law's sentence,
	// swapWords of how many words, and swapLead how much more than in any sentence that
	// names the claim's side.
	swapNear  = 0.66
	swapWords = 3
	swapLead  = 0.3
)

// swapsSides finds a claim that names one side of a relation where the sentence that it
// follows names the other alone. It must not fire where either text names both, where a
// sentence of the section that names the claim's side holds about as much of the claim,
// nor where the word only marks out a thing ("buyer protection").
func (x *comparison) swapsSides() bool {
	if x.fit.unit < 0 {
		return false
	}
	for _, pair := range counterparts {
		for k := range pair {
			said := namedAlone(x.claim.own, pair[k], pair[1-k])
			held := namedAlone(x.text.units[x.fit.unit].own, pair[1-k], pair[k])
			if said != nil && held != nil && x.followsBut(said, pair[k]) {
				return x.inPlaceOf(said, held)
			}
		}
	}
	return false
}

// namedAlone is the first word of a side in a text that does not name the other; nil
// where the text names both or neither, or uses the word to mark out another.
func namedAlone(list []word, side, other termSet) *word {
	var found *word
	for i := range list {
		switch {
		case other[list[i].term]:
			return nil
		case found == nil && side[list[i].term] && standsFree(list, i):
			found = &list[i]
		}
	}
	return found
}

// standsFree tells a noun that no other noun follows: of "buyer protection" the buyer
// is none.
func standsFree(list []word, i int) bool {
	if i+1 >= len(list) {
		return true
	}
	next := list[i+1]
	return next.start-list[i].end > 1 || next.term == "" || isFigure(next.term) || strings.HasSuffix(next.lower, "s") || oneOf(next.lower, "must|may|shall|can|who|that|has|have|had|is|are|was|were")
}

// followsBut tells that the rest of the claim stands in the sentence it is aligned with,
// and in no sentence that names the claim's side about as much.
func (x *comparison) followsBut(said *word, side termSet) bool {
	rest := keepWhere(content(x.claim.own), func(w word) bool { return !side[w.term] })
	u := &x.text.units[x.fit.unit]
	near := contained(rest, x.law.weight, u.set, u.leads)
	if len(rest) < swapWords || near < swapNear || u.leads[said.term] {
		return false
	}
	for i := range x.text.units {
		o := &x.text.units[i]
		if (o.set[said.term] || o.leads[said.term]) && contained(rest, x.law.weight, o.set, o.leads) > near-swapLead {
			return false
		}
	}
	return true
}

// inPlaceOf records the difference.
func (x *comparison) inPlaceOf(said, held *word) bool {
	claimed, enacted := x.raw[said.start:said.end], x.text.text[held.start:held.end]
	x.differ("actor", claimed, enacted, covering([]word{*said}), covering([]word{*held}), finding.Likely,
		fmt.Sprintf("who is meant: the claim says %q, the law %q", claimed, enacted))
	return true
}
