package enacted

import (
	"slices"
	"strings"
	"sync"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/cite"
	"github.com/pincite/pincite/internal/index"
	"github.com/pincite/pincite/internal/statute"
)

// ConceptWeight is what a word or the name of a row tells in a law.
func (l *Law) ConceptWeight(term string) float64 {
	if term != "" && term[0] == '=' {
		return max(1, l.Weight(term[1:]))
	}
	return l.Weight(term)
}

// Law is the law of one jurisdiction at one edition, ready to be searched.
// It is shared by cases and never changed after NewLaw.
type Law struct {
	Jurisdiction statute.Jurisdiction
	// Sections by source, document and place.
	Sections []statute.Held
	// Index is over Sections, in the same order.
	Index *index.Index
	// Former are superseded versions, newest first.
	Former []statute.Held
	// Complete is whether every configured source was read well; Gaps says
	// what is missing, in plain words.
	Complete bool
	Gaps     []string

	Derived *derived
}

// derived is what is worked out once from the sections.
type derived struct {
	byNumber map[string][]int
	byTitle  map[string][]int
	// titleWords finds near-equal titles: a term → sections whose catchline holds it.
	titleWords map[string][]int
	// titleSizes counts the terms of each catchline.
	titleSizes []int
	// chapters are the sections by their number without its last part.
	chapters map[string][]int
	Place    map[*statute.Held]int
	// act is the group of each section; members are the sections of a group.
	act     []string
	Members map[string][]int
	Names   map[string]actName
	// manyNamed are the runs of numbers in which several acts are named.
	manyNamed map[string]bool
	known     []actName

	mu    sync.Mutex
	texts map[*statute.Held]*Text
}

// actName is a short title and the section that gives it.
type actName struct {
	Name string
	Held *statute.Held
}

// NewLaw reads the sections of a jurisdiction once: index, numbers, titles, acts
// and their names. It keeps the slices it is given.
func NewLaw(j statute.Jurisdiction, sections, former []statute.Held, complete bool, gaps []string) *Law {
	l := &Law{Jurisdiction: j, Sections: sections, Index: index.New(sections), Former: former, Complete: complete, Gaps: gaps}
	l.Derived = &derived{
		byNumber: map[string][]int{}, byTitle: map[string][]int{}, titleWords: map[string][]int{},
		titleSizes: make([]int, len(sections)), chapters: map[string][]int{},
		Place: map[*statute.Held]int{}, act: make([]string, len(sections)), Members: map[string][]int{},
		Names: map[string]actName{}, manyNamed: map[string]bool{}, texts: map[*statute.Held]*Text{},
	}
	for at := range sections {
		l.file(at)
	}
	l.Derived.partTitles(sections)
	for at := range sections {
		l.nameAct(at)
	}
	return l
}

// file enters one section into the maps.
func (l *Law) file(at int) {
	h, d := &l.Sections[at], l.Derived
	d.Place[h] = at
	number := cite.Normal(h.Number)
	d.byNumber[number] = append(d.byNumber[number], at)
	if title := TitleKey(h.Catchline); title != "" {
		d.byTitle[title] = append(d.byTitle[title], at)
	}
	terms := lexis.SetOf(TitleOf(h.Catchline))
	for term := range terms {
		d.titleWords[term] = append(d.titleWords[term], at)
	}
	d.titleSizes[at] = len(terms)
	d.chapters[ChapterOf(number)] = append(d.chapters[ChapterOf(number)], at)
	key := actKey(h)
	d.act[at] = key
	d.Members[key] = append(d.Members[key], at)
}

// actKey groups the sections of one act: the innermost place of the hierarchy,
// or the number without its last part where there is none.
func actKey(h *statute.Held) string {
	if places := withoutSubgroups(h.Hierarchy); len(places) > 0 {
		return h.Source + "\x00" + strings.Join(places, "\x00")
	}
	return h.Source + "\x00#" + ChapterOf(h.Number)
}

// withoutSubgroups drops the innermost places that stand in brackets: they part a
// series of sections and name no act.
func withoutSubgroups(places []string) []string {
	for n := len(places); n > 1 && strings.HasPrefix(places[n-1], "("); n-- {
		places = places[:n-1]
	}
	return places
}

// ChapterOf is a number without its last part: "57-12C" of "57-12C-6".
func ChapterOf(number string) string {
	if at := strings.LastIndexAny(number, "-.:"); at > 0 {
		return number[:at]
	}
	return number
}

// HoldsChapter reports whether any section is held that stands in the chapter of a number.
func (l *Law) HoldsChapter(number string) bool {
	chapter := ChapterOf(number)
	return slices.ContainsFunc(l.Sections, func(h statute.Held) bool { return ChapterOf(h.Number) == chapter })
}

// nameAct reads a short title and gives its name to the groups that it covers.
func (l *Law) nameAct(at int) {
	h := &l.Sections[at]
	name, whole := shortTitle(h.Text)
	if name == "" {
		return
	}
	d, named := l.Derived, actName{name, h}
	d.known = append(d.known, named)
	if was, known := d.Names[d.act[at]]; known && was.Name != name && strings.Contains(d.act[at], runMark) {
		d.manyNamed[d.act[at]] = true // several acts in one run of numbers: its name is not known
	}
	if d.Names[d.act[at]] = named; d.manyNamed[d.act[at]] {
		delete(d.Names, d.act[at])
	}
	prefix := wholePlace(h, whole)
	if prefix == "" {
		return
	}
	for key := range d.Members {
		if _, taken := d.Names[key]; !taken && strings.HasPrefix(key, prefix) {
			d.Names[key] = named
		}
	}
}

// wholePlace is the key up to the place that "this chapter" names, "" where the
// section stands in none.
func wholePlace(h *statute.Held, whole string) string {
	for i, place := range h.Hierarchy {
		if strings.HasPrefix(strings.ToLower(place), whole) && whole != "" {
			return h.Source + "\x00" + strings.Join(h.Hierarchy[:i+1], "\x00")
		}
	}
	return ""
}

// Numbered gives the sections of a number, all versions in order; none for an unknown one.
func (l *Law) Numbered(number string) []*statute.Held {
	return l.Pick(l.Derived.byNumber[cite.Normal(number)])
}

// Pick gives the sections at the places, in their order.
func (l *Law) Pick(places []int) []*statute.Held {
	list := make([]*statute.Held, 0, len(places))
	for _, at := range places {
		list = append(list, &l.Sections[at])
	}
	return list
}

// ActOf is the group of a section, "" for one that is not of this law.
func (l *Law) ActOf(h *statute.Held) string {
	if at, known := l.Derived.Place[h]; known {
		return l.Derived.act[at]
	}
	return ""
}

// heldTexts bounds how many sections are kept read; the whole of a large
// jurisdiction would not fit.
const heldTexts = 6000

// Text reads a section whole, or gives it as read before.
func (l *Law) Text(h *statute.Held) *Text { return l.Outline(h).complete() }

// Outline reads the words of a section, or gives them as read before.
func (l *Law) Outline(h *statute.Held) *Text {
	d := l.Derived
	d.mu.Lock()
	t := d.texts[h]
	d.mu.Unlock()
	if t != nil {
		return t
	}
	t = outline(h)
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.texts) >= heldTexts {
		d.texts = map[*statute.Held]*Text{}
	}
	d.texts[h] = t
	return t
}

// Weights of terms: one that stands in no section at all says little about which
// section is meant, and may only be the answer's own wording.
const (
	leastWeight   = 0.4
	unknownFactor = 0.55
)

// Weight is how much a term tells in this law.
func (l *Law) Weight(term string) float64 {
	w := l.Index.IDF(term)
	if l.Index.Count(term) == 0 {
		w *= unknownFactor
	}
	return max(leastWeight, w)
}

// Rare reports whether few sections hold the term, and some do.
func (l *Law) Rare(term string) bool {
	n := l.Index.Count(term)
	return n > 0 && n <= max(2, l.Index.Len()/12)
}
