package pipeline

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/store"
)

// site is a publisher on the loopback, with ETags. Pages may be changed between
// runs; statuses are counted.
type site struct {
	sync.Mutex
	*httptest.Server
	pages    map[string][]byte
	statuses map[int]int
}

func newSite(t *testing.T) *site {
	t.Helper()
	s := &site{pages: map[string][]byte{}, statuses: map[int]int{}}
	s.Server = httptest.NewServer(http.HandlerFunc(s.serve))
	t.Cleanup(s.Close)
	for _, name := range []string{"customer-data.html", "service-contracts.html", "records-disposal.pdf"} {
		s.put(name, example(t, name))
	}
	return s
}

// example is a page of the example state.
func example(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "cmd", "pincite", "demo", "law", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func (s *site) put(name string, data []byte) {
	s.Lock()
	defer s.Unlock()
	s.pages[name] = data
}

// edit replaces words of a page; they must be there.
func (s *site) edit(t *testing.T, name, old, now string) {
	t.Helper()
	s.Lock()
	defer s.Unlock()
	if !bytes.Contains(s.pages[name], []byte(old)) {
		t.Fatalf("%s does not hold %q", name, old)
	}
	s.pages[name] = bytes.ReplaceAll(s.pages[name], []byte(old), []byte(now))
}

func (s *site) serve(w http.ResponseWriter, r *http.Request) {
	s.Lock()
	defer s.Unlock()
	if r.URL.Path == "/robots.txt" {
		http.NotFound(w, r)
		return
	}
	data, there := s.pages[path.Base(r.URL.Path)]
	record := &recorder{ResponseWriter: w, status: http.StatusOK}
	if !there {
		http.NotFound(record, r)
	} else {
		sum := sha256.Sum256(data)
		w.Header().Set("ETag", `"`+hex.EncodeToString(sum[:8])+`"`)
		http.ServeContent(record, r, r.URL.Path, time.Time{}, bytes.NewReader(data))
	}
	s.statuses[record.status]++
}

type recorder struct {
	http.ResponseWriter
	status int
}

func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

// counted gives the statuses since the last call.
func (s *site) counted() map[int]int {
	s.Lock()
	defer s.Unlock()
	counts := s.statuses
	s.statuses = map[int]int{}
	return counts
}

// steady is a clock that each test turns by hand.
type steady struct{ now time.Time }

func (c *steady) Now() time.Time                                   { return c.now }
func (c *steady) Sleep(ctx context.Context, _ time.Duration) error { return ctx.Err() }

// night is one config over a site, run again and again.
type night struct {
	*testing.T
	*site
	dir    string
	config *Config
	clock  *steady
	hooks  store.Hooks
}

func newNight(t *testing.T) *night {
	t.Helper()
	n := &night{T: t, site: newSite(t), dir: t.TempDir(), clock: &steady{time.Date(2026, 3, 1, 2, 15, 0, 0, time.UTC)}}
	for _, name := range []string{"breach.txt", "disposal.txt", "marketing.txt"} {
		n.write("answers/"+name, readDemo(t, "answers/"+name))
	}
	n.write("questions.yaml", readDemo(t, "questions.yaml"))
	n.configure(
		source("zz-12-4", "Customer Data Protection Act", n.URL+"/customer-data.html"),
		source("zz-30-2", "Appliance Service Contract Act", n.URL+"/service-contracts.html"),
		source("zz-12-5", "Disposal of Records Act", n.URL+"/records-disposal.pdf"),
	)
	return n
}

func readDemo(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "cmd", "pincite", "demo", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func (n *night) write(name string, data []byte) {
	n.Helper()
	file := filepath.Join(n.dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		n.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		n.Fatal(err)
	}
}

func source(id, title string, urls ...string) string {
	return fmt.Sprintf("  - {id: %s, jurisdiction: ZZ, scraper: new-mexico, title: %s, urls: [%q]}\n", id, title, strings.Join(urls, `", "`))
}

func (n *night) configure(sources ...string) {
	n.Helper()
	text := "questions: questions.yaml\nanswers: [answers/*]\nattempts: 2\nfetch: {contact: test@example.com, allow: [127.0.0.1]}\nsources:\n" + strings.Join(sources, "")
	config, err := ReadConfig(filepath.Join(n.dir, "pincite.yaml"), []byte(text), func(string) (string, bool) { return "", false })
	if err != nil {
		n.Fatal(err)
	}
	n.config = config
}

// open opens the pipeline for a look into the store. A night that has published no
// answer yet names none: a pattern without files is refused.
func (n *night) open() *Pipeline {
	n.Helper()
	config := *n.config
	if !store.Exists(filepath.Join(n.dir, "answers")) {
		config.Answers = nil
	}
	p, err := Open(n.Context(), &config, World{Clock: n.clock, Version: "test", Hooks: n.hooks})
	if err != nil {
		n.Fatal(err)
	}
	n.Cleanup(func() { _ = p.Close() }) // a test may have closed it
	return p
}

// run does one whole run, a day after the last.
func (n *night) run() *Outcome {
	n.Helper()
	p := n.open()
	outcome, err := p.Run(n.Context(), "")
	if err != nil {
		n.Fatal(err)
	}
	if err := p.Close(); err != nil {
		n.Fatal(err)
	}
	n.clock.now = n.clock.now.Add(24 * time.Hour)
	return outcome
}

// written is the JSON that a run wrote, without its header: what names the run
// and what compares it with others.
func (n *night) written(o *Outcome) string {
	n.Helper()
	data, err := os.ReadFile(filepath.Join(o.Path, "report.json"))
	if err != nil {
		n.Fatal(err)
	}
	var report map[string]any
	if err := json.Unmarshal(data, &report); err != nil {
		n.Fatal(err)
	}
	for _, key := range []string{"run", "generated_at", "since", "trend"} {
		delete(report, key)
	}
	body, err := json.MarshalIndent(report, "", " ")
	if err != nil {
		n.Fatal(err)
	}
	return string(body)
}

// state gives the coverage of one source.
func state(t *testing.T, report *finding.Report, id string) finding.SourceCoverage {
	t.Helper()
	for _, s := range report.Coverage.Sources {
		if s.ID == id {
			return s
		}
	}
	t.Fatalf("the report does not speak of source %s", id)
	return finding.SourceCoverage{}
}
