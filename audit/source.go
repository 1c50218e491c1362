package audit

import (
	"sort"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/statute"
)

// sameTitleFrom is the likeness from which two titles say the same.
const sameTitleFrom = 0.66

// SameTitle reports whether the listed title says the same as the catchline. A
// line without a title, and a section without a catchline, differ in nothing.
func (r *Reading) SameTitle(s *Source) bool {
	if s.Held == nil || s.Title == "" || s.Held.Catchline == "" || enacted.TitleKey(s.Title) == "" {
		return true
	}
	if s.Held.Status != statute.InForce && enacted.Shut.MatchString(s.Title) {
		return true
	}
	a, b := lexis.SetOf(enacted.TitleOf(s.Title)), lexis.SetOf(enacted.TitleOf(s.Held.Catchline))
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	return enacted.TitleLikeness(s.Title, s.Held.Catchline) >= sameTitleFrom || subset(a, b) && len(a) >= 2 || subset(b, a) && len(b) >= 2
}

func subset(a, b lexis.TermSet) bool {
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
	near := s.Law.ActOf(s.Held)
	var found *statute.Held
	for _, h := range s.Law.Titled(s.Title) {
		if h != s.Held && (found == nil || s.Law.ActOf(h) == near && s.Law.ActOf(found) != near) {
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
	scores := l.Likenesses(s.Number, s.Title)
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

// Definitions counts the definitional sentences and items of a section, and all
// of them.
func (r *Reading) Definitions(h *statute.Held) (defining, all int) {
	t := r.lawOf(h).Text(h)
	for i := range t.Units {
		if t.Units[i].Nature == enacted.Definitional {
			defining++
		}
	}
	return defining, len(t.Units)
}

// lawOf is the law that holds a section.
func (r *Reading) lawOf(h *statute.Held) *enacted.Law {
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
	for _, h := range s.Law.Pick(s.Law.Derived.Members[s.Law.ActOf(s.Held)]) {
		if f := r.fit(c, h, s.Law); h != s.Held && f.Common > 0 {
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
	list = lexis.KeepWhere(list, func(c Candidate) bool {
		return c.Held.Status == statute.InForce && r.Case.Law.Text(c.Held).Nature == enacted.Operative
	})
	return list[:min(5, len(list))]
}
