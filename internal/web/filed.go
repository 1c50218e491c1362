package web

import "github.com/pincite/pincite/internal/finding"

// filed are the waivers on file today, by finding. The report knows those that its
// run found.
type filed map[string]*finding.Waiver

func (v *view) filed() (filed, error) {
	all, err := v.Store.Waivers(v.Context())
	by := filed{}
	for i := range all {
		by[all[i].Finding] = &all[i]
	}
	return by, err
}

// mark gives the findings their waivers, in place, and counts those that were
// accepted since the run.
func (by filed) mark(all []found) (accepted int) {
	for i := range all {
		all[i].Filed = by[all[i].ID]
		if all[i].Accepted() {
			accepted++
		}
	}
	return accepted
}

// Accepted is true of a finding that was open in the run and was accepted since:
// the next run will know.
func (f found) Accepted() bool {
	if f.Filed == nil || f.Waived() {
		return false
	}
	if f.Waiver == nil {
		return true
	}
	lapsed := *f.Waiver
	lapsed.Lapsed = ""
	return *f.Filed != lapsed
}
