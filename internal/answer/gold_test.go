package answer

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/sharedtest"
	"github.com/pincite/pincite/internal/statute"
)

// labelled is what this test needs of a labelled answer. Offsets count
// characters there, and bytes here.
type labelledAnswer struct {
	ID     string `json:"id"`
	Answer string `json:"answer"`
	Claims []struct {
		Start, End int
		Text       string
		Needs      bool `json:"needs_citation"`
		Citations  []struct {
			Ref statute.Ref `json:"ref"`
			Via string      `json:"via"`
		}
	} `json:"claims"`
}

// bytesOf turns an offset in characters into one in bytes.
func bytesOf(text string, characters int) int {
	n := 0
	for at := range text {
		if n == characters {
			return at
		}
		n++
	}
	return len(text)
}

// TestLabelledAnswers counts the claims found at exactly the labelled places,
// and how well the need of a citation is told.
func TestLabelledAnswers(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(sharedtest.Path(t, "gold", "A"), "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no labelled answers: %v", err)
	}
	var all, exact, citations, citationsRight, hits, misses, alarms int
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var gold labelledAnswer
		if err := json.Unmarshal(data, &gold); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		a, err := Read(File{Name: gold.ID + ".txt", Data: []byte(gold.Answer)})
		if err != nil {
			t.Fatalf("%s: %v", gold.ID, err)
		}
		checkOffsets(t, &a)
		if len(a.Faults) > 0 {
			t.Errorf("%s: faults %q", gold.ID, a.Faults)
		}
		found := map[Span]*Claim{}
		for i := range a.Claims {
			found[a.Claims[i].Span] = &a.Claims[i]
		}
		needed := map[Span]bool{}
		for _, c := range gold.Claims {
			all++
			s := Span{bytesOf(gold.Answer, c.Start), bytesOf(gold.Answer, c.End)}
			mine := found[s]
			if mine == nil {
				t.Logf("%s: no claim at %v: %q", gold.ID, s, c.Text)
				continue
			}
			exact++
			needed[s] = c.Needs
			switch {
			case c.Needs && mine.NeedsCitation:
				hits++
			case c.Needs:
				misses++
				t.Logf("%s: needs a citation, said not (%s): %q", gold.ID, mine.Role, c.Text)
			}
			for _, label := range c.Citations {
				citations++
				for _, have := range mine.Citations {
					if have.Ref == label.Ref && have.Inherited == (label.Via != "") {
						citationsRight++
					}
				}
			}
		}
		for _, c := range a.Claims {
			if c.NeedsCitation && !needed[c.Span] {
				alarms++
				t.Logf("%s: needs none, said to (%s): %q", gold.ID, c.Role, c.Text)
			}
		}
	}
	t.Logf("claims at the labelled places: %d of %d; citations %d of %d", exact, all, citationsRight, citations)
	precision, recall := float64(hits)/float64(hits+alarms), float64(hits)/float64(hits+misses)
	t.Logf("needs a citation: precision %.3f, recall %.3f", precision, recall)
	if float64(exact) < 0.98*float64(all) {
		t.Errorf("claims found: %d of %d, want 0.98 of them", exact, all)
	}
	if float64(citationsRight) < 0.98*float64(citations) {
		t.Errorf("citations read: %d of %d, want 0.98 of them", citationsRight, citations)
	}
	if f1 := 2 * precision * recall / (precision + recall); f1 < 0.85 {
		t.Errorf("need of a citation: F1 %.3f, want 0.85", f1)
	}
}

// checkOffsets holds for every answer: claims in order, apart, and their text is
// the answer's.
func checkOffsets(t *testing.T, a *Answer) {
	t.Helper()
	last := 0
	for i, c := range a.Claims {
		switch {
		case c.ID != i+1:
			t.Errorf("%s: claim %d has ID %d", a.ID, i+1, c.ID)
		case c.Span.Start < last || c.Span.End <= c.Span.Start || c.Span.End > len(a.Text):
			t.Fatalf("%s: claim %d at %v after %d of %d", a.ID, c.ID, c.Span, last, len(a.Text))
		case a.Text[c.Span.Start:c.Span.End] != c.Text:
			t.Errorf("%s: claim %d: %q is not at its place", a.ID, c.ID, c.Text)
		}
		last = c.Span.End
		for _, q := range c.Quotes {
			if q.Start < c.Span.Start || q.End > c.Span.End || q.Start > q.End {
				t.Errorf("%s: claim %d: quote at %v outside %v", a.ID, c.ID, q, c.Span)
			}
		}
		for _, cited := range c.Citations {
			if cited.Marker < 0 || cited.Marker >= len(a.Markers) {
				t.Fatalf("%s: claim %d: marker %d of %d", a.ID, c.ID, cited.Marker, len(a.Markers))
			}
		}
		if c.LeadIn >= c.ID {
			t.Errorf("%s: claim %d has lead-in %d", a.ID, c.ID, c.LeadIn)
		}
	}
	for i, m := range a.Markers {
		if m.Span.End > len(a.Text) || m.Span.Start >= m.Span.End || a.Text[m.Span.Start:m.Span.End] != m.Raw {
			t.Errorf("%s: marker %d at %v is not %q", a.ID, i, m.Span, m.Raw)
		}
	}
	for _, s := range a.Sources {
		if s.Span.End > len(a.Text) || s.Span.Start > s.Span.End {
			t.Errorf("%s: source %s at %v", a.ID, s.Ref, s.Span)
		}
	}
}

// TestPublishedPage reads the page as it was published, chrome and all.
func TestPublishedPage(t *testing.T) {
	a, err := Read(File{Name: "page.txt", Data: sharedtest.Read(t, "seed", "published-page.txt")})
	if err != nil {
		t.Fatal(err)
	}
	checkOffsets(t, &a)
	if !strings.HasPrefix(a.Question, "Can I use customer data") || !strings.HasPrefix(a.Title, "Using Customer Data") {
		t.Errorf("question %q, title %q", a.Question, a.Title)
	}
	if a.Jurisdiction != "NM" || a.Text[a.DeclaredSpan.Start:a.DeclaredSpan.End] != "New Mexico" || len(a.Sources) != 7 {
		t.Errorf("jurisdiction %q, declared at %v, %d sources", a.Jurisdiction, a.DeclaredSpan, len(a.Sources))
	}
	var expected struct {
		MustFind []struct {
			Rule  string
			Claim *struct {
				Text       string
				Start, End int
			}
		} `json:"must_find"`
	}
	if err := json.Unmarshal(sharedtest.Read(t, "seed", "expected.json"), &expected); err != nil {
		t.Fatal(err)
	}
	for _, want := range expected.MustFind {
		if want.Claim == nil {
			continue
		}
		found := false
		for _, c := range a.Claims {
			if c.Span == (Span{want.Claim.Start, want.Claim.End}) {
				found = true
				if want.Rule == "claim-uncited" && (!c.NeedsCitation || len(c.Citations) > 0) {
					t.Errorf("%q: role %s, needs no citation", c.Text, c.Role)
				}
			}
		}
		if !found {
			t.Errorf("no claim at %d: %q", want.Claim.Start, want.Claim.Text)
		}
	}
	for _, c := range a.Claims {
		t.Logf("%s %s needs=%v lead=%d %q", c.Kind, c.Role, c.NeedsCitation, c.LeadIn, c.Bare)
	}
}

// TestWorthiness measures on another set, of other fields and another notion of
// worth: nearly all of its sentences are labelled worthy.
func TestWorthiness(t *testing.T) {
	var right, all, worthy, hits, alarms, misses int
	for _, row := range strings.Split(string(sharedtest.Read(t, "bench", "worthiness.jsonl")), "\n") {
		if row == "" {
			continue
		}
		var r struct {
			Question, Claim string
			Worthy          bool
		}
		if err := json.Unmarshal([]byte(row), &r); err != nil {
			t.Fatal(err)
		}
		a, err := Read(File{Name: "row.txt", Data: []byte("# Answer\n\n" + r.Claim), Question: r.Question})
		if err != nil {
			continue
		}
		needs := false
		for _, c := range a.Claims {
			needs = needs || c.NeedsCitation
		}
		all++
		if r.Worthy {
			worthy++
		}
		switch {
		case needs == r.Worthy:
			right++
			if needs {
				hits++
			}
		case needs:
			alarms++
		default:
			misses++
		}
	}
	if all < 1000 {
		t.Fatalf("only %d rows read", all)
	}
	if base := float64(worthy) / float64(all); float64(hits)/float64(hits+alarms) < base {
		t.Errorf("what is said to need a citation is worthy less often than any sentence: %d of %d, all %.3f", hits, hits+alarms, base)
	}
	t.Logf("%d rows: right %.3f; precision %.3f, recall %.3f", all, float64(right)/float64(all), float64(hits)/float64(hits+alarms), float64(hits)/float64(hits+misses))
}
