package audit

import (
	"sort"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/cite"
	"github.com/pincite/pincite/internal/statute"
)

// sameTitleFrom is the likeness from which two titles say the same.
const sameTitleFrom = 0.66

// SameTitle reports whether the listed title says the same as the catchline. A
// line without a title, and a section without a catchline, differ in nothing.
func (r *Reading) SameTitle(s *Source) bool {
	if s.Held == nil || s.Title == "" || s.Held.Catchline == "" || titleKey(s.Title) == "" {
		return true
	}
	if s.Held.Status != statute.InForce && shut.MatchString(s.Title) {
		return true
	}
	a, b := setOf(titleOf(s.Title)), setOf(titleOf(s.Held.Catchline))
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	return titleLikeness(s.Title, s.Held.Catchline) >= sameTitleFrom || subset(a, b) && len(a) >= 2 || subset(b, a) && len(b) >= 2
}

func subset(a, b termSet) bool {
	for t := range a {
		if !b[t] {
			return false
		}
	}
	return true
}

// Whose gives the section of the same law whose catchline the listed title is,
// where that is not the bound section; nil otherwise.
func (r *Reading) Whose(s *Source) *statute.Held {
	if s.Held == nil || s.Title == "" {
		return nil
	}
	near := s.Law.actOf(s.Held)
	var found *statute.Held
	for _, h := range s.Law.titled(s.Title) {
		if h != s.Held && (found == nil || s.Law.actOf(h) == near && s.Law.actOf(found) != near) {
			found = h
		}
	}
	return found
}

// Closest gives the sections whose number or title comes closest to what the
// source names, best first, at most n.
func (r *Reading) Closest(s *Source, n int) []*statute.Held {
	l := r.Case.Law
	type near struct {
		at    int
		score float64
	}
	var list []near
	scores := l.likenesses(s.Number, s.Title)
	for at, score := range scores {
		if score >= 0.6 {
			list = append(list, near{at, score})
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].score > list[j].score })
	var found []*statute.Held
	for _, one := range list[:min(n, len(list))] {
		found = append(found, &l.Sections[one.at])
	}
	return found
}

// likenesses is how like each section is to a number and a title, either of which may be
// empty.
func (l *Law) likenesses(number, title string) []float64 {
	scores := make([]float64, len(l.Sections))
	for _, at := range l.derived.chapters[chapterOf(cite.Normal(number))] {
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
	if chapterOf(a) != chapterOf(b) {
		return 0
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return float64(n) / float64(max(len(a), len(b)))
}

// Definitions counts the definitional sentences and items of a section, and all
// of them.
func (r *Reading) Definitions(h *statute.Held) (defining, all int) {
	t := r.lawOf(h).text(h)
	for i := range t.units {
		if t.units[i].nature == Definitional {
			defining++
		}
	}
	return defining, len(t.units)
}

// lawOf is the law that holds a section.
func (r *Reading) lawOf(h *statute.Held) *Law {
	for _, l := range r.Case.Others {
		if l.Jurisdiction == h.Jurisdiction {
			return l
		}
	}
	return r.Case.Law
}

// Operatives are operative sections of the source's act that come closest to the
// claim, best first, at most five; those of the jurisdiction where the act has
// none that shares a word with it.
func (r *Reading) Operatives(s *Source, c *answer.Claim) []Candidate {
	if s == nil || s.Held == nil || s.Law != r.Case.Law {
		return r.operative(r.Candidates(c))
	}
	var list []Candidate
	for _, h := range s.Law.pick(s.Law.derived.members[s.Law.actOf(s.Held)]) {
		if f := r.fit(c, h, s.Law); h != s.Held && f.common > 0 {
			list = append(list, r.candidate(c, h, s.Held))
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return r.closer(&list[i], &list[j], s.Held) })
	if list = r.operative(list); len(list) > 0 {
		return list
	}
	return r.operative(r.candidates(c, s.Held))
}

// operative keeps the first five operative sections in force.
func (r *Reading) operative(list []Candidate) []Candidate {
	list = keepWhere(list, func(c Candidate) bool {
		return c.Held.Status == statute.InForce && r.Case.Law.text(c.Held).nature == Operative
	})
	return list[:min(5, len(list))]
}
