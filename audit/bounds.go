package audit

import (
	"fmt"
	"slices"

	"github.com/pincite/pincite/internal/answer"
)

// What is audited of one answer at most. A published answer has some dozens of
// statements; these keep a hostile file from holding up the night.
const (
	mostClaims  = 1500
	mostPairs   = 2500
	mostOfClaim = 50
	// mostListed is how long a list may be for each of its sections to be tried as
	// a better source of each statement.
	mostListed = 60
)

// bounded cuts an answer down to what is audited, and says what was left out; it
// changes nothing in the slices that it is given.
func bounded(a answer.Answer) (answer.Answer, []string) {
	var left []string
	if most := mostCited(a.Claims); most > mostOfClaim {
		a.Claims = fewerCitations(a.Claims)
		left = append(left, fmt.Sprintf("one statement has %d citations, and the first %d of a statement were audited", most, mostOfClaim))
	}
	if n := claimsWithin(a.Claims); n < len(a.Claims) {
		left = append(left, fmt.Sprintf("it has %d statements, of which the first %d were audited", len(a.Claims), n))
		a.Claims = slices.Clip(a.Claims[:n])
	}
	return a, left
}

// mostCited is the greatest number of citations of one claim.
func mostCited(claims []answer.Claim) int {
	most := 0
	for i := range claims {
		most = max(most, len(claims[i].Citations))
	}
	return most
}

// fewerCitations gives the claims with the first citations of each.
func fewerCitations(claims []answer.Claim) []answer.Claim {
	cut := slices.Clone(claims)
	for i := range cut {
		cut[i].Citations = slices.Clip(cut[i].Citations[:min(mostOfClaim, len(cut[i].Citations))])
	}
	return cut
}

// claimsWithin is how many claims, from the first, stay within the bounds.
func claimsWithin(claims []answer.Claim) int {
	pairs := 0
	for i := range claims {
		if pairs += len(claims[i].Citations); pairs > mostPairs || i == mostClaims {
			return i
		}
	}
	return len(claims)
}
