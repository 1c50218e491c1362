package audit

import (
	"fmt"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/cite"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// followsFormer is how much closer a claim must be to the older words.
const followsFormer = 0.1

// Superseded are claims that follow words which have changed: an older version of
// the cited section carries the claim better, agrees with it in a figure or a
// force in which the present one differs, or holds its quotation.
func (r *Reading) Superseded() []Supersession {
	var found []Supersession
	for i := range r.Pairs {
		p := &r.Pairs[i]
		if p.Held() == nil || p.Source.Foreign != "" {
			continue
		}
		if s := r.superseded(p); s != nil {
			found = append(found, *s)
		}
	}
	return found
}

// superseded compares a pair with each older version, newest first, and with what a
// dated sentence of the section itself took the place of.
func (r *Reading) superseded(p *Pair) *Supersession {
	l := p.Source.Law
	for i := range l.Former {
		old := &l.Former[i]
		if cite.Normal(old.Number) != cite.Normal(p.Held().Number) || old.Version() == p.Held().Version() {
			continue
		}
		if why := r.fitsFormer(p, old); why != "" {
			f := r.fit(p.Claim, old, l)
			return &Supersession{Pair: p, Former: old, InFormer: f.InLaw, InLaw: p.Alignment.InLaw, Why: why}
		}
	}
	return r.overtakenWithin(p)
}

// fitsFormer says why the older words are those that the claim follows, "" where
// they are not.
func (r *Reading) fitsFormer(p *Pair, old *statute.Held) string {
	l := p.Source.Law
	for _, d := range p.Contrary {
		if d.Slot == "quote" && enacted.VerbatimIn(d.Claimed, old.Text) {
			return fmt.Sprintf("the words quoted stood in section %s before it was changed", old.Number)
		}
	}
	f := r.fit(p.Claim, old, l)
	if f.Thin {
		return ""
	}
	if grade, _ := weightOf(p.Contrary); grade == 2 && r.agrees(p.Claim, old, l) {
		return fmt.Sprintf("section %s said so before it was changed", old.Number)
	}
	if f.Score >= p.Alignment.Score+followsFormer && f.Score >= goodFit && r.agrees(p.Claim, old, l) && r.wordsWent(p, f.InLaw, old) {
		return fmt.Sprintf("the claim follows words of section %s that have changed", old.Number)
	}
	return ""
}

// agrees reports whether a claim meets no contradiction in a section.
func (r *Reading) agrees(c *answer.Claim, h *statute.Held, l *enacted.Law) bool {
	x := r.comparison(c, h, l)
	x.Compare()
	for _, d := range x.Found {
		if d.Certainty != finding.Possible {
			return false
		}
	}
	return len(x.Unstated) == 0
}

// wordsWent reports whether the older words stand no more in the section.
func (r *Reading) wordsWent(p *Pair, s answer.Span, old *statute.Held) bool {
	return !enacted.VerbatimIn(old.Text[s.Start:s.End], p.Held().Text)
}
