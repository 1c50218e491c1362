package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
)

// noon is when the tests play.
var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// hall is a store with made-up law and a site over it.
type hall struct {
	testing.TB
	*store.Store
	options Options
	site    http.Handler
	run     store.Run
	source  store.Source
	logged  []error
}

// newHall is a site over an empty store.
func newHall(t testing.TB, waivers *Waivers) *hall {
	t.Helper()
	dir := t.TempDir()
	kept, err := store.Open(t.Context(), filepath.Join(dir, "pincite.db"), func() time.Time { return noon }, store.Hooks{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = kept.Close() })
	h := &hall{TB: t, Store: kept}
	h.options = Options{
		Store: kept, Reports: filepath.Join(dir, "reports"), Hosts: []string{"law.example.com"}, Waivers: waivers,
		Diff: func(before, after string) []finding.DiffPart {
			return []finding.DiffPart{{Op: "delete", Text: before}, {Op: "insert", Text: after}}
		},
		Compare:  func(_ context.Context, from, to string) (Difference, error) { return moved(from, to), nil },
		Rules:    []finding.RuleInfo{{Name: "source-unused", Severity: finding.Low, Summary: "A source is never cited."}, {Name: "quote-altered", Severity: finding.High}},
		RulePage: rulePage, Log: func(err error) { h.logged = append(h.logged, err) },
	}
	h.site, err = New(h.options)
	h.must(err)
	return h
}

// moved is the same change between any two runs.
func moved(from, to string) Difference {
	return Difference{
		Changes: []finding.Change{{Jurisdiction: "ZZ", Number: "1-2", Occurrence: 1, Catchline: from + " to " + to, Kind: "amended", Words: []finding.DiffPart{{Op: "insert", Text: "twenty"}}}},
		Printed: make([]finding.Change, 2),
		Stale:   []finding.Stale{{Answer: "notice.txt", Jurisdiction: "ZZ", Number: "1-2", Why: "words that it cites"}, {Answer: "gone.txt"}},
	}
}

func rulePage(rule string) (string, error) {
	return "# " + rule + "\n\n## Summary\n\nA source is <b>never</b> cited, see [quote-altered](quote_altered.md) and `[1.2]`.\n\n- one\n  and a half\n- two\n\n```txtar\n# not a heading\n<script>\n```\n", nil
}

func (h *hall) must(err error) {
	h.Helper()
	if err != nil {
		h.Fatal(err)
	}
}

// begin starts a run in which a source is known.
func (h *hall) begin(source store.Source) {
	h.Helper()
	var err error
	h.run, err = h.Begin(h.Context())
	h.must(err)
	h.must(h.Enter(h.Context(), h.run.Seq, []store.Source{source}))
	all, err := h.Sources(h.Context())
	h.must(err)
	for _, one := range all {
		if one.ID == source.ID {
			h.source = one
		}
	}
}

// print makes the sections of a document current.
func (h *hall) print(url, sha string, sections ...statute.Section) {
	h.Helper()
	h.must(h.Fetched(h.Context(), h.run.Seq, store.Document{Source: h.source.ID, URL: url, SHA256: sha, FetchedAt: noon}))
	d, _, err := h.Document(h.Context(), h.source.ID, url)
	h.must(err)
	_, err = h.Keep(h.Context(), h.run.Seq, store.Parsed{Document: d, Source: h.source, Fingerprint: sha, Sections: sections, Promote: true})
	h.must(err)
}

// end finishes the run, and writes its report where it has one.
func (h *hall) end(report *finding.Report, written bool) {
	h.Helper()
	report.Run, report.GeneratedAt, report.Edition = h.run.ID(), noon, "sha256:0123456789abcdef"
	if written {
		data, err := json.Marshal(report)
		h.must(err)
		dir := filepath.Join(h.options.Reports, h.run.ID())
		h.must(errors.Join(os.MkdirAll(dir, 0o755), os.WriteFile(filepath.Join(dir, "report.json"), data, 0o644)))
	}
	h.run.Edition = report.Edition
	h.must(h.Finish(h.Context(), h.run, report))
}

// act is a section of the example state.
func act(number, text string) statute.Section {
	return statute.Section{Jurisdiction: "ZZ", Number: number, Occurrence: 1, Catchline: "About " + number + ".", Status: statute.InForce, Text: text, Hierarchy: []string{"Title 1"}, History: "Laws 2001"}
}

// furnished is a hall with two runs: § 1-2 was amended, one answer cites it.
func furnished(t testing.TB, waivers *Waivers) *hall {
	t.Helper()
	h := newHall(t, waivers)
	source := store.Source{ID: "zz-1", Jurisdiction: "ZZ", Title: "Made-up Act"}
	h.begin(source)
	h.print("https://law.example/1.html", "aa", act("1-1", "A word means a word."), act("1-2", "A holder shall notify within thirty days."))
	h.end(&finding.Report{}, true)
	h.begin(source)
	amended := act("1-2", "A holder shall notify within twenty days.\n(a) By letter.\n(1) Signed.")
	amended.Subsections = []statute.Subsection{{Label: "(a)", Start: 42, End: 67}, {Label: "(a)(1)", Start: 57, End: 67}}
	h.print("https://law.example/1.html", "bb", act("1-1", "A word means a word."), amended)
	h.end(audited("notice.txt", "Notice", amended), true)
	return h
}

// audited is a report of one answer that says thirty days where the law says
// twenty.
func audited(id, title string, law statute.Section) *finding.Report {
	text := "Notice\nA holder must notify within thirty days [1.2].\nSource(s):\n- [1.2] About 1-2.\n"
	claim := "A holder must notify within thirty days [1.2]."
	start := strings.Index(text, claim)
	version := law.Version()
	quote := finding.SourceQuote{Number: law.Number, Occurrence: 1, Text: "twenty days", Start: strings.Index(law.Text, "twenty days"), End: strings.Index(law.Text, "twenty days") + 11}
	ref := statute.Ref{Document: 1, Section: 2}
	return &finding.Report{
		SchemaVersion: 1, Judge: "none",
		Answers: []finding.AnswerReport{{
			ID: id, Title: title, Question: "When must a holder notify?", Jurisdiction: "ZZ", Origin: "imported", Outcome: finding.DoNotPublish, Text: text,
			Sources: []finding.SourceReport{{Ref: ref, Title: "About 1-2.", Bound: &finding.Bound{Jurisdiction: "ZZ", Number: law.Number, Occurrence: 1, Document: "zz-1", Version: version, By: "title"}}},
			Claims: []finding.ClaimReport{{ID: 1, Start: start, End: start + len(claim), Text: claim, Role: "operative", NeedsCitation: true, Citations: []finding.CitationReport{
				{Ref: ref, Number: law.Number, Verdict: finding.Contradicted, Certainty: finding.Certain, Evidence: []finding.SourceQuote{quote}},
			}}},
			Findings: []finding.Finding{{
				ID: "f-" + id, Rule: "source-unused", Severity: finding.Critical, Certainty: finding.Certain, Claim: 1, Ref: ref, Number: law.Number, State: "new",
				Message: "The answer says thirty days; the section says twenty.", AnswerQuote: &finding.Quote{Text: "thirty days", Start: start + 29, End: start + 40},
				SourceQuotes: []finding.SourceQuote{quote}, Facts: []string{"thirty is not twenty"},
				Fix: finding.Fix{Action: finding.CorrectText, Number: law.Number, Quote: "twenty days", Say: "Write twenty days."},
			}},
		}},
		Sections: []finding.SectionText{{Jurisdiction: "ZZ", Number: law.Number, Occurrence: 1, Catchline: law.Catchline, Status: law.Status, Text: law.Text, Version: version, URL: "https://law.example/1.html", FetchedAt: noon}},
		Coverage: finding.Coverage{Complete: true, Claims: 1, Sources: []finding.SourceCoverage{{ID: "zz-1", Jurisdiction: "ZZ", Title: "Made-up Act", State: "well", Sections: 2, FetchedAt: noon}}},
		Measured: map[string]finding.Measure{"source-unused": {Precision: []float64{0.9, 0.8, 0.95}, N: 40}},
		Changes:  []finding.Change{{Jurisdiction: "ZZ", Number: law.Number, Occurrence: 1, Catchline: law.Catchline, Kind: "amended", Words: []finding.DiffPart{{Op: "delete", Text: "thirty"}, {Op: "insert", Text: "twenty"}}, Answers: []string{id}}},
		Since:    &finding.Since{Run: "run-0001", New: []string{"f-" + id}},
	}
}

// ask sends a request as a browser on this machine would.
func (h *hall) ask(method, address string, change ...func(*http.Request)) *http.Response {
	h.Helper()
	r := httptest.NewRequestWithContext(h.Context(), method, "http://127.0.0.1:8470"+address, nil)
	for _, one := range change {
		one(r)
	}
	w := httptest.NewRecorder()
	h.site.ServeHTTP(w, r)
	return w.Result()
}

// get gives a page; it must be there.
func (h *hall) get(address string) string {
	h.Helper()
	reply := h.ask(http.MethodGet, address)
	body := bodyOf(h.TB, reply)
	if reply.StatusCode != http.StatusOK {
		h.Fatalf("%s: %s: %s %v", address, reply.Status, body, h.logged)
	}
	return body
}

func bodyOf(t testing.TB, reply *http.Response) string {
	t.Helper()
	data, err := io.ReadAll(reply.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// shows wants all words in a page, as a reader sees it.
func (h *hall) shows(address string, want ...string) {
	h.Helper()
	seen := strings.Join(strings.Fields(readable(h.TB, h.get(address))), " ")
	for _, words := range want {
		if !strings.Contains(seen, words) {
			h.Errorf("%s does not show %q:\n%s", address, words, seen)
		}
	}
}

// readable is the text of a page.
func readable(t testing.TB, page string) string {
	t.Helper()
	var b strings.Builder
	for n := range parsed(t, page).Descendants() {
		if n.Type == html.TextNode {
			fmt.Fprint(&b, n.Data)
		}
	}
	return b.String()
}

func parsed(t testing.TB, page string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
