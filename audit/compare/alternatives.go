package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// Which of several ways will do is told beside the modal: "shredding is not enough" of "the
// burning or shredding of papers", "the number is the customer's own" of "a number other than
// the customer's".

// insufficient are words by which a claim says that one way will not do.
var insufficient = []string{"is|are not enough|sufficient", "isn't|aren't enough|sufficient", "does|do|will not suffice|do", "doesn't|don't suffice", "won't do|suffice"}

// alternatives finds a way that the claim calls insufficient and the law's sentence lists
// among those of which one will do. It must not fire where the sentence joins the ways by
// "and", nor where it does not list the way.
func (x *Comparison) alternatives() {
	if x.Fit.Unit < 0 || x.Fit.UnitScore < placeScore || x.has("negation", "modality") {
		return
	}
	cue, found := lexis.SpanOfAny(x.Claim.Own, insufficient)
	if !found {
		return
	}
	way := x.wayBefore(cue)
	own := x.Text.Units[x.Fit.Unit].Own
	for i := range own {
		if !way[own[i].Term] || own[i].Term == "" || !lexis.HasWord(own[max(0, i-2):min(len(own), i+3)], "or") || lexis.HasWord(own[max(0, i-2):min(len(own), i+3)], "and") {
			continue
		}
		at := lexis.Covering(own[max(0, i-3) : i+1])
		x.differ("negation", x.Raw[cue.Start:cue.End], x.Text.Text[at.Start:at.End], cue, at, finding.Likely,
			fmt.Sprintf("the claim says %q of one of the ways that the law offers: %q", x.Raw[cue.Start:cue.End], x.Text.Text[at.Start:at.End]))
		return
	}
}

// enough are words by which a claim says that one thing will do.
var enough = []string{"is|are enough|sufficient", "suffices|suffice", "will do"}

// halfEnough finds one of two things that the claim lets suffice and the law's sentence asks
// for together: "a first name is enough" of "first and last name". It must not fire where the
// claim denies, nor names the other too.
func (x *Comparison) halfEnough() {
	if x.Fit.Unit < 0 || x.Fit.UnitScore < placeScore || x.has("negation", "modality", "condition") || anyNegation(x.Claim.Own) || lexis.HasWord(x.Claim.Own, "if|when|unless|where") {
		return
	}
	cue, found := lexis.SpanOfAny(x.Claim.Own, enough)
	if !found || !force.Binds(x.Text.Predicates[x.Fit.Unit]) {
		return
	}
	way, own := x.wayBefore(cue), x.Text.Units[x.Fit.Unit].Own
	for i := 1; i+1 < len(own); i++ {
		one, two := own[i-1].Term, own[i+1].Term
		if own[i].Lower != "and" || one == "" || two == "" || way[one] == way[two] || x.Claim.All[one] == x.Claim.All[two] {
			continue
		}
		at := lexis.Covering(own[i-1 : i+2])
		x.differ("negation", x.Raw[cue.Start:cue.End], x.Text.Text[at.Start:at.End], cue, at, finding.Likely,
			fmt.Sprintf("the claim lets one thing suffice where the law asks for two: %q", x.Text.Text[at.Start:at.End]))
		return
	}
}

// wayBefore are the terms of the few words before the cue, to the stop before them.
func (x *Comparison) wayBefore(cue answer.Span) lexis.TermSet {
	own := x.Claim.Own
	for i := range own {
		if own[i].Start != cue.Start {
			continue
		}
		from := i
		for from > 0 && i-from < reachOfWay && (from == i || lexis.Gap(x.Answer, own[from-1], own[from]) == " ") {
			from--
		}
		return lexis.SetOf(lexis.Content(own[from:i]))
	}
	return nil
}

// reachOfWay is how many words may name the way.
const reachOfWay = 5

// excluded finds what the claim says to be the very thing that the law's sentence leaves out
// by "other than". It must not fire where the claim denies or excepts, where the words left out
// are not all the claim's, nor where the sentence denies all but them: "no place other than".
func (x *Comparison) excluded() {
	if x.Fit.Unit < 0 || x.Fit.Thin || x.Fit.UnitScore < placeScore || x.has("negation", "modality") || anyNegation(x.Claim.Own) || x.excepts() || lexis.HasWord(x.Claim.Own, "other|another|different|away|outside|elsewhere") {
		return
	}
	own, said := x.Text.Units[x.Fit.Unit].Own, lexis.SetOf(x.Claim.Own)
	for i := range own {
		end, found := lexis.PhraseEnd(own, i, "other than")
		if !found || anyNegation(own[:i]) {
			continue
		}
		left := leftOut(x.Text.Text, own, end)
		if len(left) < excludedWords || lexis.Shared(left, said) < len(lexis.SetOf(left)) || !lexis.HasWord(x.Claim.Own, "is|are|be") {
			continue
		}
		at := lexis.Covering(own[i : end+1])
		at.End = left[len(left)-1].End
		in := x.claimSpan()
		x.differ("negation", x.Raw[in.Start:in.End], x.Text.Text[at.Start:at.End], in, at, finding.Likely,
			fmt.Sprintf("the claim names what the law leaves out: %q", x.Text.Text[at.Start:at.End]))
		return
	}
}

// excludedWords is how many words of content must name what is left out.
const excludedWords = 3

// leftOut are the words of content behind "other than", to the next stop or verb, parties'
// own names left out.
func leftOut(text string, own []lexis.Word, from int) []lexis.Word {
	to := from
	for to < len(own) && (to == from || lexis.Gap(text, own[to-1], own[to]) == " ") && !lexis.OneOf(own[to].Lower, "to|that|which|who|for|in|by|with|when|if") {
		to++
	}
	return lexis.KeepWhere(lexis.Content(own[from:to]), func(w lexis.Word) bool { return !possessive(w.Lower) })
}
