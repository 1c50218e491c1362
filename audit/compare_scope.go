package audit

import (
	"fmt"

	"github.com/pincite/pincite/internal/finding"
)

// sweeping are words that open a class wide.
var sweeping = []string{"every", "any", "all", "always", "whatever", "whoever", "no matter", "regardless", "in all cases", "without exception"}

// narrowing are words of a qualification that a class may carry.
var narrowing = []string{"pursuant to subsection|paragraph|section", "required by|under subsection|paragraph", "to facilitate", "only", "to the extent", "for the purpose|purposes of", "in connection with", "when the party", "knows or"}

// scope finds a class that the claim opens wider than the aligned sentence.
func (x *comparison) scope() {
	if x.fit.unit >= 0 {
		x.wholeClass()
		x.otherKind()
	}
	if x.fit.unit < 0 || x.has("scope", "number", "deadline", "amount", "modality", "negation", "actor") || x.text.units[x.fit.unit].nature == Definitional {
		return
	}
	if x.fit.Thin {
		x.sweepsPast()
		return
	}
	at, wide := firstPhrase(x.claim.own, sweeping)
	if !wide || x.claim.freeRelative(at) || x.sweeps(x.fit.unit) && !oneOf(x.claim.own[at].lower, "whatever|always|no|regardless") {
		return
	}
	u := &x.text.units[x.fit.unit]
	from, narrow := firstPhrase(u.own, narrowing)
	end := min(len(u.own), from+14)
	if to, marked := x.marksOut(u, at); marked {
		from, end, narrow = to, min(len(u.own), to+8), true
	}
	if !narrow {
		return
	}
	q := content(u.own[from:end])
	if len(q) < 1 || contained(q, x.law.weight, x.claim.all) > 0.4 || x.fit.Score < 0.4 {
		return
	}
	claimed := covering(x.claim.own[at:min(len(x.claim.own), at+4)])
	law := covering(u.own[from:end])
	x.differ("scope", x.raw[claimed.Start:claimed.End], x.text.text[law.Start:law.End], claimed, law, finding.Possible,
		fmt.Sprintf("the claim is general (%q) where the law is limited (%q)", x.raw[claimed.Start:claimed.End], x.text.text[law.Start:law.End]))
}

// marksOut finds the noun that the claim sweeps over, marked out in the law by a
// clause of its own: "any number" and "a number that has been on the list".
func (x *comparison) marksOut(u *unit, at int) (int, bool) {
	noun := termSet{}
	noun.add(x.claim.own[at:min(len(x.claim.own), at+3)])
	for i := 0; i+1 < len(u.own); i++ {
		if noun[u.own[i].term] && oneOf(u.own[i+1].lower, "that|who|which|whose") {
			return i + 1, true
		}
		if oneOf(u.own[i].lower, "violates|violate|violated") && oneOf(u.own[i+1].lower, "section|sections|subsection") && hasWord(x.claim.own[at:min(len(x.claim.own), at+3)], "law|act|rule|rules|laws|provision|chapter|statute") {
			return i + 1, true
		}
	}
	return 0, false
}

// sweeps tells that the law's sentence is as general.
func (x *comparison) sweeps(u int) bool {
	_, wide := firstPhrase(x.text.units[u].own, sweeping)
	return wide
}

// boundless are words that leave out every limit of purpose or kind, whatever the
// rest of the sentence; "any" and "all" do not.
var boundless = []string{"whatever", "regardless", "no matter", "for any purpose|purposes|reason|reasons|use", "in all|every case|cases|circumstances", "without limit|limits|restriction|limitation"}

// purposes are words by which a sentence limits what it lays down to a purpose.
var purposes = []string{"to facilitate", "only for|to|if|when|in", "solely", "for the purpose|purposes of", "to the extent", "in order to", "limited to"}

// sweepsPast finds a sentence so free in its words that it aligns thinly and
// still says, boundlessly, what the law lays down for a purpose or for one kind.
// It must not fire where the law's sentence is itself general, where the claim
// names the purpose, nor where the two share no act.
func (x *comparison) sweepsPast() {
	u := &x.text.units[x.fit.unit]
	if at, free := firstPhrase(x.claim.own, boundless); free && !x.claim.freeRelative(at) && !x.sweeps(x.fit.unit) && x.sharesForce(x.fit.unit) && shared(x.claim.own, u.set) >= 2 {
		if from, narrow := firstPhrase(u.own, purposes); narrow {
			x.widened(at, u.own[from:min(len(u.own), from+14)])
			return
		}
	}
	if at, all := firstPhrase(x.claim.own, []string{"every", "any", "all", "each"}); all && x.goesBeyond() {
		if from, marked := x.markedKind(at); marked {
			x.widened(at, x.text.units[x.fit.unit].own[from:min(len(x.text.units[x.fit.unit].own), from+10)])
		}
	}
}

// freeRelative tells a "whatever" that only names a thing: "whatever you send".
func (c *claimText) freeRelative(at int) bool {
	return c.own[at].lower == "whatever" && (at == 0 || c.own[at-1].term == "") && !(at+1 < len(c.own) && c.own[at+1].lower == "the")
}

// widened records the difference if the claim has none of the limiting words.
func (x *comparison) widened(at int, limiting []word) {
	if q := content(limiting); len(q) == 0 || contained(q, x.law.weight, x.claim.all) > 0.4 {
		return
	}
	claimed := covering(x.claim.own[at:min(len(x.claim.own), at+4)])
	law := covering(limiting)
	x.differ("scope", x.raw[claimed.Start:claimed.End], x.text.text[law.Start:law.End], claimed, law, finding.Possible,
		fmt.Sprintf("the claim is general (%q) where the law is limited (%q)", x.raw[claimed.Start:claimed.End], x.text.text[law.Start:law.End]))
}

// sharesForce tells that claim and unit have a modal of the same force.
func (x *comparison) sharesForce(u int) bool {
	for i := range x.claim.predicates {
		for k := range x.text.predicates[u] {
			if p, q := &x.claim.predicates[i], &x.text.predicates[u][k]; p.topic == "" && q.topic == "" && p.force == q.force {
				return true
			}
		}
	}
	return false
}

// goesBeyond tells that the claim counts in a kind of which the section has
// nothing: "every notice, including the one that …".
func (x *comparison) goesBeyond() bool {
	at, adds := firstPhrase(x.claim.own, []string{"including", "even", "as well as", "also"})
	if !adds {
		return false
	}
	to := at + 1
	for to < len(x.claim.own) && gap(x.answer, x.claim.own[to-1], x.claim.own[to]) == " " {
		to++
	}
	list := content(x.claim.own[at+1 : to])
	return len(list) >= 2 && contained(list, x.law.weight, x.text.all) < 0.2
}

// markedKind finds the swept noun limited by its ground at the head of the law's
// sentence: "notice required under subsection (a)".
func (x *comparison) markedKind(at int) (int, bool) {
	noun := setOf(x.claim.own[at:min(len(x.claim.own), at+4)])
	own := x.text.units[x.fit.unit].own
	for i := range own[:min(len(own), 6)] {
		if end, ok := phraseEnd(own, i+1, "required|given|made|provided|sent pursuant|under|by"); ok && noun[own[i].term] && hasWord(own[end:min(len(own), end+4)], "subsection|paragraph|section|subdivision") {
			return i + 1, true
		}
	}
	return 0, false
}
