package audit

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/statute"
)

// heldOutCorpus lists, by jurisdiction, the files of the shared corpus that the
// held-out sentences are about: other states than those of the labelled answers.
var heldOutCorpus = map[statute.Jurisdiction][]string{
	"NV": {"nv/NRS-432B.html"},
	"OR": {"or/ors837.html", "or/ors156.html"},
	"CO": {"co/v2/*.html"},
	"CA": {"ca/ccpa_statute.pdf"},
	"IA": {"ia/715C.rtf"},
	"AK": {"ak/gov*.html"},
	"HI": {"hi/kailua-s-*.html"},
}

var heldOutLaws = realLaws{files: heldOutCorpus, read: map[statute.Jurisdiction]*enacted.Law{}}

// TestHeldOut measures the typed comparisons on sentences that they were never
// tuned to.
func TestHeldOut(t *testing.T) {
	files, err := filepath.Glob("testdata/heldout/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no held-out sentences: %v", err)
	}
	var score tally
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range paraphrases(t, string(data)) {
			law := heldOutLaws.of(t, p.jurisdiction)
			if len(law.Numbered(p.number)) == 0 {
				t.Errorf("%s %s is not among the sections parsed", p.jurisdiction, p.number)
				continue
			}
			score.add(t, p, law)
		}
	}
	if score.alarms*20 > score.truths || score.caught*10 < score.lies*7 {
		t.Errorf("more than one true sentence in twenty has a difference, or fewer than seven false ones in ten are found")
	}
	t.Logf("true %d, with a difference %d, likely %d; false %d, found %d, found likely %d, as something else %d",
		score.truths, score.alarms, score.likely, score.lies, score.caught, score.surely, score.wrong)
}

// tally counts what becomes of true and of false sentences.
type tally struct{ truths, alarms, likely, lies, caught, surely, wrong int }

func (s *tally) add(t *testing.T, p paraphrase, law *enacted.Law) {
	r := Read(Case{Answer: sole(p.text, p.number, p.jurisdiction), Law: law, Date: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)})
	pair := &r.Pairs[0]
	any, hit, sure := len(pair.Contrary) > 0, false, false
	surely := false
	for _, d := range pair.Contrary {
		wanted := strings.Contains(" "+strings.Join(p.rules, " ")+" ", " "+slotRules[d.Slot]+" ")
		hit = hit || wanted
		sure = sure || wanted && d.Certainty != "possible"
		surely = surely || d.Certainty != "possible"
	}
	count := func(n *int, yes bool) {
		if yes {
			*n++
		}
	}
	lie := p.rules != nil
	count(&s.truths, !lie)
	count(&s.alarms, !lie && any)
	count(&s.likely, !lie && surely)
	count(&s.lies, lie)
	count(&s.caught, lie && hit)
	count(&s.surely, lie && sure)
	count(&s.wrong, lie && any && !hit)
	if testing.Verbose() && (lie != hit || !lie && any) {
		t.Logf("%s %s %v | %s\n   → %s score %.2f unit %v", p.jurisdiction, p.number, p.rules, p.text, pair.Verdict, pair.Alignment.Score, pair.Alignment.Missing)
		for _, d := range pair.Contrary {
			t.Logf("      ! %s %s: %s", d.Slot, d.Certainty, d.Why)
		}
	}
}
