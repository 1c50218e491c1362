package pipeline

import (
	"context"
	"testing"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/judge"
)

// bench is a judge that says the same of every pair, or is not there.
type bench struct {
	asked int
	away  bool
}

func (b *bench) Identity() string { return "bench@1" }

func (b *bench) Judge(_ context.Context, p judge.Pair) (judge.Opinion, error) {
	b.asked++
	if b.away {
		return judge.Opinion{}, &judge.Fault{Kind: "unavailable", Reason: "nobody answers"}
	}
	return judge.Opinion{Verdict: finding.Supported, Quote: p.Law[:40], Reason: "it says so"}, nil
}

// freely is an answer in words of its own, which words alone cannot prove.
const freely = "What about safeguards?\nSafeguards in Zenith\nFirms should guard the details they keep about people with measures that fit how delicate the details are [1.3].\nSource(s):\n- [1.3] Safeguards for personal records.\nJurisdiction\nZenith\n"

func TestAJudgeIsAskedOnceForAPairAndAgainWhenItWasAway(t *testing.T) {
	n := newNight(t)
	n.write("answers/freely.txt", []byte(freely))
	b := &bench{away: true}
	run := func() (asked int, o *Outcome) {
		before := b.asked
		p, err := Open(n.Context(), n.config, World{Clock: n.clock, Version: "test", Judge: b})
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = p.Close() }()
		if o, err = p.Run(n.Context(), ""); err != nil {
			t.Fatal(err)
		}
		return b.asked - before, o
	}
	asked, o := run()
	if asked == 0 {
		t.Skip("words alone could tell every pair: nothing to ask")
	}
	if a := o.Report.Answer("freely.txt"); !fires(a, "judge-unavailable") {
		t.Errorf("an absent judge is not told: %+v", a.Findings)
	}
	b.away = false
	if asked, o = run(); asked == 0 || o.Report.Judge != "bench@1" {
		t.Errorf("the judge came back and was asked %d times", asked)
	}
	if asked, _ = run(); asked != 0 {
		t.Errorf("an unchanged pair was put to the judge %d times", asked)
	}
}
