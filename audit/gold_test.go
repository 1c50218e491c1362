package audit

import (
	"encoding/json"
	"path"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/sharedtest"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/scrapers"
)

// goldAnswer is a labelled answer.
type goldAnswer struct {
	ID           string
	Jurisdiction statute.Jurisdiction
	Question     string
	Answer       string
	Sources      []struct {
		Ref                 statute.Ref
		Title, Number, File string
	}
	Claims         []goldClaim
	AnswerFindings []struct{ Finding, Number, Text string } `json:"answer_findings"`
	SourceFindings []struct {
		Ref     statute.Ref
		Finding string
	} `json:"source_findings"`
	Clean bool
}

type goldClaim struct {
	ID, Start, End int
	Text           string
	NeedsCitation  bool `json:"needs_citation"`
	Citations      []struct {
		Ref      statute.Ref
		Verdict  string
		Findings []string
		Evidence string
		Doubt    bool
	}
	Findings []string
	Better   []struct{ Number string }
	Union    string
}

// goldSet reads all labelled answers.
func goldSet(t testing.TB) []goldAnswer {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(sharedtest.Path(t, "gold", "A"), "A*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no labelled answers: %v", err)
	}
	sort.Strings(files)
	var set []goldAnswer
	for _, name := range files {
		var one goldAnswer
		if err := json.Unmarshal(sharedtest.Read(t, "gold", "A", filepath.Base(name)), &one); err != nil {
			t.Fatal(err)
		}
		set = append(set, one)
	}
	return set
}

// corpusOf lists, by jurisdiction, the files of the shared corpus that the
// development answers are about.
var corpusOf = map[statute.Jurisdiction][]string{
	"NM": {"nm/57-12C.rebuilt.html"},
	"DC": {"dc/v2/*.html"},
	"NC": {"nc/v2/*.html"},
	"ND": {"nd/v2/*.html"},
	"AK": {"ak/*.html"},
	"CO": {"co/v2/*.html"},
	"WY": {"wy/*.html"},
	"OR": {"or/ors837.html"},
	"OK": {"ok/os15-2024.pdf"},
	"CA": {"ca/ccpa_statute.pdf"},
}

// realLaws are the real statutes of some jurisdictions, each parsed once.
type realLaws struct {
	sync.Mutex
	// files are patterns below the shared corpus.
	files map[statute.Jurisdiction][]string
	read  map[statute.Jurisdiction]*enacted.Law
}

var goldLaws = realLaws{files: corpusOf, read: map[statute.Jurisdiction]*enacted.Law{}}

// realLaw parses the real statutes of a jurisdiction once.
func realLaw(t testing.TB, j statute.Jurisdiction) *enacted.Law {
	t.Helper()
	return goldLaws.of(t, j)
}

func (r *realLaws) of(t testing.TB, j statute.Jurisdiction) *enacted.Law {
	t.Helper()
	r.Lock()
	defer r.Unlock()
	if l := r.read[j]; l != nil {
		return l
	}
	var sections []statute.Held
	for _, pattern := range r.files[j] {
		files, _ := filepath.Glob(filepath.Join(sharedtest.Path(t, "corpus"), pattern))
		sort.Strings(files)
		for _, name := range files {
			sections = append(sections, parseReal(t, name, j)...)
		}
	}
	r.read[j] = enacted.NewLaw(j, sections, nil, true, nil)
	return r.read[j]
}

func parseReal(t testing.TB, name string, j statute.Jurisdiction) []statute.Held {
	t.Helper()
	rel, _ := filepath.Rel(sharedtest.Path(t, "corpus"), name)
	doc, err := extract.Read(t.Context(), extract.File{Name: path.Base(name), Data: sharedtest.Read(t, "corpus", rel)})
	if err != nil {
		t.Fatalf("%s: %v", rel, err)
	}
	parsed, err := scrapers.Recognise(doc).Parse(doc, j)
	if err != nil {
		t.Fatalf("%s: %v", rel, err)
	}
	var held []statute.Held
	for _, s := range parsed.Sections {
		held = append(held, statute.Held{Section: s, Source: strings.ToLower(string(j)), Act: parsed.Title})
	}
	return held
}

var goldMarker = regexp.MustCompile(`\[\d+\.\d+\]`)

// published makes an answer of a labelled one, its claims as they are labelled.
func (g *goldAnswer) published() answer.Answer {
	a := answer.Answer{ID: g.ID, Question: g.Question, Jurisdiction: g.Jurisdiction, Text: g.Answer, Imported: true}
	for _, m := range goldMarker.FindAllStringIndex(g.Answer, -1) {
		a.Markers = append(a.Markers, answer.Marker{Raw: g.Answer[m[0]:m[1]], Span: answer.Span{Start: m[0], End: m[1]}})
	}
	for _, s := range g.Sources {
		line := "- [" + s.Ref.String() + "]"
		at := strings.Index(g.Answer, line)
		end := at + strings.IndexByte(g.Answer[at:]+"\n", '\n')
		a.Sources = append(a.Sources, answer.Source{Ref: s.Ref, Title: s.Title, Number: s.Number, Span: answer.Span{Start: at + 2, End: end}})
	}
	lead := 0
	for _, c := range g.Claims {
		claim := answer.Claim{ID: c.ID, Span: answer.Span{Start: c.Start, End: c.End}, Text: c.Text, Role: answer.Operative, NeedsCitation: c.NeedsCitation}
		if strings.Contains(c.Text, ": [") || strings.HasSuffix(c.Text, ":") {
			lead = c.ID
		} else if c.Start > 1 && g.Answer[c.Start-2:c.Start] == "- " && lead > 0 {
			claim.LeadIn = lead
		}
		for _, p := range c.Citations {
			claim.Citations = append(claim.Citations, answer.Citation{Ref: p.Ref})
		}
		claim.Quotes = quoted(g.Answer, claim.Span)
		a.Claims = append(a.Claims, claim)
	}
	return a
}

var inQuotes = regexp.MustCompile(`["“]([^"”]+)["”]`)

func quoted(text string, s answer.Span) []answer.Span {
	var spans []answer.Span
	for _, m := range inQuotes.FindAllStringSubmatchIndex(text[s.Start:s.End], -1) {
		spans = append(spans, answer.Span{Start: s.Start + m[2], End: s.Start + m[3]})
	}
	return spans
}

// goldReading reads a labelled answer against the real law.
func goldReading(t testing.TB, g *goldAnswer) *Reading {
	t.Helper()
	c := Case{Answer: g.published(), Law: realLaw(t, g.Jurisdiction), Date: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)}
	for _, j := range []statute.Jurisdiction{"CO", "WY"} {
		if j != g.Jurisdiction {
			c.Others = append(c.Others, realLaw(t, j))
		}
	}
	return Read(c)
}

// slotRules are the findings that a difference in a slot leads to.
var slotRules = map[string]string{
	"number": "number-contradicted", "deadline": "deadline-contradicted", "amount": "amount-contradicted", "modality": "modality-changed",
	"negation": "negation-reversed", "actor": "actor-changed", "scope": "scope-widened", "exception": "exception-missing",
	"condition": "condition-missing", "quote": "quote-altered",
}

// TestGoldPairs prints how the reading meets the labels and fails where it falls
// behind what it has reached.
func TestGoldPairs(t *testing.T) {
	set := goldSet(t)
	confusion := map[string]int{}
	tp, fp, fn := map[string]int{}, map[string]int{}, map[string]int{}
	for i := range set {
		g := &set[i]
		r := goldReading(t, g)
		for _, c := range g.Claims {
			for k, label := range c.Citations {
				p := pairOf(r, c.ID, label.Ref)
				if p == nil {
					t.Fatalf("%s claim %d: no pair %d", g.ID, c.ID, k)
				}
				confusion[label.Verdict+" → "+string(p.Verdict)]++
				want := map[string]bool{}
				for _, f := range label.Findings {
					want[f] = true
				}
				got := map[string]bool{}
				for _, d := range p.Contrary {
					got[slotRules[d.Slot]] = true
				}
				for _, rule := range slotRules {
					switch {
					case want[rule] && got[rule]:
						tp[rule]++
					case got[rule]:
						fp[rule]++
					case want[rule]:
						fn[rule]++
					}
				}
				if testing.Verbose() {
					note(t, g, &c, p, label.Verdict, label.Findings)
				}
			}
		}
	}
	for _, key := range sortedKeys(confusion) {
		t.Logf("%-40s %d", key, confusion[key])
	}
	wronged := confusion["supported → contradicted"] + confusion["supported → partly_supported"] + confusion["supported → not_supported"]
	if wronged > 4 {
		t.Errorf("%d supported pairs are called unsupported: it was 1", wronged)
	}
	if n := confusion["contradicted → contradicted"]; n < 15 {
		t.Errorf("%d contradicted pairs are found: it was 17", n)
	}
	for _, rule := range sortedKeys(slotRules) {
		name := slotRules[rule]
		t.Logf("%-24s found %d, false %d, missed %d", name, tp[name], fp[name], fn[name])
	}
}

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

func pairOf(r *Reading, claim int, ref statute.Ref) *Pair {
	for i := range r.Pairs {
		if r.Pairs[i].Claim.ID == claim && r.Pairs[i].Citation.Ref == ref {
			return &r.Pairs[i]
		}
	}
	return nil
}

func note(t *testing.T, g *goldAnswer, c *goldClaim, p *Pair, verdict string, findings []string) {
	number := ""
	if p.Held() != nil {
		number = p.Held().Number
	}
	t.Logf("%s.%d [%s=%s] %s %v → %s/%s score %.2f whole %.2f %s missing %v", g.ID, c.ID, p.Citation.Ref, number, verdict, findings, p.Verdict, p.Certainty,
		p.Alignment.Score, p.Alignment.Whole, p.Nature, p.Alignment.Missing)
	for _, d := range p.Contrary {
		t.Logf("      ! %s %s: %s", d.Slot, d.Certainty, d.Why)
	}
	for _, b := range p.Better {
		t.Logf("      > %s %.2f here %v", b.Held.Number, b.Score, b.CitedHere)
	}
}
