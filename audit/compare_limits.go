package audit

import (
	"fmt"
	"strings"

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
	if x.fit.Thin || x.fit.unit < 0 {
		return
	}
	x.conjuncts()
	for i := range x.text.limits {
		l := &x.text.limits[i]
		if x.bears(l) && !x.states(l) && !x.has(l.kind) {
			x.leftOut(x.twin(l))
		}
	}
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

// obliges reports whether the claim states a duty, a ban or a sanction, which an
// exception could lift.
func (c *claimText) obliges() bool {
	for _, p := range c.predicates {
		if (p.force == must || p.force == mustNot) && !p.subordinate || p.topic == "liable" {
			return true
		}
	}
	return false
}

// bears reports whether a limit limits what the claim says.
func (x *comparison) bears(l *limit) bool {
	near := x.follows(l.governs)
	switch {
	case near < limitNear:
		return false
	case l.intent:
		return hasWord(x.claim.own, "penalty|penalties|fine|fined|liable|misdemeanor|felony|guilty|damages|offense|crime")
	case x.isForm(l.unit):
		return false
	case l.kind == "exception" && x.claim.permits() && !x.claim.conditional && near >= permitNear && l.unit == l.governs && x.onPermission(l):
		return !x.isAbout(l) && len(x.claim.numbers) == 0 // how much may be charged is said of those who may be charged
	case l.kind == "exception":
		return (x.claim.obliges() && binds(x.text.predicates[l.governs]) || x.claim.leavesOut() && x.text.takesOut(l.governs)) && !x.claim.frees() && !x.isAbout(l) && !x.exceptsAs(l) && (!x.excepts() || x.statesAnotherLimit(l))
	}
	if x.claim.obliges() && x.opensUnit(l) && near >= permitNear && !x.claim.conditional && len(x.freshWords(l)) >= 3 {
		return !x.isAbout(l)
	}
	if x.claim.forbids() && forbidding(x.text.predicates[l.governs]) && len(x.freshWords(l)) >= 5 && x.text.units[l.unit].own[0].start < l.span.Start-40 {
		return !x.isAbout(l)
	}
	return near >= permitNear && x.claim.permits() && !x.claim.conditional && !x.isAbout(l) && x.onPermission(l)
}

// leavesOut reports whether a claim says what a term does not cover.
func (c *claimText) leavesOut() bool {
	for _, p := range c.predicates {
		if p.topic == "include" && p.force == isNot {
			return true
		}
	}
	return false
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

// frees reports whether a claim states an exemption itself: a further exemption of
// the same section takes nothing from it.
func (c *claimText) frees() bool {
	return len(c.own) > 0 && (phraseIn(c.own, "not apply") || phraseIn(c.own, "is|are exempt|exempted") || c.own[0].lower == "nothing")
}

// opensUnit tells a condition that opens its sentence: "If the investigation shows
// misuse, the holder shall …".
func (x *comparison) opensUnit(l *limit) bool {
	own := x.text.units[l.unit].own
	return len(own) > 2 && l.span.Start <= own[2].start
}

// excepts reports whether the claim makes an exception itself.
func (x *comparison) excepts() bool {
	return hasWord(x.claim.own, "unless|except|without|save|otherwise|only")
}

// statesAnotherLimit tells that the exception which the claim makes is another of
// the same sentence.
func (x *comparison) statesAnotherLimit(l *limit) bool {
	for i := range x.text.limits {
		o := &x.text.limits[i]
		if o.unit == l.unit && o.span != l.span && o.kind == "exception" && (contained(x.freshWords(o), x.law.weight, x.claim.all) >= 0.4 || x.exceptsAs(o)) {
			return true
		}
	}
	return false
}

// exceptsAs tells that the claim's own exception opens with a word of a limit, or
// has most of its words.
func (x *comparison) exceptsAs(o *limit) bool {
	for _, opening := range []string{"without", "unless", "except", "save"} {
		said, _ := x.behind([]string{opening})
		if list, set := content(said), setOf(o.words); len(list) > 0 && (set[list[0].term] || contained(list, x.law.weight, set) >= 0.6) {
			return true
		}
	}
	return false
}

// onPermission tells that a condition hangs on a permission of its sentence, and
// not on what else the sentence says.
func (x *comparison) onPermission(l *limit) bool {
	for _, q := range x.text.predicates[l.unit] {
		if n := len(q.action); q.force == may && n > 0 && l.span.Start-q.action[n-1].end >= 0 && l.span.Start-q.action[n-1].end < 12 {
			return true
		}
		if q.force == may && l.span.End <= q.cue.Start && x.text.units[l.unit].own[0].end+4 >= l.span.Start {
			return true
		}
	}
	return false
}

// conjuncts finds a condition of two parts of which the claim gives one: "after an
// investigation and after written notice to the attorney general".
func (x *comparison) conjuncts() {
	for i := range x.text.limits {
		l := &x.text.limits[i]
		if l.kind != "condition" || l.intent || !x.isMain(l.unit) {
			continue
		}
		if part, missing := x.missingPart(l); missing {
			x.differ("condition", "one part", shorten(x.text.text[part.Start:part.End], 160), x.claimSpan(), part, finding.Likely,
				fmt.Sprintf("the law asks for a second thing that the claim leaves out: %q", shorten(x.text.text[part.Start:part.End], 160)))
			return
		}
	}
	x.compliance()
}

// missingPart is the part of a twofold condition that the answer has nothing of.
func (x *comparison) missingPart(l *limit) (answer.Span, bool) {
	parts := conjunctsOf(x.text.units[l.unit].own, l.span)
	given := false
	for _, p := range parts {
		given = given || contained(content(p), x.law.weight, x.claim.all) >= 0.6
	}
	for _, p := range parts {
		if list := content(p); given && len(parts) > 1 && len(list) >= 3 && !x.saidAtAll(list) {
			return covering(p), true
		}
	}
	return answer.Span{}, false
}

// conjunctsOf splits a clause at "and after", "and upon", "and with".
func conjunctsOf(own []word, s answer.Span) [][]word {
	var parts [][]word
	start := -1
	for i, w := range own {
		if w.start < s.Start || w.end > s.End {
			continue
		}
		if start < 0 {
			start = i
		}
		if w.lower == "and" && i+1 < len(own) && oneOf(own[i+1].lower, "after|upon|with|only|if|when|has|have") && i > start {
			parts, start = append(parts, own[start:i]), i+1
		}
	}
	if start >= 0 {
		end := start
		for end < len(own) && own[end].end <= s.End {
			end++
		}
		parts = append(parts, own[start:end])
	}
	return parts
}

// saidAtAll tells that the claim or a related one has a third of the words.
func (x *comparison) saidAtAll(list []word) bool {
	for _, c := range x.related {
		if contained(list, x.law.weight, c.all) >= limitSaid {
			return true
		}
	}
	return false
}

// compliance finds "subject to and in compliance with" of which the claim has the
// first half alone.
func (x *comparison) compliance() {
	u := &x.text.units[x.fit.unit]
	at, twofold := firstPhrase(u.own, []string{"and in compliance with", "and complies|comply|complying with", "and is|are in compliance with"})
	own := beforeDeemed(x.claim.own)
	if !twofold || x.fit.Score < 0.45 || !hasWord(own, "subject|governed|regulated") ||
		phraseIn(own, "in compliance with") || hasWord(own, "complies|comply|complying|compliant|conforms|meets|follows|observes|satisfies") {
		return
	}
	s := covering(u.own[max(0, at-2):min(len(u.own), at+8)])
	x.differ("condition", "subject to it", x.text.text[s.Start:s.End], x.claimSpan(), s, finding.Likely,
		fmt.Sprintf("being subject to the other law is not enough: %q", x.text.text[s.Start:s.End]))
}

// beforeDeemed cuts off what a claim says that somebody counts as: being deemed to
// comply is the consequence and not the condition.
func beforeDeemed(own []word) []word {
	for i := range own {
		if oneOf(own[i].lower, "deemed|considered|regarded|treated|counts|count|presumed") {
			return own[:i]
		}
	}
	return own
}

// permitNear is how well a claim that permits something must follow the law for a
// dropped condition to be told.
const permitNear = 0.7

// forbids reports whether a claim states a ban.
func (c *claimText) forbids() bool { return forbidding(c.predicates) }

func forbidding(list []predicate) bool {
	for _, p := range list {
		if p.force == mustNot && p.topic == "" {
			return true
		}
	}
	return false
}

// releases reports whether a claim says what need not be done or does not hold: a
// bound turned round is then the other half of the same rule.
func (c *claimText) releases() bool {
	for _, p := range c.predicates {
		if p.force == needNot || p.force == isNot {
			return true
		}
	}
	return false
}

// permits reports whether a claim says that something may be done.
func (c *claimText) permits() bool {
	for _, p := range c.predicates {
		if p.force == may {
			return true
		}
	}
	return false
}

// isAbout reports whether the claim states the limit itself: most of its words are
// those of the limit.
func (x *comparison) isAbout(l *limit) bool {
	return contained(x.claim.own, x.law.weight, setOf(x.freshWords(l))) >= 0.4 || l.kind == "exception" && x.demands(l)
}

// demands tells that the claim makes a duty of what lifts the law's ban: "no such
// agreement binds unless it is signed" is that it must be signed.
func (x *comparison) demands(l *limit) bool {
	if !forbidding(x.text.predicates[l.governs]) {
		return false
	}
	for i := range x.claim.predicates {
		p := &x.claim.predicates[i]
		if p.force == must && len(content(p.action)) > 0 && contained(p.action, x.law.weight, setOf(l.words)) >= 0.6 {
			return true
		}
	}
	return false
}

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

// states reports whether the claim, or one that rests on the same act, says the
// limit.
func (x *comparison) states(l *limit) bool {
	fresh := x.freshWords(l)
	if len(fresh) == 0 {
		return true
	}
	if l.intent {
		return x.intended()
	}
	for _, c := range x.related {
		if said := contained(fresh, x.law.weight, c.all); said >= limitSaid && (c == x.claim || said >= shortSaid || len(fresh) > shortLimit) && (c.conditional || c == x.claim || lifting(c)) {
			return true
		}
	}
	return false
}

// A limit of few words is said elsewhere in the answer only where most of them
// stand: one word of two is chance.
const (
	shortLimit = 3
	shortSaid  = 0.6
)

// intended reports whether a claim of the answer names a state of mind.
func (x *comparison) intended() bool {
	for _, c := range x.related {
		if hasWord(c.own, "knowing|knowingly|knows|knew|reckless|recklessly|intentional|intentionally|deliberate|deliberately|wilful|willful|wilfully|willfully|negligent|negligently|intent|purpose") {
			return true
		}
	}
	return false
}

// lifting tells a claim that frees from a duty.
func lifting(c *claimText) bool {
	for _, p := range c.predicates {
		if p.force == needNot || p.force == may || p.force == isNot {
			return true
		}
	}
	return false
}

// freshWords are words of a limit that the limited sentence does not have anyway.
func (x *comparison) freshWords(l *limit) []word {
	if l.intent {
		return l.words
	}
	main := termSet{}
	u := &x.text.units[l.governs]
	for _, w := range append(append([]word{}, u.lead...), u.own...) {
		if w.start < l.span.Start || w.start >= l.span.End {
			main.add([]word{w})
		}
	}
	var fresh []word
	for _, w := range l.words {
		if !main[w.term] && !oneOf(w.lower, mereReference) && !isFigure(w.term) {
			fresh = append(fresh, w)
		}
	}
	return fresh
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

// shorten cuts a text at a blank, with an ellipsis where it was cut.
func shorten(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) <= n {
		return s
	}
	at := strings.LastIndexByte(s[:n], ' ')
	if at < n/2 {
		at = n
		for at > 0 && s[at]&0xc0 == 0x80 {
			at--
		}
	}
	return s[:at] + " …"
}

// sweeping are words that open a class wide.
var sweeping = []string{"every", "any", "all", "always", "whatever", "whoever", "no matter", "regardless", "in all cases", "without exception"}

// narrowing are words of a qualification that a class may carry.
var narrowing = []string{"pursuant to subsection|paragraph|section", "required by|under subsection|paragraph", "to facilitate", "only", "to the extent", "for the purpose|purposes of", "in connection with", "when the party", "knows or"}

// scope finds a class that the claim opens wider than the aligned sentence.
func (x *comparison) scope() {
	if x.fit.unit < 0 || x.has("number", "deadline", "amount", "modality", "negation", "actor") || x.text.units[x.fit.unit].nature == Definitional {
		return
	}
	if x.fit.Thin {
		x.sweepsPast()
		return
	}
	at, wide := firstPhrase(x.claim.own, sweeping)
	if !wide || x.sweeps(x.fit.unit) && !oneOf(x.claim.own[at].lower, "whatever|always|no|regardless") {
		return
	}
	u := &x.text.units[x.fit.unit]
	from, narrow := firstPhrase(u.own, narrowing)
	end := min(len(u.own), from+14)
	if to, marked := x.marksOut(u, at); marked {
		from, end, narrow = to, min(len(u.own), to+8), true
	}
	if !narrow {
		return
	}
	q := content(u.own[from:end])
	if len(q) < 1 || contained(q, x.law.weight, x.claim.all) > 0.4 || x.fit.Score < 0.4 {
		return
	}
	claimed := covering(x.claim.own[at:min(len(x.claim.own), at+4)])
	law := covering(u.own[from:end])
	x.differ("scope", x.raw[claimed.Start:claimed.End], x.text.text[law.Start:law.End], claimed, law, finding.Possible,
		fmt.Sprintf("the claim is general (%q) where the law is limited (%q)", x.raw[claimed.Start:claimed.End], x.text.text[law.Start:law.End]))
}

// marksOut finds the noun that the claim sweeps over, marked out in the law by a
// clause of its own: "any number" and "a number that has been on the list".
func (x *comparison) marksOut(u *unit, at int) (int, bool) {
	noun := termSet{}
	noun.add(x.claim.own[at:min(len(x.claim.own), at+3)])
	for i := 0; i+1 < len(u.own); i++ {
		if noun[u.own[i].term] && oneOf(u.own[i+1].lower, "that|who|which|whose") {
			return i + 1, true
		}
		if oneOf(u.own[i].lower, "violates|violate|violated") && oneOf(u.own[i+1].lower, "section|sections|subsection") && hasWord(x.claim.own[at:min(len(x.claim.own), at+3)], "law|act|rule|rules|laws|provision|chapter|statute") {
			return i + 1, true
		}
	}
	return 0, false
}

// sweeps tells that the law's sentence is as general.
func (x *comparison) sweeps(u int) bool {
	_, wide := firstPhrase(x.text.units[u].own, sweeping)
	return wide
}

func firstPhrase(list []word, phrases []string) (int, bool) {
	for i := range list {
		for _, p := range phrases {
			if phrase(list, i, p) {
				return i, true
			}
		}
	}
	return 0, false
}
