package store

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/pincite/pincite/internal/statute"
)

// stored is how many sections the benchmarks store, of a kilobyte each.
const stored = 20000

func title() []statute.Section {
	sections := make([]statute.Section, stored)
	for i := range sections {
		words := fmt.Sprintf("Licence %d of a keeper of bees in ward %d shall be renewed. ", i, i%97)
		sections[i] = statute.Section{Number: fmt.Sprintf("9-%d", i+1), Catchline: "Licences.", Status: statute.InForce, Text: strings.Repeat(words, 18)}
	}
	return sections
}

// BenchmarkKeep stores a title with refs, versions and the index of words.
func BenchmarkKeep(b *testing.B) {
	sections := title()
	ctx := context.Background()
	var spent time.Duration
	for n := 0; b.Loop(); n++ {
		s, err := Open(ctx, filepath.Join(b.TempDir(), fmt.Sprint(n, ".db")), func() time.Time { return time.Unix(0, 0) }, Hooks{})
		if err != nil {
			b.Fatal(err)
		}
		before := processorTime(b)
		keepTitle(b, s, sections)
		spent += processorTime(b) - before
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(stored*b.N)/spent.Seconds(), "sections/cpu-s")
}

// processorTime is what this process has used.
func processorTime(b *testing.B) time.Duration {
	b.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// BenchmarkImport lets the sqlite3 command import the same sections: into a plain
// table; into one with the same index of words, filled row by row by a trigger;
// and with that index filled at the end.
func BenchmarkImport(b *testing.B) {
	command, err := exec.LookPath("sqlite3")
	if err != nil {
		b.Skip("sqlite3 is not installed")
	}
	path := filepath.Join(b.TempDir(), "sections.csv")
	writeCSV(b, path)
	const table = "CREATE TABLE section (number TEXT, catchline TEXT, text TEXT);\n"
	const index = "CREATE VIRTUAL TABLE words USING fts5 (number, catchline, text, content='', tokenize='porter unicode61');\n"
	const fill = "INSERT INTO words (rowid, number, catchline, text) "
	load := ".mode csv\n.import " + path + " section\n"
	for name, script := range map[string]string{
		"plain": table + load,
		"rows":  table + index + "CREATE TRIGGER entered AFTER INSERT ON section BEGIN " + fill + "VALUES (new.rowid, new.number, new.catchline, new.text); END;\n" + load,
		"bulk":  table + index + load + fill + "SELECT rowid, number, catchline, text FROM section;\n",
	} {
		b.Run(name, func(b *testing.B) {
			var spent time.Duration
			for n := 0; b.Loop(); n++ {
				run := exec.Command(command, filepath.Join(b.TempDir(), fmt.Sprint(n, ".db")))
				run.Stdin = strings.NewReader(script)
				if out, err := run.CombinedOutput(); err != nil || len(out) > 0 {
					b.Fatal(string(out), err)
				}
				spent += run.ProcessState.UserTime() + run.ProcessState.SystemTime()
			}
			b.ReportMetric(float64(stored*b.N)/spent.Seconds(), "sections/cpu-s")
		})
	}
}

func writeCSV(b *testing.B, path string) {
	b.Helper()
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	for _, s := range title() {
		if err := w.Write([]string{s.Number, s.Catchline, s.Text}); err != nil {
			b.Fatal(err)
		}
	}
	w.Flush()
	if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
		b.Fatal(err)
	}
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
