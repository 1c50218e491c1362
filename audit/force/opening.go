package force

import (
	"slices"
	"strings"
)

// openings lists, by word, the phrases that may begin with it, in their order, so
// that not each phrase has to be tried at each word of a text.
type openings map[string][]int

// OpeningsOf files n phrases by their first words. None may begin with "*".
func OpeningsOf(n int, phraseOf func(int) string) openings {
	o := openings{}
	for k := range n {
		first, _, _ := strings.Cut(phraseOf(k), " ")
		for w := range strings.SplitSeq(first, "|") {
			if w != "" && !slices.Contains(o[w], k) {
				o[w] = append(o[w], k)
			}
		}
	}
	return o
}
