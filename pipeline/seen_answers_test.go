package pipeline

import (
	"io/fs"
	"os"
	"testing"
	"time"

	"github.com/pincite/pincite/internal/eval"
	"github.com/pincite/pincite/internal/sharedtest"
)

// seenAlarms is how many of the findings on the answers in testdata/seen may be on
// nothing that a label names: a rule that finds more mutations by accusing true
// statements is no gain.
const seenAlarms = 231

// TestTruePairsOfSeenAnswers lists what is found on natural answers where nothing is
// wrong, and what is missed there. The answers in testdata/seen may be read while
// rules are mended; those in testdata/fresh may not.
func TestTruePairsOfSeenAnswers(t *testing.T) {
	corpus := os.DirFS(sharedtest.Path(t, "corpus"))
	answers, err := fs.Sub(os.DirFS("../internal/eval/testdata"), "seen")
	if err != nil {
		t.Fatal(err)
	}
	e, err := Evaluate(t.Context(), Labelled{Answers: answers, Corpus: corpus, Date: time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	logCases(t, "false alarm", e.Table.FalseAlarms)
	logCases(t, "missed", e.Table.Misses)
	if n := len(e.Table.FalseAlarms); n > seenAlarms {
		t.Errorf("%d false alarms on the seen answers, want no more than %d", n, seenAlarms)
	}
}

func logCases(t *testing.T, what string, list []eval.Case) {
	t.Helper()
	for _, c := range list {
		t.Logf("%s: %s [%s] %s: %.160s", what, c.Answer, c.Ref, c.Rule, c.Text)
	}
}
