package web

import (
	"slices"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/store"
)

// Difference is what moved between the editions of two runs.
type Difference struct {
	Changes []finding.Change
	// Printed are sections that are printed otherwise with the same words.
	Printed []finding.Change
	// Stale are the answers that the changes touch.
	Stale []finding.Stale
}

// compareData is two runs and what moved between them, a page at a time.
type compareData struct {
	Runs     []store.Run
	From, To string
	Changes  []finding.Change
	Turn     turn
	Printed  int
	Stale    []finding.Stale
	today    *snapshot
}

// Links reports whether an answer still has a page.
func (d compareData) Links(id string) bool { return d.today.Report.Answer(id) != nil }

// compare shows what moved between the two runs that the query names, else between
// the last two, whichever way round they are given.
func compare(v *view) (*page, error) {
	runs, err := v.Store.Runs(v.Context())
	if err != nil {
		return nil, err
	}
	d := compareData{Runs: runs, today: v.last}
	p := &page{Body: "compare", Here: "runs", Title: "Compare two runs", Kicker: []crumb{{"Runs", "/runs"}}}
	if len(runs) > 1 {
		err = v.moved(&d)
		p.Title = "What moved from " + d.From + " to " + d.To
	}
	p.Data = d
	return p, err
}

// moved fills in the difference of the two runs.
func (v *view) moved(d *compareData) error {
	query, last := v.URL.Query(), len(d.Runs)-1
	from, to := d.named(query.Get("from"), last-1), d.named(query.Get("to"), last)
	if from < 0 || to < 0 {
		return absent("There is no such run: its page lists those there are.")
	}
	d.From, d.To = d.Runs[min(from, to)].ID(), d.Runs[max(from, to)].ID()
	if from == to {
		return nil
	}
	found, err := v.Compare(v.Context(), d.From, d.To)
	if err != nil {
		return err
	}
	d.Changes, d.Turn = paged(v, found.Changes, listPage)
	d.Printed, d.Stale = len(found.Printed), found.Stale
	return nil
}

// named is the place of a run, that of fallback where none is named, and -1 where
// it is not there.
func (d *compareData) named(id string, fallback int) int {
	if id == "" {
		return fallback
	}
	return slices.IndexFunc(d.Runs, func(r store.Run) bool { return r.ID() == id })
}
