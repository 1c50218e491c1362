package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/finding"
)

const (
	// sweptShare is how much of a sweeping claim must stand in an exception for the claim to
	// be of what that exception takes out, sweptWords of how many words.
	sweptShare = 0.5
	sweptWords = 2
)

// sweepsOverException finds a claim with "every" or "all" about the very thing that an
// exception of the section takes out: "consignments of every value" where the section does
// not apply to consignments of less than $500. It must not fire on a claim that lays down a
// duty or leave, which the comparison of limits looks at, nor on one that excepts,
// exempts, denies or sets a condition.
func (x *Comparison) sweepsOverException() bool {
	if x.excepts() || x.Claim.Denies() || x.Claim.Exempts() || x.Claim.Conditional || x.Claim.Obliges() ||
		x.Claim.Permits() ||
		!lexis.HasWord(x.Claim.Own, "every|all|any|each|everyone|everybody|anyone|anybody|whatever|always|regardless") {
		return false
	}
	said := lexis.Content(x.Claim.Own)
	for i := range x.Text.Limits {
		l := &x.Text.Limits[i]
		if l.Kind == "exception" && l.Unit != l.Governs && x.sweptBy(l, said) {
			words := x.shown(l.Span)
			x.differ("scope", "all", words, x.claimSpan(), l.Span, finding.Likely, fmt.Sprintf("the claim is of all, and the law takes some out: %q", words))
			return true
		}
	}
	return false
}

// sweptBy tells that the claim is mostly of what the limit is about.
func (x *Comparison) sweptBy(l *enacted.Limit, said []lexis.Word) bool {
	set := lexis.SetOf(l.Words)
	return lexis.Shared(said, set) >= sweptWords && lexis.Contained(said, x.Law.Weight, set) >= sweptShare
}
