package pipeline

import (
	"os"
	"path"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/eval"
)

// limited is a sentence on a real section that states a limit, or that leaves it
// out, goes beyond it or adds to it.
type limited struct {
	paraphrase
	// right are the rules of which one must find it, "" for a true sentence.
	right string
}

// limitedSentences reads the list.
func limitedSentences(t *testing.T, held *labelledLaw) []limited {
	t.Helper()
	data, err := os.ReadFile(path.Join("testdata", "limits", "sections.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var all []limited
	var on paraphrase
	for _, line := range strings.Split(string(data), "\n") {
		one := limited{paraphrase: on}
		switch {
		case strings.HasPrefix(line, "@"):
			on = paraphraseOf(t, held, line[1:])
			continue
		case strings.HasPrefix(line, "= "):
			one.text = line[2:]
		case strings.HasPrefix(line, "! "):
			one.right, one.text, _ = strings.Cut(line[2:], ": ")
		default:
			continue
		}
		all = append(all, one)
	}
	return all
}

// The least of false sentences of the list that must be found by the right rule,
// and the most of true ones that may be accused.
const (
	leastLimits = 0.93
	mostUnjust  = 0.06
)

// TestLimits counts what becomes of sentences about limits: those of other sections
// than the paraphrases'.
func TestLimits(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads the law of nine jurisdictions")
	}
	var truths, limits, added tally
	for _, one := range limitedSentences(t, paraphrasedLaw(t)) {
		report := cited(one.text, one.held).report(t, &one.paraphrase)
		right, c := foundBy(&report, one.right), &limits
		switch {
		case one.right == "":
			right, c = !accused(&report), &truths
		case strings.Contains(one.right, "claim-unsupported"):
			c = &added
		}
		c.passed += passed(&report)
		if c.count(right, accused(&report)); !right {
			t.Logf("%s %s [%s] %s | %s", one.law.Jurisdiction, one.held.Number, one.right, one.text, said(&report))
		}
	}
	t.Logf("limits left out %d of %d, called supported %d; duties added %d of %d; true accused %d of %d", limits.right, limits.of, limits.passed, added.right, added.of, truths.grave, truths.of)
	if eval.Wilson(truths.grave, truths.of).Value > mostUnjust {
		t.Errorf("%d of %d true sentences are accused", truths.grave, truths.of)
	}
	if eval.Wilson(limits.right+added.right, limits.of+added.of).Value < leastLimits {
		t.Errorf("%d of %d limits and %d of %d additions are found", limits.right, limits.of, added.right, added.of)
	}
}
