package lexis

import "testing"

func TestPhrasesHaveChoicesAndBlanks(t *testing.T) {
	list := wordsOf("The warden may not, at any time, ring")
	for _, c := range []struct {
		want     string
		from, to int
	}{
		{"may not", 2, 4}, {"shall|may not", 2, 4}, {"at * time", 4, 7}, {"may ring", 0, 0}, {"ring twice", 0, 0},
	} {
		if from, to := StretchOf(list, []string{c.want}); from != c.from || to != c.to {
			t.Errorf("%q from %d to %d, want %d to %d", c.want, from, to, c.from, c.to)
		}
	}
	if span, found := SpanOfAny(list, []string{"must", "may not"}); !found || span.Start != 11 || span.End != 18 {
		t.Errorf("span %+v, %v", span, found)
	}
}
