package index

import (
	"strings"

	"github.com/kljensen/snowball/english"
)

// group is a set of words that stand for one another between a statute and a
// paraphrase of it. Why says on what ground; a pair that differs in law, such as
// must and may, or felony and misdemeanor, is never a group.
type group struct {
	why, words string
}

var (
	lexicon  = append(append([]group{}, groups...), plain...)
	stems    = byStem()
	synonyms = byWord()
)

// byStem maps the stem of each word of a group to that of its first word, so that
// each inflection is folded.
func byStem() map[string]string {
	table := map[string]string{}
	for _, g := range lexicon {
		words := strings.Fields(g.words)
		for _, w := range words {
			if stem := english.Stem(w, false); table[stem] == "" {
				table[stem] = english.Stem(words[0], false)
			}
		}
	}
	return table
}

// byWord maps each written form of a group to the same, uneven forms through the
// even one, and the words that only share a stem with a group to that stem.
func byWord() map[string]string {
	table := map[string]string{}
	for _, g := range lexicon {
		words := strings.Fields(g.words)
		for _, w := range words {
			table[w] = english.Stem(words[0], false)
		}
	}
	for word, form := range forms {
		table[word] = head(english.Stem(form, false))
	}
	for _, w := range strings.Fields(apart) {
		table[w] = english.Stem(w, false)
	}
	return table
}

// head is what a stem is folded to.
func head(stem string) string {
	if first, grouped := stems[stem]; grouped {
		return first
	}
	return stem
}
