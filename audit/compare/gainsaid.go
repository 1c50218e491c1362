package compare

import (
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
)

// LeavesNothing are words by which a duty leaves nothing out.
var LeavesNothing = []string{
	"everything", "even what|if|when|though|where|those", "without exception|exceptions", "in every|any case", "no matter", "regardless of|whether", "whatever the", "in all cases", "always", "all of it|them",
}

// SameAct reports whether two predicates govern one verb.
func SameAct(p, q *force.Predicate) bool {
	one, two := lexis.Conceptual(p.Action), lexis.Conceptual(q.Action)
	return len(one) > 0 && len(two) > 0 && one[0].Term == two[0].Term
}
