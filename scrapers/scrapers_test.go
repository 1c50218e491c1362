package scrapers

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

var update = flag.Bool("update", false, "write the expected sections of the fixtures")

// TestLayouts walks all layouts. Each has a folder in testdata with pages that
// we made up in its publisher's markup, and beside each page its sections.
func TestLayouts(t *testing.T) {
	for _, layout := range All() {
		t.Run(layout.Name, func(t *testing.T) {
			pages := fixturesOf(t, layout)
			if len(pages) == 0 {
				t.Fatalf("layout %s has no fixture: make testdata/%s/page.html (or .txt, .rtf), wording of your own in the publisher's markup, and run go test -update", layout.Name, layout.Name)
			}
			for _, page := range pages {
				checkFixture(t, layout, page)
			}
		})
	}
}

// TestLayoutsAreFilledIn finds what `pincite new state` left to be said, and codes of no
// jurisdiction: nobody could configure a source of them.
func TestLayoutsAreFilledIn(t *testing.T) {
	for _, layout := range All() {
		if layout.About == "" || strings.HasPrefix(layout.About, "Say here") {
			t.Errorf("layout %s: About does not say yet whose pages it reads: %q", layout.Name, layout.About)
		}
		for _, j := range layout.States {
			if j.Name() == "" {
				t.Errorf("layout %s: state %q is not known: give a code of internal/statute/jurisdiction.go, or add it there", layout.Name, j)
			}
		}
	}
}

// TestFixturesHaveLayouts finds folders that no layout claims.
func TestFixturesHaveLayouts(t *testing.T) {
	folders, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		if folder.IsDir() && folder.Name() != "fuzz" && layouts[folder.Name()] == nil {
			t.Errorf("testdata/%s belongs to no layout", folder.Name())
		}
	}
}

func fixturesOf(t *testing.T, layout *Layout) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", layout.Name, "*"))
	if err != nil {
		t.Fatal(err)
	}
	var pages []string
	for _, f := range files {
		if filepath.Ext(f) != ".jsonl" {
			pages = append(pages, f)
		}
	}
	return pages
}

func checkFixture(t *testing.T, layout *Layout, page string) {
	t.Helper()
	doc := readFixture(t, page)
	recognised(t, layout, page, doc)
	got := parseTwice(t, layout, page, doc)
	golden := page + ".jsonl"
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatalf("%v: run go test -update, and read what it writes before you commit it", err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s: the sections are not those of %s\ngot:\n%s\nwant:\n%s", page, golden, got, want)
	}
}

// recognised holds Fits to its own pages: true for them, false for all others.
func recognised(t *testing.T, layout *Layout, page string, doc *extract.Document) {
	t.Helper()
	if got := Recognise(doc); got == nil || got.Name != layout.Name {
		t.Errorf("%s is not recognised as %s", page, layout.Name)
	}
	for _, other := range All() {
		if other.Name != layout.Name && other.Fits != nil && other.Fits(doc) {
			t.Errorf("layout %s takes %s for its own", other.Name, page)
		}
	}
}

// parseTwice parses a page and checks what must hold of any parse. A page that
// holds no law gives an error, and that is what is expected of it.
func parseTwice(t *testing.T, layout *Layout, page string, doc *extract.Document) []byte {
	t.Helper()
	j := statute.Jurisdiction("")
	if len(layout.States) == 1 {
		j = layout.States[0]
	}
	first, second := written(t, layout, doc, j), written(t, layout, doc, j)
	if !bytes.Equal(first, second) {
		t.Errorf("%s: two parses differ", page)
	}
	if parsed, err := Parse(layout.Name, doc, j); err == nil {
		for i := range parsed.Sections {
			lawAlone(t, page, &parsed.Sections[i])
			nested(t, page, &parsed.Sections[i])
		}
	}
	return first
}

// written is what `pincite sections` prints, or the error.
func written(t *testing.T, layout *Layout, doc *extract.Document, j statute.Jurisdiction) []byte {
	t.Helper()
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encode := func(v any) {
		if err := encoder.Encode(v); err != nil {
			t.Fatal(err)
		}
	}
	parsed, err := Parse(layout.Name, doc, j)
	if err != nil {
		encode(map[string]string{"error": err.Error()})
		return out.Bytes()
	}
	for i := range parsed.Sections {
		encode(&parsed.Sections[i])
	}
	encode(map[string]*statute.Checks{"checks": &parsed.Checks})
	return out.Bytes()
}

// lawAlone checks that a text is folded and holds neither history nor notes.
func lawAlone(t *testing.T, page string, s *statute.Section) {
	t.Helper()
	if leaks(s) {
		t.Errorf("%s: section %s holds history or a note in its text: %q", page, s.Number, s.Text)
	}
	for paragraph := range strings.SplitSeq(s.Text, "\n") {
		if s.Text != "" && (paragraph == "" || paragraph != strings.Join(strings.Fields(paragraph), " ")) {
			t.Errorf("%s: section %s: white space is not folded in %q", page, s.Number, paragraph)
		}
	}
	if s.Text != "" && s.Status == statute.Repealed {
		t.Errorf("%s: section %s is repealed and has text %q", page, s.Number, s.Text)
	}
}

// nested checks that subsections are in order and lie within their outer ones.
func nested(t *testing.T, page string, s *statute.Section) {
	t.Helper()
	ends := map[string]int{}
	for i, sub := range s.Subsections {
		if sub.Start < 0 || sub.End > len(s.Text) || sub.Start >= sub.End {
			t.Errorf("%s: section %s: subsection %s has no words: %d to %d of %d", page, s.Number, sub.Label, sub.Start, sub.End, len(s.Text))
		}
		if i > 0 && sub.Start < s.Subsections[i-1].Start {
			t.Errorf("%s: section %s: subsection %s stands before %s", page, s.Number, sub.Label, s.Subsections[i-1].Label)
		}
		for outer, end := range ends {
			if strings.HasPrefix(sub.Label, outer) && sub.Label != outer && sub.Start < end && sub.End > end {
				t.Errorf("%s: section %s: subsection %s reaches out of %s", page, s.Number, sub.Label, outer)
			}
		}
		ends[sub.Label] = sub.End
	}
}

// readFixture reads a page. A file that ends in .lines is a print: page, left
// edge and words of each line, apart by tabs, with ** around what is bold.
func readFixture(t testing.TB, path string) *extract.Document {
	t.Helper()
	if filepath.Ext(path) != ".lines" {
		return readFile(t, path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc := &extract.Document{Format: extract.PDF, Name: filepath.Base(path)}
	for raw := range strings.Lines(string(data)) {
		fields := strings.SplitN(strings.TrimSuffix(raw, "\n"), "\t", 3)
		doc.Lines = append(doc.Lines, printedLine(t, fields, len(doc.Lines)+1))
		doc.Pages = doc.Lines[len(doc.Lines)-1].Page
	}
	return doc
}

func printedLine(t testing.TB, fields []string, number int) extract.Line {
	t.Helper()
	if len(fields) != 3 {
		t.Fatalf("line %d is not page, left edge and words: %q", number, fields)
	}
	page, err1 := strconv.Atoi(fields[0])
	x, err2 := strconv.Atoi(fields[1])
	if err1 != nil || err2 != nil {
		t.Fatalf("line %d: %q", number, fields)
	}
	line := extract.Line{Number: number, Page: page, X: float64(x)}
	for i, part := range strings.Split(fields[2], "**") {
		if part != "" {
			line.Runs = append(line.Runs, extract.Run{Start: len(line.Text), End: len(line.Text) + len(part), Bold: i%2 == 1})
			line.Text += part
		}
	}
	return line
}

func TestNamedListsTheNames(t *testing.T) {
	_, err := Named("orgon")
	if err == nil || !strings.Contains(err.Error(), "oregon") {
		t.Errorf("an unknown scraper's error should list the known ones, and is %v", err)
	}
}
