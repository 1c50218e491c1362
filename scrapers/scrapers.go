// Package scrapers holds one file per publisher's layout. A layout declares how
// its publisher marks a section, its history and its notes, and turns lines of
// text into numbered sections.
//
// It will not fetch, store or judge: parsing is a pure function of the lines.
// To add a state, add one file and its fixture in testdata; nothing else here
// is edited.
package scrapers

import (
	"fmt"
	"sort"
	"strings"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// Layout is one publisher's way of printing law.
type Layout struct {
	// Name is what a config calls it, in words with hyphens.
	Name string
	// About says in one sentence whose pages it reads and what is odd.
	About string
	// States are the jurisdictions published so; nil means any.
	States []statute.Jurisdiction
	// Unproven layouts were written from what is publicly known of the pages
	// and never met a real one.
	Unproven bool
	// Fits recognises the publisher by marks in the document, never by the
	// file's name alone.
	Fits func(*extract.Document) bool
	// Parse reads the sections. The jurisdiction is the configured one. It
	// returns an error only where there is nothing to read; doubts go into the
	// document's Checks.
	Parse func(*extract.Document, statute.Jurisdiction) (statute.Document, error)
	// Links picks, from an index page, the pages to fetch next; nil where a
	// source lists its own URLs.
	Links func(*extract.Document) []string
}

// layouts holds every member by name. Members add themselves.
var layouts = map[string]*Layout{}

// add registers a member. A name given twice is a fault of the programmer.
func add(l Layout) *Layout {
	if layouts[l.Name] != nil {
		panic("scrapers: two layouts are named " + l.Name)
	}
	layouts[l.Name] = &l
	return &l
}

// All lists the layouts by name.
func All() []*Layout {
	all := make([]*Layout, 0, len(layouts))
	for _, l := range layouts {
		all = append(all, l)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Name < all[j].Name })
	return all
}

// Named gives a layout, or an error that lists the names there are.
func Named(name string) (*Layout, error) {
	if l := layouts[name]; l != nil {
		return l, nil
	}
	var names []string
	for _, l := range All() {
		names = append(names, l.Name)
	}
	return nil, fmt.Errorf("scraper %q is not known: the scrapers are %s", name, strings.Join(names, ", "))
}

// Recognise gives the layout that fits the document; `numbered`, which knows no
// publisher, where none does.
func Recognise(doc *extract.Document) *Layout {
	for _, l := range All() {
		if l.Fits != nil && l.Fits(doc) {
			return l
		}
	}
	return layouts["numbered"]
}
