package extract

import (
	"context"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

func readHTMLText(t *testing.T, page string) *Document {
	t.Helper()
	doc, err := Read(context.Background(), File{Name: "page.html", URL: "https://law.example/code/page.html", Data: []byte(page)})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestHTMLLines(t *testing.T) {
	doc := readHTMLText(t, `<!DOCTYPE html><title>Chapter  9</title>
<script>var law = "none"</script><p style="display:none">hidden</p>
<h3 class="section" id="s9-1">9-1.<br>Fees</h3>
<p>&#160;&#160;&#160; <b>(1)</b> A fee is due<sup>2</sup> on the 12<sup>th</sup> day.</p>
<ol type="a" start="3"><li>first<li value="7">second</ol>
<p align=center>ARTICLE 2</p>one<br>two
<a href="next.html">on</a>`)
	want := []string{"9-1. Fees", "(1) A fee is due 2 on the 12th day.", "first", "second", "ARTICLE 2", "one", "two on"}
	if got := texts(doc); !slices.Equal(got, want) {
		t.Fatalf("lines %q, want %q", got, want)
	}
	if doc.Title != "Chapter 9" {
		t.Errorf("title %q", doc.Title)
	}
	if l := doc.Lines[0]; l.Tag != "h3" || l.Class != "section" || l.ID != "s9-1" {
		t.Errorf("heading: %+v", l)
	}
	if l := doc.Lines[1]; l.Indent != 4 || l.Lead(func(r Run) bool { return r.Bold }) != "(1)" {
		t.Errorf("indent %d, bold lead %q", l.Indent, l.Lead(func(r Run) bool { return r.Bold }))
	}
	if a, b := doc.Lines[2].Label, doc.Lines[3].Label; a != "(c)" || b != "(g)" {
		t.Errorf("list labels %q and %q, want (c) and (g)", a, b)
	}
	if !doc.Lines[4].Centered || doc.Lines[5].Centered {
		t.Error("only ARTICLE 2 is centred")
	}
	if len(doc.Links) != 1 || doc.Links[0].URL != "https://law.example/code/next.html" {
		t.Errorf("links: %+v", doc.Links)
	}
}

// TestCharsets gives one sentence in every dress in which publishers send it.
func TestCharsets(t *testing.T) {
	const law = "§ 9–1. The clerk’s fee — “ten dollars”."
	cp1252, err := charmap.Windows1252.NewEncoder().String(law)
	if err != nil {
		t.Fatal(err)
	}
	late := "<html><!-- " + strings.Repeat("x", 11000) + " -->"
	for _, c := range []struct{ why, body, contentType string }{
		{"UTF-8 without a word about it", "<p>" + law, ""},
		{"UTF-8 whose meta says otherwise", `<meta charset="windows-1252"><p>` + law, ""},
		{"UTF-8 whose meta stands late", late + `<meta charset="utf-8"><p>` + law, ""},
		{"byte order mark", "\xef\xbb\xbf<p>" + law, "text/html; charset=iso-8859-1"},
		{"windows-1252 by header", "<p>" + cp1252, "text/html; charset=windows-1252"},
		{"windows-1252 by meta", `<meta http-equiv=Content-Type content="text/html; charset=windows-1252"><p>` + cp1252, ""},
		{"windows-1252 that calls itself UTF-8", `<meta charset=utf-8><p>` + cp1252, "text/html; charset=utf-8"},
		{"windows-1252 by nobody", "<p>" + cp1252, ""},
	} {
		doc, err := Read(context.Background(), File{Name: "x.html", ContentType: c.contentType, Data: []byte(c.body)})
		if err != nil || len(doc.Lines) != 1 || doc.Lines[0].Text != law {
			t.Errorf("%s: %v, %v", c.why, err, doc)
		}
	}
}

func TestRTF(t *testing.T) {
	doc, err := Read(context.Background(), File{Name: "x.rtf", Data: []byte(`{\rtf1\ansi{\fonttbl{\f0 Times;}}{\*\generator none}
\b 9C.2\~\~Fees \u8212\'3f costs.\b0\par (1) The fee is \u8220\'3fdue\u8221\'3f at once.\par {\i 2019 Acts}, ch 7, \'a73\par}`)})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"9C.2 Fees — costs.", "(1) The fee is “due” at once.", "2019 Acts, ch 7, §3"}
	if got := texts(doc); !slices.Equal(got, want) {
		t.Errorf("lines %q, want %q", got, want)
	}
	if !doc.Lines[0].Bold() || doc.Lines[1].Bold() {
		t.Error("only the heading is bold")
	}
	if _, err := Read(context.Background(), File{Name: "cut.rtf", Data: []byte(`{\rtf1\ansi{\b 9C.2 Fees`)}); err == nil || !strings.Contains(err.Error(), "truncated") {
		t.Errorf("a file whose groups stay open: %v", err)
	}
}

func TestTextPages(t *testing.T) {
	doc, err := Read(context.Background(), File{Name: "x.txt", Data: []byte("9-1. Fees.\n    (1) A fee\n\fis due.\n")})
	if err != nil {
		t.Fatal(err)
	}
	if l := doc.Lines; len(l) != 3 || l[1].Indent != 4 || l[0].Page != 1 || l[2].Page != 2 || doc.Pages != 2 {
		t.Errorf("lines %+v of %d pages", l, doc.Pages)
	}
	if _, err := Read(context.Background(), File{Name: "x", Data: []byte("\x00\x01\x02\x03\xff\xfe\x80\x81\x04\x05")}); err == nil {
		t.Error("noise was read as text")
	}
}

func TestDeepAndWideHTMLEnds(t *testing.T) {
	for _, page := range []string{
		strings.Repeat("<div>x", 20000), strings.Repeat("<ol><li>", 5000) + "law",
		strings.Repeat("<b><i><p>", 3000) + "law", "<p>" + strings.Repeat("word ", 200000),
	} {
		doc, err := Read(context.Background(), File{Name: "x.html", Data: []byte(page)})
		if err == nil && len(doc.Lines) == 0 {
			t.Error("an empty document without an error")
		}
	}
}

// check is what holds of every document, whatever the bytes were.
func checkDocument(t *testing.T, doc *Document) {
	t.Helper()
	for i := range doc.Lines {
		l := &doc.Lines[i]
		if l.Text == "" || !valid(l.Text) || l.Text != strings.TrimSpace(l.Text) || strings.ContainsAny(l.Text, "\n\t") || l.Number != i+1 {
			t.Fatalf("line %d: %q", i+1, l.Text)
		}
		at := 0
		for _, run := range l.Runs {
			if run.Start < at || run.End < run.Start || run.End > len(l.Text) || !utf8.ValidString(l.Text[run.Start:run.End]) {
				t.Fatalf("line %d %q: run %+v after %d", i+1, l.Text, run, at)
			}
			at = run.End
		}
	}
}

// FuzzRead reads anything but PDFs, whose readers live in a child process.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"<h3>9-1. Fees</h3><p>A fee is due.", `{\rtf1 \b 9-1\b0\par text \u8220\'3f}`, "9-1. Fees.\n   (1) text\f", "<ol type=i start=4><li>a<li value=x>b</ol>",
		"<p>\xa7 9\x961. \x93quoted\x94", "<table><tr><td>1<td>2</table><pre>a\n  b</pre>", "\xff\xfe<\x00p\x00>\x00",
	} {
		f.Add([]byte(seed), "text/html; charset=windows-1252")
	}
	f.Fuzz(func(t *testing.T, data []byte, contentType string) {
		if FormatOf(data) == PDF {
			return
		}
		doc, err := Read(context.Background(), File{Name: "fuzz", ContentType: contentType, Data: data})
		if err == nil {
			checkDocument(t, doc)
		}
	})
}
