package audit

import (
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// Some claims say that the law gives no power to do a thing, or that it does not
// restrict it, or that it is silent on it. What follows such words is looked for in
// one sentence of the law of the force that is denied.

var (
	// powerless, unbound and silentOn are the words of the three sorts.
	powerless = []string{"no power|authority|discretion|jurisdiction|competence to"}
	unbound   = []string{
		"not restrict|limit|prohibit|forbid|ban|bar|regulate", "doesn't|don't|didn't restrict|limit|prohibit|forbid|ban|bar|regulate", "no restriction|restrictions|limits|ban|prohibition on|against",
	}
	silentOn = []string{
		"nothing on|about|of|concerning|regarding", "silent on|about|as to", "not deal with", "doesn't|don't deal with", "not address|mention|cover|govern", "doesn't|don't address|mention|cover|govern|touch",
	}
)

const (
	// deniedTerms is how many of the words behind a denial, and heldPower, heldBan and
	// heldMatter which part of them, one sentence of the law must hold.
	deniedTerms                    = 3
	heldPower, heldBan, heldMatter = 0.75, 0.7, 0.6
)

// deniedRule is the sentence of the law that lays down what the claim says it does
// not. It must not fire on a denial that is bound to a case, nor where the sentence
// itself denies.
func (r *Reading) deniedRule(c *answer.Claim) *Denied {
	t := r.state.claim(c)
	for _, sort := range []struct {
		phrases []string
		share   float64
		lays    func(*lawText, int) bool
	}{{powerless, heldPower, (*lawText).empowers}, {unbound, heldBan, (*lawText).bans}, {silentOn, heldMatter, (*lawText).commandsIn}} {
		if cue, found := spanOfAny(t.own, sort.phrases); found && t.ofLaw(cue) {
			return r.laidDownIn(c, cue, sort.share, sort.lays)
		}
	}
	return nil
}

// ofLaw reports whether it is the law of which a claim says so, and no clause or
// notice.
func (c *claimText) ofLaw(cue answer.Span) bool {
	return hasWord(keepWhere(c.own, func(w word) bool { return w.end <= cue.End }), "law|laws|statute|statutes|act|code|chapter|article|legislature|section|sections|title|there")
}

// laidDownIn finds the sentence that holds the words behind the cue, of all sections
// that the claim cites or the answer relies on the one that holds most of them.
func (r *Reading) laidDownIn(c *answer.Claim, cue answer.Span, share float64, lays func(*lawText, int) bool) *Denied {
	tail := r.withoutPlace(matters(keepWhere(r.state.claim(c).own, func(w word) bool {
		return w.start >= cue.End && !oneOf(w.lower, ofLaws+"|get|gets|getting|old|new|how")
	})))
	if len(setOf(tail)) < deniedTerms {
		return nil
	}
	var best *Denied
	for _, h := range r.restingOrRelied(c) {
		t := r.Case.Law.text(h)
		for u := range t.units {
			held := contained(tail, r.Case.Law.conceptWeight, setOf(matters(t.units[u].own), matters(t.units[u].lead)))
			if held >= share && lays(t, u) && r.namedOrNear(c, h) {
				best, share = &Denied{Held: h, InClaim: cue, InLaw: t.units[u].span, Certainty: finding.Likely}, held+0.001
			}
		}
	}
	return best
}

// empowers tells a unit that gives leave to do something.
func (t *lawText) empowers(u int) bool { return t.hasForce(u, may) }

// bans tells a unit that forbids something.
func (t *lawText) bans(u int) bool { return t.hasForce(u, mustNot) }

// commandsIn tells an operative unit with a duty, a ban or a power.
func (t *lawText) commandsIn(u int) bool {
	return t.units[u].nature == Operative && commands(t.predicates[u])
}

func (t *lawText) hasForce(u int, f force) bool {
	for _, p := range t.predicates[u] {
		if p.force == f && p.topic == "" && t.units[u].nature == Operative {
			return true
		}
	}
	return false
}

// plainRows are further words for one thing, which everyday speech and a law name
// apart.
var plainRows = rowsByWord(
	"property belongings belonging luggage effects goods baggage possessions", "leave leaves left leaving abandoned abandons",
	"depart departs departed departure departing", "show shows showing display displays displayed",
)

// matters are words by what they stand for, plain ones too.
func matters(list []word) []word {
	list = conceptual(list)
	for i := range list {
		if row := plainRows[list[i].lower]; row != "" {
			list[i].term = row
		}
	}
	return list
}
