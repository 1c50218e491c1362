package compare

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/finding"
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
type sides [2]lexis.TermSet

func sidesOf(rows ...string) []sides {
	var list []sides
	for _, row := range rows {
		one, two, _ := strings.Cut(row, " / ")
		list = append(list, sides{lexis.FoldedSet(one), lexis.FoldedSet(two)})
	}
	return list
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
// where the word only marks out a thing ("buyer protection"), nor where the claim speaks
// to its reader, who may be the other side.
func (x *Comparison) swapsSides() bool {
	if x.Fit.Unit < 0 || lexis.HasWord(x.Claim.Own, readers) {
		return false
	}
	for _, pair := range counterparts {
		for k := range pair {
			said := namedAlone(x.Claim.Own, pair[k], pair[1-k])
			held := namedAlone(x.Text.Units[x.Fit.Unit].Own, pair[1-k], pair[k])
			if said != nil && held != nil && x.followsBut(said, pair[k]) {
				return x.inPlaceOf(said, held)
			}
		}
	}
	return x.swapsRoles()
}

// readers are the words for the one whom an answer speaks to.
const readers = "you|your|yours|you're|you've|we|our|ours"

// swapsRoles finds a claim that follows a sentence but for the one whom it names: a role
// that the section has elsewhere, where the sentence names another. It must not fire
// where the claim speaks to its reader, who may be either, names two roles, or one in an
// exception.
func (x *Comparison) swapsRoles() bool {
	u := &x.Text.Units[x.Fit.Unit]
	said, held := soleRole(x.outsideExceptions(x.Claim.Own)), rolesIn(u.Own)
	if said == nil || len(held) == 0 ||
		lexis.HasWord(x.Claim.Own, readers+"|they|their|he|she|his|her|anyone|anybody|everyone|whoever") {
		return false
	}
	if u.Set[said.Term] || u.Leads[said.Term] || !x.Text.All[said.Term] || x.Fit.Thin {
		return false
	}
	for _, w := range held {
		if x.Claim.All[w.Term] {
			return false
		}
	}
	return x.followsBut(said, lexis.TermSet{said.Term: true}) && x.inPlaceOf(said, held[len(held)-1])
}

// soleRole is the one role that a text names, nil for none or several.
func soleRole(list []lexis.Word) *lexis.Word {
	roles := rolesIn(list)
	for _, w := range roles {
		if w.Term != roles[0].Term {
			return nil
		}
	}
	if len(roles) == 0 {
		return nil
	}
	return roles[0]
}

// rolesIn are the nouns for somebody in a text, such as owner, seller or agent.
func rolesIn(list []lexis.Word) []*lexis.Word {
	var roles []*lexis.Word
	for i := range list {
		if list[i].Term != "" && force.Acts(list[i].Lower) &&
			!lexis.OneOf(list[i].Lower, "company|companies|business|businesses|firm|firms|consumer|consumers|customer|customers") &&
			standsFree(list, i) {
			roles = append(roles, &list[i])
		}
	}
	return roles
}

// namedAlone is the first word of a side in a text that does not name the other; nil
// where the text names both or neither, or uses the word to mark out another.
func namedAlone(list []lexis.Word, side, other lexis.TermSet) *lexis.Word {
	var found *lexis.Word
	for i := range list {
		switch {
		case other[list[i].Term]:
			return nil
		case found == nil && side[list[i].Term] && standsFree(list, i):
			found = &list[i]
		}
	}
	return found
}

// standsFree tells a noun that no other noun follows: of "buyer protection" the buyer
// is none.
func standsFree(list []lexis.Word, i int) bool {
	if i+1 >= len(list) {
		return true
	}
	next := list[i+1]
	return next.Start-list[i].End > 1 || next.Term == "" || lexis.IsFigure(next.Term) ||
		strings.HasSuffix(next.Lower, "s") ||
		lexis.OneOf(next.Lower, "must|may|shall|can|who|that|has|have|had|is|are|was|were")
}

// followsBut tells that the rest of the claim stands in the sentence it is aligned with,
// and in no sentence that names the claim's side about as much.
func (x *Comparison) followsBut(said *lexis.Word, side lexis.TermSet) bool {
	rest := lexis.KeepWhere(lexis.Content(x.Claim.Own), func(w lexis.Word) bool { return !side[w.Term] })
	u := &x.Text.Units[x.Fit.Unit]
	near := lexis.Contained(rest, x.Law.Weight, u.Set, u.Leads)
	if len(rest) < swapWords || near < swapNear || u.Leads[said.Term] {
		return false
	}
	for i := range x.Text.Units {
		o := &x.Text.Units[i]
		if (o.Set[said.Term] || o.Leads[said.Term]) && lexis.Contained(rest, x.Law.Weight, o.Set, o.Leads) > near-swapLead {
			return false
		}
	}
	return true
}

// inPlaceOf records the difference.
func (x *Comparison) inPlaceOf(said, held *lexis.Word) bool {
	claimed, enacted := x.Raw[said.Start:said.End], x.Text.Text[held.Start:held.End]
	x.differ("actor", claimed, enacted, lexis.Covering([]lexis.Word{*said}), lexis.Covering([]lexis.Word{*held}), finding.Likely,
		fmt.Sprintf("who is meant: the claim says %q, the law %q", claimed, enacted))
	return true
}
