package reports

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/finding"
)

var (
	update = flag.Bool("update", false, "write the goldens anew")
	show   = flag.String("show", "", "write the sample report in every format into this folder, to look at")
)

// render writes the report in the format, or stops the test.
func render(t testing.TB, f *Format, r *finding.Report) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := f.Write(&out, r); err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	return out.Bytes()
}

// TestEveryFormatHasItsGolden walks the members: the sample report is written as
// it was when a person last looked at it, and twice the same.
func TestEveryFormatHasItsGolden(t *testing.T) {
	extensions := map[string]string{}
	for _, f := range All() {
		if other := extensions[f.Extension]; other != "" {
			t.Errorf("%s and %s have the same extension: one run's files would overwrite each other", f.Name, other)
		}
		extensions[f.Extension] = f.Name
		t.Run(f.Name, func(t *testing.T) { golden(t, f) })
	}
}

func golden(t *testing.T, f *Format) {
	if f.About == "" || strings.HasPrefix(f.About, "say here") {
		t.Error("About is not written yet: who reads this format?")
	}
	got := render(t, f, sampleReport(t))
	if again := render(t, f, sampleReport(t)); !bytes.Equal(got, again) {
		t.Error("the same report gives other bytes the second time")
	}
	path := filepath.Join("testdata", "report."+f.Extension)
	if *update {
		write(t, path, got)
	}
	if *show != "" {
		write(t, filepath.Join(*show, "report."+f.Extension), got)
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("no golden: %v; look at the output of -show, then write it with -update", err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the report is not as in %s: look at the difference, then write it with -update", path)
	}
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
