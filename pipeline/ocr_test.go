package pipeline

import (
	"testing"

	"github.com/pincite/pincite/internal/store"
)

// TestAllowingOCRReadsADocumentAgain wants a document that could not be read due
// again once its source allows OCR, and not before.
func TestAllowingOCRReadsADocumentAgain(t *testing.T) {
	r := (&Pipeline{}).newRun(store.Run{})
	scan := store.Document{URL: "https://law.example/9.pdf", SHA256: "00"}
	plain, same, allowed := SourceConfig{ID: "zz"}, SourceConfig{ID: "zz"}, SourceConfig{ID: "zz", OCR: true}
	if r.parseFingerprint(scan, &plain) != r.parseFingerprint(scan, &same) {
		t.Error("the same source makes a document due again")
	}
	if r.parseFingerprint(scan, &plain) == r.parseFingerprint(scan, &allowed) {
		t.Error("a source that now allows OCR leaves the document unread")
	}
}
