package audit

import (
	"github.com/pincite/pincite/audit/compare"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// invented is a thing that the claim makes somebody have and no section that it
// cites names; beside is whether the section holds another part of the claim, so
// that only a part is unsaid.
func (r *Reading) invented(p *Pair, x *compare.Comparison) (part answer.Span, beside, found bool) {
	object := x.Unnamed()
	if len(object) == 0 {
		return answer.Span{}, false, false
	}
	for _, o := range r.PairsOf(p.Claim) {
		if h := o.Held(); h != nil && o != p && lexis.Shared(object[len(object)-1:], o.Source.Law.Text(h).All) > 0 {
			return answer.Span{}, false, false
		}
	}
	s := lexis.Covering(object)
	return s, x.HoldsBeside(s), true
}

// added reports whether a list item has next to nothing of a section whose own
// list the items beside it follow closely. It must not fire on a list in free
// words, nor where the section has no list.
func (r *Reading) added(p *Pair, x *compare.Comparison) bool {
	own := lexis.Content(x.Claim.Own)
	if p.Claim.LeadIn == 0 || len(own) < 4 || r.held(p, x) >= compare.ItemFar {
		return false
	}
	near, far := 0, 0
	for i := range r.Pairs {
		o := &r.Pairs[i]
		if o == p || o.Claim.LeadIn != p.Claim.LeadIn || o.Held() != p.Held() {
			continue
		}
		if y := r.comparison(o.Claim, o.Held(), o.Source.Law); r.held(o, y) >= compare.ItemNear {
			near++
		} else {
			far++
		}
	}
	return near >= 2 && near > far
}

// held is the share of an item's own words in the section's best unit.
func (r *Reading) held(p *Pair, x *compare.Comparison) float64 {
	best := x.Fit.Score // an item may tell several of the law's
	for i := range x.Text.Units {
		best = max(best, lexis.Contained(x.Claim.Own, x.Law.Weight, x.Text.Units[i].Set))
	}
	return best
}

// nothingOf is the verdict on a claim whose one thing the section does not ask
// for.
func (r *Reading) nothingOf(p *Pair, x *compare.Comparison) (finding.Verdict, finding.Certainty, bool) {
	if _, beside, found := r.invented(p, x); found && !beside && len(p.Unsaid) == 0 || r.added(p, x) {
		return finding.NotSupported, finding.Likely, true
	}
	return "", "", false
}
