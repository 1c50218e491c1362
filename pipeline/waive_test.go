package pipeline

import (
	"errors"
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/finding"
)

// byRule gives the first finding of a rule in an answer.
func byRule(t *testing.T, report *finding.Report, answer, rule string) *finding.Finding {
	t.Helper()
	a := report.Answer(answer)
	for i := range a.Findings {
		if a.Findings[i].Rule == rule {
			return &a.Findings[i]
		}
	}
	t.Fatalf("%s has no finding of %s", answer, rule)
	return nil
}

func (n *night) waive(d Decision) finding.Waiver {
	n.Helper()
	p := n.open()
	w, err := p.Waive(n.Context(), d)
	if err := errors.Join(err, p.Close()); err != nil {
		n.Fatal(err)
	}
	return w
}

// TestAWaiverHoldsForTheseWordsAlone waives a finding, then has the section change
// in words that the finding does not quote: it is the same finding, and the waiver
// holds no more.
func TestAWaiverHoldsForTheseWordsAlone(t *testing.T) {
	n := newNight(t)
	first := n.run().Report
	f := byRule(t, first, "breach.txt", "deadline-contradicted")
	n.waive(Decision{f.ID, "A. Counsel", finding.FalseAlarm, "the longer term\n is agreed", "2026-12-31"})

	held := n.run().Report
	is := byRule(t, held, "breach.txt", "deadline-contradicted")
	if is.ID != f.ID || !is.Waived() || is.State != "waived" || is.Waiver.Reason != "false-alarm: the longer term is agreed" {
		t.Errorf("not waived: %+v %+v", is, is.Waiver)
	}
	if !is.FirstSeen.Equal(f.FirstSeen) || f.FirstSeen.IsZero() {
		t.Errorf("first seen %v, then %v", f.FirstSeen, is.FirstSeen)
	}
	if w := held.Waivers; len(w) != 1 || w[0].State != "in_force" || len(held.Since.LapsedWaive) != 0 {
		t.Errorf("waivers %+v", w)
	}
	if m := held.Measured["deadline-contradicted"]; m.Reviewed != 1 || m.FalseAlarms != 1 {
		t.Errorf("the review is not counted: %+v", m)
	}

	if f.Owner != "" || is.Owner != "A. Counsel" {
		t.Errorf("the owner was %q, then %q", f.Owner, is.Owner)
	}

	n.edit(t, "customer-data.html", "The notice shall", "The notice to a customer shall")
	lapsed := n.run().Report
	is = byRule(t, lapsed, "breach.txt", "deadline-contradicted")
	if is.ID != f.ID || is.Waived() || is.Waiver == nil || is.Waiver.Lapsed == "" {
		t.Errorf("the waiver still holds: %+v %+v", is, is.Waiver)
	}
	if w := lapsed.Waivers; len(w) != 1 || w[0].State != "lapsed" || w[0].Why == "" || fmt.Sprint(lapsed.Since.LapsedWaive) != "["+f.ID+"]" {
		t.Errorf("waivers %+v, lapsed since %v", w, lapsed.Since.LapsedWaive)
	}
	if is.Owner != "A. Counsel" {
		t.Errorf("the owner of the lapsed waiver is lost: %q", is.Owner)
	}
	wantOpenByRule(t, lapsed, f.Rule, first, held)
	if again := n.run().Report; len(again.Since.LapsedWaive) != 0 || again.Waivers[0].State != "lapsed" {
		t.Errorf("it lapsed once: %v", again.Since.LapsedWaive)
	}
}

// wantOpenByRule wants the trend to say what each earlier run found and nobody
// waived: of this rule one less in the second than in the first.
func wantOpenByRule(t *testing.T, report *finding.Report, rule string, runs ...*finding.Report) {
	t.Helper()
	if len(report.Trend) != len(runs) {
		t.Fatalf("the trend has %d points, want %d", len(report.Trend), len(runs))
	}
	for i, run := range runs {
		want := map[string]int{}
		for k := range run.Answers {
			for _, f := range run.Answers[k].Findings {
				if !f.Waived() {
					want[f.Rule]++
				}
			}
		}
		if got := report.Trend[i].ByRule; !maps.Equal(got, want) {
			t.Errorf("run %d has %v by rule, want %v", i+1, got, want)
		}
	}
	if a, b := report.Trend[0].ByRule[rule], report.Trend[1].ByRule[rule]; a != b+1 {
		t.Errorf("%s had %d, and %d after one was waived", rule, a, b)
	}
}

// TestAReviewNamesTheOwner: the last review names who answers for a finding that
// nobody waived.
func TestAReviewNamesTheOwner(t *testing.T) {
	f := finding.Finding{}
	for _, step := range []struct {
		waiver         *finding.Waiver
		reviewer, want string
	}{
		{nil, "", ""},
		{nil, "R. Quill", "R. Quill"},
		{&finding.Waiver{Owner: "A. Counsel"}, "R. Quill", "A. Counsel"},
		{&finding.Waiver{Owner: "A. Counsel", Lapsed: "the claim"}, "R. Quill", "R. Quill"},
		{&finding.Waiver{Owner: "A. Counsel", Lapsed: "the claim"}, "", "A. Counsel"},
	} {
		f.Waiver = step.waiver
		if got := ownerOf(&f, step.reviewer); got != step.want {
			t.Errorf("waiver %+v and reviewer %q give %q, want %q", step.waiver, step.reviewer, got, step.want)
		}
	}
}

// TestABundleWithOwnersIsReplayed: who answers for a finding is no part of what
// the rules find.
func TestABundleWithOwnersIsReplayed(t *testing.T) {
	n := newNight(t)
	f := byRule(t, n.run().Report, "breach.txt", "deadline-contradicted")
	n.waive(Decision{f.ID, "A. Counsel", finding.AcceptedRisk, "house style", "2026-12-31"})
	if is := byRule(t, n.run().Report, "breach.txt", f.Rule); is.Owner != "A. Counsel" {
		t.Fatalf("the owner is %q", is.Owner)
	}
	if v := verifyBytes(t, n.bundle()); len(v.Faults) > 0 || v.Replayed == 0 {
		t.Errorf("%d replayed, faults %v", v.Replayed, v.Faults)
	}
}

// TestAWaiverEnds has one expire, and another outlive its finding.
func TestAWaiverEnds(t *testing.T) {
	n := newNight(t)
	first := n.run().Report
	short := byRule(t, first, "breach.txt", "deadline-contradicted")
	long := byRule(t, first, "marketing.txt", "source-definitional")
	n.waive(Decision{short.ID, "A. Counsel", finding.BeingCorrected, "tomorrow", "2026-03-03"})
	n.waive(Decision{long.ID, "A. Counsel", finding.AcceptedRisk, "house style", "2027-03-01"})
	n.run()
	text := strings.Split(string(readDemo(t, "answers/marketing.txt")), "\n")
	n.write("answers/marketing.txt", []byte(strings.Join(text[:2], "\n")+"\nSource(s):\nJurisdiction\nZenith\n"))
	n.run()
	report := n.run().Report // the first of its days is past
	states := map[string]string{}
	for _, w := range report.Waivers {
		states[w.Finding] = w.State
	}
	if states[short.ID] != "expired" || states[long.ID] != "unused" {
		t.Errorf("states %v", states)
	}
	if m := report.Measured["deadline-contradicted"]; m.Reviewed != 1 || m.FalseAlarms != 0 {
		t.Errorf("a correction on its way is no false alarm: %+v", m)
	}
}
