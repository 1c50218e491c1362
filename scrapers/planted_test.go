package scrapers

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/sharedtest"
	"github.com/pincite/pincite/internal/statute"
)

// soundDocuments are whole files of the corpus whose parse must raise no doubt.
var soundDocuments = []string{
	"nm/57-12C.rebuilt.html", "nm/57-12C.rebuilt.txt", "derived/nm-57-12C.rebuilt.pdf", "nm/7-2-18.15.onesource-extract.html",
	"or/ors001.html", "or/ors156.html", "or/ors181.html", "or/ors414.html", "or/ors837.html", "or/ors838.html",
	"nc/v1/gov.nc.stat.title.075.r78.html", "nc/v2/gov.nc.stat.title.075.r81.html",
	"nd/v1/gov.nd.code.title.51.r78.html", "nd/v2/gov.nd.code.title.51.r81.html",
	"co/v1/gov.co.crs.title.06.r75.html", "co/v2/gov.co.crs.title.06.r76.html",
	"ky/gov.ky.krs.title.01.r78.html", "ak/gov.ak.code.title.45.r80.html",
	"ok/os15-2024.pdf", "ok/oscn-21.2.143.html", "ok/oscn-21.7.301.html", "ca/ccpa_statute.pdf",
	"nv/NRS-036.html", "nv/NRS-432B.html", "ia/715C.rtf",
}

// TestSoundDocumentsRaiseNoDoubt is the side of false alarms.
func TestSoundDocumentsRaiseNoDoubt(t *testing.T) {
	paths := slices.Clone(soundDocuments)
	for _, version := range []string{"v1", "v2"} {
		files, _ := filepath.Glob(filepath.Join(sharedtest.Path(t, "corpus", "dc", version), "*.html"))
		for _, f := range files {
			paths = append(paths, filepath.Join("dc", version, filepath.Base(f)))
		}
	}
	for _, path := range paths {
		parsed := parseReal(t, path)
		for _, doubt := range parsed.Checks.Doubts {
			t.Errorf("%s: a sound document is doubted: %s", path, doubt)
		}
		if doubts := Against(&parsed, &parsed); len(doubts) > 0 {
			t.Errorf("%s: a parse is doubted against itself: %v", path, doubts)
		}
	}
	t.Logf("%d sound documents", len(paths))
	// An excerpt is doubted rightly: its contents name a section that it leaves out.
	if excerpt := parseReal(t, "wy/excerpt-40-12-501.html"); excerpt.Checks.Sound() {
		t.Error("the excerpt that leaves out 40-12-601 is taken for whole")
	}
}

func parseReal(t *testing.T, path string) statute.Document {
	t.Helper()
	doc := readFile(t, sharedtest.Path(t, "corpus", path))
	parsed, err := Parse(Recognise(doc).Name, doc, "")
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

// damagedDocuments are those that faults are planted in.
var damagedDocuments = []string{
	"nm/57-12C.rebuilt.html", "derived/nm-57-12C.rebuilt.pdf", "or/ors156.html", "or/ors837.html", "or/ors001.html",
	"nc/v2/gov.nc.stat.title.075.r81.html", "nd/v2/gov.nd.code.title.51.r81.html", "co/v2/gov.co.crs.title.06.r76.html",
	"ky/gov.ky.krs.title.01.r78.html", "ok/os15-2024.pdf", "ca/ccpa_statute.pdf", "nv/NRS-432B.html",
}

// tally counts the faults of one kind: planted, seen by the parse's own proof,
// and seen by that or against the last good parse.
type tally struct{ planted, alone, found int }

type planting struct {
	kinds  []string
	counts map[string]*tally
}

func (p *planting) count(kind string, alone, found bool) {
	if p.counts[kind] == nil {
		p.counts[kind] = &tally{}
		p.kinds = append(p.kinds, kind)
	}
	c := p.counts[kind]
	c.planted++
	if alone {
		c.alone++
	}
	if found || alone {
		c.found++
	}
}

// TestPlantedFaultsAreFound damages real documents in the ways that servers and
// readers do, and wants every loss of law seen before the parse is promoted.
func TestPlantedFaultsAreFound(t *testing.T) {
	p := &planting{counts: map[string]*tally{}}
	for _, path := range damagedDocuments {
		doc := readFile(t, sharedtest.Path(t, "corpus", path))
		layout := Recognise(doc)
		good, err := Parse(layout.Name, doc, "")
		if err != nil {
			t.Fatal(err)
		}
		f := &faulty{t: t, path: path, layout: layout.Name, doc: doc, good: &good, p: p, random: rand.New(rand.NewPCG(7, uint64(len(doc.Lines))))}
		f.plantAll()
	}
	plantPages(t, p)
	for _, kind := range p.kinds {
		c := p.counts[kind]
		t.Logf("%-28s planted %4d  found by the parse alone %4d  found %4d", kind, c.planted, c.alone, c.found)
		if c.found != c.planted {
			t.Errorf("%s: %d of %d were not found", kind, c.planted-c.found, c.planted)
		}
	}
}

type faulty struct {
	t            *testing.T
	path, layout string
	doc          *extract.Document
	good         *statute.Document
	p            *planting
	random       *rand.Rand
}

func (f *faulty) plantAll() {
	for _, k := range []int{1, 5, 50} {
		for range 2 {
			if len(f.good.Sections) > 2*k {
				f.try(fmt.Sprintf("drop %d sections", k), f.dropped(k))
			}
		}
	}
	for range 3 {
		f.try("cut a page", f.cut())
		f.try("swap two sections", f.swapped())
		f.try("truncated body", f.truncated())
	}
	f.try("mojibake", f.garbled())
}

// try parses the damaged lines and holds the result against the good parse. A
// fault that takes no law away is none: a page of annotations may go.
func (f *faulty) try(kind string, lines []extract.Line) {
	f.t.Helper()
	damaged := *f.doc
	damaged.Lines = renumberLines(lines)
	now, err := Parse(f.layout, &damaged, "")
	if err != nil {
		f.p.count(kind, true, true)
		return
	}
	if sameLaw(f.good, &now) {
		return
	}
	doubts := Against(f.good, &now)
	f.p.count(kind, !now.Checks.Sound(), len(doubts) > 0)
	if now.Checks.Sound() && len(doubts) == 0 {
		f.t.Errorf("%s: %s is not seen: %s", f.path, kind, firstDifference(f.good, &now))
	}
}

func renumberLines(lines []extract.Line) []extract.Line {
	lines = slices.Clone(lines)
	for i := range lines {
		lines[i].Number = i + 1
	}
	return lines
}

func sameLaw(a, b *statute.Document) bool {
	if len(a.Sections) != len(b.Sections) {
		return false
	}
	for i := range a.Sections {
		if a.Sections[i].Key() != b.Sections[i].Key() || a.Sections[i].Version() != b.Sections[i].Version() {
			return false
		}
	}
	return true
}

func firstDifference(a, b *statute.Document) string {
	for i := range a.Sections {
		s := &a.Sections[i]
		if i >= len(b.Sections) || b.Sections[i].Key() != s.Key() {
			return "section " + s.Number + " is gone"
		}
		if x := &b.Sections[i]; x.Version() != s.Version() {
			return fmt.Sprintf("section %s has %d bytes in place of %d; status %s, %s", s.Number, len(x.Text), len(s.Text), x.Status, s.Status)
		}
	}
	return "there are more sections"
}

// block gives the lines of a section, as indexes.
func (f *faulty) block(i int) (from, to int) {
	from, to = f.good.Sections[i].Line-1, len(f.doc.Lines)
	if i+1 < len(f.good.Sections) {
		to = f.good.Sections[i+1].Line - 1
	}
	return from, to
}

// dropped leaves out k sections in force, at random.
func (f *faulty) dropped(k int) []extract.Line {
	gone := map[int]bool{}
	for len(gone) < k {
		i := f.random.IntN(len(f.good.Sections))
		if f.good.Sections[i].Status == statute.InForce {
			gone[i] = true
		} else if len(gone) > 0 {
			gone[i] = true // a stub among them
		}
	}
	lines := slices.Clone(f.doc.Lines)
	for i := len(f.good.Sections) - 1; i >= 0; i-- {
		if gone[i] {
			from, to := f.block(i)
			lines = slices.Delete(lines, from, to)
		}
	}
	return lines
}

// cut takes a page out, or sixty lines where there are no pages.
func (f *faulty) cut() []extract.Line {
	if f.doc.Pages > 1 {
		page := 1 + f.random.IntN(f.doc.Pages)
		return slices.DeleteFunc(slices.Clone(f.doc.Lines), func(l extract.Line) bool { return l.Page == page })
	}
	from := f.random.IntN(len(f.doc.Lines))
	return slices.Delete(slices.Clone(f.doc.Lines), from, min(from+60, len(f.doc.Lines)))
}

// swapped changes the places of two neighbours.
func (f *faulty) swapped() []extract.Line {
	i := f.random.IntN(len(f.good.Sections) - 1)
	a, b := f.block(i)
	_, c := f.block(i + 1)
	if f.good.Sections[i].Number == f.good.Sections[i+1].Number {
		return f.doc.Lines
	}
	return slices.Concat(f.doc.Lines[:a], f.doc.Lines[b:c], f.doc.Lines[a:b], f.doc.Lines[c:])
}

// truncated ends the body at random.
func (f *faulty) truncated() []extract.Line {
	return f.doc.Lines[:1+f.random.IntN(len(f.doc.Lines)-1)]
}

// garbled reads UTF-8 as a single-byte encoding.
func (f *faulty) garbled() []extract.Line {
	lines := slices.Clone(f.doc.Lines)
	for i := range lines {
		var text strings.Builder
		for _, b := range []byte(lines[i].Text) {
			text.WriteRune(rune(b))
		}
		lines[i].Text = text.String()
		lines[i].Runs = []extract.Run{{End: len(lines[i].Text), Bold: len(lines[i].Runs) > 0 && lines[i].Runs[0].Bold}}
	}
	return lines
}

// pages that servers send in the place of law, with HTTP 200. Worded by us after
// what such pages say.
var otherPages = []struct{ kind, name, body string }{
	{"captcha", "challenge.html", `<html><head><title>Just a moment...</title></head><body><h1>www.example.gov</h1><p>Verify you are human by completing the action below.</p><p>www.example.gov needs to review the security of your connection before proceeding.</p></body></html>`},
	{"captcha", "robot.html", `<html><head><title>Access to this page</title></head><body><form><p>Please complete the captcha to continue. Section 12-3-4 was asked for.</p></form></body></html>`},
	{"captcha", "incapsula.html", `<html><body><iframe src="/_Incapsula_Resource?x=1">Request unsuccessful. Incapsula incident ID: 1</iframe><p>Request unsuccessful. Incapsula incident ID: 1</p></body></html>`},
	{"captcha", "script.html", `<html><head><script>challenge()</script></head><body><noscript>Enable JavaScript and cookies to continue</noscript></body></html>`},
	{"login", "login.html", `<html><head><title>Sign In</title></head><body><h1>Sign in to your account</h1><form><label>User name</label><label>Password</label><a>Forgot your password?</a></form></body></html>`},
	{"login", "expired.html", `<html><body><p>Your session has expired. Please log in to continue.</p></body></html>`},
	{"empty 200", "empty.html", ""},
	{"empty 200", "blank.html", "  \n\n  "},
	{"empty 200", "shell.html", "<html><head><title>Statutes</title></head><body><div id=\"app\"></div></body></html>"},
	{"error page", "notfound.html", `<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The requested URL was not found on this server.</p></body></html>`},
	{"error page", "down.html", `<html><body><h1>Service temporarily unavailable</h1><p>The site is under maintenance.</p></body></html>`},
	{"error page", "limit.json", `{"error":"rate limit exceeded","retry":30}`},
}

// plantPages serves each of those pages to each layout, and cuts real files at
// the level of bytes.
func plantPages(t *testing.T, p *planting) {
	t.Helper()
	for _, page := range otherPages {
		for _, layout := range All() {
			refused := refuses(layout.Name, page.name, []byte(page.body))
			p.count(page.kind, refused, refused)
			if !refused {
				t.Errorf("%s takes %s for law", layout.Name, page.name)
			}
		}
	}
	plantCutDistrictPages(t, p)
	for _, path := range []string{"ok/os15-2024.pdf", "ca/ccpa_statute.pdf", "ia/715C.rtf"} {
		data := sharedtest.Read(t, "corpus", path)
		for _, share := range []int{10, 50, 90} {
			found := seenCut(filepath.Base(path), data[:len(data)*share/100])
			p.count("truncated file", found, found)
			if !found {
				t.Errorf("%s: the first %d of 100 bytes are taken for the whole", path, share)
			}
		}
	}
}

// seenCut reports whether a file is refused, or its parse doubted.
func seenCut(name string, data []byte) bool {
	doc, err := extract.Read(context.Background(), extract.File{Name: name, Data: data})
	if err != nil {
		return true
	}
	parsed, err := Parse(Recognise(doc).Name, doc, "")
	return err != nil || !parsed.Checks.Sound()
}

func refuses(layout, name string, data []byte) bool {
	doc, err := extract.Read(context.Background(), extract.File{Name: name, Data: data})
	if err != nil {
		return true
	}
	_, err = Parse(layout, doc, "")
	return err != nil
}

// plantCutDistrictPages cuts pages of one section inside their law.
func plantCutDistrictPages(t *testing.T, p *planting) {
	t.Helper()
	for _, name := range []string{"28-3852", "28-3904", "28-3801", "28-4505"} {
		path := sharedtest.Path(t, "corpus", "dc", "v2", name+".html")
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		start, end := strings.Index(string(data), "<article"), strings.Index(string(data), "<aside")
		for _, share := range []int{20, 50, 80, 99} {
			doc, err := extract.Read(context.Background(), extract.File{Name: name, Data: data[:start+(end-start)*share/100]})
			if err != nil {
				p.count("truncated body", true, true)
				continue
			}
			parsed, err := Parse("district-of-columbia", doc, "DC")
			p.count("truncated body", err != nil || !parsed.Checks.Sound(), false)
		}
	}
}
