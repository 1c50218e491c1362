package store

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// opened is a new store whose clock stands still.
func opened(t *testing.T) *Store {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 3, 1, 2, 15, 0, 0, time.UTC) }
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "a folder #1", "pin?cite.db"), now, Hooks{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// law is a section of words.
func law(number, text string) statute.Section {
	return statute.Section{Jurisdiction: "ZZ", Number: number, Occurrence: 1, Catchline: "About " + number + ".", Status: statute.InForce, Text: text, Hierarchy: []string{}}
}

// press is a run with one source that prints documents.
type press struct {
	*testing.T
	*Store
	run    Run
	source Source
}

func newPress(t *testing.T) *press {
	p := &press{T: t, Store: opened(t)}
	p.next()
	p.enter(Source{ID: "zz-1", Jurisdiction: "ZZ", Title: "An Act"})
	return p
}

func (p *press) must(err error) {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
}

func (p *press) next() {
	p.Helper()
	if p.run.Seq > 0 {
		p.must(p.Finish(p.Context(), p.run, &finding.Report{}))
	}
	run, err := p.Begin(p.Context())
	p.must(err)
	p.run = run
}

func (p *press) enter(source Source) {
	p.Helper()
	p.must(p.Enter(p.Context(), p.run.Seq, []Source{source}))
	all, err := p.Sources(p.Context())
	p.must(err)
	for _, one := range all {
		if one.ID == source.ID {
			p.source = one
		}
	}
}

// print fetches and parses a document that holds these sections.
func (p *press) print(url string, sections ...statute.Section) Written {
	p.Helper()
	var sha strings.Builder
	for i := range sections {
		sha.WriteString(sections[i].Number + sections[i].Text + sections[i].History)
	}
	p.must(p.Fetched(p.Context(), p.run.Seq, Document{Source: p.source.ID, URL: url, SHA256: sha.String(), FetchedAt: p.now()}))
	d, _, err := p.Document(p.Context(), p.source.ID, url)
	p.must(err)
	w, err := p.Keep(p.Context(), p.run.Seq, Parsed{Document: d, Source: p.source, Fingerprint: sha.String(), Sections: sections, Promote: true})
	p.must(err)
	return w
}

// refs gives the current refs as "number#occurrence=d.s".
func (p *press) refs() string {
	p.Helper()
	held, err := p.Law(p.Context(), "ZZ")
	p.must(err)
	var all []string
	for _, h := range held {
		all = append(all, h.Number+"#"+string(rune('0'+h.Occurrence))+"="+h.Ref.String())
	}
	return strings.Join(all, " ")
}

func (p *press) want(refs string) {
	p.Helper()
	if got := p.refs(); got != refs {
		p.Errorf("refs are %s, want %s", got, refs)
	}
}

func TestARefIsGivenOnceAndNeverMoves(t *testing.T) {
	p := newPress(t)
	p.print("a.html", law("1", "One."), law("2", "Two."))
	p.want("1#1=1.1 2#1=1.2")
	p.next()
	p.print("a.html", law("1", "One."), law("1-A", "Between."), law("2", "Two."))
	p.want("1#1=1.1 1-A#1=1.3 2#1=1.2")
	p.next()
	p.print("a.html", law("2", "Two."))
	p.want("2#1=1.2")
	p.next()
	p.print("a.html", law("1", "One again."), law("2", "Two."), law("3", "Three."))
	p.want("1#1=1.1 2#1=1.2 3#1=1.4")
}

func TestTwoVersionsOfANumberHaveTwoRefs(t *testing.T) {
	p := newPress(t)
	p.print("a.html", law("1", "Until July."), law("1", "From July."))
	p.want("1#1=1.1 1#2=1.2")
	p.print("b.html", law("1", "A third."))
	p.want("1#1=1.1 1#2=1.2 1#3=1.3")
}

func TestAPageThatOnlyMovedKeepsItsRefs(t *testing.T) {
	p := newPress(t)
	p.print("old.html", law("1", "One."), law("2", "Two."))
	p.next()
	d, _, err := p.Document(t.Context(), "zz-1", "old.html")
	p.must(err)
	p.must(p.Retire(t.Context(), p.run.Seq, d))
	p.print("new.html", law("1", "One."), law("2", "Two."))
	p.want("1#1=1.1 2#1=1.2")
	changes, err := p.Changes(t.Context(), 1, 2)
	p.must(err)
	if len(changes) != 0 {
		t.Errorf("a moved page changed the law: %+v", changes)
	}
}

func TestSourcesAreNumberedInTheirJurisdiction(t *testing.T) {
	p := newPress(t)
	p.enter(Source{ID: "zz-2", Jurisdiction: "ZZ", Title: "Another"})
	if p.source.Number != 2 {
		t.Errorf("the second source of ZZ is %d", p.source.Number)
	}
	p.enter(Source{ID: "nm-1", Jurisdiction: "NM", Title: "Elsewhere"})
	if p.source.Number != 1 {
		t.Errorf("the first source of NM is %d", p.source.Number)
	}
	p.enter(Source{ID: "zz-1", Jurisdiction: "ZZ", Title: "An Act, renamed"})
	if p.source.Number != 1 || p.source.Title != "An Act, renamed" {
		t.Errorf("after renaming: %+v", p.source)
	}
}

func TestOnlyNewWordsMakeAVersion(t *testing.T) {
	p := newPress(t)
	if w := p.print("a.html", law("1", "One  word.\nTwo."), law("2", "Two.")); w != (Written{Versions: 2}) {
		t.Errorf("first parse wrote %+v", w)
	}
	p.next()
	spaced := law("1", "One word. Two.")
	spaced.History = "Laws 2026"
	if w := p.print("a.html", spaced, law("2", "Two.")); w != (Written{Moved: 1}) {
		t.Errorf("white space and history wrote %+v", w)
	}
	held, err := p.Law(t.Context(), "ZZ")
	p.must(err)
	if held[0].Text != "One word. Two." || held[0].History != "Laws 2026" {
		t.Errorf("held is %q with history %q", held[0].Text, held[0].History)
	}
	p.next()
	if w := p.print("a.html", spaced, law("2", "Two words.")); w != (Written{Versions: 1}) {
		t.Errorf("an amendment wrote %+v", w)
	}
	former, err := p.Former(t.Context(), "ZZ")
	p.must(err)
	if len(former) != 1 || former[0].Text != "Two." {
		t.Errorf("former versions: %+v", former)
	}
}

func TestChangesAreBetweenEditions(t *testing.T) {
	p := newPress(t)
	p.print("a.html", law("1", "One."), law("2", "Two."), law("3", "Three."))
	p.next()
	p.print("a.html", law("1", "One."), law("2", "Two, amended."), law("4", "Four."))
	p.next()
	p.print("a.html", law("1", "One."), law("2", "Two."), law("3", "Three."))
	told := func(from, to int) string {
		changes, err := p.Changes(t.Context(), from, to)
		p.must(err)
		var all []string
		for _, c := range changes {
			before, after := "-", "-"
			if c.Before != nil {
				before = c.Before.Text
			}
			if c.After != nil {
				after = c.After.Text
			}
			all = append(all, before+">"+after)
		}
		return strings.Join(all, " ")
	}
	if got := told(1, 2); got != "Two.>Two, amended. Three.>- ->Four." {
		t.Errorf("1 to 2: %s", got)
	}
	if got := told(1, 3); got != "" {
		t.Errorf("1 to 3, where all came back: %s", got)
	}
}

func TestWordsThatCameBackStandAgain(t *testing.T) {
	p := newPress(t)
	p.print("a.html", law("1", "One."))
	p.next()
	p.print("a.html", law("1", "Other."))
	p.next()
	if w := p.print("a.html", law("1", "One.")); w.Versions != 0 {
		t.Errorf("words that were there before made a version: %+v", w)
	}
	p.want("1#1=1.1")
}

func TestSearchTakesWordsLiterally(t *testing.T) {
	p := newPress(t)
	p.print("a.html", law("1", "A business shall notify the customer."), law("2", `Nothing "NEAR" here.`))
	for words, want := range map[string]int{
		"notify customers": 1, `"near`: 1, "NOT business": 0, "business OR nothing": 0, "1": 1, "(": 0, "cust*": 0,
	} {
		found, err := p.Search(t.Context(), "ZZ", words, 10)
		if err != nil || len(found) != want {
			t.Errorf("%q found %d, want %d: %v", words, len(found), want, err)
		}
	}
	if found, _ := p.Search(t.Context(), "NM", "notify", 10); len(found) != 0 {
		t.Error("found in another state")
	}
	p.next()
	p.print("a.html", law("1", "A business may sleep."))
	if found, err := p.Search(t.Context(), "", "notify", 10); err != nil || len(found) != 0 {
		t.Errorf("superseded words were found: %v", err)
	}
}

// TestSearchPutsCatchlinesFirst: a section about the words stands before one that
// only uses them, however short that is, and the whole number is known.
func TestSearchPutsCatchlinesFirst(t *testing.T) {
	p := newPress(t)
	about := func(number, catchline, text string) statute.Section {
		one := law(number, text)
		one.Catchline = catchline
		return one
	}
	p.print("a.html",
		about("1", "Terms.", "A spill is a spill, and a spill of oil is a spill."),
		about("2", "Report of a spill to the harbour master.", "It is short."),
		about("3", "Report of a spill.", "Whoever sees a spill tells those who live downstream of it, the town above all, and keeps a note of the day and of the hour for as long as the law says."))
	for words, want := range map[string]string{"spill": "3 2 1", "spills report": "3 2", "2 spill": "2"} {
		found, err := p.Search(t.Context(), "ZZ", words, 10)
		p.must(err)
		var got []string
		for _, one := range found {
			got = append(got, one.Number)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q found %v, want %s", words, got, want)
		}
	}
	for words, want := range map[string]int{"spill": 3, "spills report": 2, "zebra": 0, " ": 0} {
		if n, err := p.Matches(t.Context(), "ZZ", words); n != want || err != nil {
			t.Errorf("%q: %d, %v", words, n, err)
		}
	}
}

func TestAnItemIsGivenUpAfterItsAttempts(t *testing.T) {
	p := newPress(t)
	fail := func(fingerprint string) Failure {
		p.must(p.Fail(t.Context(), Failure{Stage: Parse, Item: "x", Fingerprint: fingerprint, Reason: "no", Run: p.run.Seq}, 2))
		all, err := p.Failures(t.Context())
		p.must(err)
		return all[0]
	}
	if f := fail("a"); f.Attempts != 1 || f.Dead {
		t.Errorf("first: %+v", f)
	}
	if f := fail("a"); f.Attempts != 1 || f.Dead {
		t.Errorf("again in the same run: %+v", f)
	}
	p.next()
	if f := fail("a"); f.Attempts != 2 || !f.Dead {
		t.Errorf("second run: %+v", f)
	}
	if f := fail("b"); f.Attempts != 1 || f.Dead {
		t.Errorf("other bytes: %+v", f)
	}
	p.next()
	fail("b")
	if n, err := p.Retry(t.Context(), ""); n != 1 || err != nil {
		t.Errorf("retried %d, %v", n, err)
	}
	if _, err := p.Retry(t.Context(), "nobody"); err == nil {
		t.Error("an unknown item was retried")
	}
}

func TestTheLockNamesItsHolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pincite.db")
	lock, err := Acquire(path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Acquire(path)
	var held *Locked
	if !errors.As(err, &held) || held.Holder == "" {
		t.Fatalf("second lock: %v", err)
	}
	if err := lock.Release(); err != nil {
		t.Fatal(err)
	}
	again, err := Acquire(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := again.Release(); err != nil {
		t.Fatal(err)
	}
}

func TestAnErrorUndoesTheWholeTransaction(t *testing.T) {
	p := newPress(t)
	bad := law("2", "Two.")
	d := Document{ID: 99, Source: "zz-1", URL: "never fetched"}
	_, err := p.Keep(t.Context(), p.run.Seq, Parsed{Document: d, Source: p.source, Fingerprint: "f", Sections: []statute.Section{bad}, Promote: true})
	if err == nil {
		t.Fatal("a parse of no document was kept")
	}
	if p.refs() != "" {
		t.Errorf("half of it is there: %s", p.refs())
	}
}

func TestAFileThatIsNoStoreIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.txt")
	if err := Publish(filepath.Dir(path), map[string][]byte{"notes.txt": []byte(strings.Repeat("no database at all. ", 400))}); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(context.Background(), path, time.Now, Hooks{}); err == nil || !strings.Contains(err.Error(), "notes.txt") {
		t.Errorf("opening a text file: %v", err)
	}
}

func TestSlotsAreRemembered(t *testing.T) {
	s := opened(t)
	if at, err := s.NewestSlot(t.Context(), "nightly"); err != nil || !at.IsZero() {
		t.Errorf("never seen: %v %v", at, err)
	}
	one := time.Date(2026, 3, 1, 2, 15, 0, 0, time.UTC)
	for _, at := range []time.Time{one, one.Add(24 * time.Hour), one} {
		if err := s.RecordSlot(t.Context(), "nightly", at, "start", "due"); err != nil {
			t.Fatal(err)
		}
	}
	if at, err := s.NewestSlot(t.Context(), "nightly"); err != nil || !at.Equal(one.Add(24*time.Hour)) {
		t.Errorf("newest is %v, %v", at, err)
	}
}

func TestWaiversAndMeasuresComeBack(t *testing.T) {
	s := opened(t)
	w := finding.Waiver{Finding: "f-1", Owner: "A. Clerk", Reason: "read by counsel", Until: "2026-12-31", Bound: "b"}
	m := map[string]finding.Measure{"source-unused": {Precision: []float64{1, 0.9, 1}, N: 40}}
	if err := errors.Join(s.Waive(t.Context(), w), s.KeepMeasures(t.Context(), "sha256:r", m)); err != nil {
		t.Fatal(err)
	}
	waivers, err := s.Waivers(t.Context())
	if err != nil || len(waivers) != 1 || waivers[0] != w {
		t.Errorf("%+v, %v", waivers, err)
	}
	measured, err := s.Measures(t.Context(), "sha256:r")
	if err != nil || measured["source-unused"].N != 40 {
		t.Errorf("%+v, %v", measured, err)
	}
	if other, err := s.Measures(t.Context(), "sha256:other"); err != nil || len(other) != 0 {
		t.Errorf("measures of other rules: %+v, %v", other, err)
	}
}
