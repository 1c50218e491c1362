package audit

import (
	"strings"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/index"
)

// word is one word of a text with the term it is folded to; term is "" for a
// stop word, and lower is the word as written, in lower case.
type word struct {
	term, lower string
	start, end  int
}

// words reads the words of text within s; offsets are of the whole text.
func words(text string, s answer.Span) []word {
	tokens := index.Tokens(text[s.Start:s.End])
	list := make([]word, 0, len(tokens))
	for _, t := range tokens {
		start, end := s.Start+t.Start, s.Start+t.End
		w := word{t.Term, strings.ReplaceAll(strings.ToLower(text[start:end]), "’", "'"), start, end}
		list = append(list, spelledOut(w)...)
	}
	return list
}

// abbreviations that statutes and answers use for one another's full words.
var abbreviations = map[string]string{
	"ssn": "social security number", "ssns": "social security number", "ag": "attorney general",
	"hipaa": "health insurance portability accountability act", "glba": "gramm leach bliley act",
	"ftc": "federal trade commission", "fcra": "fair credit reporting act",
}

// spelledOut gives the words of a known abbreviation, all in its place.
func spelledOut(w word) []word {
	full, known := abbreviations[w.lower]
	if !known {
		return []word{w}
	}
	return inPlace(w, full)
}

// inPlace puts the words of full where w stands.
func inPlace(w word, full string) []word {
	var list []word
	for _, part := range strings.Fields(full) {
		list = append(list, word{index.Fold(part), part, w.start, w.end})
	}
	return list
}

// content keeps the words that carry a term.
func content(list []word) []word {
	var kept []word
	for _, w := range list {
		if w.term != "" {
			kept = append(kept, w)
		}
	}
	return kept
}

// termSet is a set of terms.
type termSet map[string]bool

// add puts the terms of the words in the set.
func (s termSet) add(list []word) {
	for _, w := range list {
		if w.term != "" {
			s[w.term] = true
		}
	}
}

// setOf is the set of the terms of all the lists.
func setOf(lists ...[]word) termSet {
	n := 0
	for _, list := range lists {
		n += len(list)
	}
	s := make(termSet, n/2) // about half of all words are stop words or stand twice
	for _, list := range lists {
		s.add(list)
	}
	return s
}

// isFigure reports whether a term is a number.
func isFigure(term string) bool { return term != "" && term[0] >= '0' && term[0] <= '9' }

// weigh gives the weight of a term in a law.
type weigh func(term string) float64

// contained is the share of the words, by weight and each term once, that stand
// in any of the sets; zero for no words.
func contained(list []word, weight weigh, sets ...termSet) float64 {
	all, found := 0.0, 0.0
	seen := termSet{}
	for _, w := range list {
		if w.term == "" || seen[w.term] {
			continue
		}
		seen[w.term] = true
		all += weight(w.term)
		if inAny(w.term, sets) {
			found += weight(w.term)
		}
	}
	if all == 0 {
		return 0
	}
	return found / all
}

func inAny(term string, sets []termSet) bool {
	for _, s := range sets {
		if s[term] {
			return true
		}
	}
	return false
}

// shared counts the distinct terms of list that stand in the set.
func shared(list []word, set termSet) int {
	n, seen := 0, termSet{}
	for _, w := range list {
		if w.term != "" && !seen[w.term] && set[w.term] {
			seen[w.term] = true
			n++
		}
	}
	return n
}

// phrase reports whether the words from i on are those of the phrase, in lower
// case and parted by blanks.
func phrase(list []word, i int, want string) bool {
	_, ok := phraseEnd(list, i, want)
	return ok
}

// phraseEnd gives the index after the phrase that begins at i. "*" stands for
// any one word, and "a|b" for either.
func phraseEnd(list []word, i int, want string) (int, bool) {
	for want != "" {
		part, rest, _ := strings.Cut(want, " ")
		if i >= len(list) || !oneOf(list[i].lower, part) {
			return 0, false
		}
		i, want = i+1, rest
	}
	return i, true
}

// oneOf reports whether a word is among choices parted by "|", or "*" stands for
// any. The word itself has no "|".
func oneOf(w, choices string) bool {
	if w == "" || choices == "*" {
		return choices == "*"
	}
	for from := 0; ; {
		at := strings.Index(choices[from:], w)
		if at < 0 {
			return false
		}
		at += from
		from = at + len(w)
		if (at == 0 || choices[at-1] == '|') && (from == len(choices) || choices[from] == '|') {
			return true
		}
	}
}

// covering is the span from the first word to the last.
func covering(list []word) answer.Span {
	if len(list) == 0 {
		return answer.Span{}
	}
	return answer.Span{Start: list[0].start, End: list[len(list)-1].end}
}

// gap is what stands between two words; "" where they share a place or the
// second does not follow the first.
func gap(text string, a, b word) string {
	if b.start <= a.end || b.start > len(text) {
		return ""
	}
	return text[a.end:b.start]
}
