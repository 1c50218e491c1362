package scrapers

import (
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// TestLayoutsSurviveForeignAndBrokenPages hands every layout every fixture, its
// own or another's, whole and damaged: it may refuse, but neither panic nor
// change the document, and what it finds must be well formed.
func TestLayoutsSurviveForeignAndBrokenPages(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, path := range fixtures(t) {
		doc := readFile(t, path)
		for range 6 {
			for _, layout := range All() {
				before := clone(doc)
				parsed, err := Parse(layout.Name, doc, "ZZ")
				if err == nil {
					wellFormed(t, path, layout.Name, doc, parsed.Sections)
				}
				if !reflect.DeepEqual(before.Lines, doc.Lines) {
					t.Fatalf("%s: layout %s changed the document", path, layout.Name)
				}
			}
			doc = damage(random, doc)
		}
	}
}

func fixtures(t testing.TB) []string {
	t.Helper()
	var files []string
	for _, ext := range []string{"html", "rtf", "txt"} {
		found, err := filepath.Glob(filepath.Join("testdata", "*", "*."+ext))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	if len(files) == 0 {
		t.Fatal("there are no fixtures")
	}
	return files
}

func clone(doc *extract.Document) *extract.Document {
	copied := *doc
	copied.Lines = slices.Clone(doc.Lines)
	for i := range copied.Lines {
		copied.Lines[i].Runs = slices.Clone(doc.Lines[i].Runs)
	}
	return &copied
}

// damage drops, doubles, swaps and cuts lines of a copy.
func damage(random *rand.Rand, doc *extract.Document) *extract.Document {
	hurt := clone(doc)
	for range 1 + len(hurt.Lines)/8 {
		if len(hurt.Lines) == 0 {
			break
		}
		a, b := random.IntN(len(hurt.Lines)), random.IntN(len(hurt.Lines))
		switch random.IntN(4) {
		case 0:
			hurt.Lines = append(hurt.Lines[:a], hurt.Lines[a+1:]...)
		case 1:
			hurt.Lines = append(hurt.Lines, hurt.Lines[a])
		case 2:
			hurt.Lines[a], hurt.Lines[b] = hurt.Lines[b], hurt.Lines[a]
		default:
			half(&hurt.Lines[a])
		}
	}
	return hurt
}

// half cuts a line in its middle, its runs with it.
func half(l *extract.Line) {
	cut := len(l.Text) / 2
	for cut < len(l.Text) && !utf8.RuneStart(l.Text[cut]) {
		cut++
	}
	if strings.TrimSpace(l.Text[:cut]) == "" {
		return
	}
	l.Text = l.Text[:cut]
	for i := range l.Runs {
		l.Runs[i].Start, l.Runs[i].End = min(l.Runs[i].Start, cut), min(l.Runs[i].End, cut)
	}
	l.Breaks = nil
}

// wellFormed wants numbers, valid text and subsections within it.
func wellFormed(t *testing.T, path, layout string, doc *extract.Document, sections []statute.Section) {
	t.Helper()
	held := 0
	for i := range sections {
		s := &sections[i]
		held += len(s.Text)
		if s.Number == "" || s.Occurrence < 1 || s.Status == "" || s.Hierarchy == nil || s.Subsections == nil || !utf8.ValidString(s.Text+s.Catchline) {
			t.Fatalf("%s by %s: section %d is malformed: %+v", path, layout, i, s)
		}
		for _, sub := range s.Subsections {
			if sub.Start < 0 || sub.End > len(s.Text) || sub.Start > sub.End {
				t.Fatalf("%s by %s: section %s has a subsection from %d to %d of %d", path, layout, s.Number, sub.Start, sub.End, len(s.Text))
			}
		}
	}
	printed := 0
	for i := range doc.Lines {
		printed += len(doc.Lines[i].Text) + 8
	}
	if held > printed {
		t.Fatalf("%s by %s: the sections hold %d bytes, the document %d", path, layout, held, printed)
	}
}
