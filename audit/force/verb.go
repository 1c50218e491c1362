package force

import "github.com/pincite/pincite/audit/lexis"

// LikeVerb tells that the act of p is named by one of the first words of q's act,
// or by words of one row.
func LikeVerb(p, q *Predicate) bool {
	held := lexis.Content(q.Action)
	held = held[:min(len(held), lexis.ActWords)]
	for _, verb := range lexis.VerbsOf(p.Action) {
		for _, w := range held {
			if verb == w.Term || lexis.OneRow(verb, w.Term) {
				return true
			}
		}
	}
	return false
}
