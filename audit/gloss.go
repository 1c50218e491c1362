package audit

import (
	"fmt"
	"regexp"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

// gloss is how an answer explains a term as it goes: "a sale, that is any sharing
// of data," or "a customer, meaning any company,".
var gloss = regexp.MustCompile(`(?i),\s+(?:that is|meaning|which (?:means|includes|covers)|i\.e\.),?\s+([^,;.]{12,160})`)

// glossFollows is the share of a gloss that the definition must hold.
const glossFollows = 0.5

// glosses are terms that the answer explains in other words than the act defines
// them, whatever section defines them.
func (r *Reading) glosses() []TermShift {
	var found []TermShift
	for i := range r.Pairs {
		p := &r.Pairs[i]
		if p.Held() == nil || p.Source.Law != r.Case.Law || p != r.PairsOf(p.Claim)[0] {
			continue
		}
		text := r.state.masked[p.Claim.Span.Start:p.Claim.Span.End]
		for _, m := range gloss.FindAllStringSubmatchIndex(text, -1) {
			at := p.Claim.Span.Start
			if s := r.glossed(p, answer.Span{Start: at, End: at + m[0]}, answer.Span{Start: at + m[2], End: at + m[3]}); s != nil {
				found = append(found, *s)
			}
		}
	}
	return found
}

// glossed holds a gloss against the act's definition of the term before it.
func (r *Reading) glossed(p *Pair, before, says answer.Span) *TermShift {
	list := lexis.Words(r.state.masked, before)
	l := p.Source.Law
	for _, at := range l.Derived.Members[l.ActOf(p.Held())] {
		h := &l.Sections[at]
		for _, d := range l.Text(h).Definitions {
			if !endsWith(list, d.Words) {
				continue
			}
			if follows(lexis.Content(lexis.Words(r.state.masked, says)), lexis.SetOf(lexis.Words(h.Text, d.Span))) {
				return nil
			}
			term := lexis.Covering(list[len(list)-len(d.Words):])
			return &TermShift{Pair: p, Term: d.Term, InClaim: term, Held: h, InLaw: d.Span,
				Why: fmt.Sprintf("the answer explains it as %q", r.state.masked[says.Start:says.End])}
		}
	}
	return nil
}

// follows reports whether most words of a gloss stand in the definition, each
// counted alike: the word that widens a term is often one the law does not know.
func follows(gloss []lexis.Word, definition lexis.TermSet) bool {
	held := 0
	for _, w := range gloss {
		if definition[w.Term] {
			held++
		}
	}
	return float64(held) > glossFollows*float64(len(gloss))
}

// endsWith reports whether the words before the gloss end with the term.
func endsWith(list, term []lexis.Word) bool {
	if len(term) == 0 || len(list) < len(term) {
		return false
	}
	for i, w := range list[len(list)-len(term):] {
		if w.Term != term[i].Term {
			return false
		}
	}
	return true
}
