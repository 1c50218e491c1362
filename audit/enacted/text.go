package enacted

import (
	"sync"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/cite"
	"github.com/pincite/pincite/internal/statute"
)

// SpeaksOf reports whether the section names a concept.
func (t *Text) SpeaksOf(row string) bool {
	for i := range t.Units {
		if lexis.HasConcept(t.Units[i].Own, row) {
			return true
		}
	}
	return false
}

// HoldsWord reports whether a unit has one of the words.
func (t *Text) HoldsWord(choices string) bool {
	for i := range t.Units {
		if lexis.HasWord(t.Units[i].Own, choices) {
			return true
		}
	}
	return false
}

// HoldsAny reports whether a unit has one of the phrases.
func (t *Text) HoldsAny(phrases []string) bool {
	for i := range t.Units {
		for _, p := range phrases {
			if lexis.PhraseIn(t.Units[i].Own, p) {
				return true
			}
		}
	}
	return false
}

// Text is a section as read: its units, and what each of them says.
type Text struct {
	Held  *statute.Held
	Text  string
	Units []Unit
	// Numbers, predicates and limits are by unit.
	Numbers    [][]quantity.Number
	Predicates [][]force.Predicate
	Limits     []Limit
	Windows    []Window
	// All are the terms of text and catchline; title those of the catchline.
	All, Title  lexis.TermSet
	Nature      Nature
	Definitions []Definition
	// Refers are the numbers of other sections that it names.
	Refers []string
	once   sync.Once
	// laid are the clauses that lay something down, read when first asked for.
	laid   []Standing
	laidBy sync.Once
}

// Window is a run of units that may carry one claim, with its terms.
type Window struct {
	From, To int // units, to exclusive
	Set      lexis.TermSet
	Size     int
}

// outline reads the words of a section: enough to lay a claim beside it.
func outline(h *statute.Held) *Text {
	t := &Text{Held: h, Text: h.Text, Units: unitsOf(&h.Section), Title: lexis.SetOf(TitleOf(h.Catchline)), All: lexis.TermSet{}}
	t.Windows = windowsOf(t.Units)
	for i := range t.Units {
		t.All.Add(t.Units[i].Own)
	}
	for term := range t.Title {
		t.All[term] = true
	}
	return t
}

// complete reads what the section says, once.
func (t *Text) complete() *Text {
	t.once.Do(t.readFacts)
	return t
}

// Standings are the clauses that lay something down, read once.
func (t *Text) Standings() []Standing {
	t.laidBy.Do(func() { t.laid = standingsOf(t) })
	return t.laid
}

func (t *Text) readFacts() {
	for i := range t.Units {
		u := &t.Units[i]
		list := append(append([]lexis.Word{}, u.Lead...), u.Own...)
		t.Numbers = append(t.Numbers, quantity.NumbersIn(t.Text, u.Own))
		t.Predicates = append(t.Predicates, t.freed(i, force.PredicatesIn(t.Text, list, len(u.Lead))))
	}
	classify(t.Text, t.Units, t.Predicates)
	t.Nature = natureOfAll(&t.Held.Section, t.Units, t.Predicates)
	t.Definitions = definitionsIn(t.Text, t.Units)
	t.Limits = limitsOf(t)
	for _, c := range cite.Find(t.Text) {
		t.Refers = append(t.Refers, c.Number)
	}
}

// windowsOf lists the runs of units: each unit, each two that follow one
// another, and each list with its lead-in.
func windowsOf(units []Unit) []Window {
	var list []Window
	for i := range units {
		list = append(list, windowOver(units, i, i+1))
		if i+1 < len(units) {
			list = append(list, windowOver(units, i, i+2))
		}
		if end := listEnd(units, i); end > i+2 {
			list = append(list, windowOver(units, i, end))
		}
	}
	return list
}

// listEnd is the unit after all that unit i leads into.
func listEnd(units []Unit, i int) int {
	end := i + 1
	for end < len(units) && LeadsInto(units, i, end) {
		end++
	}
	return end
}

// LeadsInto tells whether unit i leads into unit k, straight or through others.
func LeadsInto(units []Unit, i, k int) bool {
	for k > i {
		k = units[k].Parent
		if k == i {
			return true
		}
	}
	return false
}

func windowOver(units []Unit, from, to int) Window {
	if to == from+1 && len(units[from].Lead) == 0 {
		return Window{from, to, units[from].Set, len(units[from].Own)}
	}
	w := Window{From: from, To: to, Set: make(lexis.TermSet, len(units[from].Set)*(to-from))}
	w.Set.Add(units[from].Lead)
	for i := from; i < to; i++ {
		w.Set.Add(units[i].Own)
		w.Size += len(units[i].Own)
	}
	return w
}

// Span is the stretch of text that a window covers.
func (t *Text) Span(w Window) answer.Span {
	return answer.Span{Start: t.Units[w.From].Span.Start, End: t.Units[w.To-1].Span.End}
}

// WordsOf are those of a unit behind those of its lead-in.
func (t *Text) WordsOf(u int) []lexis.Word {
	return append(append([]lexis.Word{}, t.Units[u].Lead...), t.Units[u].Own...)
}
