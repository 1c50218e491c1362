package compare

import (
	"github.com/pincite/pincite/audit/claimed"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
)

// sameCondition tells that the claim forbids on the very condition on which the
// law permits, or the other way round: then the condition does not explain the
// other force. Where the claim or the law makes the condition a way out (unless,
// only), or one of them denies it, nothing is told.
func (x *Comparison) sameCondition(p *force.Predicate, u int) bool {
	said := x.conditionSaid(p)
	if len(lexis.Content(said)) == 0 || lexis.HasWord(x.Claim.Own, "unless|except|without|only|until|otherwise") {
		return false
	}
	for i := range x.Text.Limits {
		l := &x.Text.Limits[i]
		if l.Unit != u || l.Kind != "condition" || l.Intent || x.Text.Force(u) != force.DenialOf(p.Force) {
			continue
		}
		fresh := x.freshWords(l)
		if len(fresh) > 0 && lexis.Contained(fresh, x.Law.Weight, lexis.SetOf(said)) >= 0.5 &&
			force.Negated(said) == force.Negated(lexis.WordsIn(x.Text.Units[u].Own, l.Span)) {
			return true
		}
	}
	return false
}

// conditionSaid are the words of the claim's own if- or when-clause.
func (x *Comparison) conditionSaid(p *force.Predicate) []lexis.Word {
	own := x.Claim.Own
	for i := range own {
		if !lexis.OneOf(own[i].Lower, "if|when|where|whenever") {
			continue
		}
		end := i + 1
		for end < len(own) && lexis.Gap(x.Answer, own[end-1], own[end]) == " " && own[end-1].End != p.Cue.Start {
			end++
		}
		return own[i+1 : end]
	}
	return nil
}

// excepting are words by which a claim makes an exception.
const excepting = "unless|except|without|save|otherwise|only|apart|aside|exception|exceptions"

// excepts reports whether the claim makes an exception itself, be it in a clause
// that opposes what one may to what one must.
func (x *Comparison) excepts() bool {
	return lexis.HasWord(x.Claim.Own, excepting) || x.Claim.Forbids() && lexis.HasWord(x.Claim.Own, "until") ||
		lexis.HasWord(x.Claim.Own, "but|however|though|although") && (x.Claim.Permits() || x.Claim.Releases())
}

// statesAnotherLimit tells that the exception which the claim makes is another of
// the same sentence, and that it makes no more than that one.
func (x *Comparison) statesAnotherLimit(l *enacted.Limit) bool {
	for i := range x.Text.Limits {
		o := &x.Text.Limits[i]
		if (o.Unit == l.Unit || o.Unit == l.Governs) && o.Span != l.Span && o.Kind == "exception" &&
			(lexis.Contained(x.freshWords(o), x.Law.Weight, x.Claim.All) >= 0.4 || x.exceptsAs(o)) {
			return !x.exceptsBeside(o)
		}
	}
	return false
}

// exceptsBeside tells that the claim makes a further exception than o, in words of
// its own: "without the owner's consent" is one and "unless" another.
func (x *Comparison) exceptsBeside(o *enacted.Limit) bool {
	own := x.Claim.Own
	for i := range own {
		if !lexis.OneOf(own[i].Lower, "unless|except|save") {
			continue
		}
		said := lexis.Content(x.toStop(i + 1))
		if len(said) > 0 && lexis.Contained(said, x.Law.Weight, lexis.SetOf(o.Words)) < 0.3 {
			return true
		}
	}
	return false
}

// exceptsAs tells that the claim's own exception opens with a word of a limit, or
// has most of its words.
func (x *Comparison) exceptsAs(o *enacted.Limit) bool {
	set := lexis.SetOf(o.Words)
	for i := range x.Claim.Own {
		if !lexis.OneOf(x.Claim.Own[i].Lower, "without|unless|except|save") {
			continue
		}
		if list := lexis.Content(x.toStop(i + 1)); len(list) > 0 && (set[list[0].Term] || lexis.Contained(list, x.Law.Weight, set) >= 0.6) {
			return true
		}
	}
	return false
}

// isAbout reports whether the claim states the limit itself: most of its words are
// those of the limit.
func (x *Comparison) isAbout(l *enacted.Limit) bool {
	if u := x.Fit.Unit; u >= 0 && u != l.Unit && x.Text.Units[u].Parent == l.Unit &&
		x.Text.Units[u].Span.Start >= l.Span.Start && x.Text.Units[u].Span.End <= l.Span.End {
		return true // an item of "if:" is what the claim follows
	}
	return lexis.Contained(x.Claim.Own, x.Law.Weight, lexis.SetOf(x.besideFit(l))) >= 0.4 || l.Kind == "exception" && x.demands(l)
}

// besideFit are the words of a limit, fresh in what it limits, that the item which the claim
// follows does not have either: an exception to a whole list speaks of its items.
func (x *Comparison) besideFit(l *enacted.Limit) []lexis.Word {
	fresh, u := x.freshWords(l), x.Fit.Unit
	if u < 0 || u == l.Unit || u == l.Governs || !enacted.LeadsInto(x.Text.Units, l.Governs, u) {
		return fresh
	}
	return lexis.KeepWhere(fresh, func(w lexis.Word) bool { return !x.Text.Units[u].Set[w.Term] })
}

// demands tells that the claim makes a duty of what lifts the law's ban: "no such
// agreement binds unless it is signed" is that it must be signed.
func (x *Comparison) demands(l *enacted.Limit) bool {
	if !force.Forbidding(x.Text.Predicates[l.Governs]) {
		return false
	}
	for i := range x.Claim.Predicates {
		p := &x.Claim.Predicates[i]
		near := lexis.Contained(p.Action, x.Law.Weight, lexis.SetOf(l.Words))
		if p.Force == force.Must && (near >= 0.6 || near >= 0.4 && lexis.Shared(p.Action, lexis.SetOf(l.Words)) >= 2) {
			return true
		}
	}
	return false
}

// states reports whether the claim, or one that rests on the same act, says the
// limit.
func (x *Comparison) states(l *enacted.Limit) bool {
	if l.Request {
		return x.asks()
	}
	if l.Lawful {
		return lexis.HasWord(x.Claim.Own, "faith|honest|honestly|bona|sincere|sincerely|genuine|genuinely|permitted|permits|allowed|allows|lawful|lawfully|legal|legally|authorized|authorizes|law|rule|rules|proper|properly|reasonable|reasonably|section|chapter|act|such|these|this|accordance")
	}
	fresh := x.freshWords(l)
	if len(fresh) == 0 {
		return true
	}
	if l.Intent {
		return x.intended()
	}
	var telling []lexis.Word
	if l.Kind == "exception" {
		telling = x.telling(fresh)
	}
	for _, c := range x.Related {
		if l.Kind == "exception" && c != x.Claim && lexis.Shared(telling, c.All) == 0 {
			continue // it speaks of the section's matter, and not of this limit
		}
		if l.Unit != l.Governs && c != x.Claim && c.Exempts() && lexis.Shared(fresh, c.All) >= 1 && lexis.Shared(l.Words, c.All) >= 2 {
			return true // a sentence that exempts, of which the answer tells the exempt
		}
		said := lexis.Contained(fresh, x.Law.Weight, c.All)
		if c == x.Claim && len(fresh) <= shortLimit && said >= briefSaid {
			return true // "fails or refuses" is said with either
		}
		if said >= limitSaid && (c == x.Claim || said >= shortSaid || len(fresh) > shortLimit && lexis.Shared(fresh, c.All) > 1) &&
			(c.Conditional || c == x.Claim || lifting(c)) {
			return true
		}
	}
	return false
}

// matterUnits is in how many sentences of a section a word stands that is of its matter.
const matterUnits = 3

// telling are the words of a limit that are not all over its section; all of them where
// every one is.
func (x *Comparison) telling(fresh []lexis.Word) []lexis.Word {
	rare := lexis.KeepWhere(fresh, func(w lexis.Word) bool {
		n := 0
		for u := range x.Text.Units {
			if x.Text.Units[u].Set[w.Term] {
				n++
			}
		}
		return n < matterUnits
	})
	if len(rare) == 0 {
		return fresh
	}
	return rare
}

// A limit of few words is said elsewhere in the answer only where most of them
// stand: one word of two is chance.
const (
	shortLimit = 3
	shortSaid  = 0.6
	// briefSaid is the share of them that the claim itself must have.
	briefSaid = 0.25
)

// intended reports whether a claim of the answer names a state of mind.
func (x *Comparison) intended() bool {
	for _, c := range x.Related {
		if lexis.HasWord(c.Own, "knowing|knowingly|knows|knew|reckless|recklessly|intentional|intentionally|deliberate|deliberately|wilful|willful|wilfully|willfully|negligent|negligently|intent|purpose") {
			return true
		}
	}
	return false
}

// lifting tells a claim that frees from a duty.
func lifting(c *claimed.Text) bool {
	for _, p := range c.Predicates {
		if p.Force == force.NeedNot || p.Force == force.May || p.Force == force.IsNot {
			return true
		}
	}
	return false
}

// freshWords are words of a limit that the limited sentence does not have anyway.
func (x *Comparison) freshWords(l *enacted.Limit) []lexis.Word {
	if l.Intent {
		return l.Words
	}
	main := lexis.TermSet{}
	u := &x.Text.Units[l.Governs]
	for _, w := range append(append([]lexis.Word{}, u.Lead...), u.Own...) {
		if w.Start < l.Span.Start || w.Start >= l.Span.End {
			main.Add([]lexis.Word{w})
		}
	}
	var fresh []lexis.Word
	for _, w := range l.Words {
		if !main[w.Term] && (l.Grant || !lexis.OneOf(w.Lower, enacted.MereReference)) && !lexis.IsFigure(w.Term) {
			fresh = append(fresh, w)
		}
	}
	return fresh
}
