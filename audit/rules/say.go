package rules

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// The words in which all rules speak: how a section is named, what of it is
// quoted, and what a finding about a pair or a source holds in any case.

// named is a section for a sentence: § 12-4-4.
func named(h *statute.Held) string { return "§ " + h.Number }

// titled is a section with its catchline: § 12-4-4 (Notice of a breach).
func titled(h *statute.Held) string {
	if h.Catchline == "" {
		return named(h)
	}
	return named(h) + " (" + strings.TrimRight(h.Catchline, ". ") + ")"
}

// quotedWords puts a stretch of text into quotation marks, shortened in its
// middle where it is long.
func quotedWords(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	const most = 160
	if words := strings.Fields(s); len(s) > most && len(words) > 16 {
		s = strings.Join(words[:8], " ") + " … " + strings.Join(words[len(words)-8:], " ")
	}
	return "“" + s + "”"
}

// onPair is the start of a finding about a pair: places and quotes.
func onPair(r *audit.Reading, p *audit.Pair, c finding.Certainty) finding.Finding {
	f := finding.Finding{
		Certainty: c, Claim: p.Claim.ID, Ref: p.Citation.Ref,
		AnswerQuote: r.Quote(p.Claim.Span), SourceQuotes: []finding.SourceQuote{},
	}
	if h := p.Held(); h != nil {
		f.Number = h.Number
		f.SourceQuotes = closest(r, p)
	}
	return f
}

// onSource is the start of a finding about a line of the source list.
func onSource(r *audit.Reading, s *audit.Source, c finding.Certainty) finding.Finding {
	f := finding.Finding{
		Certainty: c, Ref: s.Ref, AnswerQuote: r.Quote(s.Span),
		SourceQuotes: []finding.SourceQuote{}, Number: s.Number,
	}
	if s.Held != nil {
		f.Number = s.Held.Number
	}
	return f
}

// onClaim is the start of a finding about a claim alone.
func onClaim(r *audit.Reading, c *answer.Claim, sure finding.Certainty) finding.Finding {
	return finding.Finding{
		Certainty: sure, Claim: c.ID, AnswerQuote: r.Quote(c.Span),
		SourceQuotes: []finding.SourceQuote{},
	}
}

// closest are the words of the cited section that come closest to the claim.
func closest(r *audit.Reading, p *audit.Pair) []finding.SourceQuote {
	if len(p.Evidence) > 0 {
		return append([]finding.SourceQuote{}, p.Evidence...)
	}
	if w := p.Alignment.InLaw; w.End > w.Start {
		return []finding.SourceQuote{r.Cite(p.Held(), w)}
	}
	return opening(r, p.Held())
}

// opening quotes how a section begins, or what stands for it where it has no
// text.
func opening(r *audit.Reading, h *statute.Held) []finding.SourceQuote {
	switch {
	case h.Text != "":
		return []finding.SourceQuote{r.Cite(h, answer.Span{End: breakAt(h.Text, 200)})}
	case h.Catchline != "":
		return []finding.SourceQuote{r.CiteCatchline(h)}
	case h.History != "":
		return []finding.SourceQuote{r.CiteHistory(h)}
	}
	return []finding.SourceQuote{}
}

// breakAt gives the end of the first sentence or paragraph of s, or of the last
// whole word within most bytes.
func breakAt(s string, most int) int {
	if i := strings.IndexByte(s, '\n'); i > 0 && i < most {
		most = i
	}
	if len(s) <= most {
		return len(s)
	}
	if i := strings.LastIndexByte(s[:most+1], ' '); i > 0 {
		return i
	}
	return len(s)
}

// suggest is the remedy of citing another section, with its words; where there
// is none, the statement itself has to go or be changed.
func suggest(r *audit.Reading, candidates []audit.Candidate, instead *statute.Held, otherwise string) (finding.Fix, []finding.SourceQuote) {
	for _, c := range candidates {
		if c.Held == instead || !c.Supports {
			continue
		}
		cite := r.Cite(c.Held, c.InLaw)
		action, say := finding.ReplaceSource, "Cite "+titled(c.Held)+" instead: it says "+quotedWords(cite.Text)+"."
		if c.Source != nil && !c.CitedHere {
			action, say = finding.MoveMarker, fmt.Sprintf("Put the marker [%s] in its place: %s says %s.", c.Source.Ref, titled(c.Held), quotedWords(cite.Text))
		}
		if c.CitedHere {
			action, say = finding.RemoveSource, fmt.Sprintf("Remove this marker: %s, cited here too, says %s.", titled(c.Held), quotedWords(cite.Text))
		}
		return finding.Fix{Action: action, Number: c.Held.Number, Quote: cite.Text, Say: say}, []finding.SourceQuote{cite}
	}
	return finding.Fix{Action: finding.RemoveText, Say: otherwise}, nil
}

// listed joins refs, numbers or words for a line of proof: "1.2, 1.4".
func listed[T any](items []T, text func(T) string) string {
	parts := make([]string, len(items))
	for i, item := range items {
		parts[i] = text(item)
	}
	return strings.Join(parts, ", ")
}

// several gives "1 section" or "4 sections".
func several(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
