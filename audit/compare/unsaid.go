package compare

import (
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/cite"
)

// BesideAnother reports whether a clause lays down something of its own, beside
// another clause that does so too and that the section holds: a single rule in
// free words is not half unsaid.
func (x *Comparison) BesideAnother(clause []lexis.Word) bool {
	if !x.Claim.Rules(clause) ||
		lexis.OneOf(clause[0].Lower, "where|if|when|whenever|under|as|unless|although|while|because|before|after|once") {
		return false
	}
	for _, other := range x.Claim.Clauses {
		if other[0].Start != clause[0].Start && x.Claim.Rules(other) &&
			!lexis.OneOf(other[0].Lower, "unless|except|save") &&
			lexis.Contained(lexis.Content(other), x.Law.Weight, x.Text.All) >= 0.5 {
			return true
		}
	}
	return false
}

// HoldsBeside reports whether the section has another object or clause of the
// claim.
func (x *Comparison) HoldsBeside(s answer.Span) bool {
	for _, clause := range x.Claim.Clauses {
		at := lexis.Covering(clause)
		if (s.Start < at.Start || s.End > at.End) && lexis.Contained(lexis.Content(clause), x.Law.Weight, x.Text.All) >= 0.6 {
			return true
		}
	}
	return false
}

// anchorShare is the most that a section may have of a clause beside an anchored
// one for that clause to be unsaid.
const anchorShare = 0.2

// HoldsFigure tells that a stretch of the claim has a figure which the section has as well.
func (x *Comparison) HoldsFigure(s answer.Span) bool {
	within := func(n *quantity.Number) bool {
		return s.Start <= n.Span.Start && n.Span.End <= s.End && n.Unit != "count"
	}
	for u := range x.Text.Numbers {
		if x.figureIn(u, within) {
			return true
		}
	}
	return false
}

// mostOfUnit is how much of a sentence of the law a claim must have to tell it whole.
const mostOfUnit = 0.4

// SaysShortly tells that the claim has most of an operative sentence of the law, of several
// words.
func (x *Comparison) SaysShortly(u int) bool {
	own := lexis.Content(x.Text.Units[u].Own)
	return x.Text.Units[u].Nature == enacted.Operative && len(own) >= 3 && lexis.Contained(own, x.Law.Weight, x.Claim.All) >= mostOfUnit
}

// shortClause is of how many words at most a clause is that a sentence with all but one of them
// has.
const shortClause = 4

// HoldsClause tells that one sentence of the section has so much of a clause, or all of its few
// words but one.
func (x *Comparison) HoldsClause(list []lexis.Word, share float64) bool {
	for u := range x.Text.Units {
		set := x.Text.Units[u].Set
		if lexis.Contained(list, x.Law.Weight, set, x.Text.Units[u].Leads) >= share || len(list) <= shortClause && lexis.Shared(list, set) >= max(2, len(list)-1) {
			return true
		}
	}
	return false
}

// Anchored are the clauses of a claim beside one that names, by number, the very
// law which the cited section names: that clause is the section's, however few
// its words, and the others must be the section's too. Where the section has
// nothing of one, it is unsaid.
func (x *Comparison) Anchored() []answer.Span {
	if len(x.Claim.Clauses) < 2 {
		return nil
	}
	var parts []answer.Span
	held := false
	for _, clause := range x.Claim.Clauses {
		s := lexis.Covering(clause)
		if x.namesSameLaw(s) {
			held = true
		} else if list := lexis.Content(clause); len(list) >= 3 &&
			lexis.Contained(list, x.Law.Weight, x.Text.All) < anchorShare && x.asserts(clause) {
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
func (x *Comparison) namesSameLaw(s answer.Span) bool {
	for _, c := range cite.Find(x.Raw[s.Start:min(len(x.Raw), s.End+12)]) {
		for _, number := range x.Text.Refers {
			if number == c.Number && number != x.Text.Held.Number {
				return true
			}
		}
	}
	return false
}

// asserts tells a clause that states something of its own.
func (x *Comparison) asserts(clause []lexis.Word) bool {
	return lexis.HasWord(clause, "is|are|must|may|shall|can|will|has|have|gets|receives|owes|pays") &&
		!lexis.OneOf(clause[0].Lower, "where|if|when|whenever|under|as|unless|although|while|because|before|after|once")
}

// ItemNear and itemFar: how well the other items of a list must follow the
// section's list, and how little one may have of it, for that one to be added.
const (
	ItemNear = 0.6
	ItemFar  = 0.3
)

// StrangeClause tells that a clause of the claim, of so many words of content at
// least, shares no word with the section.
func (x *Comparison) StrangeClause(least int) bool {
	for _, clause := range x.Claim.Clauses {
		if len(lexis.Content(clause)) >= least && lexis.Shared(clause, x.Text.All) == 0 {
			return true
		}
	}
	return false
}
