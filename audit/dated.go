package audit

import (
	"fmt"
	"regexp"
	"time"

	"github.com/pincite/pincite/audit/claimed"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
)

// A section may hold two rules on one thing, of which the one took the place of the
// other on a day that it names: "within forty days …. On and after July 1, 2019,
// within fifteen days …". Who reads the first alone reads what was law.

// begins is how a sentence says from which day it holds.
var begins = regexp.MustCompile(`(?i)^[\W0-9a-z]{0,12}?\b(?:effective|beginning|commencing|starting|on and after|on or after|from and after|from|after|as of)(?: on| with)? ((?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}, \d{4}),`)

const (
	// likeRule is how much of a later rule must stand in an earlier one for it to have
	// taken its place, likeBack how much of the earlier one in it, and ruleWords how
	// many words of content it must have.
	likeRule  = 0.7
	likeBack  = 0.6
	ruleWords = 6
)

// overtakenWithin is the earlier of two such rules where the claim follows its
// figure and not that of the later one, nil for none. A claim that names the year
// speaks of what was law.
func (r *Reading) overtakenWithin(p *Pair) *Supersession {
	c, t := r.state.claim(p.Claim), p.Source.Law.Text(p.Held())
	if len(c.Numbers) == 0 || r.Case.Date.IsZero() {
		return nil
	}
	for later := range t.Units {
		day, dated := beginsOn(t.Text[t.Units[later].Span.Start:t.Units[later].Span.End])
		if !dated || day.After(r.Case.Date) || namesYear(c.Own, day) {
			continue
		}
		if earlier := r.earlierRule(c, t, later); earlier >= 0 {
			return &Supersession{Pair: p, Former: p.Held(), InFormer: t.Units[earlier].Span, InLaw: t.Units[later].Span,
				Why: fmt.Sprintf("since %s section %s has another rule in the place of the one followed", day.Format("January 2, 2006"), p.Held().Number)}
		}
	}
	return nil
}

// beginsOn is the day from which a sentence says that it holds.
func beginsOn(sentence string) (time.Time, bool) {
	m := begins.FindStringSubmatch(sentence)
	if m == nil {
		return time.Time{}, false
	}
	day, err := time.Parse("January 2, 2006", m[1])
	return day, err == nil
}

func namesYear(own []lexis.Word, day time.Time) bool {
	year := day.Format("2006")
	for _, w := range own {
		if w.Lower == year {
			return true
		}
	}
	return false
}

// earlierRule is the unit on the same thing as a later one whose figure the claim
// has, -1 for none.
func (r *Reading) earlierRule(c *claimed.Text, t *enacted.Text, later int) int {
	rule := lexis.KeepWhere(lexis.Content(t.Units[later].Own), func(w lexis.Word) bool { return !lexis.IsFigure(w.Term) && !lexis.OneOf(w.Lower, months) })
	if len(rule) < ruleWords {
		return -1
	}
	for u := range t.Units {
		back := lexis.KeepWhere(lexis.Content(t.Units[u].Own), func(w lexis.Word) bool { return !lexis.IsFigure(w.Term) && !lexis.OneOf(w.Lower, months) })
		if u == later || lexis.Contained(rule, r.Case.Law.Weight, t.Units[u].Set) < likeRule ||
			lexis.Contained(back, r.Case.Law.Weight, t.Units[later].Set) < likeBack {
			continue
		}
		for i := range c.Numbers {
			if n := &c.Numbers[i]; has(t.Numbers[u], n) && !has(t.Numbers[later], n) && replaced(n, t.Numbers[later]) {
				return u
			}
		}
	}
	return -1
}

const months = "january|february|march|april|may|june|july|august|september|october|november|december|effective"

// replaced reports whether a figure of the same sort stands in the later rule.
func replaced(n *quantity.Number, later []quantity.Number) bool {
	for i := range later {
		if m := &later[i]; m.Slot == n.Slot && m.Comparable(n) && !(n.Unit == "count" && n.Noun != m.Noun) {
			return true
		}
	}
	return false
}
