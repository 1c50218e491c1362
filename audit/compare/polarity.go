package compare

import (
	"strings"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
)

// samePolarity wants a denial on both sides or on none: one in the claim needs one
// in the aligned words, and one in the aligned words that is about words of the
// claim needs one in the claim.
func (x *Comparison) samePolarity() bool {
	said, held := force.DenialsIn(x.Claim.Own, x.Claim.Predicates), 0
	for _, u := range x.near() {
		for _, d := range force.DenialsIn(x.Text.Units[u].Own, x.Text.Predicates[u]) {
			if held++; len(said) == 0 && x.touches(&d) && !x.inLimit(u, d.Word) {
				return false
			}
		}
	}
	return len(said) == 0 || held > 0 || x.lacking() || force.OpensLimit(said)
}

// touches tells that a denial of the law is about what the claim says.
func (x *Comparison) touches(d *force.Denial) bool {
	return len(d.About) > 0 && x.Claim.All[d.About[0].Term] || lexis.Shared(d.About, x.Claim.All) >= 2
}

// lacking tells words of the aligned text that deny by their making: "absence",
// "insufficient", "unreadable".
func (x *Comparison) lacking() bool {
	for _, u := range x.near() {
		for _, w := range x.Text.Units[u].Own {
			if lexis.OneOf(w.Lower, "absence|absent|rejects|reject|rejected|insufficient|lack") ||
				len(w.Lower) > 6 && (strings.HasPrefix(w.Lower, "un") || strings.HasPrefix(w.Lower, "non")) ||
				x.Text.Predicates[u] != nil && force.Forbidding(x.Text.Predicates[u]) {
				return true
			}
		}
	}
	return false
}

// inLimit tells a word of an exception or a condition of the unit.
func (x *Comparison) inLimit(u int, w lexis.Word) bool {
	return x.Text.WithinLimit(u, w) || lexis.OneOf(w.Lower, "unless|except|save|fails|fail|neglects|failed")
}
