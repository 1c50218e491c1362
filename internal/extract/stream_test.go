package extract

import (
	"encoding/json"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/pincite/pincite/internal/sharedtest"
)

// sameAsTree holds the reading of a stream against that of the library's tree,
// and reports whether the stream read the page at all.
func sameAsTree(t *testing.T, name, page string) bool {
	t.Helper()
	const base = "https://law.example/code/page.html"
	fast := readStream(page, base)
	if fast == nil {
		return false
	}
	tree, err := readTree(page, base)
	if err != nil {
		t.Fatalf("%s: the tree fails (%v) and the stream does not", name, err)
	}
	if !reflect.DeepEqual(fast, tree) {
		ours, theirs := asJSON(t, fast), asJSON(t, tree)
		at := 0
		for at < min(len(ours), len(theirs)) && ours[at] == theirs[at] {
			at++
		}
		t.Fatalf("%s: the stream gives …%s, the tree …%s", name, around(ours, at), around(theirs, at))
	}
	return true
}

func asJSON(t *testing.T, doc *Document) string {
	t.Helper()
	all, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	return string(all)
}

func around(s string, at int) string { return s[max(0, at-300):min(len(s), at+200)] }

// sharedHTML gives every shared page.
func sharedHTML(t *testing.T) map[string][]byte {
	t.Helper()
	pages := map[string][]byte{}
	err := filepath.WalkDir(sharedtest.Path(t, "corpus"), func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		if err == nil && FormatOf(data) == HTML {
			pages[name] = data
		}
		return err
	})
	if err != nil || len(pages) == 0 {
		t.Fatalf("no page found: %v", err)
	}
	return pages
}

// TestStreamReadsSharedPages holds every shared page against the tree. Most must
// be read as a stream.
func TestStreamReadsSharedPages(t *testing.T) {
	read, pages := 0, sharedHTML(t)
	for name, data := range pages {
		if sameAsTree(t, name, decode(data, "")) {
			read++
		} else {
			t.Logf("by the tree: %s", name)
		}
	}
	t.Logf("%d of %d pages were read as a stream", read, len(pages))
	if read*10 < len(pages)*9 {
		t.Errorf("the stream gave up on %d of %d pages", len(pages)-read, len(pages))
	}
}

// streamPages hold one rule of HTML each; the tree says what comes of it.
var streamPages = []string{
	"<!DOCTYPE html><html class=a lang=en><head><title>A &amp; B</title><meta charset=utf-8></head><body id=b><p>law</body></html>",
	"one<p>two<p>three<div>four</p>five</div><li>six<li>seven<dt>a<dd>b<dd>c",
	"<ol type=a start=3><li>x<li value=7>y<ul><li>z</ul><li><p>w</ol><ol type=I><li hidden>x<li>y</ol>",
	"<table><caption>c<tr><td>1<td><b>2<tr><th>3</table>after<table><tbody><tr><td>a</thead></td><col></table>",
	"<p>before<table><tr><td>in</table>", "<!DOCTYPE html><p>before<table><tr><td>in</table>",
	"<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'><div><table><colgroup><col><tr><td><p>in</table>",
	"<p>x<sup>2</sup>, 12<sup>th</sup>, <sup><span>3</span></sup><sup>[4]</sup>", "<h2>a<br>b<h3>c</h2>d",
	"<p><b>bold <i>both</i></b> plain<span style='font-weight:bold'>x</span></span>y</b>z",
	"<a href=x>one<a href='y?a=1&amp;b=2'>two</a></a><a name=z>three</a><p><a href=u><img alt=x>pic</a>",
	"<form>a<form>b</form>c</form>d<form>e</form>", "<select><option>a<option>b</select>c<textarea>\n<b></textarea>d",
	"<pre>\na\n  b</pre><pre><b>\nc</b>\nd</pre><p style='white-space: pre-wrap'>a\nb", "text</body>more</html> <!-- c --> last",
	"<script>if (a < b) '</p>'</script>x<style>p > a {}</style>y<noscript><p>z</noscript><iframe>w</iframe>",
	"<p>a<!-- b -->c<!d><?e?>f</>g</ h>i<![CDATA[j]]>k<!---->l<!-->m", "a < b <3 </3> x<y>z</y >",
	"<center><p align=left>a<p>b<div style='text-align: center'>c</div></center><p align=CENTER>d",
	"<div style='DISPLAY: none'>a</div><div style='display: none'>b<p>c</div>d<span hidden>e</span><hr><br/>f<p/>g",
	"<body><p id=a name=b id=c>x<span name=d>y</span><body link=e>z", "<html><html lang=en><body><head><p>x</head>y",
	"<p>&nbsp;&nbsp; &#167; 1&ndash;2 &copy x &unknown; &amp;lt;\n\n\nz", "</p>a</br>b</li>c<button>d<p>e</button>f",
	"<nav><ul><li><a href=#x>x</a></ul></nav><main><h1>T</h1><section><p>x</section></main>",
}

func TestStreamReadsAsTheTree(t *testing.T) {
	for _, page := range streamPages {
		if !sameAsTree(t, page, page) {
			t.Errorf("the stream gave up on %q", page)
		}
	}
	for _, page := range movedPages {
		if sameAsTree(t, page, page) {
			t.Errorf("the stream read %q, which only the tree can: is it still so?", page)
		}
	}
}

// movedPages are those whose tree moves what was read already.
var movedPages = []string{
	"<b><p>a</b>b</p>", "<table>a<tr><td>b</table>", "<body class=a><body id=b>x", "<svg><p>a</svg>", "<template>a</template>",
	"<p>a<sup>b", "<p>a<b c", "<title>a", "<!-- a", "<p><b>a<p>b", "<a href=x><div>a</a>b</div>",
}

// TestStreamReadsMutatedPages damages the pages above and whole shared ones.
func TestStreamReadsMutatedPages(t *testing.T) {
	random, read := rand.New(rand.NewPCG(21, 4)), 0
	for range 20000 {
		page := []byte(streamPages[random.IntN(len(streamPages))] + streamPages[random.IntN(len(streamPages))])
		for range 1 + random.IntN(3) {
			page = mutate(random, page)
			if len(page) == 0 {
				page = []byte("<p>")
			}
		}
		if sameAsTree(t, string(page), decode(page, "")) {
			read++
		}
	}
	t.Logf("%d of 20000 read", read)
}

// FuzzStream holds any page that the stream reads against the tree.
func FuzzStream(f *testing.F) {
	for _, page := range streamPages {
		f.Add(page)
	}
	f.Fuzz(func(t *testing.T, page string) { sameAsTree(t, "fuzz", decode([]byte(page), "")) })
}
