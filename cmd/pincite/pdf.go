package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/store"
	"github.com/pincite/pincite/pipeline"
	"github.com/pincite/pincite/reports"
)

// browsers are the names under which Chromium is installed.
var browsers = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"}

// errNoBrowser says what the PDF needs.
var errNoBrowser = fmt.Errorf("a PDF needs Chromium, and none of %s is on PATH: install it, or print report.html from a browser", strings.Join(browsers, ", "))

// printTime bounds how long the browser may take.
const printTime = 2 * time.Minute

// tellPDF prints the PDF of a run. That there is none is told, and changes nothing
// of what the run found.
func tellPDF(ctx context.Context, s *streams, outcome *pipeline.Outcome) {
	out := filepath.Join(outcome.Path, "report.pdf")
	if err := printReport(ctx, outcome.Report, out); err != nil {
		fmt.Fprintln(s.err, "pincite: no report.pdf:", err)
		return
	}
	fmt.Fprintln(s.out, "PDF:       "+out)
}

// printReport hands the page to the browser and puts the PDF in its place whole.
func printReport(ctx context.Context, report *finding.Report, out string) error {
	browser, err := findBrowser()
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "pincite-pdf-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }() // of our own making
	page, sheet := filepath.Join(folder, "report.html"), filepath.Join(folder, "report.pdf")
	data, err := reports.Sheet(report)
	if err == nil {
		err = os.WriteFile(page, data, 0o600)
	}
	if err == nil {
		err = browse(ctx, browser, folder, page, sheet)
	}
	if err != nil {
		return err
	}
	made, err := os.ReadFile(sheet)
	if err != nil {
		return fmt.Errorf("%s printed nothing: %w", browser, err)
	}
	return store.Publish(filepath.Dir(out), map[string][]byte{filepath.Base(out): made})
}

func findBrowser() (string, error) {
	for _, name := range browsers {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errNoBrowser
}

// browse runs the browser without network, profile or script of its own.
func browse(ctx context.Context, browser, folder, page, sheet string) error {
	ctx, stop := context.WithTimeout(ctx, printTime)
	defer stop()
	arguments := []string{"--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync", "--disable-background-networking",
		"--disable-component-update", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=" + filepath.Join(folder, "profile"),
		"--no-pdf-header-footer", "--print-to-pdf=" + sheet}
	if os.Geteuid() == 0 {
		arguments = append(arguments, "--no-sandbox") // the browser refuses to start as root otherwise; the page is ours
	}
	said, err := exec.CommandContext(ctx, browser, append(arguments, (&url.URL{Scheme: "file", Path: page}).String())...).CombinedOutput()
	if err != nil {
		return errors.Join(fmt.Errorf("%s: %w", browser, err), errors.New(lastLine(string(said))))
	}
	return nil
}

// lastLine is what a program said last.
func lastLine(said string) string {
	lines := strings.Split(strings.TrimSpace(said), "\n")
	return lines[len(lines)-1]
}
