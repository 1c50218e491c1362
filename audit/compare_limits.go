package audit

import (
	"fmt"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

const (
	// limitSaid is the share of a limit's own words that, found in the claim or in
	// another claim on the same act, shows that it is stated.
	limitSaid = 0.3
	// limitNear is how well a claim must follow the limited sentence for the limit
	// to bear on it.
	limitNear = 0.5
)

// limits finds exceptions and conditions of the aligned sentence that the answer
// states nowhere.
func (x *comparison) limits() {
	if x.fit.Thin && !x.briefly() || x.fit.unit < 0 {
		return
	}
	x.conjuncts()
	for i := range x.text.limits {
		l := &x.text.limits[i]
		if x.bears(l) && !x.states(l) && !x.has(l.kind) && !x.told(l) {
			x.leftOut(x.twin(l))
		}
	}
}

// briefly tells a claim that aligns thinly for its few words alone: half of it stands
// in the section, and two rare words. It must not tell so of what a term leaves out.
func (x *comparison) briefly() bool {
	return x.fit.Score >= limitNear && x.fit.rare >= 2 && x.claim.obliges()
}

// told tells leave of some law that a difference already shows.
func (x *comparison) told(l *limit) bool {
	for _, d := range x.found {
		if l.grant && d.InLaw == l.span {
			return true
		}
	}
	return false
}

// twin gives the exception on the same ground whose words are nearer to the
// claim: a section may excuse telling the residents and telling the owner in two
// subsections, and a claim about residents is shown the first.
func (x *comparison) twin(l *limit) *limit {
	best, near := l, contained(x.claim.own, x.law.weight, setOf(l.words))
	for i := range x.text.limits {
		o := &x.text.limits[i]
		if l.kind != "exception" || o.kind != l.kind || o.unit == l.unit || contained(l.words, x.law.weight, setOf(o.words)) < 0.5 {
			continue
		}
		if score := contained(x.claim.own, x.law.weight, setOf(o.words)); score > near {
			best, near = o, score
		}
	}
	return best
}

// bears reports whether a limit limits what the claim says.
func (x *comparison) bears(l *limit) bool {
	if x.limitsAct(l) || x.conditionsAct(l) || x.awaitsRequest(l) {
		return true
	}
	near := x.follows(l.governs)
	if l.intent && leadsInto(x.text.units, l.governs, x.fit.unit) {
		near = max(near, x.fit.Score) // "whoever knowingly …: 1. for the first offense, …"
	}
	switch {
	case l.lawful:
		return near >= limitNear && x.claim.immunizes() && !x.claim.refersBack()
	case near < limitNear || !l.intent && x.isForm(l.unit):
		return false
	case l.intent:
		return hasWord(x.claim.own, "penalty|penalties|fine|fined|liable|misdemeanor|felony|guilty|damages|offense|crime") || x.claim.penalizes()
	case l.kind == "exception" && x.claim.permits() && !x.claim.conditional && near >= permitNear && l.unit == l.governs && x.onPermission(l):
		return !x.isAbout(l) && len(x.claim.numbers) == 0 // how much may be charged is said of those who may be charged
	case l.kind == "exception":
		return x.liftsDuty(l)
	}
	return x.bindsOnly(l, near) && !x.isAbout(l)
}

// liftsDuty tells an exception to the duty or the ban that the claim states, or to
// what it says that a term does not cover. It must not fire where the claim is of
// the exception, states an exemption or makes an exception of its own, be it another
// one's.
func (x *comparison) liftsDuty(l *limit) bool {
	switch {
	case l.unit != l.governs && x.claim.refersBack(), x.claim.frees(), x.isAbout(l), x.exceptsAs(l):
		return false
	case x.excepts() && !x.statesAnotherLimit(l):
		return false
	case x.claim.obliges() && (x.bindsBeside(l) || x.text.bansItem(l.governs)):
		return true
	}
	return x.claim.leavesOut() && x.text.takesOut(l.governs)
}

// bindsBeside tells a unit that lays down a duty or a ban outside the limit itself.
func (x *comparison) bindsBeside(l *limit) bool {
	return binds(keepWhere(x.text.predicates[l.governs], func(p predicate) bool {
		return p.cue.Start < l.span.Start || p.cue.Start >= l.span.End
	}))
}

// bindsOnly tells a condition on which alone the duty or the ban of the claim holds:
// one that opens the sentence, or a long one behind a ban.
func (x *comparison) bindsOnly(l *limit, near float64) bool {
	if x.claim.obliges() && x.opensUnit(l) && near >= permitNear && !x.claim.conditional && len(x.freshWords(l)) >= 3 {
		return true
	}
	return x.claim.forbids() && forbidding(x.text.predicates[l.governs]) && len(x.freshWords(l)) >= 5 && x.text.units[l.unit].own[0].start < l.span.Start-40
}

// actNear is how well a claim must follow the clause on which a limit hangs to be
// about its act, whatever the force.
const actNear = 0.66

// limitsAct tells an exception that hangs on the very clause that the claim states.
// It must not fire where the claim sets a limit of its own, speaks of the exception
// itself, or states an exemption.
func (x *comparison) limitsAct(l *limit) bool {
	if l.kind != "exception" || l.unit != l.governs || !x.isMain(l.unit) || x.isForm(l.unit) || x.claim.frees() || x.limitsItself(l) {
		return false
	}
	near := actNear
	if x.claim.permits() {
		if len(x.claim.numbers) > 0 {
			return false // how much may be charged is said of those who may be charged
		}
		near = permitNear
	}
	return x.hangsOn(l) >= near && x.saysAs(l) && !x.isAbout(l) && !x.exceptsAs(l)
}

// conditionsAct tells a condition that hangs on the very clause that the claim
// states: on a permission, on freedom from a duty, or on what simply is so. It must
// not fire where the claim sets a condition of its own, nor on a price, which is
// said of those who may ask it.
func (x *comparison) conditionsAct(l *limit) bool {
	if l.kind != "condition" || l.intent || !x.isMain(l.unit) || x.isForm(l.unit) || x.claim.obliges() || x.claim.conditional || x.isAbout(l) || x.hangsOn(l) < conditionNear {
		return false
	}
	switch {
	case x.claim.permits():
		return x.onForce(l, may)
	case x.claim.releases():
		return x.onForce(l, needNot) && x.saysAs(l)
	}
	return len(x.freshWords(l)) >= 3 && x.saysAs(l) && !x.claim.refersBack()
}

// takesOut tells a sentence, or an item of one, by which a definition takes
// something out of itself.
func (t *lawText) takesOut(u int) bool {
	if t.units[u].nature != Definitional {
		return false
	}
	return excludes(t.predicates[u]) || t.units[u].parent >= 0 && excludes(t.predicates[t.units[u].parent])
}

// isForm tells words of a notice that the law prescribes: it speaks to "you", and
// what it tells the reader limits no duty.
func (x *comparison) isForm(u int) bool {
	return hasWord(x.text.units[u].own, "you|your|yours")
}

// permitNear is how well a claim that permits something must follow the law for a
// dropped condition to be told.
const permitNear = 0.7

// conditionNear is the same for a condition that hangs on that very permission.
const conditionNear = 0.65

// follows is how well the claim's own words stand in a unit with its lead-in.
func (x *comparison) follows(u int) float64 {
	if !x.isMain(u) {
		return 0
	}
	return contained(x.claim.own, x.law.weight, x.text.units[u].set, x.text.units[u].leads)
}

// isMain reports whether unit u is the one aligned with the claim, or leads into
// it.
func (x *comparison) isMain(u int) bool {
	return u == x.fit.unit || leadsInto(x.text.units, u, x.fit.unit) && u < x.fit.unit || u >= x.fit.window.from && u < x.fit.window.to
}

// leftOut records a limit that is not said.
func (x *comparison) leftOut(l *limit) {
	words := x.text.text[l.span.Start:l.span.End]
	certainty := finding.Likely
	if x.follows(l.governs) < 0.6 && !l.intent {
		certainty = finding.Possible
	}
	what := map[string]string{"exception": "the law makes an exception", "condition": "the law says so on a condition"}[l.kind]
	x.differ(l.kind, "unconditional", shorten(words, 160), x.claimSpan(), l.span, certainty,
		fmt.Sprintf("%s that the answer states nowhere: %q", what, shorten(words, 160)))
}

func (x *comparison) claimSpan() answer.Span { return covering(x.claim.own) }
