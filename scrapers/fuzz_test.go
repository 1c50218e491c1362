package scrapers

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// pagesOf gives the bytes of every fixture that is a file of its publisher's.
func pagesOf(t testing.TB) [][]byte {
	t.Helper()
	var pages [][]byte
	for _, pattern := range []string{"*.html", "*.txt", "*.rtf"} {
		files, err := filepath.Glob(filepath.Join("testdata", "*", pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			pages = append(pages, data)
		}
	}
	return pages
}

// FuzzLayouts hands any bytes to every layout: none panics, none hangs, and what
// one finds is well formed.
func FuzzLayouts(f *testing.F) {
	for _, page := range pagesOf(f) {
		f.Add(page)
	}
	f.Fuzz(func(t *testing.T, data []byte) { parseBy(t, data, All()) })
}

// parseBy reads the bytes and parses them by the layouts given, and by the one
// that their marks call for.
func parseBy(t *testing.T, data []byte, some []*Layout) {
	t.Helper()
	if extract.FormatOf(data) == extract.PDF {
		return // read in a child process; it has fuzzing of its own
	}
	doc, err := extract.Read(context.Background(), extract.File{Name: "fuzz", Data: data})
	if err != nil {
		return
	}
	for _, layout := range append([]*Layout{Recognise(doc)}, some...) {
		parsed, err := Parse(layout.Name, doc, "")
		if err == nil {
			wellMade(t, layout.Name, &parsed)
		}
	}
}

// wellMade checks what no input may break.
func wellMade(t *testing.T, layout string, d *statute.Document) {
	t.Helper()
	if d.Checks.Found != len(d.Sections) || len(d.Sections) == 0 {
		t.Fatalf("%s: says %d sections and gives %d", layout, d.Checks.Found, len(d.Sections))
	}
	seen := map[statute.Key]bool{}
	for i := range d.Sections {
		s := &d.Sections[i]
		if s.Number == "" || s.Occurrence < 1 || seen[s.Key()] || !utf8.ValidString(s.Text) || s.Hierarchy == nil || s.Subsections == nil {
			t.Fatalf("%s: section %d is not well made: %+v", layout, i, s)
		}
		seen[s.Key()] = true
		for _, sub := range s.Subsections {
			if sub.Start < 0 || sub.End > len(s.Text) || sub.Start > sub.End || !utf8.ValidString(s.Text[sub.Start:sub.End]) {
				t.Fatalf("%s: section %s: subsection %s is %d to %d of %d", layout, s.Number, sub.Label, sub.Start, sub.End, len(s.Text))
			}
		}
	}
}

// TestAThousandMutatedFiles changes bytes of our own pages: flips, cuts, repeats,
// pieces of other pages. Each is parsed by the layout that it looks like and by
// two others.
func TestAThousandMutatedFiles(t *testing.T) {
	pages, all := pagesOf(t), All()
	random := rand.New(rand.NewPCG(11, 13))
	for range 1000 {
		page := pages[random.IntN(len(pages))]
		other := pages[random.IntN(len(pages))]
		for range 1 + random.IntN(4) {
			page = mutate(random, page, other)
		}
		parseBy(t, page, []*Layout{all[random.IntN(len(all))], all[random.IntN(len(all))]})
	}
}

func mutate(random *rand.Rand, page, other []byte) []byte {
	if len(page) < 2 {
		return other
	}
	at := random.IntN(len(page))
	end := min(len(page), at+1+random.IntN(200))
	out := append([]byte(nil), page[:at]...)
	switch random.IntN(5) {
	case 0: // a byte of noise
		return append(append(out, byte(random.IntN(256))), page[at+1:]...)
	case 1: // a piece is gone
		return append(out, page[end:]...)
	case 2: // a piece stands twice
		return append(append(out, page[at:end]...), page[at:]...)
	case 3: // the end is gone
		return out
	}
	piece := other[:random.IntN(len(other))] // a piece of another publisher's page
	return append(append(out, piece...), page[at:]...)
}
