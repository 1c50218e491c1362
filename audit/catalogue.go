package audit

import "strings"

// bansItem tells an item of a list of what nobody may do: "such means include:
// representing that …; failing to disclose …". The item itself has no word of force.
func (t *lawText) bansItem(u int) bool {
	if !opensWithDoing(t.units[u].own) {
		return false
	}
	for k := u - 1; k >= 0; k-- {
		if forbidding(t.predicates[k]) || hasWord(t.units[k].own, "unlawful|unfair|prohibited|deceptive|unconscionable|violation") {
			return true
		}
	}
	return false
}

// opensWithDoing tells an item that names a deed: behind its label, a word in -ing.
func opensWithDoing(own []word) bool {
	for _, w := range own[:min(len(own), 3)] {
		if len(w.lower) > 5 && strings.HasSuffix(w.lower, "ing") {
			return true
		}
	}
	return false
}
