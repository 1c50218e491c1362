// Package reports holds one file per format: a Report in, bytes out. Every
// format is derived from the one canonical report of internal/finding.
//
// It will not decide, count anew or hide anything, and never reads the store.
// To add a format, add one file and its golden in testdata; nothing else here is
// edited.
package reports

import (
	"bytes"
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
	// Split gives the files of a report that may be too large for one: the index
	// first, or the one file that will do. A format without it is never split. Its
	// first file's name is base and the extension.
	Split func(base string, r *finding.Report) ([]File, error)
}

// File is one file of a written report.
type File struct {
	// Name is the file's own, without a folder.
	Name string
	Data []byte
}

// Files writes the report in the format: one file, named base and the
// extension, or, where the format splits a large report, several that link to
// each other by name and must lie in one folder.
func (f *Format) Files(base string, r *finding.Report) ([]File, error) {
	if f.Split != nil {
		return f.Split(base, r)
	}
	var out bytes.Buffer
	if err := f.Write(&out, r); err != nil {
		return nil, err
	}
	return []File{{Name: base + "." + f.Extension, Data: out.Bytes()}}, nil
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
