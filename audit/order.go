package audit

import "strings"

// Not every "shall" orders its subject to do something.

// declares tells one that orders nothing: what shall be void, deemed or subject to
// review, and whoever serves at another's pleasure.
func declares(p *predicate) bool {
	if p.force != must || len(p.action) < 2 {
		return false
	}
	return p.action[0].lower == "be" && (ableness(p.action[1].lower) ||
		oneOf(p.action[1].lower, "deemed|considered|presumed|construed|treated|void|null|subject|binding|contrary|effective|sufficient|prima|guilty")) ||
		p.action[0].lower == "serve" && hasWord(p.action[:min(len(p.action), 5)], "pleasure")
}

// ableness tells "punishable", "liable", "enforceable".
func ableness(w string) bool {
	return len(w) > 5 && (strings.HasSuffix(w, "able") || strings.HasSuffix(w, "ible"))
}

// punishes tells one behind which a court measures: what shall be punished may be
// punished, and must.
func punishes(p *predicate) bool {
	return p.force == must && hasWord(p.action[:min(len(p.action), 3)], "punished|fined|imprisoned|sentenced|liable|guilty|punishable")
}
