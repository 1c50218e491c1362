package extract

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestPDFKeepsSignsAndFonts(t *testing.T) {
	doc := readMade(t, makePDF(madePage{content: put(72, 700, "F2", 12, `\2471-2. Fees.`) + put(160, 700, "F1", 12, ` The fee \226 ten dollars \227 is due.`)}))
	if len(doc.Lines) != 1 {
		t.Fatalf("lines: %q", texts(doc))
	}
	line := doc.Lines[0]
	if want := "§1-2. Fees. The fee – ten dollars — is due."; line.Text != want {
		t.Errorf("text %q, want %q", line.Text, want)
	}
	if lead := line.Lead(func(r Run) bool { return r.Bold }); lead != "§1-2. Fees. " {
		t.Errorf("bold lead %q", lead)
	}
	if line.Page != 1 || line.X < 70 || line.X > 75 || line.Size != 12 || line.Number != 1 {
		t.Errorf("place: %+v", line)
	}
}

func TestTurnedPagesReadInOrder(t *testing.T) {
	for _, degrees := range []int{90, 180, 270} {
		var content strings.Builder
		for i := range 5 {
			angle := map[int]string{90: "0 1 -1 0 %d 100 Tm", 180: "-1 0 0 -1 500 %d Tm", 270: "0 -1 1 0 %d 700 Tm"}[degrees]
			at := map[int]int{90: 100 + 20*i, 180: 100 + 20*i, 270: 500 - 20*i}[degrees]
			fmt.Fprintf(&content, "BT /F1 12 Tf "+angle+" (Line %d of the turned page) Tj ET\n", at, i+1)
		}
		doc := readMade(t, makePDF(madePage{content.String(), degrees}))
		var want []string
		for i := range 5 {
			want = append(want, fmt.Sprintf("Line %d of the turned page", i+1))
		}
		if got := texts(doc); !slices.Equal(got, want) {
			t.Errorf("turned by %d: %q", degrees, got)
		}
	}
}

func TestTwoColumnsReadOneAfterTheOther(t *testing.T) {
	var content strings.Builder
	for column, x := range []int{72, 330} {
		for i := range 6 {
			content.WriteString(put(x, 700-14*i, "F1", 10, fmt.Sprintf("Column %d line %d says this.", column+1, i+1)))
		}
	}
	doc := readMade(t, makePDF(madePage{content: content.String()}))
	for i, text := range texts(doc) {
		if want := fmt.Sprintf("Column %d line %d says this.", i/6+1, i%6+1); text != want {
			t.Errorf("line %d is %q, want %q", i+1, text, want)
		}
	}
}

func TestNoteMarksStandApart(t *testing.T) {
	content := "BT /F1 12 Tf 72 700 Td (The officer decides) Tj 3 Ts /F1 7 Tf (3) Tj 0 Ts /F1 12 Tf ( in writing.) Tj ET\n" +
		put(72, 680, "F1", 12, "Section 4.5 and chapter 12 stay as they are.")
	got := texts(readMade(t, makePDF(madePage{content: content})))
	want := []string{"The officer decides 3 in writing.", "Section 4.5 and chapter 12 stay as they are."}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestFurnitureIsDropped wants running heads, feet and page numbers gone, and
// lines of law that look alike kept.
func TestFurnitureIsDropped(t *testing.T) {
	var pages []madePage
	for i := range 5 {
		body := put(72, 760, "F1", 9, "ZENITH CODE        Chapter 12")
		for j := range 8 {
			body += put(72, 720-14*j, "F1", 11, fmt.Sprintf("Paragraph %s of page %s is law.", strings.Repeat("x", j+1), strings.Repeat("y", i+1)))
		}
		body += put(280, 40, "F1", 9, fmt.Sprintf("Page %d of 5", i+1))
		pages = append(pages, madePage{content: body})
	}
	doc := readMade(t, makePDF(pages...))
	if len(doc.Lines) != 40 || doc.Dropped != 10 {
		t.Errorf("%d lines kept, %d dropped, want 40 and 10: %q", len(doc.Lines), doc.Dropped, texts(doc)[:3])
	}
}

func TestLineNumbersOfABillAreStripped(t *testing.T) {
	var content strings.Builder
	for i := range 24 {
		content.WriteString(put(72, 740-14*i, "F1", 11, fmt.Sprint(i+1)))
		content.WriteString(put(100, 740-14*i, "F1", 11, fmt.Sprintf("words of the bill %s", strings.Repeat("w", i+1))))
	}
	doc := readMade(t, makePDF(madePage{content: content.String()}))
	for _, text := range texts(doc) {
		if !strings.HasPrefix(text, "words of the bill") {
			t.Fatalf("the line keeps its number: %q", text)
		}
	}
}

func TestBadPDFsAreNamed(t *testing.T) {
	whole := makePDF(madePage{content: put(72, 700, "F1", 12, "Law.")})
	for _, c := range []struct {
		why  string
		data []byte
		kind string
	}{
		{"cut in the middle of its first object", whole[:40], "truncated"},
		{"nothing drawn", makePDF(madePage{}), "image-only"},
		{"white space alone", []byte(" \n\n\t "), "empty"},
		{"a header and noise", append([]byte("%PDF-1.7\n"), strings.Repeat("\x01\x02\xff", 4000)...), "truncated"},
	} {
		doc, err := Read(context.Background(), File{Name: "bad.pdf", Data: c.data})
		var unreadable *Unreadable
		if !errors.As(err, &unreadable) || doc != nil {
			t.Errorf("%s: %v, %v, want an *Unreadable", c.why, doc, err)
			continue
		}
		if unreadable.Kind != c.kind || unreadable.Remedy == "" || unreadable.Reason == "" {
			t.Errorf("%s: %+v, want kind %s", c.why, unreadable, c.kind)
		}
	}
}

// TestAPageTreeThatLeadsBackToItself must end, and soon.
func TestAPageTreeThatLeadsBackToItself(t *testing.T) {
	data := makePDF(madePage{content: put(72, 700, "F1", 12, "Law.")})
	looped := []byte(strings.Replace(string(data), "/Kids [5 0 R]", "/Kids [2 0 R]", 1))
	ctx, stop := context.WithTimeout(context.Background(), 50*time.Second)
	defer stop()
	if _, err := Read(ctx, File{Name: "loop.pdf", Data: looped}); err == nil || ctx.Err() != nil {
		t.Errorf("error %v, context %v", err, ctx.Err())
	}
}

func TestACancelledReadEndsTheChild(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := Read(ctx, File{Name: "x.pdf", Data: makePDF(madePage{content: put(72, 700, "F1", 12, "Law.")})}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that of the context", err)
	}
}

// TestBrokenWordsJoin checks the choice between the printer's hyphen and the
// word's own.
func TestBrokenWordsJoin(t *testing.T) {
	for _, c := range []struct{ why, first, second, want string }{
		{"a word that stands whole elsewhere", "the preced", "ing notice; a preceding one", "preceding notice;"},
		{"a compound that stands elsewhere", "within twenty", "five days; twenty-five again", "twenty-five days;"},
		{"a number keeps its hyphen", "section 57", "12 applies", "57-12 applies"},
	} {
		first := printedLine{Text: c.first, Broken: true, Spans: []span{{0, len(c.first), false, false}}}
		second := printedLine{Text: c.second, Spans: []span{{0, len(c.second), false, false}}}
		pages := []pageWords{{Lines: []printedLine{first, second}}}
		joinBroken(pages)
		if got := pages[0].Lines[0].Text + " " + pages[0].Lines[1].Text; !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q in it", c.why, got, c.want)
		}
	}
}
