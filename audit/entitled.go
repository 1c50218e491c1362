package audit

import "strings"

// owedTo tells a duty in the claim of what the law entitles another to: the keeper
// "must give notice" where the traveler "is entitled to notice". It must not be seen
// where the one who is entitled is the one who must.
func (x *comparison) owedTo(p, q *predicate) bool {
	return p.force == must && q.force == may && strings.Contains(x.text.text[q.cue.Start:q.cue.End], "entitled") && !sameDoer(p, q)
}

// laidOpen tells a duty that things lie open, of which "may be looked at" is a fair
// word.
func laidOpen(q *predicate) bool {
	return q.force == must && len(q.action) > 1 && oneOf(q.action[0].lower, "be|remain") && hasWord(q.action[1:min(len(q.action), 4)], "open|available|accessible")
}

// ofThoseOnly tells a duty that is a ban on the rest: "only goods listed shall be
// sold".
func ofThoseOnly(q *predicate) bool {
	return q.force == must && (hasWord(q.action, "only") || hasWord(q.subject, "only"))
}
