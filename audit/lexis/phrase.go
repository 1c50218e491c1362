package lexis

import (
	"strings"

	"github.com/pincite/pincite/internal/answer"
)

// SpanOfAny finds the first place at which one of the phrases stands.
func SpanOfAny(list []Word, phrases []string) (answer.Span, bool) {
	for i := range list {
		for _, p := range phrases {
			if end, ok := PhraseEnd(list, i, p); ok {
				return Covering(list[i:end]), true
			}
		}
	}
	return answer.Span{}, false
}

// FirstPhrase is where the first of the phrases stands in a list of words.
func FirstPhrase(list []Word, phrases []string) (int, bool) {
	for i := range list {
		for _, p := range phrases {
			if Phrase(list, i, p) {
				return i, true
			}
		}
	}
	return 0, false
}

// StretchOf is the first of the phrases in a list of words, from and to; to is zero
// where there is none.
func StretchOf(list []Word, phrases []string) (from, to int) {
	for i := range list {
		for _, p := range phrases {
			if end, ok := PhraseEnd(list, i, p); ok {
				return i, end
			}
		}
	}
	return 0, 0
}

// PhraseIn reports whether a phrase stands in a list of words.
func PhraseIn(list []Word, want string) bool {
	_, found := FirstPhrase(list, []string{want})
	return found
}

// HasWord reports whether one of the words is among the choices.
func HasWord(list []Word, choices string) bool {
	for _, w := range list {
		if OneOf(w.Lower, choices) {
			return true
		}
	}
	return false
}

// IsNegation tells the words that turn a clause round.
func IsNegation(w string) bool {
	return OneOf(w, "not|no|never|neither|nor|cannot|nothing|nobody|none|without") || strings.HasSuffix(w, "n't")
}
