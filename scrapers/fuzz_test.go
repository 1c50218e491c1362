package scrapers

import (
	"context"
	"os"
	"testing"

	"github.com/pincite/pincite/internal/extract"
)

// FuzzLayouts reads any bytes that are no PDF and hands them to every layout. It
// may find nothing, and must come back with sections that lie within the text.
func FuzzLayouts(f *testing.F) {
	for _, path := range fixtures(f) {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if extract.FormatOf(data) == extract.PDF {
			t.Skip("PDFs are read in a child process, which has a target of its own")
		}
		doc, err := extract.Read(context.Background(), extract.File{Name: "fuzz", Data: data})
		if err != nil {
			return
		}
		Recognise(doc)
		for _, layout := range All() {
			if parsed, err := Parse(layout.Name, doc, ""); err == nil {
				wellFormed(t, "fuzz", layout.Name, doc, parsed.Sections)
			}
			if layout.Links != nil {
				layout.Links(doc)
			}
		}
	})
}
