package pipeline

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/store"
)

func TestTheFirstRunReadsAnswersAndJudges(t *testing.T) {
	n := newNight(t)
	o := n.run()
	if got := o.Counts[store.Parse]; got != (Count{Done: 3, Versions: 17}) {
		t.Errorf("parsed %+v", got)
	}
	if got := o.Counts[store.Answer]; got.Done != 3 || got.Failed != 0 {
		t.Errorf("answered %+v", got)
	}
	if got := len(o.Report.Answers); got != 6 {
		t.Errorf("%d answers in the report, want 3 published and 3 made", got)
	}
	if !o.Report.Coverage.Complete {
		t.Errorf("coverage: %+v", o.Report.Coverage)
	}
	if o.Report.Since != nil || len(o.Report.Changes)+len(o.Report.Stale) > 0 {
		t.Error("a first run compares with nothing")
	}
	if len(o.Report.Sections) == 0 || o.Report.Sections[0].FetchedAt.IsZero() || o.Report.Sections[0].URL == "" {
		t.Errorf("sections: %+v", o.Report.Sections)
	}
}

func TestAnUnchangedRunDoesNothing(t *testing.T) {
	n := newNight(t)
	first := n.run()
	n.counted()
	second := n.run()
	if got := n.counted(); fmt.Sprint(got) != "map[304:3]" {
		t.Errorf("the server answered %v, want three times 304", got)
	}
	for _, stage := range []string{store.Parse, store.Answer, store.Audit} {
		if got := second.Counts[stage]; got != (Count{}) {
			t.Errorf("%s did %+v on unchanged sources", stage, got)
		}
	}
	if n.written(first) != n.written(second) {
		t.Errorf("the reports differ in more than the header:\n%s", firstDifference(n.written(first), n.written(second)))
	}
	if s := second.Report.Since; s == nil || len(s.New)+len(s.Fixed)+len(s.Reappeared) > 0 {
		t.Errorf("since: %+v", s)
	}
}

func firstDifference(a, b string) string {
	left, right := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(left), len(right)) {
		if left[i] != right[i] {
			return left[i] + "\n" + right[i]
		}
	}
	return "one is longer"
}

func TestOneAmendedSectionTouchesOnlyWhatRestsOnIt(t *testing.T) {
	n := newNight(t)
	n.run()
	n.edit(t, "customer-data.html", "thirty calendar days", "twenty calendar days")
	o := n.run()
	if got := o.Counts[store.Parse]; got != (Count{Done: 1, Versions: 1}) {
		t.Errorf("parsed %+v, want exactly one new version", got)
	}
	if got := o.Counts[store.Answer].Done; got != 1 {
		t.Errorf("%d answers were made anew, want the one on breaches", got)
	}
	if len(o.Report.Changes) != 1 {
		t.Fatalf("changes: %+v", o.Report.Changes)
	}
	c := o.Report.Changes[0]
	if c.Number != "12-4-4" || c.Kind != "amended" || c.From == c.To {
		t.Errorf("change: %+v", c)
	}
	if got := edits(c.Words); got != "-thirty +twenty" {
		t.Errorf("word diff: %s", got)
	}
	if got := fmt.Sprint(c.Answers); got != "[breach-notice.ZZ breach.txt]" {
		t.Errorf("touched: %s", got)
	}
	for _, s := range o.Report.Stale {
		if s.Number != "12-4-4" || s.Redone != (s.Answer == "breach-notice.ZZ") {
			t.Errorf("stale: %+v", s)
		}
	}
	again := n.run()
	if len(again.Report.Changes)+len(again.Report.Stale) > 0 || again.Counts[store.Audit].Done > 0 {
		t.Errorf("the run after still works: %+v", again.Counts)
	}
}

// TestAFaultWhoseLawMovedIsStillOpen: the answer was wrong before and is wrong
// now, so it is neither fixed nor new. Once the law comes to what the answer says,
// it is fixed.
func TestAFaultWhoseLawMovedIsStillOpen(t *testing.T) {
	n := newNight(t)
	first := n.run()
	late := func(o *Outcome) *finding.Finding {
		for i, f := range o.Report.Answer("breach.txt").Findings {
			if f.Rule == "deadline-contradicted" {
				return &o.Report.Answer("breach.txt").Findings[i]
			}
		}
		return nil
	}
	n.edit(t, "customer-data.html", "thirty calendar days", "twenty calendar days")
	moved := n.run()
	before, now := late(first), late(moved)
	if before == nil || now == nil || before.ID == now.ID {
		t.Fatalf("before %+v, now %+v", before, now)
	}
	since := moved.Report.Since
	if now.Was != before.ID || now.State != "open" || !now.FirstSeen.Equal(before.FirstSeen) {
		t.Errorf("was %q, %s since %v", now.Was, now.State, now.FirstSeen)
	}
	if slices.Contains(since.New, now.ID) || slices.Contains(since.Fixed, before.ID) || !slices.Contains(since.StillOpen, now.ID) {
		t.Errorf("since: %+v", since)
	}
	if got := moved.Report.Summary()[3]; !strings.Contains(got, "(1 of them under law that moved)") {
		t.Errorf("summary: %s", got)
	}
	again := n.run()
	if f := late(again); f.Was != "" || f.State != "open" || !f.FirstSeen.Equal(before.FirstSeen) {
		t.Errorf("a night later: was %q, %s since %v", f.Was, f.State, f.FirstSeen)
	}
	n.edit(t, "customer-data.html", "twenty calendar days", "forty-five calendar days")
	if o := n.run(); late(o) != nil || !slices.Contains(o.Report.Since.Fixed, now.ID) {
		t.Errorf("the law says what the answer says: %+v", o.Report.Since)
	}
}

// edits are the words that went and came.
func edits(parts []finding.DiffPart) string {
	var all []string
	for _, part := range parts {
		switch part.Op {
		case "delete":
			all = append(all, "-"+part.Text)
		case "insert":
			all = append(all, "+"+part.Text)
		}
	}
	return strings.Join(all, " ")
}

func TestMarkupAloneChangesNothing(t *testing.T) {
	n := newNight(t)
	first := n.run()
	n.edit(t, "customer-data.html", `class="documentcontent"`, `class="documentcontent" data-build="2"`)
	n.edit(t, "customer-data.html", "2021, ch. 40, § 1.", "2021, ch. 40, § 1; 2024, ch. 2, § 9.")
	o := n.run()
	if got := o.Counts[store.Parse]; got != (Count{Done: 1}) {
		t.Errorf("parsed %+v", got)
	}
	if o.Counts[store.Answer].Done+o.Counts[store.Audit].Done > 0 || len(o.Report.Changes) > 0 {
		t.Errorf("markup and a history note made work: %+v %+v", o.Counts, o.Report.Changes)
	}
	if first.Report.Edition != o.Report.Edition {
		t.Error("markup made a new edition")
	}
}

func TestAnEditedAnswerIsTheOnlyOneJudgedAgain(t *testing.T) {
	n := newNight(t)
	first := n.run()
	n.write("answers/breach.txt", []byte(strings.ReplaceAll(string(readDemo(t, "answers/breach.txt")), "45 calendar days", "30 calendar days")))
	o := n.run()
	if got := o.Counts[store.Audit]; got != (Count{Done: 1}) {
		t.Errorf("audited %+v", got)
	}
	if len(o.Report.Since.Fixed) == 0 || len(o.Report.Since.Past) != len(o.Report.Since.Fixed) {
		t.Errorf("since: %+v", o.Report.Since)
	}
	n.write("answers/breach.txt", readDemo(t, "answers/breach.txt"))
	back := n.run()
	if got := back.Report.Since; len(got.Reappeared) != len(o.Report.Since.Fixed) {
		t.Errorf("fixed %v, reappeared %v", o.Report.Since.Fixed, got.Reappeared)
	}
	if len(first.Report.Answers) != len(back.Report.Answers) {
		t.Error("answers were lost")
	}
}

func TestAWithdrawnAnswerIsForgotten(t *testing.T) {
	n := newNight(t)
	n.run()
	n.config.Answers = nil
	if o := n.run(); len(o.Report.Answers) != 3 {
		t.Errorf("%d answers, want the three made", len(o.Report.Answers))
	}
	n.config.Questions = ""
	if o := n.run(); len(o.Report.Answers) != 0 {
		t.Errorf("%d answers, want none", len(o.Report.Answers))
	}
}

func TestDiffComparesRuns(t *testing.T) {
	n := newNight(t)
	n.run()
	p := n.open()
	if _, err := p.Diff(t.Context(), "", ""); err == nil {
		t.Error("one run was compared with nothing")
	}
	n.edit(t, "customer-data.html", "thirty calendar days", "twenty calendar days")
	n.run()
	n.run()
	for args, want := range map[[2]string]int{{}: 0, {"run-0001"}: 1, {"run-0001", "run-0002"}: 1, {"2", "3"}: 0} {
		d, err := p.Diff(t.Context(), args[0], args[1])
		if err != nil || len(d.Changes) != want {
			t.Errorf("diff %v: %+v, %v", args, d, err)
		}
	}
	if _, err := p.Diff(t.Context(), "run-0009", ""); err == nil {
		t.Error("an unknown run was compared")
	}
	if _, err := p.Diff(t.Context(), "run-0003", "run-0001"); err == nil || !strings.Contains(err.Error(), "run-0003 is newer than run-0001: give the older run first") {
		t.Errorf("read backwards: %v", err)
	}
	if d, err := p.Diff(t.Context(), "run-0002", "run-0002"); err != nil || len(d.Changes) > 0 {
		t.Errorf("a run beside itself: %+v, %v", d, err)
	}
}

// TestARenamedSourceIsNoChangeOfLaw: what it held is held word for word under the
// new name. A section that went with the old name is still told.
func TestARenamedSourceIsNoChangeOfLaw(t *testing.T) {
	n := newNight(t)
	n.run()
	rename := func(id string) {
		n.configure(
			source(id, "Customer Data Protection Act", n.URL+"/customer-data.html"),
			source("zz-30-2", "Appliance Service Contract Act", n.URL+"/service-contracts.html"),
			source("zz-12-5", "Disposal of Records Act", n.URL+"/records-disposal.pdf"),
		)
	}
	rename("zz-data")
	if o := n.run(); len(o.Report.Changes)+len(o.Report.Printed)+len(o.Report.Stale) > 0 {
		t.Errorf("changes %+v, stale %+v", o.Report.Changes, o.Report.Stale)
	}
	n.edit(t, "customer-data.html", "thirty calendar days", "twenty calendar days")
	rename("zz-customers")
	if o := n.run(); len(o.Report.Changes) != 1 || o.Report.Changes[0].Number != "12-4-4" {
		t.Errorf("changes %+v", o.Report.Changes)
	}
}
