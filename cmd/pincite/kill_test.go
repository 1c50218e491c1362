package main

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestKilledAnywhereTheRunIsGoneOnWith ends a run by SIGKILL at a commit, runs
// again, and wants the rows of an undisturbed run. The same is done to the second
// run, after one section was amended.
func TestKilledAnywhereTheRunIsGoneOnWith(t *testing.T) {
	undisturbed := killed(t, "never", "never")
	for _, at := range []string{"after:1", "after:2", "before:4", "after:6", "after:8", "before:10", "after:13", "after:17", "before:18"} {
		t.Run("cold, "+at, func(t *testing.T) {
			t.Parallel()
			compare(t, undisturbed, killed(t, at, "never"))
		})
	}
	for _, at := range []string{"after:1", "after:4", "after:5", "before:6", "after:7", "before:8"} {
		t.Run("amended, "+at, func(t *testing.T) {
			t.Parallel()
			compare(t, undisturbed, killed(t, "never", at))
		})
	}
}

// killed gives the rows and the last report after a cold and an amended run, each
// of which was killed at its commit and run again. The publisher's port, which is
// another each time, is left out.
func killed(t *testing.T, cold, amended string) []string {
	t.Helper()
	zenith, err := publish()
	if err != nil {
		t.Fatal(err)
	}
	defer zenith.close()
	config, err := layOut(filepath.Join(t.TempDir(), "demo"), zenith.url)
	if err != nil {
		t.Fatal(err)
	}
	killedRun(t, config, cold)
	zenith.amended.Store(true)
	killedRun(t, config, amended)
	dir := filepath.Dir(config)
	all := append(rows(t, filepath.Join(dir, "pincite.db")), lastReport(t, dir), evidence(t, dir))
	for i := range all {
		all[i] = strings.ReplaceAll(all[i], zenith.url, "http://zenith")
	}
	return all
}

func killedRun(t *testing.T, config, at string) {
	t.Helper()
	if at != "never" {
		child := program(config, at)
		err := child.Run()
		if status, ok := child.ProcessState.Sys().(syscall.WaitStatus); !ok || !status.Signaled() || status.Signal() != syscall.SIGKILL {
			t.Fatalf("the run was not killed at %s: %v", at, err)
		}
	}
	child := program(config, "never")
	if out, err := child.CombinedOutput(); child.ProcessState.ExitCode() != exitFindings {
		t.Fatalf("the run after: %v\n%s", err, out)
	}
}

// program is this test binary standing for pincite.
func program(config, at string) *exec.Cmd {
	child := exec.Command(os.Args[0], "run", "--config", config)
	child.Env = append(os.Environ(), "PINCITE_TEST_KILL="+at)
	return child
}

// dumped are the tables without what a clock or the order of workers decides:
// times, and the row ids of documents fetched at once.
var dumped = []string{
	`SELECT 'run', seq, finished_at IS NOT NULL, edition, rules, judge, complete, stale, counts, sources, sources_well FROM run`,
	`SELECT 'source', id, jurisdiction, number, title, first_run FROM source`,
	`SELECT 'document', source, url, sha256, content_type, etag, seen, failure, standing, retired FROM document`,
	`SELECT 'parse', url, fingerprint, parse.sha256, run, checks, promoted, kept, links FROM parse JOIN document ON document.id = document`,
	`SELECT 'ref', ref.source, s, number, occurrence, url, within FROM ref JOIN document ON document.id = document`,
	`SELECT 'version', jurisdiction, number, occurrence, hash, text, status, run FROM version`,
	`SELECT 'section', url, section.source, jurisdiction, number, occurrence, s, hash, place, body, catchline, since, until FROM section JOIN document ON document.id = document`,
	`SELECT 'words', number, occurrence, catchline, hash, since FROM section WHERE id IN (SELECT rowid FROM words WHERE words MATCH 'customer OR business OR provider')`,
	`SELECT 'answer', id, fingerprint, origin, question, jurisdiction, text, bound, depends, run, current FROM answer`,
	`SELECT 'audit', answer, input, law, depends, report, run FROM audit`,
	`SELECT 'stale', run, answer, jurisdiction, number, class, why, redone FROM stale`,
	`SELECT 'finding', run, id, answer, jurisdiction, rule, severity, message, waived FROM finding`,
	`SELECT 'failure', stage, item, fingerprint, attempts, reason, run, dead FROM failure`,
}

// rows gives every row of the store as a line, in order.
func rows(t *testing.T, path string) []string {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+path+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	var all []string
	for _, query := range dumped {
		found, err := db.Query(query + ` ORDER BY 2, 3, 4, 5, 6`)
		if err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		before := len(all)
		for found.Next() {
			all = append(all, rowLine(t, found))
		}
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		if len(all) == before && !strings.Contains(query, "'failure'") {
			t.Fatalf("%s gave no row: the comparison would show nothing", query)
		}
	}
	return all
}

func rowLine(t *testing.T, found *sql.Rows) string {
	t.Helper()
	columns, err := found.Columns()
	if err != nil {
		t.Fatal(err)
	}
	values := make([]any, len(columns))
	for i := range values {
		values[i] = new(sql.NullString)
	}
	if err := found.Scan(values...); err != nil {
		t.Fatal(err)
	}
	var parts []string
	for _, v := range values {
		parts = append(parts, v.(*sql.NullString).String)
	}
	return strings.Join(parts, " | ")
}

// lastReport is the report without its times.
func lastReport(t *testing.T, dir string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "reports", "latest", "report.json"))
	if err != nil {
		t.Fatal(err)
	}
	var report any
	if err := json.Unmarshal(data, &report); err != nil {
		t.Fatal(err)
	}
	timeless(report)
	text, err := json.Marshal(report)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// timeless removes every time.
func timeless(v any) {
	switch v := v.(type) {
	case map[string]any:
		for _, key := range []string{"generated_at", "fetched_at", "first_seen", "at"} {
			delete(v, key)
		}
		for _, inner := range v {
			timeless(inner)
		}
	case []any:
		for _, inner := range v {
			timeless(inner)
		}
	}
}

// evidence lists the files of the evidence. A process that is killed while another
// worker writes leaves a file of a hidden name, which is no evidence.
func evidence(t *testing.T, dir string) string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(filepath.Join(dir, "evidence"), func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && !strings.HasPrefix(entry.Name(), ".") {
			names = append(names, filepath.Base(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(names)
}

func compare(t *testing.T, want, got []string) {
	t.Helper()
	if len(want) != len(got) {
		t.Errorf("%d rows, want %d", len(got), len(want))
	}
	for i := range min(len(want), len(got)) {
		if want[i] != got[i] {
			t.Fatalf("row %d is\n%s\nwant\n%s", i, got[i], want[i])
		}
	}
}

// TestThePublisherAnswers304 keeps the demonstration honest: its second run rests
// on conditional requests.
func TestThePublisherAnswers304(t *testing.T) {
	zenith, err := publish()
	if err != nil {
		t.Fatal(err)
	}
	defer zenith.close()
	first, err := http.Get(zenith.url + "/customer-data.html")
	if err != nil {
		t.Fatal(err)
	}
	_ = first.Body.Close()
	again, err := http.NewRequest(http.MethodGet, zenith.url+"/customer-data.html", nil)
	if err != nil {
		t.Fatal(err)
	}
	again.Header.Set("If-None-Match", first.Header.Get("ETag"))
	second, err := http.DefaultClient.Do(again)
	if err != nil {
		t.Fatal(err)
	}
	_ = second.Body.Close()
	if second.StatusCode != http.StatusNotModified {
		t.Errorf("status %d", second.StatusCode)
	}
}
