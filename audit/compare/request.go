package compare

import (
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/index"
)

// awaitsRequest tells a duty of the claim that the law lays down only once somebody
// asks: "upon request of the customer, the shop shall provide". It must not fire where
// the answer speaks of asking, nor where the request is for another act of the
// sentence: only one that opens the sentence, stands between the modal and its act, or
// ends a sentence of one act is for all of it.
func (x *Comparison) awaitsRequest(l *enacted.Limit) bool {
	return l.Request && (l.Unit == x.Fit.Unit || enacted.LeadsInto(x.Text.Units, l.Unit, x.Fit.Unit)) && (x.Claim.Obliges() || x.Claim.Bids()) && !x.Claim.Frees() && !x.isForm(l.Unit) && (x.hangsOn(l) >= actNear || x.hangsOn(l) >= requestNear && x.aloneAhead() && (x.opensUnit(l) || x.endsSoleDuty(l)) || x.ordersAs(l)) &&
		(x.opensUnit(l) || x.behindModal(l) || x.endsSoleDuty(l) || x.beforeModal(l)) && x.sharesAct(l.Unit)
}

// sharesAct tells that what the claim orders has a word of what the unit orders; a claim
// without a modal orders nothing that could be another thing.
func (x *Comparison) sharesAct(u int) bool {
	held := lexis.TermSet{}
	for k := range x.Text.Predicates[u] {
		held.Add(x.Text.Predicates[u][k].Action)
	}
	orders := false
	for i := range x.Claim.Predicates {
		p := &x.Claim.Predicates[i]
		if p.Force != force.Must || x.aside(p) {
			continue
		}
		if orders = true; lexis.Shared(lexis.Content(p.Action), held) > 0 || force.Passive(p.Action) && lexis.Shared(lexis.Content(force.LastPart(p.Subject)), held) > 0 {
			return true
		}
	}
	return !orders
}

// requestNear is how well a claim must follow the clause where no other sentence has half as
// much of it.
const requestNear = 0.5

// ordersAs tells that the one duty of the claim is the one behind the request, by its verb
// and most of its words.
func (x *Comparison) ordersAs(l *enacted.Limit) bool {
	for i := range x.Claim.Predicates {
		p := &x.Claim.Predicates[i]
		if p.Force != force.Must || x.aside(p) {
			continue
		}
		list := x.Text.Standings()
		for k := range list {
			if s := &list[k]; s.Unit == l.Unit && s.Force == force.Must && s.Origin == enacted.Spoken && force.LikeVerb(p, s.Predicate) {
				n := x.kinship(p, s)
				return n.share >= orderShare && n.words >= orderWords
			}
		}
	}
	return false
}

// orderShare and orderWords are how near and of how many words that duty must be.
const (
	orderShare = 0.75
	orderWords = 5
)

// endsSoleDuty tells a limit with which a sentence ends that lays down one thing: "shall
// redeem what is left of the card on request of the holder".
func (x *Comparison) endsSoleDuty(l *enacted.Limit) bool {
	own, n := x.Text.Units[l.Unit].Own, 0
	for k := range x.Text.Predicates[l.Unit] {
		if q := &x.Text.Predicates[l.Unit][k]; q.Topic == "" && !q.Subordinate {
			n++
		}
	}
	return n == 1 && l.Span.End >= own[len(own)-1].End
}

// beforeModal tells a request behind "and" before the one duty of a sentence: "after payment,
// and upon written demand made by the buyer, the holder shall".
func (x *Comparison) beforeModal(l *enacted.Limit) bool {
	n, before := 0, false
	for k := range x.Text.Predicates[l.Unit] {
		if q := &x.Text.Predicates[l.Unit][k]; q.Topic == "" && q.Cue.Start >= l.Span.End && q.Cue.Start-l.Span.End <= 2 {
			return true // "the buyer upon demand shall"
		}
	}
	for k := range x.Text.Predicates[l.Unit] {
		if q := &x.Text.Predicates[l.Unit][k]; q.Topic == "" && !q.Subordinate && !q.Relative() {
			n, before = n+1, l.Span.End <= q.Cue.Start
		}
	}
	return n == 1 && before
}

// behindModal tells a limit that stands between a modal and its act.
func (x *Comparison) behindModal(l *enacted.Limit) bool {
	for k := range x.Text.Predicates[l.Unit] {
		q := &x.Text.Predicates[l.Unit][k]
		if q.Topic == "" && q.Cue.End <= l.Span.Start && l.Span.Start-q.Cue.End <= 3 {
			return x.ofDeed(q, l.Unit)
		}
	}
	return false
}

// ofDeed tells that a modal of a unit is its one modal, or has the verb of one of the claim's.
func (x *Comparison) ofDeed(q *force.Predicate, u int) bool {
	n := 0
	for k := range x.Text.Predicates[u] {
		if o := &x.Text.Predicates[u][k]; o.Topic == "" && !o.Subordinate {
			n++
		}
	}
	if n == 1 {
		return true
	}
	for i := range x.Claim.Predicates {
		if p := &x.Claim.Predicates[i]; p.Topic == "" && force.LikeVerb(p, q) {
			return true
		}
	}
	return false
}

// asks tells that the claim speaks of asking, or one that rests on the same section and is of
// the same.
func (x *Comparison) asks() bool {
	said := lexis.Content(x.Claim.Own)
	for _, c := range x.Related {
		if c.All[asking] && (c == x.Claim || lexis.Shared(said, c.All) >= askedWords) {
			return true
		}
	}
	return false
}

// askedWords is how many words of a claim another must have to speak of asking for the same.
const askedWords = 2

// asking is the term of to ask, to request and to demand.
var asking = index.Fold("request")
