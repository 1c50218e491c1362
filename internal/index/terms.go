package index

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
)

// Token is a word of a text and the term it is folded to. Term is "" for a stop
// word.
type Token struct {
	Term string
	// Start and End are bytes of the text.
	Start, End int
}

// Terms gives the folded words of a text in order: lower case, inflection and
// legal synonyms folded, numbers in words and in digits alike, stop words left
// out.
func Terms(text string) []string {
	tokens := Tokens(text)
	terms := make([]string, 0, len(tokens))
	for _, t := range tokens {
		if t.Term != "" {
			terms = append(terms, t.Term)
		}
	}
	return terms
}

// Tokens gives every word with its place, stop words too. The verb of a phrase such as
// "give back" has the term of the one word for it.
func Tokens(text string) []Token {
	tokens := make([]Token, 0, len(text)/6)
	for at := 0; at < len(text); {
		start, end := word(text, at)
		if start == end {
			break
		}
		token := Token{Start: start, End: end}
		if value, stop, ok := NumberAt(text, start); ok {
			token.Term, token.End = FormatNumber(value), stop
		} else {
			token.Term = Fold(text[start:end])
		}
		tokens = append(tokens, token)
		at = token.End
	}
	foldPhrasals(text, tokens)
	return tokens
}

// word finds the next run of letters and digits from at; apostrophes, and the
// commas and points within a figure, are part of it.
func word(text string, at int) (start, end int) {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			break
		}
		at += size
	}
	start = at
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !joins(text, start, at, r, size) {
			break
		}
		at += size
	}
	return start, at
}

// joins tells an apostrophe within a word and a separator within a figure.
func joins(text string, start, at int, r rune, size int) bool {
	if at == start || at+size >= len(text) {
		return false
	}
	next := text[at+size]
	switch r {
	case '\'', '’':
		return next|0x20 >= 'a' && next|0x20 <= 'z'
	case '-', '‑':
		return at == start+1 && text[start]|0x20 == 'e' && strings.HasPrefix(strings.ToLower(text[at+size:]), "mail")
	case ',', '.':
		return isDigit(text[at-1]) && isDigit(next)
	}
	return false
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// folded remembers the terms of words met before: a code has some ten thousand
// words, and folding is what costs.
var folded sync.Map

// Fold gives the term of one word, "" for a stop word.
func Fold(word string) string {
	if term, known := folded.Load(word); known {
		return term.(string)
	}
	term := fold(word)
	if len(word) < longestKept {
		folded.Store(strings.Clone(word), term)
	}
	return term
}

// longestKept keeps hostile text from filling the memory with words of its own.
const longestKept = 24

func fold(word string) string {
	w := strings.ToLower(word)
	w = strings.ReplaceAll(w, "’", "'")
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "s'")
	if stopWords[w] {
		return ""
	}
	if term, known := synonyms[w]; known {
		return term
	}
	stem := english.Stem(w, false)
	if term, known := stems[stem]; known {
		return term
	}
	return stem
}
