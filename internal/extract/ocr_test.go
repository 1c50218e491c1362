package extract

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/sharedtest"
)

// TestPicturesAreReadWhereAllowed reads a scan of four pages by OCR and holds it
// against the text of the same pages.
func TestPicturesAreReadWhereAllowed(t *testing.T) {
	if _, err := exec.LookPath("tesseract"); err != nil {
		t.Skip("tesseract is not installed: OCR is optional")
	}
	data := sharedtest.Read(t, "corpus", "derived", "ca-ccpa-pp45-48-scan.pdf")
	doc, err := Read(context.Background(), File{Name: "scan.pdf", Data: data, OCR: true})
	if err != nil {
		t.Fatal(err)
	}
	whole, err := Read(context.Background(), File{Name: "ccpa.pdf", Data: sharedtest.Read(t, "corpus", "ca", "ccpa_statute.pdf")})
	if err != nil {
		t.Fatal(err)
	}
	var expected []string
	for i := range whole.Lines {
		if p := whole.Lines[i].Page; p >= 45 && p <= 48 {
			expected = append(expected, whole.Lines[i].Text)
		}
	}
	f1 := tokenF1(wordCounts(strings.Join(texts(doc), "\n")), wordCounts(strings.Join(expected, "\n")))
	t.Logf("token F1 %.4f, confidence %.3f", f1, doc.OCR)
	if f1 < 0.9 || doc.OCR < 0.8 || doc.OCR > 1 || len(doc.Doubts) == 0 {
		t.Errorf("token F1 %.4f, confidence %.3f, doubts %v", f1, doc.OCR, doc.Doubts)
	}
}

// TestOCRWithoutTesseract wants the remedy named.
func TestOCRWithoutTesseract(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := Read(context.Background(), File{Name: "blank.pdf", Data: makePDF(madePage{}), OCR: true})
	if err == nil || !strings.Contains(err.Error(), "install tesseract") {
		t.Errorf("error %v, want one that says what to install", err)
	}
	if _, err := os.Stat("blank.pdf"); err == nil {
		t.Error("a file was written")
	}
}

func TestTSVIsReadByLines(t *testing.T) {
	row := func(line, left, word string) string {
		return "5\t1\t1\t1\t" + line + "\t1\t" + left + "\t300\t100\t50\t91.5\t" + word + "\n"
	}
	read := readTSV("level\tpage_num\n" + row("1", "300", "9-1.") + row("1", "500", "Fees") + row("2", "300", "due") + "5\tbroken\n")
	if len(read.page.Lines) != 2 || read.page.Lines[0].Text != "9-1. Fees" || read.page.Lines[0].X != 72 || read.words != 3 {
		t.Errorf("%+v", read)
	}
}
