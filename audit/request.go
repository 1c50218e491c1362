package audit

import "github.com/pincite/pincite/internal/index"

// awaitsRequest tells a duty of the claim that the law lays down only once somebody
// asks: "upon request of the customer, the shop shall provide". It must not fire where
// the answer speaks of asking, nor where the request is for another act of the
// sentence: only one that opens the sentence or stands between the modal and its act is
// for all of it.
func (x *comparison) awaitsRequest(l *limit) bool {
	return l.request && x.claim.obliges() && !x.claim.frees() && !x.isForm(l.unit) && x.hangsOn(l) >= actNear && (x.opensUnit(l) || x.behindModal(l))
}

// behindModal tells a limit that stands between a modal and its act.
func (x *comparison) behindModal(l *limit) bool {
	for k := range x.text.predicates[l.unit] {
		q := &x.text.predicates[l.unit][k]
		if q.topic == "" && q.cue.End <= l.span.Start && l.span.Start-q.cue.End <= 3 {
			return true
		}
	}
	return false
}

// asks tells that the claim, or one that rests on the same section, speaks of asking.
func (x *comparison) asks() bool {
	for _, c := range x.related {
		if c.all[asking] {
			return true
		}
	}
	return false
}

// asking is the term of to ask, to request and to demand.
var asking = index.Fold("request")
