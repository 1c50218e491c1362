package audit

import (
	"fmt"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// absolute are words by which a claim says that its sentence holds always.
var absolute = []string{
	"without any|a exception|exceptions|exemption|limitation", "without a single exception", "without exception|exceptions", "with no exception|exceptions",
	"in every|each|any single case", "in every|each case|circumstance|situation|instance", "in|under all cases|circumstances|situations|instances", "under any|every circumstances|circumstance", "no matter what", "always and everywhere",
}

const (
	// absoluteNear is how well the rest of such a claim must follow a sentence for
	// its exception to be the one denied, absoluteWords how many words it shares.
	absoluteNear  = 0.4
	absoluteWords = 3
)

// absolutes finds a claim that says outright that there is no exception, of a
// sentence that makes one, be it one that only refers to another section. It must
// not fire where the claim states that exception after all, where it makes another
// itself, nor where it shares little with the sentence.
func (x *comparison) absolutes() {
	if x.fit.unit < 0 || len(x.found) > 0 {
		return
	}
	at, found := firstPhrase(x.claim.own, absolute)
	if !found || hasWord(x.claim.own, "unless|except|save|apart") {
		return
	}
	end := at + 3
	rest := append(append([]word{}, x.claim.own[:at]...), x.claim.own[min(end, len(x.claim.own)):]...)
	rest = keepWhere(content(rest), func(w word) bool { return !oneOf(w.lower, "exception|exceptions|case|cases|every|circumstances|any") })
	u := &x.text.units[x.fit.unit]
	if shared(rest, u.set) < absoluteWords || contained(rest, x.law.weight, u.set, u.leads) < absoluteNear {
		return
	}
	if s, excepted := x.exceptionOf(x.fit.unit, rest); excepted {
		in := covering(x.claim.own[at:min(end, len(x.claim.own))])
		x.differ("scope", x.raw[in.Start:in.End], shorten(x.text.text[s.Start:s.End], 160), in, s, finding.Likely,
			fmt.Sprintf("the claim denies every exception (%q) where the law makes one: %q", x.raw[in.Start:in.End], shorten(x.text.text[s.Start:s.End], 160)))
	}
}

// exceptionOf is an exception that a unit makes, or that another sentence makes to
// it, of which the words have nothing.
func (x *comparison) exceptionOf(u int, said []word) (answer.Span, bool) {
	set := setOf(said)
	for i := range x.text.limits {
		l := &x.text.limits[i]
		if l.kind == "exception" && (l.unit == u || l.governs == u) {
			if fresh := x.freshWords(l); len(fresh) > 0 && contained(fresh, x.law.weight, set) < limitSaid {
				return l.span, true
			}
		}
	}
	own := x.text.units[u].own
	for k := range own {
		if phrase(own, k, "except as|in|to otherwise|provided|expressly|specifically|authorized|permitted|set|the|accordance") || phrase(own, k, "unless otherwise provided|specified|authorized|agreed|required|permitted") || phrase(own, k, "except as|when") {
			return covering(own[k:limitEnd(x.text.text, own, k)]), true
		}
	}
	return answer.Span{}, false
}
