package compare

import (
	"strings"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
)

// owedTo tells a duty in the claim of what the law entitles another to: the keeper
// "must give notice" where the traveler "is entitled to notice". It must not be seen
// where the one who is entitled is the one who must.
func (x *Comparison) owedTo(p, q *force.Predicate) bool {
	return p.Force == force.Must && q.Force == force.May &&
		strings.Contains(x.Text.Text[q.Cue.Start:q.Cue.End], "entitled") && !sameDoer(p, q)
}

// mayBar tells a ban in the claim that is the very thing which the law lets somebody
// impose: a freeze "stops the agency" where the consumer "may prohibit the agency".
func mayBar(p, q *force.Predicate) bool {
	return p.Force == force.MustNot && q.Force == force.May && opensWith(q.Action, barring) && !opensWith(p.Action, barring)
}

const barring = "prohibit|forbid|prevent|bar|stop|block|ban|enjoin|restrain"

func opensWith(action []lexis.Word, verbs string) bool {
	return len(action) > 0 && lexis.OneOf(action[0].Lower, verbs)
}

// laidOpen tells a duty that things lie open, of which "may be looked at" is a fair
// word.
func laidOpen(q *force.Predicate) bool {
	return q.Force == force.Must && len(q.Action) > 1 && lexis.OneOf(q.Action[0].Lower, "be|remain") &&
		lexis.HasWord(q.Action[1:min(len(q.Action), 4)], "open|available|accessible")
}

// ofThoseOnly tells a duty that is a ban on the rest: "only goods listed shall be
// sold".
func ofThoseOnly(q *force.Predicate) bool {
	return q.Force == force.Must && (lexis.HasWord(q.Action[:min(len(q.Action), 4)], "only") || lexis.HasWord(q.Subject, "only"))
}
