package lexis

import (
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/answer"
)

// wordsOf reads a whole text.
func wordsOf(text string) []Word { return Words(text, AnswerSpan(text)) }

// lowerOf joins the words as written.
func lowerOf(list []Word) string {
	said := make([]string, len(list))
	for i, w := range list {
		said[i] = w.Lower
	}
	return strings.Join(said, " ")
}

func TestWordsKeepTheirPlacesInTheWholeText(t *testing.T) {
	text := "Skip this. The miller’s bells ring"
	list := Words(text, answer.Span{Start: 11, End: len(text)})
	if got := lowerOf(list); got != "the miller's bells ring" {
		t.Errorf("words %q", got)
	}
	if w := list[2]; text[w.Start:w.End] != "bells" || w.Term == "" {
		t.Errorf("third word %+v", w)
	}
	if list[0].Term != "" {
		t.Errorf("a stop word has the term %q", list[0].Term)
	}
}

func TestAbbreviationsStandForTheirWordsInOnePlace(t *testing.T) {
	list := wordsOf("the SSN")
	if got := lowerOf(list); got != "the social security number" {
		t.Fatalf("words %q", got)
	}
	if list[1].Start != 4 || list[3].End != 7 || Gap("the SSN", list[1], list[2]) != "" {
		t.Errorf("places %+v", list)
	}
}

func TestOneOfWantsAWholeChoice(t *testing.T) {
	for _, c := range []struct {
		word, choices string
		want          bool
	}{
		{"bell", "bell", true}, {"bell", "bells|bell", true}, {"bell", "tower|bell|gate", true}, {"bell", "*", true},
		{"bell", "bells|doorbell", false}, {"bell", "", false}, {"", "bell", false}, {"", "*", true},
	} {
		if got := OneOf(c.word, c.choices); got != c.want {
			t.Errorf("%q of %q: %v", c.word, c.choices, got)
		}
	}
}

func TestContainedCountsEachTermOnceByWeight(t *testing.T) {
	weight := func(term string) float64 { return float64(len(term)) }
	claim, law := wordsOf("bell bell tower"), SetOf(wordsOf("the bell of a gate"))
	if got, want := Contained(claim, weight, law), 4.0/9; got != want {
		t.Errorf("contained %v, want %v", got, want)
	}
	if got := Contained(wordsOf("of the"), weight, law); got != 0 {
		t.Errorf("stop words contained by %v", got)
	}
	if got := Shared(claim, law); got != 1 {
		t.Errorf("%d terms shared", got)
	}
}
