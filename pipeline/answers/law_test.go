package answers

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/sharedtest"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/scrapers"
)

// realSource is a publication of the shared corpus.
type realSource struct {
	jurisdiction   statute.Jurisdiction
	layout, act    string
	folder, wanted string
}

var realSources = []realSource{
	{"NM", "new-mexico", "Data Breach Notification Act", "nm", "57-12C.rebuilt.html"},
	{"DC", "district-of-columbia", "Title 28, chapters 38, 39 and 45", "dc/v2", "*.html"},
	{"NC", "public-resource", "Chapter 75. Monopolies, Trusts and Consumer Protection", "nc/v2", "*.html"},
	{"ND", "public-resource", "Title 51. Sales and Exchanges", "nd/v2", "*.html"},
	{"OR", "oregon", "Chapter 156", "or", "ors156.html"},
	{"OR", "oregon", "Chapter 837", "or", "ors837.html"},
	{"CA", "california", "California Consumer Privacy Act", "ca", "ccpa_statute.pdf"},
	{"OK", "oklahoma", "Title 15. Contracts", "ok", "os15-2024.pdf"},
}

// realLaw parses one jurisdiction's law and gives refs in order.
func realLaw(t testing.TB, j statute.Jurisdiction) []statute.Held {
	t.Helper()
	var held []statute.Held
	document := 0
	for _, source := range realSources {
		if source.jurisdiction != j {
			continue
		}
		document++
		before := len(held)
		files, err := filepath.Glob(filepath.Join(sharedtest.Path(t, "corpus", source.folder), source.wanted))
		if err != nil || len(files) == 0 {
			t.Fatalf("%v: no file, %v", source, err)
		}
		for _, file := range files {
			held = append(held, parsed(t, source, file, statute.Ref{Document: document, Section: len(held) - before})...)
		}
	}
	return held
}

func parsed(t testing.TB, source realSource, file string, last statute.Ref) []statute.Held {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := extract.Read(t.Context(), extract.File{Name: filepath.Base(file), Data: data})
	if err != nil {
		t.Fatal(err)
	}
	got, err := scrapers.Parse(source.layout, doc, source.jurisdiction)
	if err != nil {
		t.Fatal(err)
	}
	var held []statute.Held
	for _, section := range got.Sections {
		last.Section++
		held = append(held, statute.Held{Section: section, Ref: last, Source: source.folder, Act: source.act, URL: "file:" + filepath.Base(file), FetchedAt: time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)})
	}
	return held
}

// realQuestions are those of the real run.
func realQuestions(t testing.TB) []answer.Question {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", "real", "questions.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var all []answer.Question
	if err := yaml.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	return all
}
