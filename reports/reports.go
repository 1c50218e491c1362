// Package reports holds one file per format: a Report in, bytes out. Every
// format is derived from the one canonical report of internal/finding.
//
// It will not decide, count anew or hide anything, and never reads the store.
// To add a format, add one file and its golden in testdata; nothing else here is
// edited.
package reports

import (
	"fmt"
	"io"
	"sort"
	"strings"

	"github.com/pincite/pincite/internal/finding"
)

// Format is one way of writing a report.
type Format struct {
	// Name is what --format takes: "html".
	Name string
	// Extension is the file's, without a dot; About says who reads it.
	Extension, About string
	// Write writes the whole report. Same report, same bytes. It does not close
	// w, and returns the first error of w.
	Write func(w io.Writer, r *finding.Report) error
}

var formats = map[string]*Format{}

// add registers a member. A name given twice is a fault of the programmer.
func add(f Format) *Format {
	if formats[f.Name] != nil {
		panic("reports: two formats are named " + f.Name)
	}
	formats[f.Name] = &f
	return &f
}

// All lists the formats by name.
func All() []*Format {
	all := make([]*Format, 0, len(formats))
	for _, f := range formats {
		all = append(all, f)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Name < all[j].Name })
	return all
}

// Named gives a format, or an error that lists the names there are.
func Named(name string) (*Format, error) {
	if f := formats[name]; f != nil {
		return f, nil
	}
	var names []string
	for _, f := range All() {
		names = append(names, f.Name)
	}
	return nil, fmt.Errorf("format %q is not known: the formats are %s", name, strings.Join(names, ", "))
}
