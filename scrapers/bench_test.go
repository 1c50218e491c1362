package scrapers

import (
	"testing"

	"github.com/pincite/pincite/internal/sharedtest"
)

// BenchmarkParse turns the lines of whole titles into sections.
func BenchmarkParse(b *testing.B) {
	for _, path := range []string{"nd/v2/gov.nd.code.title.51.r81.html", "ok/os15-2024.pdf", "or/ors414.html"} {
		doc := readFile(b, sharedtest.Path(b, "corpus", path))
		layout := Recognise(doc)
		b.Run(layout.Name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Parse(layout.Name, doc, ""); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
