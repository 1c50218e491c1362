package store

import (
	"slices"
	"testing"
)

func TestVersionsTellTheHistoryOfANumber(t *testing.T) {
	p := newPress(t)
	p.print("a.html", law("1-A", "One."), law("2", "Two."))
	p.next()
	p.print("a.html", law("1-A", "One, amended."), law("2", "Two."))
	p.next()
	p.print("a.html", law("2", "Two."))
	all, err := p.Versions(t.Context(), "ZZ", "1-a")
	p.must(err)
	if len(all) != 2 || all[0].Text != "One, amended." || all[0].Since != 2 || all[0].Until != 3 || all[1].Since != 1 || all[1].Until != 2 {
		t.Errorf("versions of 1-A: %+v", all)
	}
	all, err = p.Versions(t.Context(), "ZZ", "2")
	p.must(err)
	if len(all) != 1 || all[0].Until != 0 || all[0].Ref.String() != "1.2" || all[0].URL != "a.html" {
		t.Errorf("versions of 2: %+v", all)
	}
}

func TestEverHeldKnowsWhatIsGone(t *testing.T) {
	p := newPress(t)
	p.print("a.html", law("1-A", "One."))
	p.next()
	p.print("a.html", law("2", "Two."))
	for _, c := range []struct {
		number     string
		occurrence int
		want       bool
	}{{"1-A", 0, true}, {"1-a", 1, true}, {"1-A", 2, false}, {"2", 0, true}, {"3", 0, false}} {
		if held, err := p.EverHeld(t.Context(), "ZZ", c.number, c.occurrence); err != nil || held != c.want {
			t.Errorf("%s, occurrence %d: %v, %v", c.number, c.occurrence, held, err)
		}
	}
}

func TestListingIsInTheOrderOfTheLaw(t *testing.T) {
	p := newPress(t)
	p.print("b.html", law("3", "Three."))
	p.print("a.html", law("2", "Two."), law("1", "One."))
	list := func(from, limit int) (numbers []string) {
		all, err := p.Listing(t.Context(), "zz-1", from, limit)
		p.must(err)
		for _, one := range all {
			numbers = append(numbers, one.Number)
		}
		return numbers
	}
	if got := list(0, 10); !slices.Equal(got, []string{"2", "1", "3"}) {
		t.Errorf("all: %v", got)
	}
	if got := list(1, 1); !slices.Equal(got, []string{"1"}) {
		t.Errorf("the second: %v", got)
	}
}
