package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/index"
)

// unable are adjectives that deny by their making, with what cannot be done.
var unable = map[string]string{
	"nonrefundable": "refund", "non-refundable": "refund", "nontransferable": "transfer", "non-transferable": "transfer", "untransferable": "transfer",
	"nonassignable": "assign", "unassignable": "assign", "irrevocable": "revoke", "unwaivable": "waive", "nonwaivable": "waive", "nonrenewable": "renew",
	"unappealable": "appeal", "nonappealable": "appeal", "inalienable": "sell",
}

// deniedByMaking finds something that the claim has done and an adjective of the section
// denies: "the state pays the fee back" of "the fee is nonrefundable". It must not fire
// where the claim denies or excepts, nor where the two share no word for what it is done
// to.
func (x *Comparison) deniedByMaking() {
	if x.has("negation", "modality") || x.Claim.Denies() || anyNegation(x.Claim.Own) || lexis.HasWord(x.Claim.Own, "unless|except|only") {
		return
	}
	for u := range x.Text.Units {
		for i, w := range x.Text.Units[u].Own {
			base := unable[w.Lower]
			if base == "" {
				continue
			}
			done := x.wordOf(index.Fold(base))
			if done == nil || lexis.Shared(x.Text.Units[u].Own[max(0, i-reachOfThing):i], x.Claim.All) == 0 {
				continue
			}
			in, at := lexis.Covering([]lexis.Word{*done}), lexis.Covering([]lexis.Word{w})
			x.differ("negation", x.Raw[in.Start:in.End], w.Lower, in, at, finding.Likely, fmt.Sprintf("the claim says %q where the law says %q", x.Raw[in.Start:in.End], w.Lower))
			return
		}
	}
}

// reachOfThing is how many words before such an adjective name what it is said of.
const reachOfThing = 10

// wordOf is the claim's first word of a term, nil for none.
func (x *Comparison) wordOf(term string) *lexis.Word {
	for i := range x.Claim.Own {
		if x.Claim.Own[i].Term == term {
			return &x.Claim.Own[i]
		}
	}
	return nil
}
