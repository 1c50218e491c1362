package rules

import (
	"fmt"
	"regexp"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/audit/compare"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// The rules on typed facts differ in the slot that they look at: a number, a
// deadline, who must act. What they share stands here.

// differing gives the Find of a rule on one slot. The message states what is
// claimed and what is enacted; lead names the slot for the facts.
func differing(slot, lead string, fix finding.Fix) func(*audit.Reading) []finding.Finding {
	return func(r *audit.Reading) []finding.Finding {
		var found []finding.Finding
		for i := range r.Pairs {
			p := &r.Pairs[i]
			wrong := astray(r, p)
			for _, d := range p.Contrary {
				if wrong && (!d.OfTerm || gone(r, p)) {
					continue
				}
				if d.Slot == slot && !d.Faint && !settled(r, p, slot) {
					found = append(found, contrary(r, p, d, lead, fix))
				}
			}
		}
		return found
	}
}

// settled reports whether another citation of the claim speaks of the same
// thing better and agrees with it: then the difference is one of topics.
func settled(r *audit.Reading, p *audit.Pair, slot string) bool {
	for _, other := range r.PairsOf(p.Claim) {
		if other.Held() == nil || other.Held() == p.Held() || differs(other, slot) || astray(r, other) {
			continue
		}
		if carries(other, p, slot) {
			return true
		}
	}
	return false
}

// carries reports whether the claim rests on the other citation rather than on
// p. What a section leaves open is not settled by another that is silent of it:
// there the other must be much the closer one.
func carries(other, p *audit.Pair, slot string) bool {
	lead := other.Alignment.Score - p.Alignment.Score
	if slot == "exception" || slot == "condition" {
		return lead >= 0.15
	}
	return other.Carried || lead > 0 && !other.Alignment.Thin
}

// differs reports whether the pair has a difference in the slot.
func differs(p *audit.Pair, slot string) bool {
	for _, d := range p.Contrary {
		if d.Slot == slot {
			return true
		}
	}
	return false
}

// contrary is the finding for one difference.
func contrary(r *audit.Reading, p *audit.Pair, d compare.Difference, lead string, fix finding.Fix) finding.Finding {
	f := onPair(r, p, d.Certainty)
	if f.Certainty == "" || p.Alignment.Thin {
		f.Certainty = finding.Possible
	}
	if q := r.Quote(d.InClaim); q != nil {
		f.AnswerQuote = q
	}
	h := p.Held()
	if d.Elsewhere != nil {
		h = d.Elsewhere
	}
	if d.InLaw.End > d.InLaw.Start {
		f.SourceQuotes = []finding.SourceQuote{r.Cite(h, d.InLaw)}
	}
	if p.Verdict == finding.Unverified && f.Certainty == finding.Possible {
		f.Severity = ofTheOpen(d.Slot)
	}
	f.Message = said(d, h)
	f.Facts = facts(d, lead, h)
	f.Fix = fix
	f.Fix.Number = h.Number
	if len(f.SourceQuotes) > 0 {
		f.Fix.Quote = f.SourceQuotes[0].Text
	}
	return f
}

// ofTheOpen is the severity of a difference that is only possible, on a pair that
// is left open: other words for one force or party look like a difference, figures
// and limits seldom do.
func ofTheOpen(slot string) finding.Severity {
	switch slot {
	case "modality", "negation", "actor":
		return finding.Low
	}
	return finding.Medium
}

// said is the difference as one sentence.
func said(d compare.Difference, h *statute.Held) string {
	claimed, enacted := d.Claimed, d.Enacted
	switch d.Slot {
	case "exception", "condition":
		if enacted != "" {
			return fmt.Sprintf("The answer leaves out the %s that %s makes%s: %s.", d.Slot, named(h), subsectionOf(d, h), quotedWords(unlabelled(enacted)))
		}
	case "modality", "negation":
		if claimed != "" && enacted != "" {
			return fmt.Sprintf("The answer says “%s” where %s says “%s”.", claimed, named(h), enacted)
		}
	case "scope":
		claimed, enacted = quotedIf(claimed), quotedIf(enacted)
	case "quote":
		claimed, enacted = quotedIf(claimed), quotedIf(enacted)
	case "actor":
		if claimed != "" && enacted != "" {
			return fmt.Sprintf("The answer names “%s” as the party; %s names “%s”.", claimed, named(h), enacted)
		}
	}
	return sides(claimed, enacted, d.Why, h)
}

// subsectionOf names the outermost subsection that the law's words stand in, for a
// sentence; "" where there is none.
func subsectionOf(d compare.Difference, h *statute.Held) string {
	for _, s := range h.Subsections {
		if s.Start <= d.InLaw.Start && d.InLaw.Start < s.End {
			return " in its subsection " + s.Label
		}
	}
	return ""
}

// unlabelled takes the enumerator off the head of quoted law.
func unlabelled(words string) string {
	return enumerator.ReplaceAllString(words, "")
}

var enumerator = regexp.MustCompile(`^(?:(?:\([0-9A-Za-z]{1,4}\)|[A-Z0-9]{1,3}\.)\s+)+`)

// sides sets what is claimed against what is enacted.
func sides(claimed, enacted, why string, h *statute.Held) string {
	switch {
	case claimed != "" && enacted != "":
		return fmt.Sprintf("The answer says %s; %s says %s.", claimed, named(h), enacted)
	case enacted != "":
		return fmt.Sprintf("The answer leaves out what %s says: %s.", named(h), enacted)
	case claimed != "":
		return fmt.Sprintf("The answer says %s; %s does not.", claimed, named(h))
	}
	return fmt.Sprintf("The answer differs from %s: %s.", named(h), why)
}

// quotedIf quotes words, and leaves nothing as it is.
func quotedIf(s string) string {
	if s == "" || s[0] == '"' {
		return s
	}
	return quotedWords(s)
}

// facts are the two values side by side, and why they are one thing.
func facts(d compare.Difference, lead string, h *statute.Held) []string {
	var lines []string
	if d.Claimed != "" && d.Slot != "exception" && d.Slot != "condition" {
		lines = append(lines, fmt.Sprintf("%s in the answer: %s.", lead, d.Claimed))
	}
	if d.Enacted != "" {
		lines = append(lines, fmt.Sprintf("%s in %s: %s.", lead, named(h), unlabelled(d.Enacted)))
	}
	if d.Why != "" && d.Slot != "exception" && d.Slot != "modality" && d.Slot != "negation" {
		lines = append(lines, "Why: "+d.Why+".") // else the message has said it
	}
	return lines
}
