package pipeline

import (
	"regexp"
	"strings"
)

// Publishers move the flush words of a list to its end and back, from release to
// release, and change no law by it. A section whose stretches only stand in
// another order, each whole, says what it said.

// leastStretch is how many words a stretch must have to be known again: a shorter
// one, such as a number that changed places with another, is a change.
const leastStretch = 5

// glue are words that belong to the stretch before as well as to the one behind.
var glue = regexp.MustCompile(`^(?:the|a|an|of|to|in|by|such|that)$`)

// enumerators open a paragraph or follow a stop, and stand in one release and not
// in the other.
var enumerators = regexp.MustCompile(`(?m)(^|[.;:,]\s*)(?:\([0-9A-Za-z.-]{1,6}\)\s*)+`)

var plainWords = regexp.MustCompile(`\pL+|\pN+`)

// closing tells that a sentence or item ends between two words.
const closing = ".;:\n"

// wordsOf gives the words of a text, and which of them open a sentence or item.
func wordsOf(text string) (words []string, opens []bool) {
	text = strings.ToLower(enumerators.ReplaceAllString(text, "$1 "))
	last := 0
	for _, at := range plainWords.FindAllStringIndex(text, -1) {
		words = append(words, text[at[0]:at[1]])
		opens = append(opens, strings.ContainsAny(text[last:at[0]], closing))
		last = at[1]
	}
	return words, opens
}

// tiling lays stretches of one text over another, each place once.
type tiling struct {
	a, b   []string
	opens  []bool
	places map[string][]int
	used   []bool
}

// onlyReordered reports whether one text is the other with whole stretches moved.
func onlyReordered(before, after string) bool {
	a, opens := wordsOf(before)
	b, _ := wordsOf(after)
	if len(a) != len(b) || len(a) == 0 {
		return false
	}
	t := &tiling{a: a, b: b, opens: opens, places: map[string][]int{}, used: make([]bool, len(b))}
	for i, word := range b {
		t.places[word] = append(t.places[word], i)
	}
	for at := 0; at < len(a); {
		start, length := t.longest(at)
		length = t.trimmed(at, length)
		if length == 0 || length < leastStretch && at+length < len(a) && !(length == 1 && glue.MatchString(a[at])) {
			return false
		}
		for i := range length {
			t.used[start+i] = true
		}
		at += length
	}
	return true
}

// longest finds the longest stretch from a place on that stands in the other text
// where nothing lies yet.
func (t *tiling) longest(at int) (start, length int) {
	for _, place := range t.places[t.a[at]] {
		n := 0
		for at+n < len(t.a) && place+n < len(t.b) && !t.used[place+n] && t.b[place+n] == t.a[at+n] {
			n++
		}
		if n > length {
			start, length = place, n
		}
	}
	return start, length
}

// trimmed takes from the end of a stretch the few words of a next sentence that
// happen to begin alike.
func (t *tiling) trimmed(at, length int) int {
	for n := length - 1; n >= leastStretch && n > length-leastStretch && at+length < len(t.a); n-- {
		if t.opens[at+n] && !t.opens[at+length] {
			return n
		}
	}
	return length
}
