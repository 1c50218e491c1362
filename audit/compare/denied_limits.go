package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// Some claims do not leave a limit out, they deny it: "even if the letter came
// back", "whether or not the data was encrypted", "there is no exception for
// small shops". What follows such words is looked for among the limits of the
// section.

// overriding are words behind which a claim names what makes no difference.
var overriding = []string{"even if|when|though|where", "whether or not", "regardless of whether", "no matter whether|if", "irrespective of whether", "regardless of", "no matter"}

// Denying are words that say that there is no limit.
var Denying = []string{
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
func (x *Comparison) deniedLimits() {
	if x.has("negation", "modality") {
		return
	}
	if said, cue := x.behind([]string{"without"}); len(said) > 0 && !lexis.HasWord(x.Claim.Own, "only") && x.Claim.Permits() && !x.Claim.Forbids() && !x.Fit.Thin {
		x.denies(said, cue, func(l *enacted.Limit) bool {
			return l.Kind == "exception" && x.isMain(l.Unit) && force.Forbidding(x.Text.Predicates[l.Governs]) && x.names(said, l)
		})
	}
	if said, cue := x.behind(overriding); len(said) > 0 && !x.Fit.Thin {
		x.denies(said, cue, func(l *enacted.Limit) bool {
			return (x.isMain(l.Unit) || x.isMain(l.Governs)) && x.names(said, l) && !x.namedBeside(said, l)
		})
	} else if said, cue := x.behind(Denying); len(said) > 0 {
		tail := lexis.KeepWhere(x.Claim.Own, func(w lexis.Word) bool { return w.Start >= said[0].Start })
		x.denies(said, cue, func(l *enacted.Limit) bool { return l.Kind != "condition" && (x.names(said, l) || x.tells(tail, l)) })
	}
}

// namedBeside tells that the sentence which the claim follows, another than that of the
// limit, speaks of what makes no difference: "a number that may be mailed must not be printed
// on a postcard".
func (x *Comparison) namedBeside(said []lexis.Word, l *enacted.Limit) bool {
	u := x.Fit.Unit
	return u >= 0 && u != l.Unit && u != l.Governs && x.Fit.UnitScore >= toldShare && lexis.Contained(lexis.Content(said), x.Law.Weight, x.Text.Units[u].Set) >= deniedShare
}

// tells reports whether the rest of a sentence speaks of a limit.
func (x *Comparison) tells(tail []lexis.Word, l *enacted.Limit) bool {
	return lexis.Shared(tail, lexis.SetOf(x.freshWords(l))) >= tailWords &&
		lexis.Contained(tail, x.Law.Weight, lexis.SetOf(l.Words)) >= tailShare
}

// behind are the words of the claim behind the first of the phrases, to the next
// stop, and the phrase itself.
func (x *Comparison) behind(phrases []string) (said, cue []lexis.Word) {
	own := x.Claim.Own
	for i := range own {
		for _, p := range phrases {
			end, ok := lexis.PhraseEnd(own, i, p)
			if !ok {
				continue
			}
			return x.toStop(end), own[i:end]
		}
	}
	return nil, nil
}

// toStop are the words of the claim from one on to the next stop.
func (x *Comparison) toStop(from int) []lexis.Word {
	own, to := x.Claim.Own, from
	for to < len(own) && (to == from || lexis.Gap(x.Answer, own[to-1], own[to]) == " ") {
		to++
	}
	return own[from:to]
}

// denies records the first limit that is named.
func (x *Comparison) denies(said, cue []lexis.Word, among func(*enacted.Limit) bool) {
	for i := range x.Text.Limits {
		l := &x.Text.Limits[i]
		if l.Intent || !among(l) {
			continue
		}
		in := answer.Span{Start: cue[0].Start, End: said[len(said)-1].End}
		slot := "negation"
		if l.Kind == "condition" {
			slot = "condition"
		}
		words := x.shown(l.Span)
		x.differ(slot, x.Raw[in.Start:in.End], words, in, l.Span, finding.Likely, fmt.Sprintf("the claim denies what the law makes a difference: %q", words))
		return
	}
}

// names tells that words are those of a limit, and as much affirmed or denied.
func (x *Comparison) names(said []lexis.Word, l *enacted.Limit) bool {
	fresh := x.freshWords(l)
	if len(fresh) == 0 || lexis.Shared(said, lexis.SetOf(l.Words)) < deniedWords && len(x.named(said)) > 1 ||
		lexis.Shared(said, lexis.SetOf(fresh)) == 0 {
		return false
	}
	if lexis.Contained(fresh, x.Law.Weight, lexis.SetOf(said)) < deniedShare &&
		lexis.Contained(x.named(said), x.Law.Weight, lexis.SetOf(l.Words)) < deniedShare {
		return false
	}
	return l.Kind == "exclusion" || force.Negated(said) == force.Negated(x.limitWords(l))
}

// named are the words of content of what makes no difference, without those that only deny
// it: of "leave out your identification" the identification.
func (x *Comparison) named(said []lexis.Word) []lexis.Word {
	return lexis.KeepWhere(lexis.Content(said), func(w lexis.Word) bool {
		return !lexis.OneOf(w.Lower, "leave|leaves|omit|omits|fail|fails|forget|forgets|lack|lacks|refuse|refuses")
	})
}

// limitWords are all words of a limit that stands within its sentence; of a
// sentence of its own, those behind its if or who.
func (x *Comparison) limitWords(l *enacted.Limit) []lexis.Word {
	own := x.Text.Units[l.Unit].Own
	if l.Unit == l.Governs {
		words := lexis.WordsIn(own, l.Span)
		if len(words) > 0 && words[0].Lower == "without" {
			return words[1:]
		}
		return words
	}
	for k := range own {
		if lexis.OneOf(own[k].Lower, "if|when|where|who|that|unless") {
			return own[k:]
		}
	}
	return nil
}
