package pipeline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/sharedtest"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
)

// realConfig is the config of the real run, over the shared folder, with its
// results in a folder of the test.
func realConfig(t *testing.T) *Config {
	t.Helper()
	shared := sharedtest.Path(t)
	path := filepath.Join("testdata", "real", "pincite.yaml")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	config, err := ReadConfig(path, data, func(string) (string, bool) { return "", false })
	if err != nil {
		t.Fatal(err)
	}
	if err := config.Mirror(shared, t.TempDir()); err != nil {
		t.Fatal(err)
	}
	return config
}

// TestTheRealStatutes runs all stages over real statutes of six states and the
// District, twice.
func TestTheRealStatutes(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads 1,200 sections and two long PDFs")
	}
	n := &night{T: t, config: realConfig(t), clock: &steady{time.Date(2026, 3, 1, 2, 15, 0, 0, time.UTC)}}
	first := n.run()
	for id, want := range map[string]int{
		"nm-57-12c": 12, "nm-57-12c-pdf": 12, "dc-28": 75, "nc-75": 103, "nd-51": 368, "or-156": 44, "or-837": 42, "ca-ccpa": 45, "ok-15": 562,
	} {
		if s := state(t, first.Report, id); s.Sections != want {
			t.Errorf("%s holds %d sections, want %d: it is %s: %s", id, s.Sections, want, s.State, s.Reason)
		}
	}
	for stage, count := range first.Counts {
		if count.Failed > 0 {
			t.Errorf("%s: %d items failed: %v", stage, count.Failed, first.Report.Coverage.Dead)
		}
	}
	checkAnswered(t, first.Report)
	checkOwn(t, first.Report)
	second := n.run()
	for _, stage := range []string{store.Parse, store.Answer, store.Audit} {
		if got := second.Counts[stage]; got != (Count{}) {
			t.Errorf("%s did %+v on unchanged sources", stage, got)
		}
	}
	if a, b := n.written(first), n.written(second); a != b {
		t.Errorf("the reports differ in more than the header:\n%s", firstDifference(a, b))
	}
}

// checkAnswered wants an answer of our own in each jurisdiction with law on data
// breaches, every quote of a finding verbatim, and a critical or high finding on
// the published page, which is known to be faulty.
func checkAnswered(t *testing.T, report *finding.Report) {
	t.Helper()
	made := map[statute.Jurisdiction]int{}
	for i := range report.Answers {
		a := &report.Answers[i]
		if a.Origin != "imported" && strings.Contains(a.Text, "[") {
			made[a.Jurisdiction]++
		}
		for _, f := range a.Findings {
			if q := f.AnswerQuote; q != nil && (q.End > len(a.Text) || a.Text[q.Start:q.End] != q.Text) {
				t.Errorf("%s: %s quotes %q, which does not stand in the answer", a.ID, f.Rule, q.Text)
			}
		}
	}
	for _, j := range []statute.Jurisdiction{"NM", "DC", "NC", "ND", "CA"} {
		if made[j] < 3 {
			t.Errorf("%s: %d questions were answered out of the law", j, made[j])
		}
	}
	page := report.Answer("published-page.txt")
	if page == nil || page.Outcome != finding.DoNotPublish {
		t.Errorf("published-page.txt: %+v", page)
	}
}
