package enacted

import (
	"strings"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
)

// BansItem tells an item of a list of what nobody may do: "such means include:
// representing that …; failing to disclose …". The item itself has no word of force.
func (t *Text) BansItem(u int) bool {
	if !opensWithDoing(t.Units[u].Own) {
		return false
	}
	for k := u - 1; k >= 0; k-- {
		if force.Forbidding(t.Predicates[k]) ||
			lexis.HasWord(t.Units[k].Own, "unlawful|unfair|prohibited|deceptive|unconscionable|violation") {
			return true
		}
	}
	return false
}

// opensWithDoing tells an item that names a deed: behind its label, a word in -ing.
func opensWithDoing(own []lexis.Word) bool {
	for _, w := range own[:min(len(own), 3)] {
		if len(w.Lower) > 5 && strings.HasSuffix(w.Lower, "ing") {
			return true
		}
	}
	return false
}

// TakesOut tells a sentence, or an item of one, by which a definition takes
// something out of itself.
func (t *Text) TakesOut(u int) bool {
	if t.Units[u].Nature != Definitional {
		return false
	}
	return excludes(t.Predicates[u]) || t.Units[u].Parent >= 0 && excludes(t.Predicates[t.Units[u].Parent])
}
