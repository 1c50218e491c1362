package lexis

import "testing"

func TestStopEndTakesQuotesAndBlanks(t *testing.T) {
	for _, c := range []struct {
		text    string
		at, end int
	}{
		{"Ring it. Then", 7, 9}, {"“Ring.”  Then", 7, 13}, {"at 3.5 miles", 4, 0}, {"Ring!", 4, 5}, {"Ring, then", 4, 0},
	} {
		if got := StopEnd(c.text, c.at); got != c.end {
			t.Errorf("%q at %d: %d, want %d", c.text, c.at, got, c.end)
		}
	}
}

func TestStopsThatShorten(t *testing.T) {
	for _, s := range []string{"under 15 U.S.C.", "Bells, Inc.", "J.", "(12.", "iii.", "of No."} {
		if !Abbreviates(s) {
			t.Errorf("%q ends a sentence", s)
		}
	}
	for _, s := range []string{"the bell.", "a casino.", "in 1978.", "the bell"} {
		if Abbreviates(s) {
			t.Errorf("%q shortens", s)
		}
	}
}
