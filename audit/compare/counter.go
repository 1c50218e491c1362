package compare

import (
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

// counter is a predicate of the law that governs the words of one of the claim.
type counter struct {
	*force.Predicate
	unit  int
	Near  float64
	words int
}

const (
	// governsSame: from here on two predicates are taken for the same act.
	governsSame = 0.52
	// plainlySame: from here on the difference is likely, not only possible.
	plainlySame = 0.66
	// ahead is how much nearer the contrary must be than what agrees.
	ahead = 0.12
)

func nearer(a, b counter) counter {
	if a.Predicate == nil || b.Near > a.Near {
		return b
	}
	return a
}

// Counter measures how far a predicate of the law is about the same act.
func (x *Comparison) Counter(p *force.Predicate, u, k int) counter {
	q := &x.Text.Predicates[u][k]
	all := lexis.SetOf(q.Subject, q.Action)
	own := x.Text.Units[u].Set
	act := lexis.Contained(p.Action, x.Law.Weight, lexis.SetOf(q.Action))
	wide := lexis.Contained(p.Action, x.Law.Weight, all, own)
	who := lexis.Contained(p.Subject, x.Law.Weight, all, own, x.Text.Units[u].Leads, x.Text.Title)
	near := 0.45*act + 0.25*wide + 0.3*who
	if len(lexis.Content(p.Subject)) == 0 {
		near = 0.6*act + 0.4*wide
	}
	if len(lexis.Content(p.Action)) == 0 {
		near = who * 0.8
	} else if bareAct(p.Action) {
		near *= 0.8
	}
	if p.Topic != "" {
		near = lexis.Contained(append(append([]lexis.Word{}, p.Subject...), p.Action...), x.Law.Weight, all, own, x.Text.Units[u].Leads)
	}
	if verb := mainVerb(p.Action); verb != "" && p.Topic == "" && !all[verb] {
		near *= otherVerb
	}
	return counter{q, u, near, lexis.Shared(append(append([]lexis.Word{}, p.Subject...), p.Action...), own)}
}

// bareAct tells an action of one word besides figures, which many a sentence has.
func bareAct(action []lexis.Word) bool {
	n := 0
	for _, w := range action {
		if w.Term != "" && !lexis.IsFigure(w.Term) {
			n++
		}
	}
	return n < 2
}

// otherVerb is what is left of a likeness where the claim's verb is not the law's:
// to leave in place what may not be excluded is no contradiction.
const otherVerb = 0.7

// mainVerb is the first word of content behind a modal.
func mainVerb(action []lexis.Word) string {
	for i := range action[:min(len(action), 6)] {
		if action[i].Lower == "from" {
			action = action[i:]
			break
		}
	}
	for _, w := range action {
		if w.Term != "" {
			return w.Term
		}
	}
	return ""
}

// clauseAround is the stretch from the cue to the end of its action, within the
// text of one unit where the cue stands in it.
func clauseAround(t *enacted.Text, c *counter) answer.Span {
	s := c.Cue
	if len(c.Action) > 0 {
		s.End = max(s.End, c.Action[len(c.Action)-1].End)
	}
	if n := len(c.Subject); n > 0 && c.Subject[0].Start < s.Start {
		s.Start = c.Subject[max(0, n-6)].Start
	}
	return s
}
