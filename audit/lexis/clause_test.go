package lexis

import (
	"slices"
	"testing"
)

func TestClausesHaveThreeWordsOfContent(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"the miller rings the copper bell if the river floods the lower meadow", []string{"the miller rings the copper bell", "if the river floods the lower meadow"}},
		{"the miller rings, and the copper bell sounds twice", []string{"the miller rings and the copper bell sounds twice"}},
		{"under G.S. 40-2 the miller rings a bell", []string{"under g s 40 2 the miller rings a bell"}},
		{"rings", []string{"rings"}},
		{"", nil},
	} {
		var got []string
		for _, clause := range ClausesOf(c.text, wordsOf(c.text)) {
			got = append(got, lowerOf(clause))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: %q", c.text, got)
		}
	}
}

func TestClauseAtStopsAtTheStops(t *testing.T) {
	text := "At noon, the miller rings the bell; nobody sleeps."
	list := wordsOf(text)
	from, to := ClauseAt(text, list, 4, 5)
	if got := lowerOf(list[from:to]); got != "the miller rings the bell" {
		t.Errorf("clause %q", got)
	}
}
