package pipeline

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/store"
)

// TestFaultyPagesAreNeverTakenForLaw serves what publishers and networks serve in
// the place of a page. The law of the last good page must stand, and the report
// must say what is wrong.
func TestFaultyPagesAreNeverTakenForLaw(t *testing.T) {
	page := string(example(t, "customer-data.html"))
	third := strings.Index(page, `<h3 class="section">12-4-3.`)
	fourth := strings.Index(page, `<h3 class="section">12-4-4.`)
	for name, bad := range map[string]string{
		"captcha":           "<html><body><p>Please verify you are a human to continue.</p></body></html>",
		"empty":             "",
		"login":             "<html><body><h1>Sign in</h1><p>Please log in to continue.</p></body></html>",
		"half of the page":  page[:len(page)/2],
		"one section less":  page[:third] + page[fourth:],
		"only its headings": "<html><body><h2>Customer Data Protection</h2></body></html>",
		"a PDF cut off":     string(example(t, "records-disposal.pdf")[:900]),
	} {
		t.Run(name, func(t *testing.T) {
			n := newNight(t)
			first := n.run()
			n.put("customer-data.html", []byte(bad))
			o := n.run()
			if o.Report.Edition != first.Report.Edition {
				t.Error("the faulty page changed the law")
			}
			s := state(t, o.Report, "zz-12-4")
			if s.State == "well" || s.Reason == "" || o.Report.Coverage.Complete {
				t.Errorf("the report says nothing of it: %+v", s)
			}
			n.put("customer-data.html", []byte(page))
			if mended := n.run(); !mended.Report.Coverage.Complete {
				t.Errorf("after the page came back: %+v", mended.Report.Coverage)
			}
		})
	}
}

func TestAServerThatFailsIsReportedAndTheRestGoesOn(t *testing.T) {
	n := newNight(t)
	n.put("service-contracts.html", nil)
	n.Lock()
	delete(n.pages, "service-contracts.html")
	n.Unlock()
	first := n.run()
	if s := state(t, first.Report, "zz-30-2"); s.State != "failed" || !strings.Contains(s.Reason, "404") {
		t.Errorf("coverage: %+v", s)
	}
	if first.Report.Coverage.Complete || len(first.Report.Answers) < 3 {
		t.Errorf("complete is %v, %d answers", first.Report.Coverage.Complete, len(first.Report.Answers))
	}
	n.run()
	third := n.run()
	if len(third.Report.Coverage.Dead) != 1 || third.Counts[store.Scrape].Failed != 0 {
		t.Errorf("after two attempts: dead %v, counts %+v", third.Report.Coverage.Dead, third.Counts)
	}
	n.put("service-contracts.html", example(t, "service-contracts.html"))
	p := n.open()
	if _, err := p.Store.Retry(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	if o := n.run(); !o.Report.Coverage.Complete {
		t.Errorf("after the retry: %+v", o.Report.Coverage)
	}
}

func TestAnswersThatCannotBeReadAreNamed(t *testing.T) {
	n := newNight(t)
	n.write("answers/huge.txt", bytes.Repeat([]byte("a word or two. "), 700_000))
	n.write("answers/empty.txt", nil)
	n.write("answers/nowhere.txt", []byte("Some Title\nA business must act [1.1].\nSource(s):\n- [1.1] Short title.\n"))
	o := n.run()
	if got := o.Counts[store.Audit]; got.Failed != 3 || got.Done != 6 {
		t.Errorf("audited %+v", got)
	}
	told := strings.Join(o.Report.Coverage.Dead, "\n")
	for _, name := range []string{"huge.txt", "empty.txt", "nowhere.txt"} {
		if !strings.Contains(told, name) {
			t.Errorf("%s is not named in: %s", name, told)
		}
	}
	if o.Report.Coverage.Complete {
		t.Error("the report calls itself complete")
	}
}

// TestAFailingAnswerThatIsGoneIsForgotten: its failure does not outlive it, and
// while it lasts it is no gap in the law.
func TestAFailingAnswerThatIsGoneIsForgotten(t *testing.T) {
	n := newNight(t)
	n.write("answers/empty.txt", nil)
	told := n.run().Report.Headline()
	if !strings.Contains(told, "all configured law was read well; the audit is incomplete: 1 item not done (audit of empty.txt failed: ") {
		t.Errorf("headline: %s", told)
	}
	if err := os.Remove(filepath.Join(n.dir, "answers", "empty.txt")); err != nil {
		t.Fatal(err)
	}
	if o := n.run(); !o.Report.Coverage.Complete || len(o.Report.Coverage.Dead) > 0 {
		t.Errorf("after it was deleted: %+v", o.Report.Coverage)
	}
}

func TestAnswersWithFaultsAreJudgedAndNoneBreaksTheRun(t *testing.T) {
	n := newNight(t)
	n.write("answers/latin.txt", []byte("A Title\nA business must act with caf\xe9 care [999.1].\nSource(s):\n- [999.1] Nothing of ours.\nJurisdiction\nZenith\n"))
	n.write("answers/bare.txt", []byte("A Title\nA business must destroy every record within ten days.\nJurisdiction\nZenith\n"))
	o := n.run()
	if o.Counts[store.Audit].Failed > 0 {
		t.Fatalf("audited %+v: %v", o.Counts[store.Audit], o.Report.Coverage.Dead)
	}
	latin, bare := o.Report.Answer("latin.txt"), o.Report.Answer("bare.txt")
	if latin == nil || len(latin.Faults) == 0 || !fires(latin, "source-unknown") {
		t.Errorf("latin.txt: %+v", latin)
	}
	if bare == nil || !fires(bare, "claim-uncited") {
		t.Errorf("bare.txt: %+v", bare)
	}
}

func fires(a *finding.AnswerReport, rule string) bool {
	for _, f := range a.Findings {
		if f.Rule == rule {
			return true
		}
	}
	return false
}

func TestASourceNotFetchedForLongIsOld(t *testing.T) {
	n := newNight(t)
	n.run()
	n.clock.now = n.clock.now.Add(40 * 24 * time.Hour)
	p := n.open()
	cover, err := p.readCoverage(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range cover.sources {
		if s.State != "old" {
			t.Errorf("%s is %s after 40 days", s.ID, s.State)
		}
	}
	if o := n.run(); !o.Report.Coverage.Complete {
		t.Errorf("a server that says 304 today is fresh: %+v", o.Report.Coverage)
	}
}

func TestAJurisdictionWithoutSourcesIsAGap(t *testing.T) {
	n := newNight(t)
	n.write("answers/elsewhere.txt", []byte("A Title\nA business must act [1.1].\nSource(s):\n- [1.1] Short title.\nJurisdiction\nHawaii\n"))
	o := n.run()
	if s := state(t, o.Report, "none-hi"); s.State != "failed" || o.Report.Coverage.Complete {
		t.Errorf("coverage: %+v", o.Report.Coverage)
	}
	if a := o.Report.Answer("elsewhere.txt"); a == nil || a.Outcome != finding.NotAuditable {
		t.Errorf("elsewhere.txt: %+v", a)
	}
}

// TestAnAnswerProvedWrongMustGoThoughItsLawIsNotHeld: it cites the law of another
// state.
func TestAnAnswerProvedWrongMustGoThoughItsLawIsNotHeld(t *testing.T) {
	n := newNight(t)
	n.write("answers/elsewhere.txt", []byte("A Title\nA business must notify each affected customer [1.4].\nSource(s):\n- [1.4] 12-4-4. Notice of a breach to customers.\nJurisdiction\nHawaii\n"))
	o := n.run()
	a := o.Report.Answer("elsewhere.txt")
	if a == nil || a.Outcome != finding.DoNotPublish || !a.Partial || !fires(a, "audit-incomplete") {
		t.Fatalf("elsewhere.txt: %+v", a)
	}
	if got := o.Report.ToDo(); !strings.Contains(got, "(1 of them not audited in full)") {
		t.Errorf("to do: %s", got)
	}
}
