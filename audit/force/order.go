package force

import (
	"strings"

	"github.com/pincite/pincite/audit/lexis"
)

// Not every "shall" orders its subject to do something.

// Declares tells one that orders nothing: what shall be void, deemed or subject to
// review, and whoever serves at another's pleasure.
func Declares(p *Predicate) bool {
	if p.Force != Must || len(p.Action) < 2 {
		return false
	}
	return p.Action[0].Lower == "be" && (ableness(p.Action[1].Lower) ||
		lexis.OneOf(p.Action[1].Lower, "deemed|considered|presumed|construed|treated|void|null|subject|binding|contrary|effective|sufficient|prima|guilty")) ||
		p.Action[0].Lower == "serve" && lexis.HasWord(p.Action[:min(len(p.Action), 5)], "pleasure")
}

// ableness tells "punishable", "liable", "enforceable".
func ableness(w string) bool {
	return len(w) > 5 && (strings.HasSuffix(w, "able") || strings.HasSuffix(w, "ible"))
}

// Punishes tells one behind which a court measures: what shall be punished may be
// punished, and must.
func Punishes(p *Predicate) bool {
	return p.Force == Must &&
		lexis.HasWord(p.Action[:min(len(p.Action), 3)], "punished|fined|imprisoned|sentenced|liable|guilty|punishable")
}
