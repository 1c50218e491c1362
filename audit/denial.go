package audit

import "strings"

// denial is a word that denies with the words of content right behind it.
type denial struct {
	word  word
	about []word
}

// denials in a word, beside the negations.
const lexicalDenials = "void|unenforceable|invalid|exempt|exempted|exempts|outside|barred|bars|prohibited|prohibits|forbidden|forbids|unlawful|illegal|banned|bans|" +
	"fails|failed|fail|refuses|refused|refuse|lacks|relieved|excused|immune|prevent|prevents|except|unless|save|neglects|ineligible|excluded|excludes|free|null"

func denies(list []word, i int) bool {
	if oneOf(list[i].lower, lexicalDenials) {
		return true
	}
	return isNegation(list[i].lower) && !(i+1 < len(list) && oneOf(list[i+1].lower, "later|less|more|fewer|longer|sooner|earlier|exceed|exceeding|exceeds|matter|greater|higher"))
}

// reachOfDenial is how many words of content behind a denial it is about.
const reachOfDenial = 4

// denialsIn lists the denials of a list of words, those of its modals left out:
// forces are compared as such.
func denialsIn(list []word, modals []predicate) (found []denial) {
	for i := range list {
		if !denies(list, i) || inModal(list[i], modals) {
			continue
		}
		d := denial{word: list[i]}
		for k := i + 1; k < len(list) && len(d.about) < reachOfDenial; k++ {
			if list[k].term != "" {
				d.about = append(d.about, list[k])
			}
		}
		found = append(found, d)
	}
	return found
}

// inModal tells a word of a cue, or the "no" of the subject that it negates.
func inModal(w word, modals []predicate) bool {
	for i := range modals {
		p := &modals[i]
		if w.start >= p.cue.Start && w.end <= p.cue.End {
			return !p.relative()
		}
		if p.topic == "" && oneOf(w.lower, "no|nobody|neither|nor|none|nothing") && w.end <= p.cue.Start && p.cue.Start-w.end < 160 {
			return true
		}
	}
	return false
}

// samePolarity wants a denial on both sides or on none: one in the claim needs one
// in the aligned words, and one in the aligned words that is about words of the
// claim needs one in the claim.
func (x *comparison) samePolarity() bool {
	said, held := denialsIn(x.claim.own, x.claim.predicates), 0
	for _, u := range x.near() {
		for _, d := range denialsIn(x.text.units[u].own, x.text.predicates[u]) {
			if held++; len(said) == 0 && x.touches(&d) && !x.inLimit(u, d.word) {
				return false
			}
		}
	}
	return len(said) == 0 || held > 0 || x.lacking() || opensLimit(said)
}

// touches tells that a denial of the law is about what the claim says.
func (x *comparison) touches(d *denial) bool {
	return len(d.about) > 0 && x.claim.all[d.about[0].term] || shared(d.about, x.claim.all) >= 2
}

// lacking tells words of the aligned text that deny by their making: "absence",
// "insufficient", "unreadable".
func (x *comparison) lacking() bool {
	for _, u := range x.near() {
		for _, w := range x.text.units[u].own {
			if oneOf(w.lower, "absence|absent|rejects|reject|rejected|insufficient|lack") || len(w.lower) > 6 && (strings.HasPrefix(w.lower, "un") || strings.HasPrefix(w.lower, "non")) || x.text.predicates[u] != nil && forbidding(x.text.predicates[u]) {
				return true
			}
		}
	}
	return false
}

// opensLimit tells denials that only open an exception.
func opensLimit(said []denial) bool {
	for _, d := range said {
		if !oneOf(d.word.lower, "unless|except|save|without") {
			return false
		}
	}
	return true
}

// inLimit tells a word of an exception or a condition of the unit.
func (x *comparison) inLimit(u int, w word) bool {
	return x.text.withinLimit(u, w) || oneOf(w.lower, "unless|except|save|fails|fail|neglects|failed")
}
