package audit

import (
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/cite"
	"github.com/pincite/pincite/internal/finding"
)

// invented is a thing that the claim makes somebody have and no section that it
// cites names; beside is whether the section holds another part of the claim, so
// that only a part is unsaid.
func (r *Reading) invented(p *Pair, x *comparison) (part answer.Span, beside, found bool) {
	object := x.unnamed()
	if len(object) == 0 {
		return answer.Span{}, false, false
	}
	for _, o := range r.PairsOf(p.Claim) {
		if h := o.Held(); h != nil && o != p && shared(object[len(object)-1:], o.Source.Law.text(h).all) > 0 {
			return answer.Span{}, false, false
		}
	}
	s := covering(object)
	return s, x.holdsBeside(s), true
}

// holdsBeside reports whether the section has another object or clause of the
// claim.
func (x *comparison) holdsBeside(s answer.Span) bool {
	for _, clause := range x.claim.clauses {
		at := covering(clause)
		if (s.Start < at.Start || s.End > at.End) && contained(content(clause), x.law.weight, x.text.all) >= 0.6 {
			return true
		}
	}
	return false
}

// anchorShare is the most that a section may have of a clause beside an anchored
// one for that clause to be unsaid.
const anchorShare = 0.2

// anchored are the clauses of a claim beside one that names, by number, the very
// law which the cited section names: that clause is the section's, however few
// its words, and the others must be the section's too. Where the section has
// nothing of one, it is unsaid.
func (x *comparison) anchored() []answer.Span {
	if len(x.claim.clauses) < 2 {
		return nil
	}
	var parts []answer.Span
	held := false
	for _, clause := range x.claim.clauses {
		s := covering(clause)
		if x.namesSameLaw(s) {
			held = true
		} else if list := content(clause); len(list) >= 3 && contained(list, x.law.weight, x.text.all) < anchorShare && x.asserts(clause) {
			parts = append(parts, s)
		}
	}
	if !held {
		return nil
	}
	return parts
}

// namesSameLaw reports whether a stretch of the claim cites a law that the section
// cites.
func (x *comparison) namesSameLaw(s answer.Span) bool {
	for _, c := range cite.Find(x.raw[s.Start:min(len(x.raw), s.End+12)]) {
		for _, number := range x.text.refers {
			if number == c.Number && number != x.text.held.Number {
				return true
			}
		}
	}
	return false
}

// asserts tells a clause that states something of its own.
func (x *comparison) asserts(clause []word) bool {
	return hasWord(clause, "is|are|must|may|shall|can|will|has|have|gets|receives|owes|pays") && !oneOf(clause[0].lower, "where|if|when|whenever|under|as|unless|although|while|because|before|after|once")
}

// itemNear and itemFar: how well the other items of a list must follow the
// section's list, and how little one may have of it, for that one to be added.
const (
	itemNear = 0.6
	itemFar  = 0.3
)

// added reports whether a list item has next to nothing of a section whose own
// list the items beside it follow closely. It must not fire on a list in free
// words, nor where the section has no list.
func (r *Reading) added(p *Pair, x *comparison) bool {
	own := content(x.claim.own)
	if p.Claim.LeadIn == 0 || len(own) < 4 || r.held(p, x) >= itemFar {
		return false
	}
	near, far := 0, 0
	for i := range r.Pairs {
		o := &r.Pairs[i]
		if o == p || o.Claim.LeadIn != p.Claim.LeadIn || o.Held() != p.Held() {
			continue
		}
		if y := r.comparison(o.Claim, o.Held(), o.Source.Law); r.held(o, y) >= itemNear {
			near++
		} else {
			far++
		}
	}
	return near >= 2 && near > far
}

// held is the share of an item's own words in the section's best unit.
func (r *Reading) held(p *Pair, x *comparison) float64 {
	best := 0.0
	for i := range x.text.units {
		best = max(best, contained(x.claim.own, x.law.weight, x.text.units[i].set))
	}
	return best
}

// nothingOf is the verdict on a claim whose one thing the section does not ask
// for.
func (r *Reading) nothingOf(p *Pair, x *comparison) (finding.Verdict, finding.Certainty, bool) {
	if _, beside, found := r.invented(p, x); found && !beside && len(p.Unsaid) == 0 || r.added(p, x) {
		return finding.NotSupported, finding.Likely, true
	}
	return "", "", false
}
