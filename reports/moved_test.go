package reports

import (
	"bytes"
	"testing"

	"github.com/pincite/pincite/internal/finding"
)

// TestAFaultWhoseLawMovedIsNews: it is still open, and what a reader knew of it is
// not what the law says now. So letter and feed carry it, and a page says what it
// is.
func TestAFaultWhoseLawMovedIsNews(t *testing.T) {
	f := finding.Finding{ID: "f-2", Rule: "deadline-contradicted", Severity: finding.Critical, State: "open", Message: "The answer says ten days."}
	if f.News() || stateWords(&f) != "Open" {
		t.Errorf("a known finding is called %q, news %v", stateWords(&f), f.News())
	}
	f.Was = "f-1"
	if !f.News() || stateWords(&f) != "Still wrong: the law moved" {
		t.Errorf("it is called %q, news %v", stateWords(&f), f.News())
	}
	r := &finding.Report{Run: "run-0002", Since: &finding.Since{Run: "run-0001"}, Answers: []finding.AnswerReport{{ID: "a", Findings: []finding.Finding{f}}}}
	if letter := newLetter(r); len(letter.New) != 1 {
		t.Errorf("the letter tells %d findings", len(letter.New))
	}
	for name, want := range map[string]string{"atom": "The answer says ten days.", "sarif": `"updated"`} {
		if !bytes.Contains(renderNamed(t, name, r), []byte(want)) {
			t.Errorf("%s does not hold %s", name, want)
		}
	}
}

// TestAnAnswerThatFoundNothingIsCalledSo and not one that may stay published.
func TestAnAnswerThatFoundNothingIsCalledSo(t *testing.T) {
	r := &finding.Report{Run: "run-0001", Answers: []finding.AnswerReport{{ID: "a.ZZ", Title: "On bees", Jurisdiction: "ZZ", Origin: "extractive", Outcome: finding.Publish}}}
	for name, want := range map[string]string{"html": `<span class="outcome">Found nothing</span>`, "text": "FOUND NOTHING  ZZ", "markdown": "| Found nothing |"} {
		if !bytes.Contains(renderNamed(t, name, r), []byte(want)) {
			t.Errorf("%s does not hold %s", name, want)
		}
	}
}

func renderNamed(t *testing.T, name string, r *finding.Report) []byte {
	t.Helper()
	f, err := Named(name)
	if err != nil {
		t.Fatal(err)
	}
	return render(t, f, r)
}
