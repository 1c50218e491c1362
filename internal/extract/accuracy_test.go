package extract

import (
	"context"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/pincite/pincite/internal/sharedtest"
)

// noText are the shared PDFs that hold pictures alone or lack their end.
var noText = regexp.MustCompile(`scan|image-only|truncated`)

// TestTokensAgreeWithPoppler holds the words of every PDF with a text layer
// against an independent reader, before page furniture is dropped.
func TestTokensAgreeWithPoppler(t *testing.T) {
	if testing.Short() {
		t.Skip("reads every shared PDF")
	}
	poppler, err := exec.LookPath("pdftotext")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("pdftotext is missing: install poppler-utils")
		}
		t.Skip("pdftotext is missing: install poppler-utils")
	}
	sum, worst, count := 0.0, 1.0, 0
	for _, name := range sharedPDFs(t) {
		if noText.MatchString(name) {
			continue
		}
		f1 := tokenF1(ourTokens(t, name), theirTokens(t, poppler, name))
		t.Logf("%-48s token F1 %.4f", filepath.Base(name), f1)
		sum, worst, count = sum+f1, min(worst, f1), count+1
	}
	t.Logf("%d files: mean %.4f, worst %.4f", count, sum/float64(count), worst)
	if count < 20 || sum/float64(count) < 0.995 || worst < 0.98 {
		t.Errorf("token F1 over %d files: mean %.4f (want 0.995), worst %.4f (want 0.98)", count, sum/float64(count), worst)
	}
}

// TestFilesWithoutText want a named error each, never an empty document.
func TestFilesWithoutText(t *testing.T) {
	for _, name := range sharedPDFs(t) {
		if !noText.MatchString(name) {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := Read(context.Background(), File{Name: filepath.Base(name), Data: data})
		unreadable, named := err.(*Unreadable)
		if !named || doc != nil {
			t.Errorf("%s: %v, want an *Unreadable", name, err)
			continue
		}
		want := "image-only"
		if strings.Contains(name, "truncated") {
			want = "truncated"
		}
		if unreadable.Kind != want {
			t.Errorf("%s is called %s, want %s", name, unreadable.Kind, want)
		}
	}
}

func sharedPDFs(t *testing.T) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(sharedtest.Path(t, "corpus"), func(name string, _ fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, ".pdf") {
			names = append(names, name)
		}
		return err
	})
	if err != nil || len(names) == 0 {
		t.Fatalf("no PDF found: %v", err)
	}
	return names
}

func ourTokens(t *testing.T, name string) map[string]int {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var pages []pageWords
	if err := consult(context.Background(), roleWords, data, &pages); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var text strings.Builder
	for i := range pages {
		for _, line := range pages[i].Lines {
			text.WriteString(line.Text)
			if line.Broken {
				text.WriteString("-")
			}
			text.WriteString("\n")
		}
	}
	return wordCounts(text.String())
}

func theirTokens(t *testing.T, poppler, name string) map[string]int {
	t.Helper()
	out, err := exec.Command(poppler, "-raw", name, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext %s: %v", name, err)
	}
	return wordCounts(string(out))
}

var lineEndHyphen = regexp.MustCompile(`[-\x{2010}]\s*\n\s*`)

// wordCounts counts words; a hyphen at a line end is read alike on both sides.
func wordCounts(text string) map[string]int {
	counts := map[string]int{}
	for _, word := range strings.Fields(lineEndHyphen.ReplaceAllString(norm.NFKC.String(text), "")) {
		counts[word]++
	}
	return counts
}

func tokenF1(ours, theirs map[string]int) float64 {
	common, ourAll, theirAll := 0, 0, 0
	for word, n := range ours {
		common += min(n, theirs[word])
		ourAll += n
	}
	for _, n := range theirs {
		theirAll += n
	}
	return 2 * float64(common) / float64(ourAll+theirAll)
}
