package web

import (
	"slices"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
)

// shelfmarks give the addresses of what the store holds, and of nothing else: an
// answer may cite law that nobody has fetched. The store is asked once for each
// section.
type shelfmarks struct {
	*view
	known map[finding.SectionKey]string
	// err is the first fault of the store; what is given after it is not to be used.
	err error
}

func (v *view) shelfmarks() *shelfmarks {
	return &shelfmarks{view: v, known: map[finding.SectionKey]string{}}
}

// section leads to a section that is or was held, "" where there is none.
func (m *shelfmarks) section(j statute.Jurisdiction, number string, occurrence int) string {
	if occurrence <= 1 {
		occurrence = 0 // as in sectionAddress
	}
	key := finding.SectionKey{Jurisdiction: j, Number: number, Occurrence: occurrence}
	if at, asked := m.known[key]; asked || number == "" || m.err != nil {
		return at
	}
	var held bool
	if held, m.err = m.Store.EverHeld(m.Context(), j, number, occurrence); held {
		m.known[key] = sectionAddress(j, number, occurrence)
	} else {
		m.known[key] = ""
	}
	return m.known[key]
}

// law sets the addresses of sections as quoted.
func (m *shelfmarks) law(all ...*law) {
	for _, l := range all {
		l.Address = m.section(l.Jurisdiction, l.Number, l.occurrence())
	}
}

// place leads to a jurisdiction of which a source is known, "" for another.
func (m *shelfmarks) place(j statute.Jurisdiction) string {
	if m.err != nil {
		return ""
	}
	var all []store.Source
	all, m.err = m.Store.Sources(m.Context())
	if slices.ContainsFunc(all, func(s store.Source) bool { return s.Jurisdiction == j }) {
		return placeAddress(j)
	}
	return ""
}
