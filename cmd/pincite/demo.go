package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/pipeline"
)

//go:embed demo
var demoFiles embed.FS

var _ = command(func(s *streams) *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use:   "demo",
		Short: "Run the main job on the made-up state of Zenith, without a network",
		Long: `Serve the embedded statutes of the made-up state of Zenith over loopback HTTP, run
all stages over them three times (cold, unchanged, and after one section was
amended), and print what happened and where the report lies. The folder is made
anew. The exit status is 0 where the demonstration did its job, although the
answers in it have faults: a run of your own would end with 1.`,
		Example: "  pincite demo --dir out/demo",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return demo(cmd.Context(), s, dir) },
	}
	c.Flags().StringVar(&dir, "dir", "out/demo", "the folder to work in; one of an earlier demonstration is emptied")
	return c
})

// demo runs the whole job three times and tells of it in a dozen lines.
func demo(ctx context.Context, s *streams, dir string) error {
	publisher, err := publish()
	if err != nil {
		return failure(err)
	}
	defer publisher.close()
	config, err := layOut(dir, publisher.url)
	if err != nil {
		return err
	}
	p, err := open(ctx, s, config)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // the runs are committed by now
	return locked(p, func() error { return demonstrate(ctx, s, p, publisher, config) })
}

func demonstrate(ctx context.Context, s *streams, p *pipeline.Pipeline, publisher *publisher, config string) error {
	var outcomes []*pipeline.Outcome
	for n := range 3 {
		publisher.amended.Store(n == 2)
		fmt.Fprintf(s.err, "run %d of 3\n", n+1)
		outcome, err := p.Run(ctx, "")
		if err != nil {
			return classed(err)
		}
		outcomes = append(outcomes, outcome)
	}
	return failure(tellDemo(s, publisher, config, outcomes))
}

// tellDemo is the summary, and where to go on.
func tellDemo(s *streams, publisher *publisher, config string, outcomes []*pipeline.Outcome) error {
	first, second, third := outcomes[0], outcomes[1], outcomes[2]
	report := third.Report
	fmt.Fprintf(s.out, "The statutes of Zenith, a made-up state, were served at %s and audited three times:\n", publisher.url)
	fmt.Fprintf(s.out, "  1 cold       %s\n", work(first))
	fmt.Fprintf(s.out, "  2 unchanged  %s\n", work(second))
	fmt.Fprintf(s.out, "  3 amended    %s\n", work(third))
	for i := range report.Changes {
		c := &report.Changes[i]
		fmt.Fprintf(s.out, "    %s %s: %s; touches %s\n", c.Number, c.Kind, words(changed(c.Words)), strings.Join(c.Answers, ", "))
	}
	for i, line := range report.Summary() {
		if i < 3 {
			fmt.Fprintln(s.out, line)
		}
	}
	fmt.Fprintf(s.out, "Report:    %s\n           (a run of your own with such findings ends with exit status 1)\n", filepath.Join(third.Path, "report.html"))
	_, err := fmt.Fprintf(s.out, "Pages:     pincite serve --config %s\n           (the statutes themselves were served for the demonstration alone, and are not any more)\n", config)
	return err
}

// changed are the parts of a diff that are not equal.
func changed(parts []finding.DiffPart) []finding.DiffPart {
	var kept []finding.DiffPart
	for _, part := range parts {
		if part.Op != "equal" {
			kept = append(kept, part)
		}
	}
	return kept
}

// demoMark heads the config of a demonstration. A folder without it is not ours
// to empty.
const demoMark = "# The demonstration of pincite. This folder is made anew each time."

// layOut makes the folder with its config, questions and answers.
func layOut(dir, url string) (string, error) {
	if err := empty(dir); err != nil {
		return "", err
	}
	files := map[string][]byte{"pincite.yaml": fmt.Appendf(nil, demoConfig, demoMark, url)}
	for _, pattern := range []string{"demo/questions.yaml", "demo/answers/*"} {
		names, err := fs.Glob(demoFiles, pattern)
		if err != nil {
			return "", failure(err)
		}
		for _, name := range names {
			data, err := demoFiles.ReadFile(name)
			if err != nil {
				return "", failure(err)
			}
			files[strings.TrimPrefix(name, "demo/")] = data
		}
	}
	for name, data := range files {
		if err := writeNew(filepath.Join(dir, name), data); err != nil {
			return "", failure(fmt.Errorf("demonstration: %w: name another folder with --dir", err))
		}
	}
	return filepath.Join(dir, "pincite.yaml"), nil
}

func writeNew(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}

// empty removes the folder of an earlier demonstration, and no other.
func empty(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return failure(fmt.Errorf("demonstration: %w: name another folder with --dir", err))
	}
	config, err := os.ReadFile(filepath.Join(dir, "pincite.yaml"))
	if err != nil || !bytes.HasPrefix(config, []byte(demoMark)) {
		return usage(fmt.Errorf("%s holds something else than a demonstration: name another folder with --dir", dir))
	}
	return failure(os.RemoveAll(dir))
}

const demoConfig = `%[1]s
store: pincite.db
evidence: evidence
reports: reports
questions: questions.yaml
answers: [answers/*.txt]
answerer: extractive
judge: none
fail_on: high
fetch: {contact: demo@example.com, delay: 0s, allow: [127.0.0.1]}
sources:
  - id: zz-12-4
    jurisdiction: ZZ
    scraper: new-mexico
    title: Customer Data Protection Act
    urls: ["%[2]s/customer-data.html"]
  - id: zz-30-2
    jurisdiction: ZZ
    scraper: new-mexico
    title: Appliance Service Contract Act
    urls: ["%[2]s/service-contracts.html"]
  - id: zz-12-5
    jurisdiction: ZZ
    scraper: new-mexico
    title: Disposal of Records Act
    urls: ["%[2]s/records-disposal.pdf"]
schedules:
  - {name: nightly, cron: "15 2 * * *", timezone: America/Denver, catch_up: 24h, overlap: skip, do: run}
`

// publisher serves the statutes of Zenith on a loopback port.
type publisher struct {
	url     string
	amended atomic.Bool
	server  *http.Server
}

func publish() (*publisher, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	p := &publisher{url: "http://" + listener.Addr().String()}
	p.server = &http.Server{Handler: http.HandlerFunc(p.serve), ReadHeaderTimeout: 10 * time.Second}
	go func() { _ = p.server.Serve(listener) }() // ends with close
	return p, nil
}

func (p *publisher) close() { _ = p.server.Close() } // the requests have ended

// serve gives a page with its hash as ETag; http.ServeContent answers 304.
func (p *publisher) serve(w http.ResponseWriter, r *http.Request) {
	name := path.Base(r.URL.Path)
	if name == "customer-data.html" && p.amended.Load() {
		name = "customer-data-amended.html"
	}
	data, err := demoFiles.ReadFile("demo/law/" + name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	sum := sha256.Sum256(data)
	w.Header().Set("ETag", `"`+hex.EncodeToString(sum[:8])+`"`)
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(data))
}
