package lexis

import (
	"strings"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/index"
)

// IsDigitAt reports whether the byte is a digit.
func IsDigitAt(text string, at int) bool { return text[at] >= '0' && text[at] <= '9' }

// WordsIn are the words of a stretch.
func WordsIn(list []Word, s answer.Span) []Word {
	return KeepWhere(list, func(w Word) bool { return InsideOf(w, s) })
}

// AnswerSpan is the whole of a text.
func AnswerSpan(text string) answer.Span { return answer.Span{End: len(text)} }

// InsideOf reports whether a word lies wholly within a span.
func InsideOf(w Word, s answer.Span) bool { return w.Start >= s.Start && w.End <= s.End }

// Word is one word of a text with the term it is folded to; term is "" for a
// stop word, and lower is the word as written, in lower case.
type Word struct {
	Term, Lower string
	Start, End  int
}

// Words reads the words of text within s; offsets are of the whole text.
func Words(text string, s answer.Span) []Word {
	tokens := index.Tokens(text[s.Start:s.End])
	list := make([]Word, 0, len(tokens))
	for _, t := range tokens {
		start, end := s.Start+t.Start, s.Start+t.End
		w := Word{t.Term, strings.ReplaceAll(strings.ToLower(text[start:end]), "’", "'"), start, end}
		list = append(list, spelledOut(w)...)
	}
	return list
}

// abbreviations that statutes and answers use for one another's full words.
var abbreviations = map[string]string{
	"ssn": "social security number", "ssns": "social security number", "ag": "attorney general", "medicaid": "medical assistance",
	"hipaa": "health insurance portability accountability act", "glba": "gramm leach bliley act",
	"ftc": "federal trade commission", "fcra": "fair credit reporting act",
}

// spelledOut gives the words of a known abbreviation, all in its place.
func spelledOut(w Word) []Word {
	full, known := abbreviations[w.Lower]
	if !known {
		return []Word{w}
	}
	return InPlace(w, full)
}

// InPlace puts the words of full where w stands.
func InPlace(w Word, full string) []Word {
	var list []Word
	for _, part := range strings.Fields(full) {
		list = append(list, Word{index.Fold(part), part, w.Start, w.End})
	}
	return list
}

// Content keeps the words that carry a term.
func Content(list []Word) []Word {
	n := 0
	for i := range list {
		if list[i].Term != "" {
			n++
		}
	}
	kept := make([]Word, 0, n) // asked for every predicate, so made in one piece
	for _, w := range list {
		if w.Term != "" {
			kept = append(kept, w)
		}
	}
	return kept
}

// Once keeps the first word of each term.
func Once(list []Word) []Word {
	seen := make(TermSet, len(list))
	kept := make([]Word, 0, len(list))
	for _, w := range list {
		if w.Term != "" && !seen[w.Term] {
			seen[w.Term] = true
			kept = append(kept, w)
		}
	}
	return kept
}

// TermSet is a set of terms.
type TermSet map[string]bool

// Add puts the terms of the words in the set.
func (s TermSet) Add(list []Word) {
	for _, w := range list {
		if w.Term != "" {
			s[w.Term] = true
		}
	}
}

// SetOf is the set of the terms of all the lists.
func SetOf(lists ...[]Word) TermSet {
	n := 0
	for _, list := range lists {
		n += len(list)
	}
	s := make(TermSet, n/2) // about half of all words are stop words or stand twice
	for _, list := range lists {
		s.Add(list)
	}
	return s
}

// IsFigure reports whether a term is a number.
func IsFigure(term string) bool { return term != "" && term[0] >= '0' && term[0] <= '9' }

// Weigh gives the weight of a term in a law.
type Weigh func(term string) float64

// Contained is the share of the words, by weight and each term once, that stand
// in any of the sets; zero for no words.
func Contained(list []Word, weight Weigh, sets ...TermSet) float64 {
	all, found := 0.0, 0.0
	seen := TermSet{}
	for _, w := range list {
		if w.Term == "" || seen[w.Term] {
			continue
		}
		seen[w.Term] = true
		all += weight(w.Term)
		if inAny(w.Term, sets) {
			found += weight(w.Term)
		}
	}
	if all == 0 {
		return 0
	}
	return found / all
}

func inAny(term string, sets []TermSet) bool {
	for _, s := range sets {
		if s[term] {
			return true
		}
	}
	return false
}

// Shared counts the distinct terms of list that stand in the set.
func Shared(list []Word, set TermSet) int {
	n, seen := 0, TermSet{}
	for _, w := range list {
		if w.Term != "" && !seen[w.Term] && set[w.Term] {
			seen[w.Term] = true
			n++
		}
	}
	return n
}

// Phrase reports whether the words from i on are those of the phrase, in lower
// case and parted by blanks.
func Phrase(list []Word, i int, want string) bool {
	_, ok := PhraseEnd(list, i, want)
	return ok
}

// PhraseEnd gives the index after the phrase that begins at i. "*" stands for
// any one word, and "a|b" for either.
func PhraseEnd(list []Word, i int, want string) (int, bool) {
	for want != "" {
		part, rest := want, ""
		if blank := strings.IndexByte(want, ' '); blank >= 0 {
			part, rest = want[:blank], want[blank+1:]
		}
		if i >= len(list) || !OneOf(list[i].Lower, part) {
			return 0, false
		}
		i, want = i+1, rest
	}
	return i, true
}

// OneOf reports whether a word is among choices parted by "|", or "*" stands for
// any. The word itself has no "|". It is asked of every word of law and claim, so
// the choices are walked where they stand.
func OneOf(w, choices string) bool {
	if w == "" || choices == "*" {
		return choices == "*"
	}
	for !strings.HasPrefix(choices, w) || len(choices) > len(w) && choices[len(w)] != '|' {
		next := strings.IndexByte(choices, '|')
		if next < 0 {
			return false
		}
		choices = choices[next+1:]
	}
	return true
}

// Covering is the span from the first word to the last.
func Covering(list []Word) answer.Span {
	if len(list) == 0 {
		return answer.Span{}
	}
	return answer.Span{Start: list[0].Start, End: list[len(list)-1].End}
}

// Gap is what stands between two words; "" where they share a place or the
// second does not follow the first.
func Gap(text string, a, b Word) string {
	if b.Start <= a.End || b.Start > len(text) {
		return ""
	}
	return text[a.End:b.Start]
}
