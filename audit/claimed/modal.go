package claimed

import (
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
	"github.com/pincite/pincite/internal/answer"
)

// ModalOf is the modal that governs a figure: the last one before it, nil for none.
func (c *Text) ModalOf(n *quantity.Number) *force.Predicate {
	var last *force.Predicate
	for i := range c.Predicates {
		if p := &c.Predicates[i]; p.Topic == "" && !p.Subordinate && p.Cue.Start < n.Span.Start {
			last = p
		}
	}
	return last
}

// FreeingCue are the words by which a claim frees from a duty, nil where it has none.
func (c *Text) FreeingCue() *answer.Span {
	for i := range c.Predicates {
		p := &c.Predicates[i]
		if p.Force == force.NeedNot && p.Topic == "" && !p.Subordinate && !p.Relative() {
			return &p.Cue
		}
	}
	return nil
}

// OfLaw reports whether it is the law of which a claim says so, and no clause or
// notice.
func (c *Text) OfLaw(cue answer.Span) bool {
	return lexis.HasWord(lexis.KeepWhere(c.Own, func(w lexis.Word) bool { return w.End <= cue.End }), "law|laws|statute|statutes|act|code|chapter|article|legislature|section|sections|title|there")
}

// Voids reports whether a claim takes the force from an agreement.
func (c *Text) Voids() bool {
	return lexis.PhraseIn(c.Own, "against public policy") || lexis.PhraseIn(c.Own, "cannot|can't be waived") ||
		lexis.PhraseIn(c.Own, "may|can not be waived") || lexis.HasWord(c.Own, "void|unenforceable|invalid")
}

// SoleForce is the one modal of a claim, nil where there are more or none.
func (c *Text) SoleForce() *force.Predicate {
	var sole *force.Predicate
	for i := range c.Predicates {
		p := &c.Predicates[i]
		if p.Topic != "" || p.Subordinate || p.Relative() {
			continue
		}
		if sole != nil {
			return nil
		}
		sole = p
	}
	return sole
}

// Rules reports whether a clause holds a word of force.
func (c *Text) Rules(clause []lexis.Word) bool {
	s := lexis.Covering(clause)
	for _, p := range c.Predicates {
		if p.Cue.Start >= s.Start && p.Cue.End <= s.End {
			return true
		}
	}
	return false
}

// Commands reports whether a claim states a duty or a ban.
func (c *Text) Commands() bool {
	return force.Binds(c.Predicates)
}

// Bids reports whether a claim is an order to its reader: "give the customer an estimate".
func (c *Text) Bids() bool { return c.bids }

// LayDown reports whether a claim states a force on somebody, not only a meaning: not
// what marks out a person, as in "the consumer is the one who owes".
func (c *Text) LayDown() bool {
	for i := range c.Predicates {
		p := &c.Predicates[i]
		if p.Topic == "liable" || p.Topic == "" && !p.MarksOut() && !(p.Force == force.May && force.SaysWhatIs(p.Action)) {
			return true
		}
	}
	return c.bids
}
