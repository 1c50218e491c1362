package rules

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/sharedtest"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/scrapers"
)

// expected is what the audit of the published page must and must not find.
type expected struct {
	Bound    map[string]string `json:"bound"`
	MustFind []struct {
		Rule    string   `json:"rule"`
		RuleAny []string `json:"rule_any"`
		Ref     string   `json:"ref"`
		Claim   *finding.Quote
		Why     string `json:"why"`
	} `json:"must_find"`
	MustNotFind []struct {
		Ref   string   `json:"ref"`
		Rules []string `json:"rules"`
	} `json:"must_not_find"`
	Outcome finding.Outcome `json:"outcome"`
}

// seedSources are the four documents of the page, in the order of their numbers.
var seedSources = []struct{ id, title, path string }{
	{"nm-57-12c", "Data Breach Notification Act", "corpus/nm/57-12C.rebuilt.html"},
	{"nm-insurance", "Insurance Code", "seed/nm-insurance-stand-in.html"},
	{"nm-identity", "Identity", "seed/nm-identity-stand-in.html"},
	{"nm-privacy", "Privacy Protection Act", "seed/nm-privacy-stand-in.html"},
}

// TestPublishedPage audits the page that started it with every rule.
func TestPublishedPage(t *testing.T) {
	var want expected
	if err := json.Unmarshal(sharedtest.Read(t, "seed", "expected.json"), &want); err != nil {
		t.Fatal(err)
	}
	report := auditPage(t)
	for _, f := range report.Findings {
		t.Log(describe(f))
	}
	for _, s := range report.Sources {
		if s.Bound == nil || s.Bound.Number != want.Bound[s.Ref.String()] {
			t.Errorf("[%s] is bound to %+v: want %s", s.Ref, s.Bound, want.Bound[s.Ref.String()])
		}
	}
	for _, m := range want.MustFind {
		if !slices.ContainsFunc(report.Findings, func(f finding.Finding) bool {
			return (f.Rule == m.Rule || slices.Contains(m.RuleAny, f.Rule)) && (m.Ref == "" || m.Ref == f.Ref.String()) &&
				(m.Claim == nil || within(report, f, *m.Claim))
		}) {
			t.Errorf("not found: %s%v [%s] %+v %s", m.Rule, m.RuleAny, m.Ref, m.Claim, m.Why)
		}
	}
	for _, m := range want.MustNotFind {
		for _, f := range report.Findings {
			if (m.Ref == "*" || m.Ref == f.Ref.String()) && slices.Contains(m.Rules, f.Rule) {
				t.Errorf("found against the list: %s", describe(f))
			}
		}
	}
	if report.Outcome != want.Outcome {
		t.Errorf("outcome %s: want %s", report.Outcome, want.Outcome)
	}
}

// within reports whether the finding is about the claim at these bytes.
func within(report finding.AnswerReport, f finding.Finding, claim finding.Quote) bool {
	for _, c := range report.Claims {
		if c.ID == f.Claim {
			return c.Start < claim.End && claim.Start < c.End
		}
	}
	return f.AnswerQuote != nil && f.AnswerQuote.Start < claim.End && claim.Start < f.AnswerQuote.End
}

func auditPage(t *testing.T) finding.AnswerReport {
	t.Helper()
	return audit.Audit(seedCase(t), All())
}

// seedCase is the page and the law of its four documents.
func seedCase(t *testing.T) audit.Case {
	t.Helper()
	var held []statute.Held
	for i, source := range seedSources {
		held = append(held, parsed(t, source.path, "NM", statute.Held{Source: source.id, Act: source.title, Ref: statute.Ref{Document: i + 1}})...)
	}
	page, err := answer.Read(answer.File{
		Name: "published-page.txt", Data: sharedtest.Read(t, "seed", "published-page.txt"), Jurisdiction: "NM",
	})
	if err != nil {
		t.Fatal(err)
	}
	return audit.Case{
		Answer: page, Law: enacted.NewLaw("NM", held, nil, true, nil), Date: time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC),
	}
}

// parsed reads a file of the shared folder into sections held under a source.
func parsed(t *testing.T, path string, j statute.Jurisdiction, as statute.Held) []statute.Held {
	t.Helper()
	data := sharedtest.Read(t, strings.Split(path, "/")...)
	doc, err := extract.Read(t.Context(), extract.File{Name: filepath.Base(path), Data: data})
	if err != nil {
		t.Fatal(err)
	}
	document, err := scrapers.Parse(scrapers.Recognise(doc).Name, doc, j)
	if err != nil {
		t.Fatal(err)
	}
	var held []statute.Held
	for i, section := range document.Sections {
		h := as
		h.Section = section
		h.Ref.Section = i + 1
		held = append(held, h)
	}
	return held
}
