package compare

import "github.com/pincite/pincite/audit/lexis"

// onlyIfNeeded are words by which a claim makes something needed, and carelessly those by
// which the law says that it makes no difference.
var (
	onlyIfNeeded = []string{"only if|when|where|once|after", "unless and until"}
	carelessly   = []string{"whether or not", "regardless of whether|if", "irrespective of whether|if", "without regard to whether"}
)

// regardless finds what a claim asks for and the law says makes no difference: "only when a
// buyer was misled" of "whether or not any buyer is misled". It must not fire where the two
// share less than two words or half of what the claim asks for.
func (x *Comparison) regardless() {
	if x.Fit.Unit < 0 || x.has("negation", "modality") || anyNegation(x.Claim.Own) {
		return
	}
	at, end := lexis.StretchOf(x.Claim.Own, onlyIfNeeded)
	if end == 0 {
		return
	}
	asked := lexis.Content(x.toStop(end))
	for u := range x.Text.Units {
		own := x.Text.Units[u].Own
		from, to := lexis.StretchOf(own, carelessly)
		if to == 0 || lexis.Shared(asked, lexis.SetOf(own[to:])) < indifferentWords || lexis.Contained(asked, x.Law.Weight, lexis.SetOf(own[to:])) < indifferentShare {
			continue
		}
		x.gainsay(lexis.Covering(x.Claim.Own[at:end]), lexis.Covering(own[from:to]))
		return
	}
}

const (
	// indifferentWords and indifferentShare are how much of what a claim asks for must stand
	// behind the words that call it indifferent.
	indifferentWords = 2
	indifferentShare = 0.5
)
