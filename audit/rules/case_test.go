package rules

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// testcase is one txtar read: testdata/README.md describes the format.
type testcase struct {
	audited audit.Case
	wants   []want
	clean   bool
}

// want is a line of a case's want file.
type want struct {
	rule, ref, substring string
	severity             finding.Severity
}

// String is the line as it stands in the case.
func (w want) String() string {
	return fmt.Sprintf("%s %s %q %s", w.rule, w.ref, w.substring, w.severity)
}

// readCase makes an audit's case of a txtar.
func readCase(t *testing.T, archive *txtar.Archive) *testcase {
	t.Helper()
	head := header(string(archive.Comment))
	if head["name"] == nil || head["why"] == nil {
		t.Fatal("the comment gives no name or no why")
	}
	c := &testcase{clean: first(head["clean"]) == "true"}
	law := lawText(t, head["laws"]) + body(archive, "law")
	books := readLaws(t, law)
	a := published(t, archive, books, first(head["jurisdiction"]))
	c.audited = audit.Case{Answer: a, Date: day(t, first(head["date"]))}
	c.shelve(books, a.Jurisdiction, head["gap"])
	c.circumstances(t, head, body(archive, "judged"))
	c.wants = readWants(t, body(archive, "want"))
	return c
}

// header reads "key: value" lines; a key may stand several times.
func header(comment string) map[string][]string {
	values := map[string][]string{}
	for _, line := range strings.Split(comment, "\n") {
		if key, value, ok := strings.Cut(line, ":"); ok {
			values[strings.TrimSpace(key)] = append(values[strings.TrimSpace(key)], strings.TrimSpace(value))
		}
	}
	return values
}

func first(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return values[0]
}

func body(archive *txtar.Archive, name string) string {
	for _, f := range archive.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

// lawText joins the shared laws that the case names.
func lawText(t *testing.T, named []string) string {
	t.Helper()
	var all strings.Builder
	for _, list := range named {
		for _, name := range strings.Split(list, ",") {
			data, err := os.ReadFile("testdata/laws/" + strings.TrimSpace(name) + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			all.Write(append(data, '\n'))
		}
	}
	return all.String()
}

// published reads the answer; it is audited for the jurisdiction of the first
// law unless the comment says otherwise.
func published(t *testing.T, archive *txtar.Archive, books []*book, jurisdiction string) answer.Answer {
	t.Helper()
	j := statute.Jurisdiction(jurisdiction)
	if j == "" && len(books) > 0 {
		j = books[0].jurisdiction
	}
	data := strings.ReplaceAll(body(archive, "answer"), `\xff`, "\xff")
	a, err := answer.Read(answer.File{
		Name: "case.txt", Data: []byte(data), Jurisdiction: j, Question: strings.TrimSpace(body(archive, "question")),
	})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// shelve hands the case its law and that of the others.
func (c *testcase) shelve(books []*book, own statute.Jurisdiction, gaps []string) {
	for _, b := range books {
		law := enacted.NewLaw(b.jurisdiction, b.sections, b.former, len(gaps) == 0, gaps)
		if b.jurisdiction == own {
			c.audited.Law = law
		} else {
			c.audited.Others = append(c.audited.Others, law)
		}
	}
	if c.audited.Law == nil {
		c.audited.Law = enacted.NewLaw(own, nil, nil, false, gaps)
	}
}

// circumstances reads what a run would know besides.
func (c *testcase) circumstances(t *testing.T, head map[string][]string, judged string) {
	t.Helper()
	about := &c.audited.Circumstances
	for _, line := range head["stale"] {
		class, rest, _ := strings.Cut(line, " ")
		number, why, _ := strings.Cut(rest, " ")
		about.Stale = append(about.Stale, finding.Stale{Class: class, Number: number, Why: why})
	}
	for _, line := range head["failure"] {
		source, reason, _ := strings.Cut(line, " ")
		about.Failures = map[string]string{source: reason}
	}
	if trouble := head["judge"]; trouble != nil {
		about.Judge = audit.JudgeState{Configured: true, Trouble: first(trouble)}
	}
	c.audited.Judged = readOpinions(t, judged)
}

// readOpinions reads lines "claim ref verdict[,verdict…] | quote".
func readOpinions(t *testing.T, text string) map[audit.Asked]audit.Opinion {
	t.Helper()
	var opinions map[audit.Asked]audit.Opinion
	for _, line := range lines(text) {
		place, quote, _ := strings.Cut(line, "|")
		var claim int
		var ref, verdicts string
		if _, err := fmt.Sscan(place, &claim, &ref, &verdicts); err != nil {
			t.Fatalf("judged %q: %v", line, err)
		}
		parsed, err := statute.ParseRef(ref)
		if err != nil {
			t.Fatal(err)
		}
		if opinions == nil {
			opinions = map[audit.Asked]audit.Opinion{}
		}
		o := audit.Opinion{Quote: strings.TrimSpace(quote)}
		for i, v := range strings.Split(verdicts, ",") {
			if i == 0 {
				o.Verdict = finding.Verdict(v)
			} else {
				o.Others = append(o.Others, finding.Verdict(v))
			}
		}
		opinions[audit.Asked{Claim: claim, Ref: parsed}] = o
	}
	return opinions
}

var wantLine = regexp.MustCompile(`^([a-z-]+) (\S+) (?:"(.*)"|-)(?: ([a-z]+))?$`)

// readWants reads lines: rule, ref or -, "words of the answer" or -, severity.
func readWants(t *testing.T, text string) []want {
	t.Helper()
	var wants []want
	for _, line := range lines(text) {
		m := wantLine.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("want %q is not rule, ref, \"words\" and severity", line)
		}
		wants = append(wants, want{rule: m[1], ref: m[2], substring: m[3], severity: finding.Severity(m[4])})
	}
	return wants
}

// lines are those that are not empty.
func lines(text string) []string {
	var found []string
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			found = append(found, line)
		}
	}
	return found
}

// day reads a date; without one the case plays on the first of March 2026.
func day(t *testing.T, s string) time.Time {
	t.Helper()
	if s == "" {
		s = "2026-03-01"
	}
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// find runs every rule, without the steps that come after them.
func (c *testcase) find(t *testing.T) []finding.Finding {
	t.Helper()
	reading := audit.Read(c.audited)
	var found []finding.Finding
	for _, rule := range All() {
		found = append(found, rule.Find(reading)...)
	}
	return found
}

// unmet are the wants that no finding meets.
func (c *testcase) unmet(found []finding.Finding) []want {
	var left []want
	for _, w := range c.wants {
		met := false
		for _, f := range found {
			met = met || w.meets(f, c.audited.Answer)
		}
		if !met {
			left = append(left, w)
		}
	}
	return left
}

// wanted reports whether a line of the case asks for the finding.
func (c *testcase) wanted(f finding.Finding) bool {
	for _, w := range c.wants {
		if w.meets(f, c.audited.Answer) {
			return true
		}
	}
	return false
}

// meets compares rule, ref, severity and the words at which the finding points:
// its own quote, or the claim in which that stands.
func (w want) meets(f finding.Finding, a answer.Answer) bool {
	if w.rule != f.Rule || w.ref != "-" && w.ref != f.Ref.String() || w.severity != "" && w.severity != f.Severity {
		return false
	}
	pointed := ""
	if f.AnswerQuote != nil {
		pointed = f.AnswerQuote.Text
	}
	for _, claim := range a.Claims {
		if claim.ID == f.Claim {
			pointed += "\n" + claim.Text
		}
	}
	return strings.Contains(pointed, w.substring)
}

// verbatim reports whether a section holds a quote where it says.
func (c *testcase) verbatim(q finding.SourceQuote) bool {
	for _, law := range append([]*enacted.Law{c.audited.Law}, c.audited.Others...) {
		for i := range law.Sections {
			if h := &law.Sections[i]; h.Number == q.Number && holdsAt(h, q) {
				return true
			}
		}
	}
	return false
}

// holdsAt looks for the quote in the part that it names.
func holdsAt(h *statute.Held, q finding.SourceQuote) bool {
	parts := map[string][]string{"": {h.Text}, "catchline": {h.Catchline}, "history": {h.History}, "note": h.Notes}[q.Part]
	for _, part := range parts {
		if q.Start >= 0 && q.Start < q.End && q.End <= len(part) && part[q.Start:q.End] == q.Text {
			return true
		}
	}
	return false
}
