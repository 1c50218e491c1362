package audit

import "github.com/pincite/pincite/internal/answer"

// asides are words by which a sentence says of itself that it leaves the subject. "By
// contrast" and "also" are none: what they open belongs to it as a rule.
var asides = []string{
	"incidentally", "by the way", "by the by", "as an aside", "in passing", "on|as a side note", "on a different|separate|unrelated note|subject|matter",
	"to compare", "for|by comparison", "for|by way of comparison", "as|for a matter of interest", "as a curiosity", "off topic", "on another note",
	"while we are|we're at it", "for what it's|its worth", "a side note|remark", "for the sake of completeness", "for completeness",
}

// opensAside is how far into a sentence such words may stand: "layaway buyers, to
// compare, …".
const opensAside = 6

// digresses reports whether a claim offers itself as an aside.
func (c *claimText) digresses() bool {
	_, found := spanOfAny(c.own[:min(len(c.own), opensAside)], asides)
	return found
}

// onlyAside reports whether all that the answer takes from a source is offered as an
// aside and has next to nothing of the question. It must not fire where the aside
// speaks of what is asked: some writers put a rule that way.
func (r *Reading) onlyAside(s *Source, q []word) bool {
	pairs := r.PairsWith(s)
	for _, p := range pairs {
		if !r.strays(p.Claim, q) {
			return false
		}
	}
	return len(pairs) > 0
}

// strays reports whether a claim is an aside that has next to nothing of the question.
func (r *Reading) strays(c *answer.Claim, q []word) bool {
	return r.state.claim(c).digresses() && !r.onTopic(c, q)
}
