package audit

import (
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/statute"
)

// fitsMore is how much better another section of the title must fit the claims of
// a line for that line not to mean the section that its twin is bound to.
const fitsMore = 0.1

// partTwins gives each of two lines with one title, told apart by no number, a
// section of its own where the law has several of that title and the claims of
// one of them follow another: a list names a section once. Where the claims of
// both follow the one section, the list does repeat itself.
func (r *Reading) partTwins() {
	if len(r.Sources) > mostListed {
		return // a list so long is no list that a person made
	}
	for i := range r.Sources {
		for k := range i {
			if one, two := &r.Sources[k], &r.Sources[i]; r.twins(one, two) {
				r.rebind(one, two)
				break
			}
		}
	}
}

func (r *Reading) twins(one, two *Source) bool {
	return one.Held != nil && one.Held == two.Held && one.Ref != two.Ref && one.Number == "" && two.Number == "" &&
		one.Law == r.Case.Law && enacted.TitleKey(one.Title) == enacted.TitleKey(two.Title)
}

// rebind binds the twin whose claims follow another section most.
func (r *Reading) rebind(one, two *Source) {
	first, most := r.otherFor(one)
	again, more := r.otherFor(two)
	if again != nil && (first == nil || more >= most) {
		two.take(again, r.Case.Law, "claims", nil)
	} else if first != nil {
		one.take(first, r.Case.Law, "claims", nil)
	}
}

// otherFor is the section of the title that the claims of a line follow better
// than the one it is bound to, and by how much; nil for none.
func (r *Reading) otherFor(s *Source) (*statute.Held, float64) {
	var best *statute.Held
	here, most := r.fitToClaims(s, s.Held), fitsMore
	for _, h := range r.Case.Law.Titled(s.Title) {
		if more := r.fitToClaims(s, h) - here; h != s.Held && more >= most {
			best, most = h, more
		}
	}
	return best, most
}
