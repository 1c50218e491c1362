package enacted

import (
	"sort"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/cite"
	"github.com/pincite/pincite/internal/statute"
)

// nearTitle is the likeness from which a listed title may mean a catchline.
const nearTitle = 0.8

// Titled gives the sections of a title: those that have it letter for letter,
// else those nearest to it.
func (l *Law) Titled(title string) []*statute.Held {
	if exact := l.Derived.byTitle[TitleKey(title)]; len(exact) > 0 {
		return l.Pick(exact)
	}
	return l.nearlyTitled(title)
}

// nearlyTitled gives the sections whose catchlines are most like the title, none
// below the least likeness.
func (l *Law) nearlyTitled(title string) []*statute.Held {
	best, found, likeness := nearTitle, []int(nil), l.likeness(title)
	for _, at := range l.sharingTitle(title) {
		like := likeness(at)
		if like > best {
			best, found = like, nil
		}
		if like == best {
			found = append(found, at)
		}
	}
	return l.Pick(found)
}

// sharingTitle lists the sections whose catchline shares the title's rarest words.
func (l *Law) sharingTitle(title string) []int {
	terms := TitleOf(title)
	sort.SliceStable(terms, func(i, j int) bool {
		return len(l.Derived.titleWords[terms[i].Term]) < len(l.Derived.titleWords[terms[j].Term])
	})
	seen, list := map[int]bool{}, []int(nil)
	for _, w := range terms[:min(3, len(terms))] {
		for _, at := range l.Derived.titleWords[w.Term] {
			if !seen[at] {
				seen[at] = true
				list = append(list, at)
			}
		}
	}
	sort.Ints(list)
	return list
}

// Likenesses is how like each section is to a number and a title, either of which may be
// empty.
func (l *Law) Likenesses(number, title string) []float64 {
	scores := make([]float64, len(l.Sections))
	for _, at := range l.Derived.chapters[ChapterOf(cite.Normal(number))] {
		scores[at] = numberLikeness(number, l.Sections[at].Number)
	}
	if title == "" {
		return scores
	}
	likeness := l.likeness(title)
	for at := range scores {
		scores[at] += likeness(at)
	}
	return scores
}

// numberLikeness is the share of two numbers that is alike from the left, and 0
// where the chapters differ.
func numberLikeness(a, b string) float64 {
	if a == "" {
		return 0
	}
	a, b = cite.Normal(a), cite.Normal(b)
	if ChapterOf(a) != ChapterOf(b) {
		return 0
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return float64(n) / float64(max(len(a), len(b)))
}

// likeness gives titleLikeness to the catchline of each section, without reading
// them again.
func (l *Law) likeness(title string) func(at int) float64 {
	terms, same := lexis.SetOf(TitleOf(title)), map[int]bool{}
	both := make([]int, len(l.Sections))
	for term := range terms {
		for _, at := range l.Derived.titleWords[term] {
			both[at]++
		}
	}
	for _, at := range l.Derived.byTitle[TitleKey(title)] {
		same[at] = true
	}
	return func(at int) float64 {
		if both[at] > 0 && !same[at] {
			return 2 * float64(both[at]) / float64(len(terms)+l.Derived.titleSizes[at])
		}
		if same[at] {
			return 1
		}
		return 0
	}
}
