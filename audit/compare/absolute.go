package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/lexis"
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
func (x *Comparison) absolutes() {
	if x.Fit.Unit < 0 || len(x.Found) > 0 {
		return
	}
	at, end := lexis.StretchOf(x.Claim.Own, absolute)
	weak := end == 0
	if weak {
		at, end = lexis.StretchOf(x.Claim.Own, sweepingly)
	}
	if end == at+1 && x.Claim.FreeRelative(at) {
		return
	}
	if end == 0 {
		return
	}
	if end < len(x.Claim.Own) && lexis.OneOf(x.Claim.Own[end].Lower, "for|to|of|from|where|when|if") {
		return // "there is no exception for small shops" denies one alone
	}
	rest := x.without(at, end)
	excepted := lexis.HasWord(rest, "unless|except|save|apart|aside")
	if excepted && !x.deniesExceptions() || !excepted && lexis.HasWord(rest, "only|without") {
		return
	}
	if s, firm := x.exceptionDenied(lexis.Content(rest), excepted); s.End > 0 && (firm || !weak) {
		x.deniesAll(lexis.Covering(x.Claim.Own[at:end]), s, firm)
		return
	}
	if s := x.onlyIf(); weak && !x.Claim.Conditional && s.End > 0 {
		in := lexis.Covering(x.Claim.Own[at:end])
		x.differ("condition", x.Raw[in.Start:in.End], x.shown(s), in, s, finding.Likely, fmt.Sprintf("the claim says %q where the law says so on a condition: %q", x.Raw[in.Start:in.End], x.shown(s)))
	}
}

// onlyIf is the condition that ends the item which the claim follows, however short: "if one
// exists".
func (x *Comparison) onlyIf() answer.Span {
	own := x.Text.Units[x.Fit.Unit].Own
	for k := len(own) - 2; k >= max(1, len(own)-reachOfOnlyIf) && x.Fit.UnitScore >= onlyIfShare; k-- {
		if own[k].Lower == "if" {
			return lexis.Covering(own[k:])
		}
	}
	return answer.Span{}
}

const (
	// reachOfOnlyIf is how many words such a condition has, and onlyIfShare how much of the
	// claim its item must hold.
	reachOfOnlyIf = 6
	onlyIfShare   = 0.5
)

// deniesExceptions tells words that deny exceptions by that name.
func (x *Comparison) deniesExceptions() bool {
	_, found := lexis.FirstPhrase(x.Claim.Own, []string{"without any|a|single exception|exceptions|exemption|exemptions", "without exception|exceptions", "no|any exception|exceptions"})
	return found
}

// without are the words of the claim but for those of the denial.
func (x *Comparison) without(at, end int) []lexis.Word {
	list := append(append([]lexis.Word{}, x.Claim.Own[:at]...), x.Claim.Own[end:]...)
	for i := range list {
		for _, p := range absolute {
			if to, ok := lexis.PhraseEnd(list, i, p); ok {
				return append(append([]lexis.Word{}, list[:i]...), list[to:]...)
			}
		}
	}
	return list
}

// exceptionDenied is the exception of the sentence that the rest of a claim follows best, if
// it has one; firm is whether it follows it well.
func (x *Comparison) exceptionDenied(said []lexis.Word, stated bool) (s answer.Span, firm bool) {
	best := 0.0
	for u := range x.Text.Units {
		best = max(best, x.nearTo(said, u))
	}
	for u := range x.Text.Units {
		near, words := x.nearTo(said, u), lexis.Shared(said, x.Text.Units[u].Set)
		if near < best-asNear || near < looseNear || words < looseWords {
			continue
		}
		if s, excepted := x.exceptionOf(u, said, stated); excepted {
			return s, near >= absoluteNear && words >= absoluteWords
		}
	}
	return answer.Span{}, false
}

func (x *Comparison) nearTo(said []lexis.Word, u int) float64 {
	return lexis.Contained(said, x.Law.Weight, x.Text.Units[u].Set, x.Text.Units[u].Leads)
}

// deniesAll records a denial of every exception.
func (x *Comparison) deniesAll(in, law answer.Span, firm bool) {
	certainty := finding.Likely
	if !firm {
		certainty = finding.Possible
	}
	words := x.shown(law)
	x.differ("scope", x.Raw[in.Start:in.End], words, in, law, certainty,
		fmt.Sprintf("the claim denies every exception (%q) where the law makes one: %q", x.Raw[in.Start:in.End], words))
}

// exceptionOf is an exception that a unit makes, or that another sentence makes to
// it, of which the words have nothing unless it is stated.
func (x *Comparison) exceptionOf(u int, said []lexis.Word, stated bool) (answer.Span, bool) {
	set := lexis.SetOf(said)
	for i := range x.Text.Limits {
		l := &x.Text.Limits[i]
		if l.Kind == "exception" && (l.Unit == u || l.Governs == u) {
			if fresh := x.freshWords(l); len(fresh) > 0 &&
				(stated || lexis.Contained(fresh, x.Law.Weight, set) < limitSaid && !x.demands(l)) {
				return l.Span, true
			}
		}
	}
	own := x.Text.Units[u].Own
	for k := range own {
		if lexis.Phrase(own, k, "except as|in|to otherwise|provided|expressly|specifically|authorized|permitted|set|the|accordance") ||
			lexis.Phrase(own, k, "unless otherwise provided|specified|authorized|agreed|required|permitted") ||
			lexis.Phrase(own, k, "except as|when") {
			return lexis.Covering(own[k:enacted.LimitEnd(x.Text.Text, own, k)]), true
		}
	}
	return answer.Span{}, false
}
