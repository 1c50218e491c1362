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
		"1 source is old (ZZ Old Act); 4 claims have a citation that words alone could not check."
	if got := r.Headline(); got != want {
		t.Errorf("headline:\n got %s\nwant %s", got, want)
	}
}

// TestHeadlineSaysWhatWasNotDone: an answer that could not be read is no gap in
// the law, and is named with its reason.
func TestHeadlineSaysWhatWasNotDone(t *testing.T) {
	long := "parse of zz file:law.pdf was given up after 5 runs: " + strings.Repeat("it is cut off ", 20)
	for _, c := range []struct {
		dead []string
		want string
	}{
		{nil, "Law coverage is incomplete."},
		{[]string{"audit of e.txt failed: it is empty"}, "All configured law was read well; the audit is incomplete: 1 item not done (audit of e.txt failed: it is empty)."},
		{[]string{"answer of a.ZZ failed: x", "audit of e.txt failed: y"}, "All configured law was read well; the audit is incomplete: 2 items not done (answer of a.ZZ failed: x, audit of e.txt failed: y)."},
		{[]string{"audit of e.txt failed: y", long}, "Law coverage is incomplete: 1 item not done (" + long[:120] + "…); the audit is incomplete: 1 item not done (audit of e.txt failed: y)."},
	} {
		r := Report{Coverage: Coverage{Dead: c.dead}}
		if got := r.Unseen(); got != c.want {
			t.Errorf("%v:\n got %s\nwant %s", c.dead, got, c.want)
		}
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
	unverified, supported := CitationReport{Verdict: Unverified}, CitationReport{Verdict: Supported}
	for _, c := range []struct {
		name  string
		claim ClaimReport
		want  bool
	}{
		{"nothing was shown", ClaimReport{NeedsCitation: true, Citations: []CitationReport{unverified}}, true},
		{"one was shown, and the other is marked unverified", ClaimReport{NeedsCitation: true, Citations: []CitationReport{supported, unverified}}, true},
		{"all was shown", ClaimReport{NeedsCitation: true, Citations: []CitationReport{supported}}, false},
		{"uncited", ClaimReport{NeedsCitation: true}, false},
		{"it needs none", ClaimReport{Citations: []CitationReport{unverified}}, false},
	} {
		if c.claim.Unverified() != c.want {
			t.Errorf("%s: %v", c.name, !c.want)
		}
	}
}

// TestFoundNothingIsCountedApart: nobody is answered by it, so it is none of those
// that may stay published.
func TestFoundNothingIsCountedApart(t *testing.T) {
	r := &Report{Coverage: Coverage{Complete: true}, Answers: []AnswerReport{
		{Origin: "imported", Outcome: Publish}, {Origin: "extractive", Outcome: Publish}, {Origin: "extractive", Outcome: Publish, Sources: []SourceReport{{}}},
	}}
	if got := r.ToDo(); got != "2 answers may stay published; 1 found nothing in the law held." {
		t.Errorf("to do: %s", got)
	}
	if got := r.Summary()[1]; !strings.HasSuffix(got, "2 may stay published, 1 found nothing") {
		t.Errorf("summary: %s", got)
	}
	r.Answers = r.Answers[1:2]
	if got := r.ToDo(); got != "1 answer found nothing in the law held." || r.Answers[0].OutcomeWords() != "Found nothing" {
		t.Errorf("to do: %s", got)
	}
	if r.Tone() != "note" {
		t.Errorf("it looks %s", r.Tone())
	}
}

// TestWhatWasNotAuditedInFullIsSaid of an answer that must go all the same.
func TestWhatWasNotAuditedInFullIsSaid(t *testing.T) {
	r := &Report{Answers: []AnswerReport{{Outcome: DoNotPublish}, {Outcome: DoNotPublish, Partial: true}, {Outcome: NotAuditable, Partial: true}}}
	if got := r.ToDo(); got != "2 answers must not stay published (1 of them not audited in full); 1 could not be audited." {
		t.Errorf("to do: %s", got)
	}
}
