package pipeline

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/sharedtest"
)

// expectedAudit is what the audit of the published page must and must not find.
type expectedAudit struct {
	Bound    map[string]string
	MustFind []struct {
		Rule    string
		RuleAny []string `json:"rule_any"`
		Ref     string
		Claim   *struct{ Start, End int }
	} `json:"must_find"`
	MustNotFind []struct {
		Ref   string
		Rules []string
	} `json:"must_not_find"`
	Outcome finding.Outcome
}

// TestThePublishedPage audits the page that began it all against its four
// documents, through scraping and parsing.
func TestThePublishedPage(t *testing.T) {
	var want expectedAudit
	if err := json.Unmarshal(sharedtest.Read(t, "seed", "expected.json"), &want); err != nil {
		t.Fatal(err)
	}
	got := auditSeed(t)
	for ref, number := range want.Bound {
		if i := slices.IndexFunc(got.Sources, func(s finding.SourceReport) bool { return s.Ref.String() == ref }); i < 0 || got.Sources[i].Bound == nil || got.Sources[i].Bound.Number != number {
			t.Errorf("[%s] is not bound to %s", ref, number)
		}
	}
	for _, must := range want.MustFind {
		rules := append(must.RuleAny, must.Rule)
		if !slices.ContainsFunc(got.Findings, func(f finding.Finding) bool {
			return slices.Contains(rules, f.Rule) && (must.Ref == "" || f.Ref.String() == must.Ref) && (must.Claim == nil || stands(got, f, must.Claim.Start, must.Claim.End))
		}) {
			t.Errorf("not found: %v of [%s] %+v", rules, must.Ref, must.Claim)
		}
	}
	for _, not := range want.MustNotFind {
		for _, f := range got.Findings {
			if slices.Contains(not.Rules, f.Rule) && (not.Ref == "*" || f.Ref.String() == not.Ref) {
				t.Errorf("found and must not be: %s of [%s]: %s", f.Rule, f.Ref, f.Message)
			}
		}
	}
	if got.Outcome != want.Outcome {
		t.Errorf("outcome %s, want %s", got.Outcome, want.Outcome)
	}
}

// stands reports whether a finding is about the claim at these bytes.
func stands(a *finding.AnswerReport, f finding.Finding, start, end int) bool {
	if c := a.Claim(f.Claim); c != nil && c.Start < end && start < c.End {
		return true
	}
	return f.AnswerQuote != nil && f.AnswerQuote.Start < end && start < f.AnswerQuote.End
}

func auditSeed(t *testing.T) *finding.AnswerReport {
	t.Helper()
	n := &night{T: t, dir: t.TempDir(), clock: &steady{time.Date(2026, 3, 1, 2, 15, 0, 0, time.UTC)}}
	var sources []string
	for i, doc := range [][2]string{
		{"Data Breach Notification Act", "corpus/nm/57-12C.rebuilt.html"},
		{"Insurance Code", "seed/nm-insurance-stand-in.html"},
		{"Identity Theft", "seed/nm-identity-stand-in.html"},
		{"Privacy Protection Act", "seed/nm-privacy-stand-in.html"},
	} {
		line := source(fmt.Sprintf("nm-%d", i+1), doc[0], "file://"+sharedtest.Path(t, filepath.FromSlash(doc[1])))
		sources = append(sources, strings.Replace(line, "jurisdiction: ZZ", "jurisdiction: NM", 1))
	}
	n.write("questions.yaml", []byte("[]\n"))
	n.configure(sources...)
	n.run()
	p := n.open()
	report, err := p.Check(t.Context(), answer.File{Name: "published-page.txt", Data: sharedtest.Read(t, "seed", "published-page.txt"), Jurisdiction: "NM"})
	if err != nil {
		t.Fatal(err)
	}
	return &report.Answers[0]
}
