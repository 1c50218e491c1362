package audit

import (
	"sync"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/cite"
	"github.com/pincite/pincite/internal/statute"
)

// lawText is a section as read: its units, and what each of them says.
type lawText struct {
	held  *statute.Held
	text  string
	units []unit
	// numbers, predicates and limits are by unit.
	numbers    [][]number
	predicates [][]predicate
	limits     []limit
	windows    []window
	// all are the terms of text and catchline; title those of the catchline.
	all, title  termSet
	nature      Nature
	definitions []definition
	// refers are the numbers of other sections that it names.
	refers []string
	once   sync.Once
	// laid are the clauses that lay something down, read when first asked for.
	laid   []standing
	laidBy sync.Once
}

// window is a run of units that may carry one claim, with its terms.
type window struct {
	from, to int // units, to exclusive
	set      termSet
	size     int
}

// outline reads the words of a section: enough to lay a claim beside it.
func outline(h *statute.Held) *lawText {
	t := &lawText{held: h, text: h.Text, units: unitsOf(&h.Section), title: setOf(titleOf(h.Catchline)), all: termSet{}}
	t.windows = windowsOf(t.units)
	for i := range t.units {
		t.all.add(t.units[i].own)
	}
	for term := range t.title {
		t.all[term] = true
	}
	return t
}

// complete reads what the section says, once.
func (t *lawText) complete() *lawText {
	t.once.Do(t.readFacts)
	return t
}

// standings are the clauses that lay something down, read once.
func (t *lawText) standings() []standing {
	t.laidBy.Do(func() { t.laid = standingsOf(t) })
	return t.laid
}

func (t *lawText) readFacts() {
	for i := range t.units {
		u := &t.units[i]
		list := append(append([]word{}, u.lead...), u.own...)
		t.numbers = append(t.numbers, numbersIn(t.text, u.own))
		t.predicates = append(t.predicates, predicatesIn(t.text, list, len(u.lead)))
	}
	classify(t.text, t.units, t.predicates)
	t.nature = natureOfAll(&t.held.Section, t.units)
	t.definitions = definitionsIn(t.text, t.units)
	t.limits = limitsOf(t)
	for _, c := range cite.Find(t.text) {
		t.refers = append(t.refers, c.Number)
	}
}

// windowsOf lists the runs of units: each unit, each two that follow one
// another, and each list with its lead-in.
func windowsOf(units []unit) []window {
	var list []window
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
func listEnd(units []unit, i int) int {
	end := i + 1
	for end < len(units) && leadsInto(units, i, end) {
		end++
	}
	return end
}

// leadsInto tells whether unit i leads into unit k, straight or through others.
func leadsInto(units []unit, i, k int) bool {
	for k > i {
		k = units[k].parent
		if k == i {
			return true
		}
	}
	return false
}

func windowOver(units []unit, from, to int) window {
	if to == from+1 && len(units[from].lead) == 0 {
		return window{from, to, units[from].set, len(units[from].own)}
	}
	w := window{from: from, to: to, set: make(termSet, len(units[from].set)*(to-from))}
	w.set.add(units[from].lead)
	for i := from; i < to; i++ {
		w.set.add(units[i].own)
		w.size += len(units[i].own)
	}
	return w
}

// span is the stretch of text that a window covers.
func (t *lawText) span(w window) answer.Span {
	return answer.Span{Start: t.units[w.from].span.Start, End: t.units[w.to-1].span.End}
}
