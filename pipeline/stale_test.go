package pipeline

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/sharedtest"
	"github.com/pincite/pincite/internal/statute"
)

// ledger is a replay of two editions of a jurisdiction: what is known of their
// differences.
type ledger struct {
	jurisdiction, folder, scraper string
	// changed are sections whose enacted words are known to differ; open are those
	// of which it is not known; all others differ in layout alone.
	changed, open []string
	// added are sections of new law.
	added []string
}

// TestTheStaleLedger replays two editions of four jurisdictions with made-up
// answers on their sections: none that the change of law touches may be missed, and
// a change of layout alone touches none.
func TestTheStaleLedger(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads two editions of 900 sections and audits 190 answers twice")
	}
	for _, l := range []ledger{
		{jurisdiction: "DC", folder: "dc", scraper: "district-of-columbia", changed: textChanges(t, "dc", "changed", "removed"), added: textChanges(t, "dc", "added")},
		{jurisdiction: "ND", folder: "nd", scraper: "public-resource", added: []string{"51-07-31"}},
		{jurisdiction: "NC", folder: "nc", scraper: "public-resource"},
		{jurisdiction: "CO", folder: "co", scraper: "public-resource", changed: []string{"6-1-105", "6-20-201"},
			open: leaving(textChanges(t, "co", "changed"), "6-1-105", "6-20-201", "6-1-803", "6-1-1120"), added: textChanges(t, "co", "added")},
	} {
		t.Run(l.jurisdiction, func(t *testing.T) { l.replay(t) })
	}
}

// textChanges lists the numbers of which the record says that the words changed.
func textChanges(t *testing.T, folder string, kinds ...string) []string {
	t.Helper()
	var record struct {
		Changes []struct {
			Number, Change string
			Fields         []string
		}
	}
	if err := json.Unmarshal(sharedtest.Read(t, "corpus", folder, "CHANGES.json"), &record); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, c := range record.Changes {
		if slices.Contains(kinds, c.Change) && (c.Change != "changed" || slices.Contains(c.Fields, "text")) {
			number, _, _ := strings.Cut(c.Number, " (occurrence")
			all = append(all, number)
		}
	}
	return all
}

func (l *ledger) replay(t *testing.T) {
	n := &night{T: t, dir: t.TempDir(), clock: &steady{time.Date(2026, 3, 1, 2, 15, 0, 0, time.UTC)}}
	n.write("questions.yaml", []byte("[]\n"))
	l.lay(n, "v1")
	n.configure(strings.NewReplacer("jurisdiction: ZZ", "jurisdiction: "+l.jurisdiction, "new-mexico", l.scraper).Replace(source("law", "The law", "file:law/*.html")))
	n.run()
	answers := l.writeAnswers(n)
	first := n.run()
	allBound(n, answers, first.Report)
	if len(first.Report.Stale) > 0 || len(answers) < 15 {
		t.Fatalf("%d answers, %d stale before anything changed", len(answers), len(first.Report.Stale))
	}
	l.lay(n, "v2")
	l.judge(n, answers, n.run().Report)
}

func (l *ledger) lay(n *night, edition string) {
	n.Helper()
	folder := filepath.Join(n.dir, "law")
	if err := os.RemoveAll(folder); err != nil {
		n.Fatal(err)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		n.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(sharedtest.Path(n.T, "corpus", l.folder, edition), "*.html"))
	if err != nil || len(files) == 0 {
		n.Fatal(err, files)
	}
	for _, file := range files {
		name := filepath.Base(file)
		if len(files) == 1 {
			name = "title.html" // two releases of one file
		}
		n.write("law/"+name, sharedtest.Read(n.T, "corpus", l.folder, edition, filepath.Base(file)))
	}
}

// writeAnswers writes an answer on every section that the record names and every
// fifth other, each resting on the section's first sentence; by the section's
// number.
func (l *ledger) writeAnswers(n *night) map[string]string {
	n.Helper()
	p := n.open()
	held, err := p.Store.Law(n.Context(), statute.Jurisdiction(l.jurisdiction))
	if err != nil {
		n.Fatal(err)
	}
	answers := map[string]string{}
	recorded := slices.Concat(l.changed, l.open, textChanges(n.T, l.folder, "changed"))
	for i, h := range held {
		said := firstSentence(h.Text)
		if h.Occurrence > 1 || said == "" || i%5 > 0 && !slices.Contains(recorded, h.Number) {
			continue
		}
		name := fmt.Sprintf("on-%s.txt", h.Number)
		answers[name] = h.Number
		n.write("answers/"+name, fmt.Appendf(nil, "What section %s says\n%s [1.1]\nSource(s):\n- [1.1] %s. %s\nJurisdiction\n%s\n",
			h.Number, said, h.Number, h.Catchline, statute.Jurisdiction(l.jurisdiction).Name()))
	}
	if err := p.Close(); err != nil {
		n.Fatal(err)
	}
	return answers
}

// allBound wants every answer bound to the section that it names: one bound to
// none would rest on nothing and never go stale.
func allBound(n *night, answers map[string]string, report *finding.Report) {
	n.Helper()
	for i := range report.Answers {
		a := &report.Answers[i]
		if a.Sources[0].Bound == nil || a.Sources[0].Bound.Number != answers[a.ID] {
			n.Errorf("%s is bound to %+v", a.ID, a.Sources[0].Bound)
		}
	}
}

// firstSentence is a sentence of a section without inner full stops, "" where it
// begins with none.
func firstSentence(text string) string {
	paragraph, _, _ := strings.Cut(text, "\n")
	sentence, _, ended := strings.Cut(paragraph, ". ")
	if len(sentence) < 40 || len(sentence) > 600 || strings.ContainsAny(sentence, "[]") {
		return ""
	}
	if ended {
		sentence += "."
	}
	return sentence
}

// judge counts what was missed and what was an alarm about nothing.
func (l *ledger) judge(n *night, answers map[string]string, report *finding.Report) {
	n.Helper()
	cited, act, added := map[string]finding.Stale{}, 0, map[string]bool{}
	for _, s := range report.Stale {
		switch s.Class {
		case "a", "b":
			cited[s.Answer] = s
			if s.Number != answers[s.Answer] {
				n.Errorf("%s is stale by %s, which it does not cite", s.Answer, s.Number)
			}
		case "c":
			act++
		case "d":
			added[s.Number] = true
		}
	}
	missed, alarms, touched, open := 0, 0, 0, 0
	for name, number := range answers {
		stale, is := cited[name]
		switch changed := slices.Contains(l.changed, number); {
		case changed && !is:
			missed++
			n.Errorf("missed: %s", name)
		case changed:
			touched++
			l.worded(n, report, stale)
		case slices.Contains(l.open, number):
			open++
		case is:
			alarms++
			n.Errorf("alarm about layout: %s is of class %s: %s", name, stale.Class, stale.Why)
		}
	}
	if definitions := len(l.changed)+len(l.open) == 0; definitions && act > 0 {
		alarms += act
		n.Errorf("%d alarms about definitions of which the layout alone changed", act)
	}
	for number := range added {
		if !slices.Contains(l.added, number) {
			alarms++
			n.Errorf("alarm: section %s is said to be added", number)
		}
	}
	for _, number := range l.added {
		if len(answers) > 0 && !added[number] {
			n.Logf("section %s was added and makes no answer stale", number)
		}
	}
	n.Logf("%s: %d answers; %d on changed sections, all found but %d; %d alarms on layout; %d on sections of which the record does not say; %d by definitions of the act; %d added sections",
		l.jurisdiction, len(answers), touched+missed, missed, alarms, open, act, len(added))
}

// worded wants a word diff of the section that names the answer, and the class and
// mark that its words deserve.
func (l *ledger) worded(n *night, report *finding.Report, s finding.Stale) {
	n.Helper()
	at := slices.IndexFunc(report.Changes, func(c finding.Change) bool { return c.Number == s.Number && slices.Contains(c.Answers, s.Answer) })
	if at < 0 || !slices.ContainsFunc(report.Changes[at].Words, func(p finding.DiffPart) bool { return p.Op != "equal" }) {
		n.Errorf("%s: no word diff of section %s", s.Answer, s.Number)
		return
	}
	if s.Moved && s.Class != "a" {
		n.Errorf("%s: class %s, and the claim's words moved: %v", s.Answer, s.Class, s.Moved)
	}
}

func leaving(all []string, gone ...string) []string {
	return slices.DeleteFunc(all, func(one string) bool { return slices.Contains(gone, one) })
}
