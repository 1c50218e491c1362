package compare

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
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
	// wholeNear is the same for an exemption from the whole section, which limits each of
	// its sentences a little.
	wholeNear = 0.75
)

// partNear is how well a permission must follow its subsection for those whom the subsection
// leaves out to be missed.
const partNear = 0.55

// limits finds exceptions and conditions of the aligned sentence that the answer
// states nowhere.
func (x *Comparison) limits() {
	if x.Fit.Unit < 0 || x.Fit.Thin && !x.briefly() && !x.exemptsAlike(x.Fit.Unit) {
		return
	}
	x.conjuncts()
	brief := strings.Contains(x.Claim.Claim.Text, "|") // a row of a table has no room for conditions
	for i := range x.Text.Limits {
		l := &x.Text.Limits[i]
		if brief && l.Kind == "condition" {
			continue
		}
		if x.bears(l) && !x.states(l) && !x.has(l.Kind) && !x.told(l) {
			x.leftOut(x.twin(l))
		}
	}
}

// briefly tells a claim that aligns thinly for its few words alone: half of it stands
// in the section, and two rare words, or no other sentence has half as much of it. It must not tell so of what a term leaves out.
func (x *Comparison) briefly() bool {
	return x.Fit.Score >= limitNear && (x.Fit.Rare >= 2 || x.aloneAhead()) && x.Claim.Obliges()
}

// aloneAhead tells that no other sentence of the section has half as much of the claim as
// the one aligned with it.
func (x *Comparison) aloneAhead() bool {
	for u := range x.Text.Units {
		if u != x.Fit.Unit && x.Text.Units[u].Parent != x.Fit.Unit && x.Text.Units[x.Fit.Unit].Parent != u && x.ownWords(u) > x.Fit.UnitScore/2 {
			return false
		}
	}
	return true
}

// told tells leave of some law that a difference already shows.
func (x *Comparison) told(l *enacted.Limit) bool {
	for _, d := range x.Found {
		if l.Grant && d.InLaw == l.Span {
			return true
		}
	}
	return false
}

// twin gives the exception on the same ground whose words are nearer to the
// claim: a section may excuse telling the residents and telling the owner in two
// subsections, and a claim about residents is shown the first.
func (x *Comparison) twin(l *enacted.Limit) *enacted.Limit {
	best, near := l, lexis.Contained(x.Claim.Own, x.Law.Weight, lexis.SetOf(l.Words))
	for i := range x.Text.Limits {
		o := &x.Text.Limits[i]
		if l.Kind != "exception" || o.Kind != l.Kind || o.Unit == l.Unit || len(o.Words) > 2*len(l.Words) || // a long one has more of any claim
			lexis.Contained(l.Words, x.Law.Weight, lexis.SetOf(o.Words)) < 0.5 {
			continue
		}
		if score := lexis.Contained(x.Claim.Own, x.Law.Weight, lexis.SetOf(o.Words)); score > near {
			best, near = o, score
		}
	}
	return best
}

// bears reports whether a limit limits what the claim says.
func (x *Comparison) bears(l *enacted.Limit) bool {
	if l.Kind == "exception" && x.leavesFree(l) || l.Harmless && x.manyBans() && lexis.Shared(x.Claim.Telling, lexis.SetOf(l.Words)) < harmlessWords {
		return false
	}
	if x.limitsAct(l) || x.conditionsAct(l) || x.awaitsRequest(l) {
		return true
	}
	near := x.follows(l.Governs)
	if enacted.LeadsInto(x.Text.Units, l.Governs, x.Fit.Unit) {
		switch {
		case l.Kind == "condition" && l.Unit == l.Governs && x.opensUnit(l):
			near = max(near, x.follows(x.Fit.Unit)) // "if the work meets the standard, the maker shall pay: (a) …"
		case l.Intent:
			near = max(near, x.Fit.Score) // "whoever knowingly …: 1. for the first offense, …"
		case l.Unit != l.Governs && (x.Text.SparesDeed(l.Unit, l.Governs) || l.Kind == "exception" && !l.Whole && x.Text.ReachesNot(l.Unit) && x.saysNever()):
			near = max(near, x.Fit.UnitScore) // a sentence that lifts what leads into the claim's item
		}
	}
	switch {
	case l.Whole && (near < wholeNear || x.Fit.Thin):
		return false
	case l.Lawful:
		return near >= limitNear && x.Claim.Immunizes() && !x.Claim.RefersBack()
	case near < limitNear || !l.Intent && x.isForm(l.Unit):
		return false
	case l.Intent:
		return lexis.HasWord(x.Claim.Own, "penalty|penalties|fine|fined|liable|misdemeanor|felony|guilty|damages|offense|crime|license|licence|registration") ||
			x.Claim.Penalizes()
	case l.Kind == "exception" && x.Claim.Permits() && !x.Claim.Conditional && near >= permitNear &&
		l.Unit == l.Governs && x.onPermission(l):
		return !x.isAbout(l) && len(x.Claim.Numbers) == 0 // how much may be charged is said of those who may be charged
	case l.Part && x.Claim.Permits():
		return near >= partNear && !x.isAbout(l) && !x.excepts() && !x.Claim.Frees()
	case l.Kind == "exception":
		return x.liftsDuty(l)
	}
	return x.bindsOnly(l, near) && !x.isAbout(l)
}

// saysNever tells a claim that leaves no room for an exception: "may not be flown at all".
func (x *Comparison) saysNever() bool {
	_, found := lexis.FirstPhrase(x.Claim.Own, []string{"at all", "never", "ever", "under any circumstances", "in no case|event", "on no account", "whatsoever"})
	return found
}

// liftsDuty tells an exception to the duty or the ban that the claim states, or to
// what it says that a term does not cover. It must not fire where the claim is of
// the exception, states an exemption or makes an exception of its own, be it another
// one's.
func (x *Comparison) liftsDuty(l *enacted.Limit) bool {
	switch {
	case l.Unit != l.Governs && x.Claim.RefersBack(), x.Claim.Frees(), x.isAbout(l), x.exceptsAs(l), x.sparesThem(l):
		return false
	case x.excepts() && !x.statesAnotherLimit(l):
		return false
	case (x.Claim.Obliges() || x.Claim.Bids() || x.isNotDone(l)) && (x.bindsBeside(l) || x.Text.BansItem(l.Governs)):
		return true
	}
	if x.Claim.Immunizes() && lexis.HasWord(l.Clause, "liable|liability|immune") {
		return true // freedom from liability ends where the law excepts
	}
	return x.Claim.LeavesOut() && x.Text.TakesOut(l.Governs)
}

// isNotDone tells a claim that states a ban as what is not done: "the report isn't released"
// of "a report shall not be released". It must follow the sentence closely.
func (x *Comparison) isNotDone(l *enacted.Limit) bool {
	if x.modals() > 0 || l.Governs != x.Fit.Unit || x.Fit.UnitScore < plainlySame || !force.Forbidding(x.Text.Predicates[l.Governs]) {
		return false
	}
	own := x.Claim.Own
	for i := range own {
		if end, found := lexis.PhraseEnd(own, i, "isn't|aren't"); found && end < len(own) && strings.HasSuffix(own[end].Lower, "ed") {
			return true
		}
		if end, found := lexis.PhraseEnd(own, i, "is|are not|never"); found && end < len(own) && strings.HasSuffix(own[end].Lower, "ed") {
			return true
		}
	}
	return false
}

// bindsBeside tells a unit that lays down a duty or a ban outside the limit itself.
func (x *Comparison) bindsBeside(l *enacted.Limit) bool {
	return force.Binds(lexis.KeepWhere(x.Text.Predicates[l.Governs], func(p force.Predicate) bool {
		return p.Cue.Start < l.Span.Start || p.Cue.Start >= l.Span.End
	}))
}

// bindsOnly tells a condition on which alone the duty or the ban of the claim holds:
// one that opens the sentence, or a long one behind a ban.
func (x *Comparison) bindsOnly(l *enacted.Limit, near float64) bool {
	if x.Claim.Obliges() && x.opensUnit(l) && near >= permitNear && !x.Claim.Conditional && len(x.freshWords(l)) >= 3 {
		return true
	}
	return x.Claim.Forbids() && force.Forbidding(x.Text.Predicates[l.Governs]) && len(x.freshWords(l)) >= 5 &&
		x.Text.Units[l.Unit].Own[0].Start < l.Span.Start-40
}

// actNear is how well a claim must follow the clause on which a limit hangs to be
// about its act, whatever the force.
const actNear = 0.66

// limitsAct tells an exception that hangs on the very clause that the claim states.
// It must not fire where the claim sets a limit of its own, speaks of the exception
// itself, or states an exemption.
func (x *Comparison) limitsAct(l *enacted.Limit) bool {
	if l.Kind != "exception" || l.Unit != l.Governs || !x.isMain(l.Unit) || x.isForm(l.Unit) || x.Claim.Frees() || x.limitsItself(l) {
		return false
	}
	near := actNear
	if x.Claim.Permits() {
		if len(x.Claim.Numbers) > 0 {
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
func (x *Comparison) conditionsAct(l *enacted.Limit) bool {
	if l.Kind != "condition" || l.Intent || !x.isMain(l.Unit) || x.isForm(l.Unit) || x.Claim.Obliges() && !x.Claim.Immunizes() ||
		x.Claim.Conditional && !x.restatesBriefly(l) && !x.restatesOnly(l) || x.isAbout(l) {
		return false
	}
	if x.exemptsAlike(l.Unit) {
		return x.saysAs(l)
	}
	if x.hangsOn(l) < conditionNear {
		return false
	}
	switch {
	case x.Claim.Immunizes():
		return len(x.freshWords(l)) >= 3 && x.saysAs(l)
	case x.Claim.Permits():
		return x.onForce(l, force.May)
	case x.Claim.Releases():
		return x.onForce(l, force.NeedNot) && x.saysAs(l)
	}
	return len(x.freshWords(l)) >= 3 && x.saysAs(l) && !x.Claim.RefersBack() && !x.setsScene(l)
}

// exemptShare is how much of the exempt a sentence must name.
const exemptShare = 0.75

// exemptsAlike tells a claim that takes somebody or something out of the law, and a sentence
// that does so by the same name: "catalog sales are free of the limit" of "this section does
// not apply to sales from a catalog when …".
func (x *Comparison) exemptsAlike(u int) bool {
	for i := range x.Claim.Predicates {
		p := &x.Claim.Predicates[i]
		exempt := lexis.Content(force.LastPart(p.Subject))
		if p.Topic == "apply" && p.Force == force.IsNot && !p.Subordinate && len(exempt) > 0 && x.Text.ReachesNot(u) &&
			lexis.Contained(exempt, x.Law.Weight, x.Text.Units[u].Set) >= exemptShare {
			return true
		}
	}
	return false
}

// sceneShare is how much of a condition must stand in what the answer says on the section.
const sceneShare = 0.7

// setsScene tells a condition of which the answer speaks throughout: "if a freeze is in
// place", in an answer on freezes.
func (x *Comparison) setsScene(l *enacted.Limit) bool {
	said := lexis.TermSet{}
	for _, c := range x.Related {
		said.Add(c.Own)
	}
	return lexis.Contained(x.freshWords(l), x.Law.Weight, said) >= sceneShare
}

// isForm tells words of a notice that the law prescribes: it speaks to "you", and
// what it tells the reader limits no duty.
func (x *Comparison) isForm(u int) bool {
	return lexis.HasWord(x.Text.Units[u].Own, "you|your|yours")
}

// permitNear is how well a claim that permits something must follow the law for a
// dropped condition to be told.
const permitNear = 0.7

// conditionNear is the same for a condition that hangs on that very permission.
const conditionNear = 0.65

// follows is how well the claim's own words stand in a unit with its lead-in.
func (x *Comparison) follows(u int) float64 {
	if !x.isMain(u) {
		return 0
	}
	return lexis.Contained(x.Claim.Own, x.Law.Weight, x.Text.Units[u].Set, x.Text.Units[u].Leads)
}

// mainUnits is how long a run of units may be for each of them to be the claim's: in a long
// one most are beside it.
const mainUnits = 3

// isMain reports whether unit u is the one aligned with the claim, or leads into
// it.
func (x *Comparison) isMain(u int) bool {
	w := x.Fit.Window
	return u == x.Fit.Unit || enacted.LeadsInto(x.Text.Units, u, x.Fit.Unit) && u < x.Fit.Unit ||
		u >= w.From && u < w.To && w.To-w.From <= mainUnits
}

// leftOut records a limit that is not said.
func (x *Comparison) leftOut(l *enacted.Limit) {
	words := x.shown(l.Span)
	certainty := finding.Likely
	if x.follows(l.Governs) < 0.6 && !l.Intent {
		certainty = finding.Possible
	}
	what := map[string]string{"exception": "the law makes an exception", "condition": "the law says so on a condition"}[l.Kind]
	x.differ(l.Kind, "unconditional", words, x.claimSpan(), l.Span, certainty,
		fmt.Sprintf("%s that the answer states nowhere: %q", what, words))
}

func (x *Comparison) claimSpan() answer.Span { return lexis.Covering(x.Claim.Own) }
