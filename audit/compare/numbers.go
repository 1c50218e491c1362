package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// rival is a figure of the law with how much the words around it share with the
// words around the claim's.
type rival struct {
	quantity.Number
	unit int
	near float64
}

const (
	// nearEnough: below it two figures are not about the same thing.
	nearEnough = 0.36
	// clearlyNearer: so much nearer another figure must be than the equal one.
	clearlyNearer = 0.3
	// reachOfContext is how many words of content around a figure tell what it is
	// about.
	reachOfContext = 7
)

// Numbers compares each figure of the claim with those of the section.
func (x *Comparison) Numbers() {
	for i := range x.Claim.Numbers {
		n := &x.Claim.Numbers[i]
		rivals := x.rivals(n)
		if x.sameCount(n, rivals) {
			x.Agreed++
			continue
		}
		if equal := x.equalOf(n, rivals); equal != nil {
			x.sameValue(n, equal, rivals)
			continue
		}
		x.otherValue(n, rivals)
	}
}

// boundLead is how much nearer a figure bounded the other way must be than one bounded
// alike for the two texts to differ: "below $500 a misdemeanor, above it a felony" has both.
const boundLead = 0.25

// fewThings is up to how many things one more or less makes a difference that a writer means.
const fewThings = 12

// wholeBound is a bound on whole things as a most or a least: "more than two" is at least three.
func wholeBound(n *quantity.Number) (float64, string) {
	switch {
	case n.Unit != "count" && n.Unit != "times" || n.Plain > fewThings:
		return 0, ""
	case n.Bound == "over":
		return n.Plain + 1, "min"
	case n.Bound == "under":
		return n.Plain - 1, "max"
	}
	return n.Plain, n.Bound
}

// sameCount tells a figure of few things that the section has in other words: "three or more" of
// "more than two".
func (x *Comparison) sameCount(n *quantity.Number, rivals []rival) bool {
	v, bound := wholeBound(n)
	if bound == "" {
		return false
	}
	return nearest(rivals, func(r *rival) bool {
		w, other := wholeBound(&r.Number)
		return w == v && other == bound && r.Bound != n.Bound && r.near >= nearEnough/2
	}) != nil
}

// offByOne tells a bound on few things that takes in one more or less: "three or more" of "more
// than three". It must not fire where the section has the figure so bounded too, nor far from
// the claim's words.
func (x *Comparison) offByOne(n *quantity.Number, equal *rival, rivals []rival) bool {
	v, bound := wholeBound(n)
	w, other := wholeBound(&equal.Number)
	if bound == "" || bound != other || v == w || equal.near < nearEnough {
		return false
	}
	return nearest(rivals, func(r *rival) bool { return n.Same(&r.Number) && r.Bound == n.Bound }) == nil
}

// equalOf is the nearest figure of that value, of two about as near the one bounded alike;
// nil for none.
func (x *Comparison) equalOf(n *quantity.Number, rivals []rival) *rival {
	equal := nearest(rivals, func(r *rival) bool { return n.Same(&r.Number) })
	if equal == nil || !opposed(n.Bound, equal.Bound) {
		return equal
	}
	if alike := nearest(rivals, func(r *rival) bool { return n.Same(&r.Number) && likeBound(n, &r.Number) }); alike != nil && alike.near >= equal.near-boundLead {
		return alike
	}
	return equal
}

// rivals are the section's comparable figures in the order of the text.
func (x *Comparison) rivals(n *quantity.Number) []rival {
	var list []rival
	for u := range x.Text.Numbers {
		for _, m := range x.Text.Numbers[u] {
			if n.Comparable(&m) {
				list = append(list, rival{m, u, x.nearness(n, u, &m)})
			}
		}
	}
	return list
}

// around are the words of content near a figure of the claim, and of its label.
func (x *Comparison) around(n *quantity.Number) []lexis.Word {
	near := Surrounding(x.Claim.Own, n, x.Claim.Numbers)
	return append(near, lexis.Content(x.Claim.Label)...)
}

// Surrounding takes words on both sides, up to the next figures.
func Surrounding(list []lexis.Word, n *quantity.Number, all []quantity.Number) []lexis.Word {
	from, to := 0, len(list)
	for _, m := range all {
		if m.Past <= n.At {
			from = max(from, m.Past)
		}
		if m.At >= n.Past {
			to = min(to, m.At)
		}
	}
	before, behind := lexis.Content(list[from:n.At]), lexis.Content(list[min(n.Past, to):to])
	before = before[max(0, len(before)-reachOfContext):]
	behind = behind[:min(len(behind), reachOfContext)]
	return append(append([]lexis.Word{}, before...), behind...)
}

// nearness is the share of the claim's words around its figure that stand around
// the law's.
func (x *Comparison) nearness(n *quantity.Number, u int, m *quantity.Number) float64 {
	wide := x.nearnessOf(x.around(n), u, m)
	if close := ClauseOf(x.Answer, x.Claim.Own, n, x.Claim.Numbers); len(close) >= 2 {
		return max(wide, x.nearnessOf(close, u, m))
	}
	return wide
}

// ClauseOf are the words around a figure up to the next stop on each side.
func ClauseOf(text string, list []lexis.Word, n *quantity.Number, all []quantity.Number) []lexis.Word {
	from, to := lexis.ClauseAt(text, list, n.At, min(n.Past, len(list)))
	near := Surrounding(list, n, all)
	return lexis.KeepWhere(near, func(w lexis.Word) bool {
		return from < len(list) && w.Start >= list[from].Start && w.End <= list[to-1].End
	})
}

func (x *Comparison) nearnessOf(around []lexis.Word, u int, m *quantity.Number) float64 {
	unit := &x.Text.Units[u]
	close := Surrounding(unit.Own, m, nil)
	near := lexis.Contained(around, x.Law.Weight, lexis.SetOf(close), unit.Leads)
	whole := lexis.Contained(around, x.Law.Weight, unit.Set, unit.Leads, x.Text.Title)
	return 0.6*near + 0.4*whole
}

// nearest is the first of the rivals with the greatest nearness that fits.
func nearest(list []rival, fits func(*rival) bool) *rival {
	var best *rival
	for i := range list {
		if fits(&list[i]) && (best == nil || list[i].near > best.near) {
			best = &list[i]
		}
	}
	return best
}

// sameValue looks at kind, bound and basis of a figure that the section has, and
// whether another figure stands clearly nearer to the same words.
func (x *Comparison) sameValue(n *quantity.Number, equal *rival, rivals []rival) {
	other := nearest(rivals, func(r *rival) bool { return !n.Same(&r.Number) && !x.statesAnother(n, &r.Number) })
	if other != nil && other.near >= equal.near+clearlyNearer && other.near >= 0.6 && n.Noun == other.Noun {
		x.contradict(n, other, finding.Likely)
		return
	}
	if r := x.inItsSentence(n, equal, rivals); r != nil {
		x.contradict(n, r, finding.Likely)
		return
	}
	if start := x.otherStart(n, equal, rivals); start != nil {
		x.contradict(n, start, finding.Likely)
		return
	}
	x.Agreed++
	switch {
	case n.Kind != "" && equal.Kind != "" && n.Kind != equal.Kind:
		x.differ(x.slotOf(n, equal), n.Say(), equal.Say(), n.Span, equal.Span, finding.Certain,
			fmt.Sprintf("the claim counts %s days, the law %s days", n.Kind, equal.Kind))
	case n.Kind == "business" && equal.Kind == "" && n.IsTime() && !x.countsBusinessDays(n):
		x.differ(x.slotOf(n, equal), n.Say(), equal.Say(), n.Span, equal.Span, finding.Likely, "the claim counts business days, the law plain days")
	case x.offByOne(n, equal, rivals):
		x.differ(n.Slot, n.Say(), equal.Say(), n.Span, equal.Span, finding.Likely, fmt.Sprintf("the claim says %s, the law %s", n.Say(), equal.Say()))
	case x.turnedRound(n, equal, rivals):
		x.differ(n.Slot, n.Say(), equal.Say(), n.Span, equal.Span, finding.Likely,
			fmt.Sprintf("the claim says %s, the law %s", n.Say(), equal.Say()))
	case n.Per != "" && equal.Per != "" && n.Per != equal.Per && equal.near >= nearEnough && isTimeTerm(n.Per) != isTimeTerm(equal.Per):
		x.differ(n.Slot, n.Say(), equal.Say(), n.Span, equal.Span, finding.Likely,
			fmt.Sprintf("the claim reckons per %s, the law per %s", n.Each, equal.Each))
	}
}

const (
	// sentenceOwn is how much of a claim the sentence that it follows must hold, sentenceLead
	// how much more than that of the equal figure, and figureLead how much nearer its own
	// figure must be.
	sentenceOwn  = 0.75
	sentenceLead = 0.2
	figureLead   = 0.1
)

// inItsSentence is the one figure of the sentence that the claim follows closely, where the
// figure that is equal stands in another sentence which has much less of the claim: "in place
// within five days" of a sentence with three days, though a confirmation is due within five.
// It must not be one that the claim gives for something else, nor bounded or counted otherwise.
func (x *Comparison) inItsSentence(n *quantity.Number, equal *rival, rivals []rival) *rival {
	u := x.Fit.Unit
	if u < 0 || equal.unit == u || x.ownWords(u) < sentenceOwn || x.ownWords(equal.unit) > x.ownWords(u)-sentenceLead {
		return nil
	}
	var sole *rival
	for i := range rivals {
		r := &rivals[i]
		if r.unit != u || x.statesAnother(n, &r.Number) {
			continue
		}
		if n.Same(&r.Number) || sole != nil {
			return nil
		}
		sole = r
	}
	if sole == nil || sole.Bound != n.Bound || sole.Kind != n.Kind || sole.Unit != n.Unit || sole.near < equal.near+figureLead {
		return nil
	}
	return sole
}

func isTimeTerm(term string) bool {
	return lexis.OneOf(term, "day|week|month|annual|year|hour")
}

// opposed bounds turn the meaning round: a most made a least.
func opposed(a, b string) bool {
	upper := func(s string) bool { return s == "max" || s == "under" }
	lower := func(s string) bool { return s == "min" || s == "over" }
	return upper(a) && lower(b) || lower(a) && upper(b)
}

// turnedRound tells a bound set the other way. "Fewer than" and "at least" may say
// one thing where one of the two denies; "at most" and "at least" never do. Where
// each such figure of the section is bounded the other way, the words around it need
// not be alike.
func (x *Comparison) turnedRound(n *quantity.Number, equal *rival, rivals []rival) bool {
	strict := lexis.OneOf(n.Bound, "under|over") || lexis.OneOf(equal.Bound, "under|over")
	if !opposed(n.Bound, equal.Bound) || strict && (x.Claim.Forbids() || x.Claim.Releases()) || x.otherSideOf(n, equal) {
		return false
	}
	if equal.near >= nearEnough {
		return true
	}
	for i := range rivals {
		if m := &rivals[i].Number; n.Same(m) && !opposed(n.Bound, m.Bound) {
			return false
		}
	}
	return n.Unit != "count" && !complements(n.Bound, equal.Bound)
}

// otherSideOf tells a claim of what an exemption leaves: "more than five dollars" where "this
// section does not apply to five dollars or less".
func (x *Comparison) otherSideOf(n *quantity.Number, equal *rival) bool {
	return complements(n.Bound, equal.Bound) && x.Text.ReachesNot(equal.unit) && !x.Claim.Exempts()
}

// complements leave nothing between them: what is not under is at least.
func complements(a, b string) bool {
	return lexis.OneOf(a, "min|under") && lexis.OneOf(b, "min|under") || lexis.OneOf(a, "max|over") && lexis.OneOf(b, "max|over")
}

// statesAnother tells that the law's figure is one that the claim gives too, for
// something else.
func (x *Comparison) statesAnother(n *quantity.Number, m *quantity.Number) bool {
	for i := range x.Claim.Numbers {
		if k := &x.Claim.Numbers[i]; k != n && k.Same(m) {
			return true
		}
	}
	return false
}

// allowsBelow tells leave for a sum that keeps within the one bound of its kind: "paying cash
// for an eight-hundred-dollar load is not forbidden" of "may not pay cash above $1,000".
func (x *Comparison) allowsBelow(n *quantity.Number, rivals []rival) bool {
	if n.Bound != "" || !x.Claim.Permits() && !x.Claim.Releases() {
		return false
	}
	r := nearest(rivals, func(r *rival) bool { return r.Unit == n.Unit })
	return r != nil && lexis.OneOf(r.Bound, "max|over|under") && r.Value > n.Value
}

// otherValue handles a figure that the section has nowhere.
func (x *Comparison) otherValue(n *quantity.Number, rivals []rival) {
	if x.heldElsewhere(n) || x.allowsBelow(n, rivals) || x.betweenAges(n) {
		return
	}
	if n.Unit == "count" && x.standsPlain(n) {
		if r := x.countInPlace(n, rivals); r != nil {
			x.contradict(n, r, finding.Likely)
		}
		return
	}
	other := nearest(rivals, func(r *rival) bool { return !x.statesAnother(n, &r.Number) && (n.Age || !r.Age) })
	unit := nearest(rivals, func(r *rival) bool { return r.Plain == n.Plain && n.Unit != "count" && !x.statesAnother(n, &r.Number) })
	end, inPlace := x.otherEnd(n, rivals), x.inPlace(n, rivals)
	switch {
	case end != nil:
		x.contradict(n, end, finding.Certain)
	case n.Kind != "" && x.Fit.Common > 0 && x.soleKind(n, rivals) != nil:
		x.contradict(n, x.soleKind(n, rivals), finding.Likely)
	case n.Age && soleAge(rivals) != nil && (soleAge(rivals).near >= ageNear || len(x.around(n)) < 2):
		x.contradict(n, soleAge(rivals), finding.Likely)
	case unit != nil && unit.Plain > 1 && (unit.near >= nearEnough/2 || x.soleRival(n, rivals)):
		x.contradict(n, unit, finding.Certain)
	case other != nil && other.near >= nearEnough && x.Fit.Score >= 0.3 && !x.countsOther(n, other):
		x.contradict(n, other, finding.Certain)
	case other != nil && x.soleRival(n, rivals) && !x.Fit.Thin && x.sameThing(n, other):
		x.contradict(n, other, finding.Likely)
	case other != nil && x.soleRival(n, rivals) && n.IsTime() && other.IsTime() && x.Fit.Common > 0 && ofOneScale(n, &other.Number):
		x.contradict(n, other, finding.Possible)
	case inPlace != nil:
		x.contradict(n, inPlace, finding.Likely)
	case n.Slot == "deadline" && x.againstImmediacy(n):
	case n.Unit == "period", n.Unit == "times" && (x.countsCases(n) || x.countedAsThings(n)):
	case n.Unit == "count" && (n.Plain < 10 || x.standsPlain(n)):
	default:
		x.Unstated = append(x.Unstated, *n)
	}
}

// ageNear is how near the section's one age must be to be the one of which the claim gives
// another: an age may also come from a definition elsewhere.
const ageNear = 0.2

const (
	// placeScore is how much of a claim the sentence of the law must hold, and placeNear how
	// near its figure must be, for that to be the figure of which the claim gives another.
	placeScore = 0.33
	placeNear  = 0.36
)

// inPlace is the figure that stands where the claim's should: in the sentence that the
// claim follows, or in another item of its list, bounded alike; the nearest of several, nil
// for none. It must not be one that the claim gives for something else, nor one whose bound
// leaves the claim's figure free.
func (x *Comparison) inPlace(n *quantity.Number, rivals []rival) *rival {
	if n.Unit == "count" || x.Fit.Unit < 0 {
		return nil
	}
	parent := x.Text.Units[x.Fit.Unit].Parent
	return nearest(rivals, func(r *rival) bool {
		if r.Bound != n.Bound || r.Kind != n.Kind || r.IsTime() != n.IsTime() || x.statesAnother(n, &r.Number) {
			return false
		}
		listed := parent >= 0 && x.Text.Units[r.unit].Parent == parent && r.unit >= x.Fit.Window.From && r.unit <= x.Fit.Window.To
		return (r.unit == x.Fit.Unit || listed) && (x.Fit.UnitScore >= placeScore || r.near >= placeNear)
	})
}

// countInPlace is what the sentence that the claim follows counts of the same things, where
// that is its one count of them and the claim gives it nowhere: "three copies" of "two
// copies"; nil for none. It must not fire on a bare figure.
func (x *Comparison) countInPlace(n *quantity.Number, rivals []rival) *rival {
	r := nearest(rivals, func(r *rival) bool { return r.unit == x.Fit.Unit && r.Noun == n.Noun })
	if n.Noun == "" || r == nil || r.Bound != n.Bound || x.statesAnother(n, &r.Number) || r.near < plainlySame || x.Fit.UnitScore < plainlySame {
		return nil
	}
	return r
}

// ofOneScale tells two times that may be of one thing: two days and five years are not.
func ofOneScale(n, m *quantity.Number) bool {
	return n.Value <= m.Value*sameScale && m.Value <= n.Value*sameScale
}

// sameScale is how many times longer one time may be than another for the two to be of one
// thing.
const sameScale = 60

// soleKind is the one figure of the section in days of the claim's kind, such as business
// days, that the claim does not give itself; nil for none or several.
func (x *Comparison) soleKind(n *quantity.Number, rivals []rival) *rival {
	var sole *rival
	for i := range rivals {
		if r := &rivals[i]; r.Kind == n.Kind && !x.statesAnother(n, &r.Number) {
			if sole != nil && !sole.Same(&r.Number) {
				return nil
			}
			sole = r
		}
	}
	return sole
}

// soleAge is the one age among the section's figures, nil for none or several.
func soleAge(rivals []rival) *rival {
	var age *rival
	for i := range rivals {
		if !rivals[i].Age {
			continue
		}
		if age != nil && !age.Same(&rivals[i].Number) {
			return nil
		}
		age = &rivals[i]
	}
	return age
}

// standsPlain tells that the section has the bare figure, whatever it counts there:
// "under sixteen" and "less than 16 years of age".
func (x *Comparison) standsPlain(n *quantity.Number) bool {
	for u := range x.Text.Numbers {
		for _, m := range x.Text.Numbers[u] {
			if m.Plain == n.Plain {
				return true
			}
		}
	}
	return false
}

// soleRival tells that but one of the section's figures is left that the claim does
// not give itself.
func (x *Comparison) soleRival(n *quantity.Number, rivals []rival) bool {
	left := 0
	for i := range rivals {
		if !x.statesAnother(n, &rivals[i].Number) && (n.Nth || !rivals[i].Nth) {
			left++
		}
	}
	return left == 1
}

// heldElsewhere tells that another citation of the claim has the figure.
func (x *Comparison) heldElsewhere(n *quantity.Number) bool {
	for i := range x.Elsewhere {
		if n.Same(&x.Elsewhere[i]) {
			return true
		}
	}
	return false
}

// sameThing wants the same slot and the same noun, or a unit that says it all.
func (x *Comparison) sameThing(n *quantity.Number, r *rival) bool {
	return n.Slot == r.Slot && (n.Unit != "count" || n.Noun == r.Noun)
}

// contradict records a figure that differs.
func (x *Comparison) contradict(n *quantity.Number, r *rival, c finding.Certainty) {
	x.differ(x.slotOf(n, r), n.Say(), r.Say(), n.Span, r.Span, c, fmt.Sprintf("the claim says %s, the law %s", n.Say(), r.Say()))
}

// countsOther tells a count of things that the section does not know, beside one of persons:
// "three papers" is not told by "two or more guests".
func (x *Comparison) countsOther(n *quantity.Number, other *rival) bool {
	return n.Unit == "count" && n.Noun != "" && other.Noun != "" && (n.Plain < 10 || !x.Text.All[n.Noun]) && isParty(n.Noun) != isParty(other.Noun)
}

// isParty tells a term for somebody.
func isParty(noun string) bool {
	return force.Acts(noun) || len(force.PartiesIn([]lexis.Word{{Lower: noun, Term: noun}})) > 0
}

// betweenAges tells an age that lies between two of the section: "at 13, 14 or 15" of "at least 13
// and less than 16 years of age".
func (x *Comparison) betweenAges(n *quantity.Number) bool {
	if n.Unit != "count" && !n.Age || n.Bound != "" {
		return false
	}
	low, high := false, false
	for u := range x.Text.Numbers {
		for i := range x.Text.Numbers[u] {
			m := &x.Text.Numbers[u][i]
			low = low || m.Age && lexis.OneOf(m.Bound, "min|over") && m.Plain <= n.Plain
			high = high || m.Age && lexis.OneOf(m.Bound, "max|under") && m.Plain > n.Plain
		}
	}
	return low && high
}

// countedAsThings tells a figure of times that the section has as one of things: "three times"
// of "three calls".
func (x *Comparison) countedAsThings(n *quantity.Number) bool {
	for u := range x.Text.Numbers {
		for i := range x.Text.Numbers[u] {
			if m := &x.Text.Numbers[u][i]; m.Unit == "count" && m.Plain == n.Plain {
				return true
			}
		}
	}
	return false
}

// slotOf is the slot of a figure of the claim beside one of the law: a time that either says to
// be a deadline is one.
func (x *Comparison) slotOf(n *quantity.Number, r *rival) string {
	if r.Slot == "deadline" && n.Slot == "number" && n.Unit != "count" {
		return "deadline"
	}
	return n.Slot
}

// countsBusinessDays tells that the section has so many business days somewhere.
func (x *Comparison) countsBusinessDays(n *quantity.Number) bool {
	for u := range x.Text.Numbers {
		for k := range x.Text.Numbers[u] {
			if m := &x.Text.Numbers[u][k]; m.Kind == "business" && m.Same(n) {
				return true
			}
		}
	}
	return false
}

// againstImmediacy sets a number of days against "immediately".
func (x *Comparison) againstImmediacy(n *quantity.Number) bool {
	best, at := 0.0, answer.Span{}
	for u := range x.Text.Units {
		unit := &x.Text.Units[u]
		s, found := quantity.Immediacy(unit.Own)
		if near := lexis.Contained(x.around(n), x.Law.Weight, unit.Set, unit.Leads); found && near > best {
			best, at = near, s
		}
	}
	if best < 0.5 {
		return false
	}
	x.differ("deadline", n.Say(), x.Text.Text[at.Start:at.End], n.Span, at, finding.Likely,
		fmt.Sprintf("the claim allows %s, the law says %q", n.SayValue(), x.Text.Text[at.Start:at.End]))
	return true
}
