package audit

import (
	"fmt"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// absolute are words by which a claim says that its sentence holds always.
var absolute = []string{
	"without any|a exception|exceptions|exemption|limitation", "without a single exception", "without exception|exceptions", "with no exception|exceptions", "there is|are no exception|exceptions|exemption|exemptions",
	"in every|each|any single case", "in every|each case|circumstance|situation|instance", "in|under all cases|circumstances|situations|instances", "under any|every circumstances|circumstance", "no matter what", "always and everywhere", "whatever the circumstances|case|situation|reason", "no matter the circumstances|case|reason", "regardless of the circumstances|case|reason",
}

// sweepingly are words that say as much by the way: only a sentence that is followed
// well is held against them.
var sweepingly = []string{"always", "invariably", "automatically", "whatsoever", "whatever"}

const (
	// absoluteNear is how well the rest of such a claim must follow a sentence for
	// its exception to be likely the one denied, absoluteWords how many words it
	// shares; looseNear and looseWords are what makes it possible.
	absoluteNear  = 0.4
	absoluteWords = 3
	looseNear     = 0.2
	looseWords    = 2
	// asNear is how much less well than the closest sentence one may be followed
	// whose exception is denied.
	asNear = 0.1
)

// absolutes finds a claim that says outright that there is no exception, of a
// sentence that makes one, be it one that only refers to another section. It must
// not fire where the claim asks for what lifts the ban, nor where another sentence
// of the section, without exception, is closer; where the claim makes the exception
// itself, only if it says in so many words that there is none: "in all cases, except
// in a storm" is well said, "without exception, except in a storm" is not.
func (x *comparison) absolutes() {
	if x.fit.unit < 0 || len(x.found) > 0 {
		return
	}
	at, end := stretchOf(x.claim.own, absolute)
	weak := end == 0
	if weak {
		at, end = stretchOf(x.claim.own, sweepingly)
	}
	if end == at+1 && x.claim.freeRelative(at) {
		return
	}
	if end == 0 {
		return
	}
	if end < len(x.claim.own) && oneOf(x.claim.own[end].lower, "for|to|of|from|where|when|if") {
		return // "there is no exception for small shops" denies one alone
	}
	rest := x.without(at, end)
	excepted := hasWord(rest, "unless|except|save|apart|aside")
	if excepted && !x.deniesExceptions() || !excepted && hasWord(rest, "only|without") {
		return
	}
	if s, firm := x.exceptionDenied(content(rest), excepted); s.End > 0 && (firm || !weak) {
		x.deniesAll(covering(x.claim.own[at:end]), s, firm)
	}
}

// deniesExceptions tells words that deny exceptions by that name.
func (x *comparison) deniesExceptions() bool {
	_, found := firstPhrase(x.claim.own, []string{"without any|a|single exception|exceptions|exemption|exemptions", "without exception|exceptions", "no|any exception|exceptions"})
	return found
}

// without are the words of the claim but for those of the denial.
func (x *comparison) without(at, end int) []word {
	list := append(append([]word{}, x.claim.own[:at]...), x.claim.own[end:]...)
	for i := range list {
		for _, p := range absolute {
			if to, ok := phraseEnd(list, i, p); ok {
				return append(append([]word{}, list[:i]...), list[to:]...)
			}
		}
	}
	return list
}

// exceptionDenied is the exception of the sentence that the rest of a claim follows best, if
// it has one; firm is whether it follows it well.
func (x *comparison) exceptionDenied(said []word, stated bool) (s answer.Span, firm bool) {
	best := 0.0
	for u := range x.text.units {
		best = max(best, x.nearTo(said, u))
	}
	for u := range x.text.units {
		near, words := x.nearTo(said, u), shared(said, x.text.units[u].set)
		if near < best-asNear || near < looseNear || words < looseWords {
			continue
		}
		if s, excepted := x.exceptionOf(u, said, stated); excepted {
			return s, near >= absoluteNear && words >= absoluteWords
		}
	}
	return answer.Span{}, false
}

func (x *comparison) nearTo(said []word, u int) float64 {
	return contained(said, x.law.weight, x.text.units[u].set, x.text.units[u].leads)
}

// deniesAll records a denial of every exception.
func (x *comparison) deniesAll(in, law answer.Span, firm bool) {
	certainty := finding.Likely
	if !firm {
		certainty = finding.Possible
	}
	words := shorten(x.text.text[law.Start:law.End], 160)
	x.differ("scope", x.raw[in.Start:in.End], words, in, law, certainty,
		fmt.Sprintf("the claim denies every exception (%q) where the law makes one: %q", x.raw[in.Start:in.End], words))
}

// exceptionOf is an exception that a unit makes, or that another sentence makes to
// it, of which the words have nothing unless it is stated.
func (x *comparison) exceptionOf(u int, said []word, stated bool) (answer.Span, bool) {
	set := setOf(said)
	for i := range x.text.limits {
		l := &x.text.limits[i]
		if l.kind == "exception" && (l.unit == u || l.governs == u) {
			if fresh := x.freshWords(l); len(fresh) > 0 && (stated || contained(fresh, x.law.weight, set) < limitSaid && !x.demands(l)) {
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
