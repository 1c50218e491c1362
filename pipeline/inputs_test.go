package pipeline

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/store"
)

// refused runs a config that must be refused with these words, before anything
// is asked of the publisher.
func (n *night) refused(words string) {
	n.Helper()
	n.counted()
	_, err := n.open().Run(n.Context(), "")
	var config *ConfigError
	if !errors.As(err, &config) || !strings.Contains(err.Error(), words) {
		n.Errorf("got %v, want a fault of the config with %q", err, words)
	}
	if asked := n.counted(); len(asked) > 0 {
		n.Errorf("the publisher was asked first: %v", asked)
	}
}

// TestInputsAreReadBeforeTheFirstRequest: what a person mistyped is told at once.
func TestInputsAreReadBeforeTheFirstRequest(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(n *night)
		words string
	}{
		"a pattern without files": {func(n *night) { n.config.Answers = []string{filepath.Join(n.dir, "nope", "*.txt")} }, "it matches no file"},
		"a missing answer":        {func(n *night) { n.config.Answers = []string{filepath.Join(n.dir, "nope.txt")} }, "no such file"},
		"missing questions":       {func(n *night) { n.config.Questions = filepath.Join(n.dir, "nope.yaml") }, "nope.yaml"},
		"a place that is none": {func(n *night) {
			n.write("questions.yaml", []byte("- {id: a, text: \"May one?\", jurisdictions: [QQ]}\n"))
		}, `"QQ"`},
	} {
		t.Run(name, func(t *testing.T) {
			n := newNight(t)
			c.spoil(n)
			n.refused(c.words)
		})
	}
}

// TestAMistypedFolderDoesNotTakeItsAnswersOutOfTheAudit: their findings are not
// fixed, and the doctor sees it.
func TestAMistypedFolderDoesNotTakeItsAnswersOutOfTheAudit(t *testing.T) {
	n := newNight(t)
	first := n.run()
	sound := n.config.Answers
	n.config.Answers = []string{filepath.Join(n.dir, "answres", "*.txt")}
	n.refused("answres")
	if err := n.open().CheckAnswers(); err == nil {
		t.Error("the doctor calls the answers well")
	}
	n.config.Answers = sound
	if again := n.run(); len(again.Report.Answers) != len(first.Report.Answers) || len(again.Report.Since.Fixed) > 0 {
		t.Errorf("%d answers, fixed %v", len(again.Report.Answers), again.Report.Since.Fixed)
	}
}

// TestAnEmptyFolderOfAnswers waits for its first answer, and is refused where its
// answers were audited before: nothing may be mounted there.
func TestAnEmptyFolderOfAnswers(t *testing.T) {
	n := newNight(t)
	empty := filepath.Join(t.TempDir(), "answers")
	if err := os.MkdirAll(empty, 0o755); err != nil {
		t.Fatal(err)
	}
	sound := n.config.Answers
	n.config.Answers = []string{filepath.Join(empty, "*.txt")}
	n.run()
	n.config.Answers = sound
	n.run()
	n.config.Answers = []string{filepath.Join(empty, "*.txt")}
	if _, err := n.open().Run(t.Context(), ""); err == nil || !strings.Contains(err.Error(), "answers were audited from it before") {
		t.Errorf("got %v, want that the answers are gone", err)
	}
}

// spoilEvidence overwrites a byte in the middle of each file, and gives their names.
func (n *night) spoilEvidence() []string {
	n.Helper()
	files, err := filepath.Glob(filepath.Join(n.dir, "evidence", "sha256", "*", "*"))
	if err != nil || len(files) == 0 {
		n.Fatal(files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			n.Fatal(err)
		}
		data[len(data)/2] ^= 1
		if err := os.WriteFile(file, data, 0o644); err != nil {
			n.Fatal(err)
		}
	}
	return files
}

func TestDamagedEvidenceIsSeenAndFetchedAgain(t *testing.T) {
	n := newNight(t)
	n.run()
	n.spoilEvidence()
	p := n.open()
	if err := p.CheckEvidence(t.Context()); err == nil || !strings.Contains(err.Error(), "3 files are") {
		t.Errorf("the doctor says %v", err)
	}
	n.counted()
	if o := n.run(); !o.Report.Coverage.Complete || o.Counts[store.Audit].Done > 0 {
		t.Errorf("after the bytes were served again: %+v, %+v", o.Report.Coverage, o.Counts)
	}
	if got := n.counted(); got[200] != 3 {
		t.Errorf("the server answered %v: the bytes were not asked for again", got)
	}
	if err := p.CheckEvidence(t.Context()); err != nil {
		t.Errorf("not mended: %v", err)
	}
}

// TestDamagedEvidenceThatIsServedNoMoreIsNamed: the law stands, and cannot be
// proved.
func TestDamagedEvidenceThatIsServedNoMoreIsNamed(t *testing.T) {
	n := newNight(t)
	first := n.run()
	n.spoilEvidence()
	n.Lock()
	clear(n.pages)
	n.Unlock()
	o := n.run()
	if s := state(t, o.Report, "zz-12-4"); s.State != "failed" || !strings.Contains(s.Reason, "customer-data.html are damaged or gone") {
		t.Errorf("coverage: %+v", s)
	}
	if first.Report.Edition != o.Report.Edition {
		t.Error("the damage changed the law")
	}
}

// TestALayoutIsUsedForItsOwnStatesAlone: law must not be filed under another
// state.
func TestALayoutIsUsedForItsOwnStatesAlone(t *testing.T) {
	for _, c := range []struct{ scraper, jurisdiction, wrong string }{
		{"new-mexico", "OR", `a.yaml:4: source "a": scraper "new-mexico" reads the law of New Mexico and not that of Oregon`},
		{"new-mexico", "NM", ""},
		{"new-mexico", "ZZ", ""},
		{"numbered", "OR", ""},
		{"public-resource", "OR", ""},
	} {
		text := "sources:\n  - id: a\n    jurisdiction: " + c.jurisdiction + "\n    scraper: " + c.scraper + "\n    urls: [\"file:x\"]\n"
		_, err := ReadConfig("a.yaml", []byte(text), func(string) (string, bool) { return "", false })
		if (err != nil) != (c.wrong != "") || err != nil && !strings.Contains(err.Error(), c.wrong) {
			t.Errorf("%s for %s: %v", c.scraper, c.jurisdiction, err)
		}
	}
}

// TestAFaultOfTheEnvironmentIsNotBlamedOnTheFile: no line of it holds the word.
func TestAFaultOfTheEnvironmentIsNotBlamedOnTheFile(t *testing.T) {
	for variable, value := range map[string]string{"PINCITE_FAIL_ON": "nope", "PINCITE_STORE": "postgres://x", "PINCITE_JUDGE": "nope", "PINCITE_ANSWERER": "nope", "PINCITE_ATTEMPTS": "-1"} {
		lookup := func(name string) (string, bool) { return value, name == variable }
		_, err := ReadConfig("a.yaml", []byte("fail_on: high\nstore: a.db\njudge: none\nanswerer: none\nattempts: 2\n"), lookup)
		if err == nil || !strings.HasPrefix(err.Error(), "environment "+variable+": ") {
			t.Errorf("%s=%s: %v", variable, value, err)
		}
	}
}
