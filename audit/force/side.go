package force

import (
	"strings"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/index"
)

// Side is on which side of a deal somebody stands.
type Side int

// The sides. Of an owner or an agent the word alone does not tell.
const (
	Unsided Side = iota
	Trader
	Customer
	Authority
)

// traders and customers are nouns for the two sides of a deal.
const (
	traders = "business|company|firm|seller|merchant|retailer|dealer|dealership|shop|store|supplier|vendor|manufacturer|maker|distributor|creditor|lender|insurer|landlord|lessor|franchisor|bailee|employer|contractor" +
		"|solicitor|telemarketer|caller|collector|gym|spa|club|hotel|motel|inn|innkeeper|bank|bureau|society|program|platform|developer|auctioneer|broker|pharmacy|mechanic|facility|operator|provider|issuer|defendant|controller|processor"
	customers = "consumer|customer|buyer|purchaser|client|member|patient|guest|subscriber|resident|tenant|lessee|renter|debtor|borrower|insured|policyholder|policyholders|cardholder|individual|shopper|user|plaintiff|traveler|homeowner|householder|donor|recipient"
)

// SideOf tells on which side stands whom the words name; the last noun tells.
func SideOf(who []lexis.Word) Side {
	if len(who) == 0 {
		return Unsided
	}
	if found := PartiesIn(who); len(found) > 0 && found[len(found)-1].Public {
		return Authority
	}
	noun := strings.TrimSuffix(strings.TrimSuffix(who[len(who)-1].Lower, "'s"), "'")
	for _, form := range []string{noun, strings.TrimSuffix(noun, "s"), strings.TrimSuffix(noun, "ies") + "y"} {
		switch {
		case lexis.OneOf(form, traders):
			return Trader
		case lexis.OneOf(form, customers):
			return Customer
		}
	}
	return Unsided
}

// sided are the folded nouns of both sides.
var sided = func() lexis.TermSet {
	set := lexis.TermSet{}
	for _, noun := range strings.Split(traders+"|"+customers, "|") {
		set[index.Fold(noun)] = true
	}
	return set
}()

// onSide tells the folded noun of one on a side of a deal.
func onSide(term string) bool { return sided[term] }
