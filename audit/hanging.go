package audit

import (
	"strings"

	"github.com/pincite/pincite/internal/answer"
)

// clauseBeside are the words of the clause on which a limit hangs that stands at
// own[from:to]: those before it and behind it up to the next main clause.
func clauseBeside(text string, own []word, from, to int) []word {
	start := from
	for start > 0 && !opensClause(text, own, start) {
		start--
	}
	end := to
	for end < len(own) && (end == to || !opensClause(text, own, end)) {
		end++
	}
	return append(append([]word{}, own[start:from]...), own[to:end]...)
}

// opensClause tells a word that begins another main clause: behind a semicolon or a
// colon, or with "and", "but" or "nor" before a modal of its own.
func opensClause(text string, own []word, k int) bool {
	between := gap(text, own[k-1], own[k])
	if strings.ContainsAny(between, ";:") {
		return true
	}
	return strings.Contains(between, ",") && oneOf(own[k].lower, "and|but|nor") && k+1 < len(own) && opensMain(own, k+1)
}

// opensUnit tells a condition that opens its sentence: "If the investigation shows
// misuse, the holder shall …".
func (x *comparison) opensUnit(l *limit) bool {
	own := x.text.units[l.unit].own
	return len(own) > 2 && l.span.Start <= own[2].start
}

// onPermission tells that a condition hangs on a permission of its sentence, and
// not on what else the sentence says.
func (x *comparison) onPermission(l *limit) bool {
	return x.onForce(l, may)
}

// onForce tells that a condition hangs on what its sentence lays down with that
// force: it stands right behind the act, or opens the sentence.
func (x *comparison) onForce(l *limit, f force) bool {
	for _, q := range x.text.predicates[l.unit] {
		if n := len(q.action); q.force == f && n > 0 && l.span.Start >= q.cue.End && (l.span.Start-q.action[n-1].end < 12 || x.onlyForce(l)) {
			return true
		}
		if q.force == f && l.span.End <= q.cue.Start && (x.text.units[l.unit].own[0].end+4 >= l.span.Start || x.justBefore(l, q.cue.Start)) {
			return true
		}
	}
	return false
}

// onlyForce tells a condition of the kind that ends a sentence, in one that lays down
// but one thing: "may agree to …, or to any part of it, so long as …".
func (x *comparison) onlyForce(l *limit) bool {
	n := 0
	for _, q := range x.text.predicates[l.unit] {
		if q.topic == "" && (q.cue.Start < l.span.Start || q.cue.Start >= l.span.End) {
			n++
		}
	}
	own := wordsIn(x.text.units[l.unit].own, l.span)
	return n == 1 && (phrase(own, 0, "so|as long as") || phrase(own, 0, "on condition") || phrase(own, 0, "only"))
}

// longestSubject is how many words may stand between a condition and the modal that
// it is for.
const longestSubject = 6

// justBefore tells that nothing but a subject stands between a limit and a modal.
func (x *comparison) justBefore(l *limit, cue int) bool {
	return len(wordsIn(x.text.units[l.unit].own, answer.Span{Start: l.span.End, End: cue})) <= longestSubject
}

// hangsOn is how well the claim follows the clause on which a limit hangs.
func (x *comparison) hangsOn(l *limit) float64 {
	if len(l.clause) == 0 || !x.isMain(l.unit) {
		return 0
	}
	sets := []termSet{setOf(l.clause), x.text.units[l.unit].leads}
	if leadsInto(x.text.units, l.unit, x.fit.unit) && !l.listsRules() {
		sets = append(sets, x.text.units[x.fit.unit].set)
	}
	return contained(x.claim.act(), x.law.weight, sets...)
}

// listsRules tells a clause that leads into rules of their own: what "shall issue a
// license, subject to the following conditions" depends on, each of those does not.
func (l *limit) listsRules() bool {
	n := len(l.clause)
	return hasWord(l.clause[max(0, n-3):], "conditions|requirements|terms|rules|restrictions")
}

// saysAs tells that the claim says of its act what the clause says on which the
// limit hangs: with the same force or, where the claim has none, as much affirmed
// or denied.
func (x *comparison) saysAs(l *limit) bool {
	plain := true
	for i := range x.claim.predicates {
		p := &x.claim.predicates[i]
		if p.subordinate || p.relative() {
			continue
		}
		for k := range x.text.predicates[l.unit] {
			q := &x.text.predicates[l.unit][k]
			if p.force == q.force && p.topic == q.topic && l.hangsAt(q.cue.Start) {
				return true
			}
		}
		plain = plain && p.force == is
	}
	return plain && (x.deniesAs(l) || x.needsAnother(l))
}

// needsAnother tells that the claim asks for what another exception of the sentence
// names: "landing needs leave" of "no one may land without leave".
func (x *comparison) needsAnother(l *limit) bool {
	if !x.claim.needs() || !forbidding(x.text.predicates[l.unit]) {
		return false
	}
	for i := range x.text.limits {
		o := &x.text.limits[i]
		if o.unit == l.unit && o.span != l.span && o.kind == "exception" && contained(o.words, x.law.weight, x.claim.all) >= 0.3 {
			return true
		}
	}
	return false
}

// hangsAt tells a place of the clause on which the limit hangs.
func (l *limit) hangsAt(at int) bool {
	n := len(l.clause)
	return n > 0 && at >= l.clause[0].start && at < l.clause[n-1].end && !(at >= l.span.Start && at < l.span.End)
}

// deniesAs tells that claim and clause are both affirmed or both denied.
func (x *comparison) deniesAs(l *limit) bool {
	held := len(denialsIn(l.clause, nil)) > 0
	for k := range x.text.predicates[l.unit] {
		q := &x.text.predicates[l.unit][k]
		held = held || l.hangsAt(q.cue.Start) && (q.force == mustNot || q.force == needNot || q.force == isNot)
	}
	return held == (len(denialsIn(x.claim.own, nil)) > 0 || x.claim.keepsOff())
}

// limitsItself tells that the claim sets a limit of its own that the clause does
// not have.
func (x *comparison) limitsItself(l *limit) bool {
	for i, w := range x.claim.own {
		if (oneOf(w.lower, conditions+"|apart|aside|but") || w.lower == "before" && !countedBack(x.claim.own, i)) && !hasWord(l.clause, w.lower) {
			return true
		}
	}
	return false
}
