package web

import (
	"slices"
	"strings"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
)

// placeRow is a jurisdiction with its sources.
type placeRow struct {
	Jurisdiction statute.Jurisdiction
	Name         string
	Sources      []sourceRow
}

// sourceRow is a source as the store knows it, and its state in the last run.
type sourceRow struct {
	store.Source
	// State is nil for a source that the last run's config does not name.
	State *finding.SourceCoverage
}

// code is a jurisdiction as a reader types it, in any case.
func code(typed string) statute.Jurisdiction { return statute.Jurisdiction(strings.ToUpper(typed)) }

// placesOf lists the sources by jurisdiction.
func (v *view) placesOf() ([]placeRow, error) {
	sources, err := v.Store.Sources(v.Context())
	var all []placeRow
	for _, one := range sources {
		if len(all) == 0 || all[len(all)-1].Jurisdiction != one.Jurisdiction {
			all = append(all, placeRow{Jurisdiction: one.Jurisdiction, Name: firstOf(one.Jurisdiction.Name(), string(one.Jurisdiction))})
		}
		last := &all[len(all)-1]
		last.Sources = append(last.Sources, sourceRow{one, v.last.stateOf(one.ID)})
	}
	return all, err
}

func (s *snapshot) stateOf(source string) *finding.SourceCoverage {
	sources := s.Report.Coverage.Sources
	if i := slices.IndexFunc(sources, func(c finding.SourceCoverage) bool { return c.ID == source }); i >= 0 {
		return &sources[i]
	}
	return nil
}

func places(v *view) (*page, error) {
	all, err := v.placesOf()
	return &page{Body: "places", Here: "law", Title: "The law held", Data: all}, err
}

// sectionsPage is how many sections one page lists.
const sectionsPage = 100

// placeData is a jurisdiction, and the sections of one of its sources.
type placeData struct {
	placeRow
	Shown    *sourceRow
	Sections []store.Stand
	Before   string
	After    string
}

func place(v *view) (*page, error) {
	j := code(v.PathValue("jurisdiction"))
	if number, asked := v.URL.Query()["number"]; asked {
		return sectionPage(v, j, number[0])
	}
	all, err := v.placesOf()
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(all, func(p placeRow) bool { return p.Jurisdiction == j })
	if i < 0 {
		return nil, absent("No law of %s is held.", cut(string(j), 100))
	}
	d := placeData{placeRow: all[i]}
	if err := v.listSections(&d); err != nil {
		return nil, err
	}
	return &page{Body: "place", Here: "law", Title: "The law of " + d.Name, Kicker: []crumb{{"Law", "/law"}}, Place: string(j), Data: d}, nil
}

// listSections lists the source that the query names, or the only one there is.
func (v *view) listSections(d *placeData) error {
	id := v.URL.Query().Get("source")
	if id == "" && len(d.Sources) == 1 {
		id = d.Sources[0].ID
	}
	if id == "" {
		return nil
	}
	i := slices.IndexFunc(d.Sources, func(s sourceRow) bool { return s.ID == id })
	if i < 0 {
		return absent("%s has no source %s.", d.Name, cut(id, 100))
	}
	d.Shown = &d.Sources[i]
	// The store counts no further than it must: one more than is shown tells
	// whether there is a next page.
	t := turnOf(v, maxListed, sectionsPage)
	all, err := v.Store.Listing(v.Context(), id, t.From, sectionsPage+1)
	d.Before = t.Before
	if len(all) > sectionsPage {
		all, d.After = all[:sectionsPage], t.After
	}
	d.Sections = all
	return err
}

// maxListed is more sections than any source has.
const maxListed = 10_000_000
