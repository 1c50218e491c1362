package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/finding"
)

// sweeping are words that open a class wide.
var sweeping = []string{"every", "any", "all", "always", "whatever", "whoever", "no matter", "regardless", "in all cases", "without exception"}

// narrowing are words of a qualification that a class may carry.
var narrowing = []string{"pursuant to subsection|paragraph|section", "required by|under subsection|paragraph", "to facilitate", "only", "to the extent", "for the purpose|purposes of", "in connection with", "when the party", "knows or"}

// scope finds a class that the claim opens wider than the aligned sentence.
func (x *Comparison) scope() {
	if x.Fit.Unit >= 0 {
		x.wholeClass()
		x.otherKind()
	}
	if x.sweepsOverException() {
		return
	}
	if x.Fit.Unit < 0 || x.has("scope", "number", "deadline", "amount", "modality", "negation", "actor") ||
		x.Text.Units[x.Fit.Unit].Nature == enacted.Definitional {
		return
	}
	if x.Fit.Thin {
		x.sweepsPast()
		return
	}
	at, wide := lexis.FirstPhrase(x.Claim.Own, sweeping)
	if !wide || x.Claim.SetsApart() || x.Claim.FreeRelative(at) ||
		x.sweeps(x.Fit.Unit) && !lexis.OneOf(x.Claim.Own[at].Lower, "whatever|always|no|regardless") {
		return
	}
	u := &x.Text.Units[x.Fit.Unit]
	from, narrow := lexis.FirstPhrase(u.Own, narrowing)
	narrow = narrow && x.ofUnit(u, at)
	end := min(len(u.Own), from+14)
	if to, marked := x.marksOut(u, at); marked {
		from, end, narrow = to, min(len(u.Own), to+8), true
	}
	if !narrow {
		return
	}
	q := lexis.Content(u.Own[from:end])
	if len(q) < 1 || lexis.Contained(q, x.Law.Weight, x.Claim.All) > 0.4 || x.Fit.Score < 0.4 {
		return
	}
	claimed := lexis.Covering(x.Claim.Own[at:min(len(x.Claim.Own), at+4)])
	law := lexis.Covering(u.Own[from:end])
	x.differ("scope", x.Raw[claimed.Start:claimed.End], x.Text.Text[law.Start:law.End], claimed, law, finding.Possible,
		fmt.Sprintf("the claim is general (%q) where the law is limited (%q)", x.Raw[claimed.Start:claimed.End], x.Text.Text[law.Start:law.End]))
}

// ofUnit tells that the law's sentence has a noun that the claim sweeps over. Words that
// sweep over no noun ("always", "whatever") are of any sentence.
func (x *Comparison) ofUnit(u *enacted.Unit, at int) bool {
	own := x.Claim.Own
	if !lexis.OneOf(own[at].Lower, "any|every|all|each") {
		return true
	}
	noun := lexis.Content(own[at+1 : min(len(own), at+4)])
	return len(noun) == 0 || (lexis.Shared(noun, u.Set) > 0 || lexis.Shared(noun, u.Leads) > 0)
}

// marksOut finds the noun that the claim sweeps over, marked out in the law by a
// clause of its own: "any number" and "a number that has been on the list".
func (x *Comparison) marksOut(u *enacted.Unit, at int) (int, bool) {
	noun := lexis.TermSet{}
	noun.Add(x.Claim.Own[at:min(len(x.Claim.Own), at+3)])
	for i := 0; i+1 < len(u.Own); i++ {
		if noun[u.Own[i].Term] && lexis.OneOf(u.Own[i+1].Lower, "that|who|which|whose") {
			return i + 1, true
		}
		if lexis.OneOf(u.Own[i].Lower, "violates|violate|violated") &&
			lexis.OneOf(u.Own[i+1].Lower, "section|sections|subsection") &&
			lexis.HasWord(x.Claim.Own[at:min(len(x.Claim.Own), at+3)], "law|act|rule|rules|laws|provision|chapter|statute") {
			return i + 1, true
		}
	}
	return 0, false
}

// sweeps tells that the law's sentence is as general.
func (x *Comparison) sweeps(u int) bool {
	_, wide := lexis.FirstPhrase(x.Text.Units[u].Own, sweeping)
	return wide
}

// boundless are words that leave out every limit of purpose or kind, whatever the
// rest of the sentence; "any" and "all" do not.
var boundless = []string{"whatever", "regardless", "no matter", "for any purpose|purposes|reason|reasons|use", "however it|they is|are", "however made", "in all|every case|cases|circumstances", "without limit|limits|restriction|limitation"}

// purposes are words by which a sentence limits what it lays down to a purpose.
var purposes = []string{"to facilitate", "only for|to|if|when|in", "solely", "for the purpose|purposes of", "to the extent", "in order to", "limited to"}

// sweepsPast finds a sentence so free in its words that it aligns thinly and
// still says, boundlessly, what the law lays down for a purpose or for one kind.
// It must not fire where the law's sentence is itself general, where the claim
// names the purpose, nor where the two share no act.
func (x *Comparison) sweepsPast() {
	u := &x.Text.Units[x.Fit.Unit]
	if at, free := lexis.FirstPhrase(x.Claim.Own, boundless); free && !x.Claim.FreeRelative(at) &&
		!x.sweeps(x.Fit.Unit) && x.sharesForce(x.Fit.Unit) && lexis.Shared(x.Claim.Own, u.Set) >= 2 {
		if from, narrow := lexis.FirstPhrase(u.Own, purposes); narrow {
			x.widened(at, u.Own[from:min(len(u.Own), from+14)])
			return
		}
	}
	if at, all := lexis.FirstPhrase(x.Claim.Own, []string{"every", "any", "all", "each"}); all && x.goesBeyond() {
		if from, marked := x.markedKind(at); marked {
			x.widened(at, x.Text.Units[x.Fit.Unit].Own[from:min(len(x.Text.Units[x.Fit.Unit].Own), from+10)])
		}
	}
}

// widened records the difference if the claim has none of the limiting words.
func (x *Comparison) widened(at int, limiting []lexis.Word) {
	if q := lexis.Content(limiting); len(q) == 0 || lexis.Contained(q, x.Law.Weight, x.Claim.All) > 0.4 {
		return
	}
	claimed := lexis.Covering(x.Claim.Own[at:min(len(x.Claim.Own), at+4)])
	law := lexis.Covering(limiting)
	x.differ("scope", x.Raw[claimed.Start:claimed.End], x.Text.Text[law.Start:law.End], claimed, law, finding.Possible,
		fmt.Sprintf("the claim is general (%q) where the law is limited (%q)", x.Raw[claimed.Start:claimed.End], x.Text.Text[law.Start:law.End]))
}

// sharesForce tells that claim and unit have a modal of the same force.
func (x *Comparison) sharesForce(u int) bool {
	for i := range x.Claim.Predicates {
		for k := range x.Text.Predicates[u] {
			if p, q := &x.Claim.Predicates[i], &x.Text.Predicates[u][k]; p.Topic == "" && q.Topic == "" && p.Force == q.Force {
				return true
			}
		}
	}
	return false
}

// goesBeyond tells that the claim counts in a kind of which the section has
// nothing: "every notice, including the one that …".
func (x *Comparison) goesBeyond() bool {
	at, adds := lexis.FirstPhrase(x.Claim.Own, []string{"including", "even", "as well as", "also"})
	if !adds {
		return false
	}
	to := at + 1
	for to < len(x.Claim.Own) && lexis.Gap(x.Answer, x.Claim.Own[to-1], x.Claim.Own[to]) == " " {
		to++
	}
	list := lexis.Content(x.Claim.Own[at+1 : to])
	return len(list) >= 2 && lexis.Contained(list, x.Law.Weight, x.Text.All) < 0.2
}

// markedKind finds the swept noun limited by its ground at the head of the law's
// sentence: "notice required under subsection (a)".
func (x *Comparison) markedKind(at int) (int, bool) {
	noun := lexis.SetOf(x.Claim.Own[at:min(len(x.Claim.Own), at+4)])
	own := x.Text.Units[x.Fit.Unit].Own
	for i := range own[:min(len(own), 6)] {
		if end, ok := lexis.PhraseEnd(own, i+1, "required|given|made|provided|sent pursuant|under|by"); ok &&
			noun[own[i].Term] && lexis.HasWord(own[end:min(len(own), end+4)], "subsection|paragraph|section|subdivision") {
			return i + 1, true
		}
	}
	return 0, false
}
