package store

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pincite/pincite/internal/statute"
)

// BenchmarkKeep stores a title of 20,000 sections of a kilobyte, with refs,
// versions and the index of words. Compare with `sqlite3 .import` of as many
// rows into a table that has the same index.
func BenchmarkKeep(b *testing.B) {
	const count = 20000
	sections := make([]statute.Section, count)
	for i := range sections {
		words := fmt.Sprintf("Licence %d of a keeper of bees in ward %d shall be renewed. ", i, i%97)
		sections[i] = statute.Section{Number: fmt.Sprintf("9-%d", i+1), Catchline: "Licences.", Status: statute.InForce, Text: strings.Repeat(words, 18)}
	}
	ctx := context.Background()
	for n := 0; b.Loop(); n++ {
		s, err := Open(ctx, filepath.Join(b.TempDir(), fmt.Sprint(n, ".db")), func() time.Time { return time.Unix(0, 0) }, Hooks{})
		if err != nil {
			b.Fatal(err)
		}
		keepTitle(b, s, sections)
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(count*b.N)/b.Elapsed().Seconds(), "sections/s")
}

// keepTitle fetches and parses one document that holds all sections.
func keepTitle(b *testing.B, s *Store, sections []statute.Section) {
	b.Helper()
	ctx := context.Background()
	run, err := s.Begin(ctx)
	if err == nil {
		err = s.Enter(ctx, run.Seq, []Source{{ID: "zz-9", Jurisdiction: "ZZ", Title: "Title 9"}})
	}
	if err != nil {
		b.Fatal(err)
	}
	sources, err := s.Sources(ctx)
	if err != nil {
		b.Fatal(err)
	}
	const url = "https://law.example/9.html"
	if err := s.Fetched(ctx, run.Seq, Document{Source: "zz-9", URL: url, SHA256: "00"}); err != nil {
		b.Fatal(err)
	}
	document, _, err := s.Document(ctx, "zz-9", url)
	if err != nil {
		b.Fatal(err)
	}
	w, err := s.Keep(ctx, run.Seq, Parsed{Document: document, Source: sources[0], Fingerprint: "bench", Sections: sections, Promote: true})
	if err != nil || w.Versions != len(sections) {
		b.Fatal(w, err)
	}
}
