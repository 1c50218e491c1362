package index

import (
	"strings"
	"testing"

	"github.com/kljensen/snowball/english"
)

// A word of two groups would fold to the first and silently tear the second apart.
func TestNoWordStandsInTwoGroups(t *testing.T) {
	in := map[string]string{}
	for _, g := range groups {
		for _, w := range strings.Fields(g.words) {
			stem := english.Stem(w, false)
			if other, taken := in[stem]; taken && other != g.why {
				t.Errorf("%q is in the group %q and in %q", w, other, g.why)
			}
			in[stem] = g.why
		}
	}
}

func TestWordsThatOnlyShareAStem(t *testing.T) {
	for _, pair := range [][2]string{{"information", "inform"}, {"authority", "consent"}, {"exclusive", "exempt"}, {"responsible", "respond"}, {"custom", "consumer"}} {
		if Fold(pair[0]) == Fold(pair[1]) {
			t.Errorf("%q and %q are folded to one term", pair[0], pair[1])
		}
	}
}

func TestUnevenForms(t *testing.T) {
	for _, pair := range [][2]string{{"gave", "furnish"}, {"began", "commence"}, {"sought", "seek"}, {"brought", "bring"}} {
		if Fold(pair[0]) != Fold(pair[1]) {
			t.Errorf("%q is folded to %q, %q to %q", pair[0], Fold(pair[0]), pair[1], Fold(pair[1]))
		}
	}
}
