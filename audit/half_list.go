package audit

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/internal/finding"
)

// halfList finds one of several grounds that must all be there, where the answer says
// nothing of another: of "no fee if: (a) the reader is a victim of theft; and (b) shows a
// police report" the claim has the theft alone. It must not fire on grounds joined by "or",
// where the claim says what is needed, nor where any claim on the section has a third of
// the other's words.
func (x *comparison) halfList() {
	if x.fit.unit < 0 || x.has("condition") || x.claim.alludes() || x.claim.needs() {
		return
	}
	lead := x.fit.unit
	if p := x.text.units[lead].parent; p >= 0 {
		lead = p
	}
	grounds := x.text.jointGrounds(lead)
	for _, u := range grounds {
		if x.gives(u) {
			x.otherGround(grounds, u)
			return
		}
	}
}

// gives tells that the claim has most of a ground, or that its own condition is of it.
func (x *comparison) gives(u int) bool {
	ground, said := content(x.text.units[u].own), content(behindIf(x.answer, x.claim.own))
	return len(ground) >= shortLimit && contained(ground, x.law.weight, x.claim.all) >= halfSaid ||
		len(said) >= 2 && contained(said, x.law.weight, x.text.units[u].set) >= mostOfCondition
}

// mostOfCondition is how much of a claim's condition must stand in a ground for it to be
// the one given.
const mostOfCondition = 0.75

// behindIf are the words of a claim from its first "if" or "when" up to a stop.
func behindIf(text string, own []word) []word {
	for i := range own {
		if !oneOf(own[i].lower, "if|when|where") {
			continue
		}
		end := i + 1
		for end < len(own) && !strings.ContainsAny(gap(text, own[end-1], own[end]), ",;:") {
			end++
		}
		return own[i+1 : end]
	}
	return nil
}

// otherGround records the first of the grounds, but for the one given, of which no claim
// on the section has anything.
func (x *comparison) otherGround(grounds []int, given int) {
	for _, u := range grounds {
		if other := x.ownWordsOf(u, given); u == given || len(other) < shortLimit || x.saidAtAll(other) {
			continue
		}
		part := x.text.units[u].span
		said := shorten(x.text.text[part.Start:part.End], 160)
		x.differ("condition", "one ground", said, x.claimSpan(), part, finding.Likely, fmt.Sprintf("the law asks for a second thing that the claim leaves out: %q", said))
		return
	}
}

// ownWordsOf are the words of a ground that neither the lead-in nor the ground given has.
func (x *comparison) ownWordsOf(u, given int) []word {
	unit := &x.text.units[u]
	return keepWhere(content(unit.own), func(w word) bool { return !unit.leads[w.term] && !x.text.units[given].set[w.term] })
}

// alludes tells a claim that says there is more to a rule than it tells.
func (c *claimText) alludes() bool {
	return hasWord(c.own, "certain|conditions|requirements|among|some|steps|criteria|further")
}

// jointGrounds are the items of a list of grounds that must all be there: an "if" leads
// into them, and an "and" joins them; nil for any other list.
func (t *lawText) jointGrounds(lead int) []int {
	own := t.units[lead].own
	n := len(own)
	if n == 0 || !oneOf(own[n-1].lower, "if|when") && !phraseIn(own[max(0, n-8):], "if|when all of the following") {
		return nil
	}
	var items []int
	joined := false
	for i := range t.units {
		if t.units[i].parent != lead {
			continue
		}
		if t.units[i].alternative {
			return nil
		}
		last := t.units[i].own
		joined = joined || len(last) > 0 && last[len(last)-1].lower == "and"
		items = append(items, i)
	}
	if !joined {
		return nil
	}
	return items
}
