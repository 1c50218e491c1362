package audit

import (
	"fmt"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// Some claims do not leave a limit out, they deny it: "even if the letter came
// back", "whether or not the data was encrypted", "there is no exception for
// small shops". What follows such words is looked for among the limits of the
// section.

// overriding are words behind which a claim names what makes no difference.
var overriding = []string{"even if|when|though|where", "whether or not", "regardless of whether", "no matter whether|if", "irrespective of whether", "regardless of", "no matter"}

// denying are words that say that there is no limit.
var denying = []string{
	"no exception|exceptions|exemption|exemptions|exclusion|carve-out|defence|defense", "no safe harbor|harbour", "not exempt|exempted|excepted|excused",
	"without exception|exceptions|exemption",
}

const (
	// deniedShare is the part of a limit's fresh words, or of the words behind the
	// denial, that must be the other's.
	deniedShare = 0.45
	// deniedWords is how many of them at the least.
	deniedWords = 2
	// tailShare and tailWords are the same for all that a claim says behind "there
	// is no exception".
	tailShare = 0.25
	tailWords = 3
)

// deniedLimits finds a limit of the section that the claim says makes no
// difference. It must not fire where the claim states the limit the other way
// round ("even without consent" and "unless he consents"), nor where the words
// behind the denial are none of the limit's.
func (x *comparison) deniedLimits() {
	if x.has("negation", "modality") {
		return
	}
	if said, cue := x.behind([]string{"without"}); len(said) > 0 && x.claim.permits() && !x.claim.forbids() && !x.fit.Thin {
		x.denies(said, cue, func(l *limit) bool {
			return l.kind == "exception" && x.isMain(l.unit) && forbidding(x.text.predicates[l.governs]) && x.names(said, l)
		})
	}
	if said, cue := x.behind(overriding); len(said) > 0 && !x.fit.Thin {
		x.denies(said, cue, func(l *limit) bool { return (x.isMain(l.unit) || x.isMain(l.governs)) && x.names(said, l) })
	} else if said, cue := x.behind(denying); len(said) > 0 {
		tail := keepWhere(x.claim.own, func(w word) bool { return w.start >= said[0].start })
		x.denies(said, cue, func(l *limit) bool { return l.kind != "condition" && (x.names(said, l) || x.tells(tail, l)) })
	}
}

// tells reports whether the rest of a sentence speaks of a limit.
func (x *comparison) tells(tail []word, l *limit) bool {
	return shared(tail, setOf(x.freshWords(l))) >= tailWords && contained(tail, x.law.weight, setOf(l.words)) >= tailShare
}

// behind are the words of the claim behind the first of the phrases, to the next
// stop, and the phrase itself.
func (x *comparison) behind(phrases []string) (said, cue []word) {
	own := x.claim.own
	for i := range own {
		for _, p := range phrases {
			end, ok := phraseEnd(own, i, p)
			if !ok {
				continue
			}
			return x.toStop(end), own[i:end]
		}
	}
	return nil, nil
}

// toStop are the words of the claim from one on to the next stop.
func (x *comparison) toStop(from int) []word {
	own, to := x.claim.own, from
	for to < len(own) && (to == from || gap(x.answer, own[to-1], own[to]) == " ") {
		to++
	}
	return own[from:to]
}

// denies records the first limit that is named.
func (x *comparison) denies(said, cue []word, among func(*limit) bool) {
	for i := range x.text.limits {
		l := &x.text.limits[i]
		if l.intent || !among(l) {
			continue
		}
		in := answer.Span{Start: cue[0].start, End: said[len(said)-1].end}
		slot := "negation"
		if l.kind == "condition" {
			slot = "condition"
		}
		words := shorten(x.text.text[l.span.Start:l.span.End], 160)
		x.differ(slot, x.raw[in.Start:in.End], words, in, l.span, finding.Likely, fmt.Sprintf("the claim denies what the law makes a difference: %q", words))
		return
	}
}

// names tells that words are those of a limit, and as much affirmed or denied.
func (x *comparison) names(said []word, l *limit) bool {
	fresh := x.freshWords(l)
	if len(fresh) == 0 || shared(said, setOf(l.words)) < deniedWords && len(content(said)) > 1 || shared(said, setOf(fresh)) == 0 {
		return false
	}
	if contained(fresh, x.law.weight, setOf(said)) < deniedShare && contained(said, x.law.weight, setOf(l.words)) < deniedShare {
		return false
	}
	return l.kind == "exclusion" || negated(said) == negated(x.limitWords(l))
}

// limitWords are all words of a limit that stands within its sentence; of a
// sentence of its own, those behind its if or who.
func (x *comparison) limitWords(l *limit) []word {
	own := x.text.units[l.unit].own
	if l.unit == l.governs {
		words := wordsIn(own, l.span)
		if len(words) > 0 && words[0].lower == "without" {
			return words[1:]
		}
		return words
	}
	for k := range own {
		if oneOf(own[k].lower, "if|when|where|who|that|unless") {
			return own[k:]
		}
	}
	return nil
}
