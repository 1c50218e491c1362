package extract

import (
	"context"
	"os"
	"testing"

	"github.com/pincite/pincite/internal/sharedtest"
)

// BenchmarkPDF reads the 234 pages of a title with both readers, in this process
// so that the profile sees them. Compare with `pdftotext -raw`.
func BenchmarkPDF(b *testing.B) {
	data, err := os.ReadFile(sharedtest.Path(b, "corpus", "ok", "os15-2024.pdf"))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	pages := 0
	for b.Loop() {
		words, err := readWords(data)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := readCharacters(data); err != nil {
			b.Fatal(err)
		}
		pages += len(words)
	}
	b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
}

// BenchmarkHTML reads a chapter of a megabyte into lines.
func BenchmarkHTML(b *testing.B) {
	data, err := os.ReadFile(sharedtest.Path(b, "corpus", "or", "ors414.html"))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(context.Background(), File{Name: "ors414.html", Data: data}); err != nil {
			b.Fatal(err)
		}
	}
}
