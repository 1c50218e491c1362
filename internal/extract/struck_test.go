package extract

import "testing"

// TestWordsThroughWhichALineIsDrawn: a line through the middle strikes, one at the foot
// underlines, and a document that amends nothing is not looked at.
func TestWordsThroughWhichALineIsDrawn(t *testing.T) {
	words := put(72, 700, "F1", 12, "Section 4 is amended to read:") +
		put(72, 680, "F1", 12, "A toll is") + put(130, 680, "F1", 12, "twenty") + put(180, 680, "F1", 12, "thirty") + put(230, 680, "F1", 12, "cents.") +
		put(72, 660, "F1", 12, "No toll is due from a widow.") +
		put(72, 640, "F1", 12, "A keeper counts.")
	lines := "129 684 40 0.6 re f\n179 678 40 0.6 re f\n70 664 160 0.6 re f\n"
	doc := readMade(t, makePDF(madePage{content: words + lines}))
	var kept []string
	for i := range doc.Lines {
		kept = append(kept, doc.Lines[i].InForce())
	}
	want := []string{"Section 4 is amended to read:", "A toll is thirty cents.", "", "A keeper counts."}
	if len(kept) != len(want) {
		t.Fatalf("%d lines: %q", len(kept), kept)
	}
	for i := range want {
		if kept[i] != want[i] {
			t.Errorf("line %d is %q, want %q (printed: %q)", i+1, kept[i], want[i], doc.Lines[i].Text)
		}
	}
	for _, line := range readMade(t, makePDF(madePage{content: put(72, 680, "F1", 12, "twenty") + lines})).Lines {
		if line.InForce() != line.Text {
			t.Errorf("%q is struck in a document that amends nothing", line.Text)
		}
	}
}
