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
	if x.fit.Thin || x.fit.unit < 0 || hasWord(x.claim.own, "unless|except|without|save|otherwise") {
		return
	}
	for i := range x.text.limits {
		l := &x.text.limits[i]
		if x.bears(l) && !x.states(l) && !x.has(l.kind) {
			x.leftOut(l)
		}
	}
}

// obliges reports whether the claim states a duty, a ban or a sanction, which an
// exception could lift.
func (c *claimText) obliges() bool {
	for _, p := range c.predicates {
		if p.force == must || p.force == mustNot || p.topic == "liable" {
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
		return x.claim.obliges() && !x.claim.conditional
	case l.kind == "exception":
		return x.claim.obliges() && binds(x.text.predicates[l.governs]) && !x.isAbout(l)
	}
	return near >= permitNear && x.claim.permits() && !x.claim.conditional && !x.isAbout(l)
}

// permitNear is how well a claim that permits something must follow the law for a
// dropped condition to be told.
const permitNear = 0.7

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
	return contained(x.claim.own, x.law.weight, setOf(l.words)) >= 0.5
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
	for _, c := range x.related {
		if contained(fresh, x.law.weight, c.all) >= limitSaid && (c.conditional || c == x.claim || lifting(c)) {
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
var sweeping = []string{"every", "any", "all", "always", "whatever", "whoever", "no matter", "regardless", "in all cases", "without exception", "only", "each"}

// narrowing are words of a qualification that a class may carry.
var narrowing = []string{"pursuant to subsection|paragraph|section", "required by|under subsection|paragraph", "to facilitate", "only", "to the extent", "for the purpose|purposes of", "in connection with", "when the party", "knows or"}

// scope finds a class that the claim opens wider than the aligned sentence.
func (x *comparison) scope() {
	if x.fit.Thin || x.fit.unit < 0 || x.has("number", "deadline", "amount", "modality", "negation", "actor") {
		return
	}
	at, wide := firstPhrase(x.claim.own, sweeping)
	if !wide || x.sweeps(x.fit.unit) && !oneOf(x.claim.own[at].lower, "whatever|always|no|regardless") {
		return
	}
	u := &x.text.units[x.fit.unit]
	from, narrow := firstPhrase(u.own, narrowing)
	if !narrow {
		return
	}
	end := min(len(u.own), from+14)
	q := content(u.own[from:end])
	if len(q) < 2 || contained(q, x.law.weight, x.claim.all) > 0.4 || x.fit.Score < 0.4 {
		return
	}
	claimed := covering(x.claim.own[at:min(len(x.claim.own), at+4)])
	law := covering(u.own[from:end])
	x.differ("scope", x.raw[claimed.Start:claimed.End], x.text.text[law.Start:law.End], claimed, law, finding.Possible,
		fmt.Sprintf("the claim is general (%q) where the law is limited (%q)", x.raw[claimed.Start:claimed.End], x.text.text[law.Start:law.End]))
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
