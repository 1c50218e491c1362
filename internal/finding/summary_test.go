package finding

import (
	"strings"
	"testing"
	"time"
)

func TestHeadlineNamesWhatToDoAndWhatWasNotSeen(t *testing.T) {
	r := &Report{Answers: []AnswerReport{{Outcome: DoNotPublish}, {Outcome: DoNotPublish}, {Outcome: Correct}}}
	r.Coverage.Sources = []SourceCoverage{{Jurisdiction: "ZZ", Title: "Trade Act", State: "failed"}, {Jurisdiction: "ZZ", Title: "Old Act", State: "old"}}
	r.Coverage.UnverifiedClaims = 4
	want := "2 answers must not stay published; 1 needs correction; law coverage is incomplete: 1 source failed (ZZ Trade Act), " +
		"1 source is old (ZZ Old Act); 4 claims could not be checked by words alone."
	if got := r.Headline(); got != want {
		t.Errorf("headline:\n got %s\nwant %s", got, want)
	}
}

// TestTone: nothing looks good that was not wholly read and told.
func TestTone(t *testing.T) {
	for _, c := range []struct {
		name string
		r    Report
		want string
	}{
		{"no answers", Report{Coverage: Coverage{Complete: true}}, "warn"},
		{"all well", Report{Answers: []AnswerReport{{Outcome: Publish}}, Coverage: Coverage{Complete: true}}, "good"},
		{"a source failed", Report{Answers: []AnswerReport{{Outcome: Publish}}}, "warn"},
		{"unverified", Report{Answers: []AnswerReport{{Outcome: Publish}}, Coverage: Coverage{Complete: true, UnverifiedClaims: 1}}, "note"},
		{"one to correct", Report{Answers: []AnswerReport{{Outcome: Correct}}, Coverage: Coverage{Complete: true}}, "warn"},
		{"one to take down", Report{Answers: []AnswerReport{{Outcome: Publish}, {Outcome: DoNotPublish}}, Coverage: Coverage{Complete: true}}, "bad"},
	} {
		if got := c.r.Tone(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestWaivedFindingsAreCountedApart(t *testing.T) {
	a := AnswerReport{Findings: []Finding{
		{Severity: High}, {Severity: High, Waiver: &Waiver{}}, {Severity: Low, Waiver: &Waiver{Lapsed: "the law changed"}},
	}}
	open, waived := a.Count()
	if open[High] != 1 || open[Low] != 1 || waived != 1 {
		t.Errorf("open %v, waived %d", open, waived)
	}
}

func TestSummaryIsTenLinesAtMost(t *testing.T) {
	r := &Report{Run: "r", GeneratedAt: time.Unix(0, 0), Since: &Since{Run: "q"}}
	lines := r.Summary()
	if len(lines) > 10 || len(lines) < 8 {
		t.Errorf("%d lines", len(lines))
	}
	for _, line := range lines {
		if strings.Contains(line, "\n") {
			t.Errorf("a line of the summary is two: %q", line)
		}
	}
}

func TestUnverifiedIsNeitherPassNorFail(t *testing.T) {
	claim := ClaimReport{NeedsCitation: true, Citations: []CitationReport{{Verdict: Unverified}}}
	if !claim.Unverified() {
		t.Error("a claim with nothing shown is not unverified")
	}
	claim.Citations = append(claim.Citations, CitationReport{Verdict: Supported})
	if claim.Unverified() {
		t.Error("one supported citation carries the claim")
	}
	if (&ClaimReport{NeedsCitation: true}).Unverified() {
		t.Error("a claim without a citation is uncited, not unverified")
	}
}
