package audit

import (
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

// onlyAside reports whether all that the answer takes from a source is offered as an
// aside and has next to nothing of the question. It must not fire where the aside
// speaks of what is asked: some writers put a rule that way.
func (r *Reading) onlyAside(s *Source, q []lexis.Word) bool {
	pairs := r.PairsWith(s)
	for _, p := range pairs {
		if !r.strays(p.Claim, q) {
			return false
		}
	}
	return len(pairs) > 0
}

// strays reports whether a claim is an aside that has next to nothing of the question.
func (r *Reading) strays(c *answer.Claim, q []lexis.Word) bool {
	return r.state.claim(c).Digresses() && !r.onTopic(c, q)
}
