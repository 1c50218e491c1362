package scrapers

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/sharedtest"
	"github.com/pincite/pincite/internal/statute"
)

// truth is a hand-checked list of the sections of a document.
type truth struct {
	Document string         `json:"document"`
	Sections []truthSection `json:"sections"`
}

type truthSection struct {
	Number    string `json:"number"`
	Catchline string `json:"catchline"`
	First80   string `json:"first80"`
	Last80    string `json:"last80"`
	Status    string `json:"status"`
}

// truthJurisdictions are the states of the lists, by the first letters of their
// file names.
var truthJurisdictions = map[string]statute.Jurisdiction{
	"ca": "CA", "co": "CO", "dc": "DC", "ia": "IA", "nc": "NC", "nd": "ND", "nm": "NM", "nv": "NV", "ok": "OK", "or": "OR",
}

// errata are faults of the lists, found by reading the documents: what the list
// says, by list and number, and why it is not held against a parse.
var errata = map[string]map[string]erratum{
	"nc-unicourt": {"75-120": {field: "status", why: "one of its definitions is repealed, not the section"}},
	"nv-NRS-432B": {"432B.135": {field: "status", why: "its text is: Repealed. (See chapter 488, Statutes of Nevada 2017, at page 3115.)"}},
	"or-ors156":   {"156.450": {field: "last", why: "the list stops before the form that the section prescribes"}},
	"or-ors837":   {"837.045": {field: "last", why: "the list stops before the table of fees"}},
	"ok-os15": {
		"15-503a": {field: "number", why: "the list has it inside 15-503; the document's contents name it"},
		"15-503b": {field: "number", why: "as 15-503a"},
		"15-503c": {field: "number", why: "as 15-503a"},
		"15-503d": {field: "number", why: "as 15-503a"},
	},
}

type erratum struct{ field, why string }

// excused reports whether a list is known to be wrong there, and counts it.
func (s *score) excused(field, no string) bool {
	if errata[s.name][no].field != field {
		return false
	}
	s.errata++
	return true
}

// score counts what one document's parse got right.
type score struct {
	name, layout                              string
	truth, found, matched                     int
	catchline, status, first, last, leak, toc int
	errata                                    int
	missing                                   []string
}

// f1 is over (number, occurrence).
func (s *score) f1() float64 { return 2 * float64(s.matched) / float64(s.truth+s.found) }

func (s *score) share(right int) float64 {
	if s.matched == 0 {
		return 0
	}
	return float64(right) / float64(s.matched)
}

// TestAccuracy holds each real document against its list, by the layout that
// its marks call for.
func TestAccuracy(t *testing.T) {
	t.Log(scoreHeading())
	for _, name := range truthFiles(t) {
		s := scoreOf(t, name, "")
		t.Log(s.row())
		atLeast(t, s, "number and occurrence F1", s.f1(), 0.998)
		atLeast(t, s, "catchline", s.share(s.catchline), 0.99)
		atLeast(t, s, "status", s.share(s.status), 0.995)
		atLeast(t, s, "first 80 characters", s.share(s.first), 0.99)
		atLeast(t, s, "last 80 characters", s.share(s.last), 0.99)
		if s.leak > 0 {
			t.Errorf("%s: %d sections hold history or annotation in their text", s.name, s.leak)
		}
	}
}

// TestAccuracyWithoutLayout reads the same documents as if nobody had written a
// layout for them. It promises only that most numbers are found.
func TestAccuracyWithoutLayout(t *testing.T) {
	t.Log(scoreHeading())
	for _, name := range truthFiles(t) {
		s := scoreOf(t, name, "numbered")
		t.Log(s.row())
		atLeast(t, s, "number and occurrence F1 without a layout", s.f1(), 0.9)
	}
}

func atLeast(t *testing.T, s *score, what string, got, want float64) {
	t.Helper()
	if math.IsNaN(got) || got < want {
		t.Errorf("%s: %s is %.4f, want at least %.3f (%s)", s.name, what, got, want, some(s.missing))
	}
}

func scoreHeading() string {
	return fmt.Sprintf("%-20s %-20s %6s %6s %7s %9s %7s %7s %7s %5s %5s %7s", "document", "layout", "truth", "found", "F1", "catchline", "status", "first", "last", "leak", "toc", "errata")
}

func (s *score) row() string {
	return fmt.Sprintf("%-20s %-20s %6d %6d %7.4f %9.4f %7.4f %7.4f %7.4f %5d %5d %7d", s.name, s.layout, s.truth, s.found, s.f1(),
		s.share(s.catchline), s.share(s.status), s.share(s.first), s.share(s.last), s.leak, s.toc, s.errata)
}

func truthFiles(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(sharedtest.Path(t, "truth"), "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no list of sections: %v", err)
	}
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = strings.TrimSuffix(filepath.Base(f), ".json")
	}
	return names
}

// scoreOf parses the documents of one list and compares.
func scoreOf(t *testing.T, name, layout string) *score {
	t.Helper()
	var want truth
	if err := json.Unmarshal(sharedtest.Read(t, "truth", name+".json"), &want); err != nil {
		t.Fatal(err)
	}
	s := &score{name: name, layout: layout, truth: len(want.Sections)}
	var got []statute.Section
	for _, path := range documentsOf(t, want.Document) {
		parsed := parseAs(t, s, path, layout, truthJurisdictions[name[:2]])
		if parsed.Checks.TOCDeclared != nil {
			s.toc += *parsed.Checks.TOCDeclared
		}
		got = append(got, parsed.Sections...)
	}
	s.compare(want.Sections, got)
	return s
}

// documentsOf gives the files of a list: one, or a folder of them.
func documentsOf(t *testing.T, document string) []string {
	t.Helper()
	document, _, _ = strings.Cut(document, " ")
	if !strings.Contains(document, "*") {
		return []string{sharedtest.Path(t, "corpus", document)}
	}
	files, err := filepath.Glob(filepath.Join(sharedtest.Path(t, "corpus", filepath.Dir(document)), filepath.Base(document)))
	if err != nil {
		t.Fatal(err)
	}
	sort.Strings(files)
	return files
}

func parseAs(t *testing.T, s *score, path, layout string, j statute.Jurisdiction) statute.Document {
	t.Helper()
	doc := readFile(t, path)
	if layout == "" {
		recognised := Recognise(doc)
		if recognised == nil {
			t.Errorf("%s: no layout", path)
			return statute.Document{}
		}
		layout = recognised.Name
		s.layout = layout
	}
	parsed, err := Parse(layout, doc, j)
	if err != nil {
		t.Errorf("%s: %v", s.name, err)
	}
	return parsed
}

// documents keeps what was read: a PDF of two hundred pages takes seconds, and no
// parse changes its document.
var documents sync.Map

func readFile(t testing.TB, path string) *extract.Document {
	t.Helper()
	if doc, ok := documents.Load(path); ok {
		return doc.(*extract.Document)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := extract.Read(context.Background(), extract.File{Name: filepath.Base(path), Data: data})
	if err != nil {
		t.Fatal(err)
	}
	documents.Store(path, doc)
	return doc
}

// compare matches sections by (number, occurrence).
func (s *score) compare(want []truthSection, got []statute.Section) {
	s.found = len(got)
	byKey := map[statute.Key]*statute.Section{}
	for i := range got {
		byKey[got[i].Key()] = &got[i]
		if leaks(&got[i]) {
			s.leak++
			s.miss("leak", got[i].Number, "", got[i].Text[max(0, len(got[i].Text)-120):])
		}
	}
	seen := map[string]int{}
	for _, w := range want {
		seen[w.Number]++
		g := byKey[statute.Key{Number: w.Number, Occurrence: seen[w.Number]}]
		if g == nil {
			s.miss("number", w.Number, "", "")
			continue
		}
		s.matched++
		delete(byKey, g.Key())
		s.section(&w, g)
	}
	for key := range byKey {
		if s.excused("number", key.Number) {
			s.found--
			continue
		}
		s.miss("extra", key.Number, "", "")
	}
	slices.Sort(s.missing)
}

func (s *score) section(w *truthSection, g *statute.Section) {
	if foldCatchline(w.Catchline) == foldCatchline(g.Catchline) {
		s.catchline++
	} else {
		s.miss("catchline", w.Number, w.Catchline, g.Catchline)
	}
	if strings.ReplaceAll(w.Status, " ", "_") == string(g.Status) || s.excused("status", w.Number) {
		s.status++
	} else {
		s.miss("status", w.Number, w.Status, string(g.Status))
	}
	if s.near(w.First80, g, strings.HasPrefix) || s.noted(w.First80, g) {
		s.first++
	} else {
		s.miss("first", w.Number, w.First80, g.Text[:min(len(g.Text), 90)])
	}
	if s.near(w.Last80, g, strings.HasSuffix) || s.excused("last", w.Number) || s.noted(w.Last80, g) {
		s.last++
	} else {
		s.miss("last", w.Number, w.Last80, g.Text[max(0, len(g.Text)-90):]+" ## "+g.History)
	}
}

func (s *score) miss(what, no, want, got string) {
	s.missing = append(s.missing, fmt.Sprintf("%s of %s: want %q, got %q", what, no, want, got))
}

// near compares 80 characters with the text, or with the text and the source
// note where the list took the note for a part of it; for a stub with what the
// heading and the notes say, for a stub has no text.
func (s *score) near(want string, g *statute.Section, at func(s, affix string) bool) bool {
	w := foldText(want)
	for _, text := range []string{g.Text, g.Text + " " + g.History, g.History} {
		if at(foldText(text), w) {
			return true
		}
	}
	return g.Text == "" && g.Status != statute.InForce && strings.Contains(foldText(strings.Join(g.Notes, " ")+g.Catchline+g.History), w)
}

// noted reports whether the list took an editor's bracket or NOTE for law: it
// opens with one, or broke off at one ("["), and the parse keeps it as a note.
func (s *score) noted(want string, g *statute.Section) bool {
	w := strings.TrimPrefix(foldText(want), "*")
	if w != "[" && !strings.HasPrefix(w, "NOTE:") && !strings.HasPrefix(w, "[Editor's") {
		return false
	}
	for _, note := range g.Notes {
		opening := foldText(note)
		if n := min(len(opening), len(w)); n > 0 && opening[:n] == w[:n] {
			s.errata++
			return true
		}
	}
	return false
}

// foldText leaves letters, digits and signs: white space, quotes and dashes are
// folded away.
func foldText(s string) string {
	s = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'").Replace(dashes.Replace(s))
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "-", "")), "")
}

func foldCatchline(s string) string {
	return strings.ToLower(strings.TrimRight(foldText(s), ".]"))
}

// leaking are the words that open history and annotation, at the start of a
// paragraph or, for brackets, at its end.
var leaking = regexp.MustCompile(`(?m)^(?:History(?: of Section)?[:.]|HISTORY:|Source:|ANNOTATIONS?$|CASE NOTES|Historical Data|Editor[’']s [Nn]ote|Cross [Rr]eferences\.|Legal Periodicals\.|Effect of [Aa]mendments\.|Collateral References\.|Note:|Added by Laws \d|R\.L\. ?1910|(?:Amended by )?Laws \d{4}, c\. ?\d|Prior Codifications|Section References|\(Added to NRS|Notes to Decisions|Compiler[’']s Notes)|\[(?:Amended by \d{4} c\.|Formerly \d|\d{4} c\.\d)[^\]]*\]$`)

func leaks(g *statute.Section) bool { return leaking.MatchString(g.Text) }
