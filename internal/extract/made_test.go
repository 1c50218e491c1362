package extract

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
)

// madePage is a page of a PDF made in a test: the operators of its content, and
// how far it is turned in degrees.
type madePage struct {
	content string
	rotate  int
}

// makePDF writes a PDF of such pages in Helvetica (F1) and Helvetica-Bold (F2).
func makePDF(pages ...madePage) []byte {
	var out bytes.Buffer
	var offsets []int
	object := func(format string, args ...any) {
		offsets = append(offsets, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", len(offsets), fmt.Sprintf(format, args...))
	}
	out.WriteString("%PDF-1.4\n")
	kids := make([]string, len(pages))
	for i := range pages {
		kids[i] = fmt.Sprintf("%d 0 R", 5+2*i)
	}
	object("<< /Type /Catalog /Pages 2 0 R >>")
	object("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(pages))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>")
	for i, p := range pages {
		object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Rotate %d /Contents %d 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>", p.rotate, 6+2*i)
		object("<< /Length %d >>\nstream\n%s\nendstream", len(p.content), p.content)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, at := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&out, "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return out.Bytes()
}

// put draws text at a place, in points from the bottom left.
func put(x, y int, font string, size int, text string) string {
	return fmt.Sprintf("BT /%s %d Tf 1 0 0 1 %d %d Tm (%s) Tj ET\n", font, size, x, y, text)
}

func readMade(t *testing.T, data []byte) *Document {
	t.Helper()
	doc, err := Read(context.Background(), File{Name: "made.pdf", Data: data})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func texts(doc *Document) []string {
	var all []string
	for i := range doc.Lines {
		all = append(all, doc.Lines[i].Text)
	}
	return all
}
