package reports

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pincite/pincite/internal/finding"
)

// A SARIF log of one run: answers are its artifacts, findings its results, and
// the words of the statute the related locations. Fingerprints are the findings'
// ids, which hold no positions.
var _ = add(Format{
	Name: "sarif", Extension: "sarif", About: "code-scanning systems: SARIF 2.1.0, statute words as related locations",
	Write: func(w io.Writer, r *finding.Report) error {
		encoded, err := json.MarshalIndent(newSarif(r), "", " ")
		if err != nil {
			return fmt.Errorf("report %s as SARIF: %w", r.Run, err)
		}
		_, err = w.Write(append(escapeHidden(encoded), '\n'))
		return err
	},
})

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool        sarifTool         `json:"tool"`
	Invocations []sarifInvocation `json:"invocations"`
	Artifacts   []sarifArtifact   `json:"artifacts"`
	Results     []sarifResult     `json:"results"`
	Details     sarifDetails      `json:"automationDetails"`
	ColumnKind  string            `json:"columnKind"`
	Properties  map[string]string `json:"properties"`
}

type sarifDetails struct {
	ID string `json:"id"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name  string      `json:"name"`
	Rules []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID      string            `json:"id"`
	Short   sarifMessage      `json:"shortDescription"`
	Default sarifRuleDefault  `json:"defaultConfiguration"`
	More    map[string]string `json:"properties"`
}

type sarifRuleDefault struct {
	Level string `json:"level"`
}

type sarifMessage struct {
	Text string `json:"text"`
}

type sarifInvocation struct {
	Successful    bool                `json:"executionSuccessful"`
	EndTime       string              `json:"endTimeUtc"`
	Notifications []sarifNotification `json:"toolExecutionNotifications"`
}

type sarifNotification struct {
	Level   string       `json:"level"`
	Message sarifMessage `json:"message"`
}

type sarifArtifact struct {
	Location sarifArtifactLocation `json:"location"`
	Contents sarifMessage          `json:"contents"`
}

type sarifArtifactLocation struct {
	URI   string `json:"uri,omitempty"`
	Index *int   `json:"index,omitempty"`
}

type sarifResult struct {
	RuleID       string             `json:"ruleId"`
	RuleIndex    int                `json:"ruleIndex"`
	Level        string             `json:"level"`
	Message      sarifMessage       `json:"message"`
	Locations    []sarifLocation    `json:"locations"`
	Related      []sarifLocation    `json:"relatedLocations,omitempty"`
	Fingerprints map[string]string  `json:"partialFingerprints"`
	Baseline     string             `json:"baselineState,omitempty"`
	Suppressions []sarifSuppression `json:"suppressions"`
	Properties   map[string]string  `json:"properties"`
}

type sarifSuppression struct {
	Kind          string `json:"kind"`
	Status        string `json:"status"`
	Justification string `json:"justification"`
}

type sarifLocation struct {
	ID       int            `json:"id,omitempty"`
	Physical *sarifPhysical `json:"physicalLocation,omitempty"`
	Logical  []sarifLogical `json:"logicalLocations,omitempty"`
	Message  *sarifMessage  `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifactLocation `json:"artifactLocation"`
	Region   *sarifRegion          `json:"region,omitempty"`
}

type sarifRegion struct {
	StartLine   int          `json:"startLine"`
	StartColumn int          `json:"startColumn"`
	EndLine     int          `json:"endLine"`
	EndColumn   int          `json:"endColumn"`
	Snippet     sarifMessage `json:"snippet"`
}

type sarifLogical struct {
	Name      string `json:"name"`
	Qualified string `json:"fullyQualifiedName"`
	Kind      string `json:"kind"`
}

// sarifer holds what results look up.
type sarifer struct {
	report   *finding.Report
	sections finding.SectionIndex
	rules    map[string]int
}

func newSarif(r *finding.Report) *sarifLog {
	s := &sarifer{report: r, sections: r.IndexSections(), rules: map[string]int{}}
	run := sarifRun{
		Tool: sarifTool{sarifDriver{Name: "Pincite", Rules: s.describe()}}, Invocations: []sarifInvocation{s.invocation()},
		Artifacts: []sarifArtifact{}, Results: []sarifResult{}, ColumnKind: "unicodeCodePoints", Details: sarifDetails{"pincite/" + visible(r.Run)},
		Properties: map[string]string{"edition": r.Edition, "rules": r.Rules, "judge": r.Judge, "headline": r.Headline()},
	}
	for i := range r.Answers {
		run.Artifacts = append(run.Artifacts, sarifArtifact{sarifArtifactLocation{URI: answerURI(&r.Answers[i])}, sarifMessage{r.Answers[i].Text}})
		for j := range r.Answers[i].Findings {
			run.Results = append(run.Results, s.result(i, &r.Answers[i].Findings[j]))
		}
	}
	run.Results = append(run.Results, s.absent()...)
	return &sarifLog{Schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run}}
}

// describe lists the rules and keeps their places.
func (s *sarifer) describe() []sarifRule {
	out := []sarifRule{}
	for _, row := range ruleRows(s.report) {
		s.rules[row.Name] = len(out)
		out = append(out, sarifRule{ID: visible(row.Name), Short: sarifMessage{visible(row.Name + ": " + row.Summary)}, Default: sarifRuleDefault{sarifLevel(row.Severity)},
			More: map[string]string{"precision": interval(row.Precision, row.N) + reviewed(row.Measure), "recall": interval(row.Recall, row.RecallN), "severity": string(row.Severity)}})
	}
	return out
}

func sarifLevel(s finding.Severity) string {
	switch s {
	case finding.Critical, finding.High:
		return "error"
	case finding.Medium:
		return "warning"
	}
	return "note"
}

// invocation is successful only where everything was read: else a green tick
// would stand beside law that was not.
func (s *sarifer) invocation() sarifInvocation {
	out := sarifInvocation{Successful: s.report.Coverage.Complete, EndTime: s.report.GeneratedAt.UTC().Format("2006-01-02T15:04:05Z"), Notifications: []sarifNotification{}}
	for i := range s.report.Coverage.Sources {
		c := &s.report.Coverage.Sources[i]
		if c.State != "well" {
			out.Notifications = append(out.Notifications, sarifNotification{"error", sarifMessage{visible(fmt.Sprintf("Source %s (%s %s) is %s: %s", c.ID, c.Jurisdiction, c.Title, c.State, c.Reason))}})
		}
	}
	for _, dead := range s.report.Coverage.Dead {
		out.Notifications = append(out.Notifications, sarifNotification{"error", sarifMessage{visible("Not done: " + dead)}})
	}
	return out
}

// answerURI is the answer's place relative to whatever the viewer takes as root.
func answerURI(a *finding.AnswerReport) string {
	return "answers/" + url.PathEscape(strings.ToValidUTF8(string(a.Jurisdiction)+"/"+a.ID, "_"))
}

func (s *sarifer) result(answer int, f *finding.Finding) sarifResult {
	a := &s.report.Answers[answer]
	at := sarifLocation{Physical: &sarifPhysical{Artifact: sarifArtifactLocation{URI: answerURI(a), Index: &answer}}}
	if q := f.AnswerQuote; q != nil {
		if found, ok := place(a.Text, q.Text, q.Start, q.End); ok {
			at.Physical.Region = region(a.Text, found)
		}
	}
	return sarifResult{
		RuleID: visible(f.Rule), RuleIndex: s.rules[f.Rule], Level: sarifLevel(f.Severity), Message: sarifMessage{visible(f.Message + " " + f.Fix.Say)},
		Locations: []sarifLocation{at}, Related: s.related(a, f), Fingerprints: map[string]string{"finding/v1": f.ID},
		Baseline: s.baseline(f), Suppressions: suppressions(f),
		Properties: map[string]string{"severity": string(f.Severity), "certainty": string(f.Certainty), "jurisdiction": string(a.Jurisdiction), "question": a.Question, "state": f.State},
	}
}

func suppressions(f *finding.Finding) []sarifSuppression {
	if f.Waiver == nil {
		return []sarifSuppression{}
	}
	status := "accepted"
	if !f.Waived() {
		status = "rejected"
	}
	return []sarifSuppression{{"external", status, visible(waiverWords(f.Waiver))}}
}

// baseline tells new from known; without an earlier run nothing can be told.
func (s *sarifer) baseline(f *finding.Finding) string {
	switch {
	case s.report.Since == nil:
		return ""
	case f.State == "new", f.State == "reappeared":
		return "new"
	case f.Was != "":
		return "updated"
	}
	return "unchanged"
}

// related are the words of the law, by the address they were read from.
func (s *sarifer) related(a *finding.AnswerReport, f *finding.Finding) []sarifLocation {
	var out []sarifLocation
	for i := range f.SourceQuotes {
		q := &f.SourceQuotes[i]
		home := string(a.Jurisdiction)
		if q.Jurisdiction != "" {
			home = string(q.Jurisdiction)
		}
		location := sarifLocation{ID: i + 1, Message: &sarifMessage{visible(fmt.Sprintf("%s § %s: %s", home, q.Number, cut(q.Text, 4000)))},
			Logical: []sarifLogical{{visible(q.Number), visible(home + " " + q.Number), "section"}}}
		if section := s.sections.Quoted(a.Jurisdiction, q); section != nil {
			location.Physical = statutePlace(section, q)
		}
		out = append(out, location)
	}
	return out
}

// statutePlace is the section's address; lines count in its enacted text.
func statutePlace(section *finding.SectionText, q *finding.SourceQuote) *sarifPhysical {
	address, err := url.Parse(section.URL)
	if err != nil || !slices.Contains([]string{"https", "http", "file"}, address.Scheme) {
		return nil
	}
	out := &sarifPhysical{Artifact: sarifArtifactLocation{URI: address.String()}}
	if spans := quotedIn(section.Text, []finding.SourceQuote{*q}); len(spans) > 0 {
		out.Region = region(section.Text, spans[0])
	}
	return out
}

// absent are the findings of the run before that are fixed.
func (s *sarifer) absent() []sarifResult {
	if s.report.Since == nil {
		return nil
	}
	var out []sarifResult
	for _, p := range s.report.Since.Past {
		index, known := s.rules[p.Rule]
		if !known {
			index = -1
		}
		out = append(out, sarifResult{RuleID: visible(p.Rule), RuleIndex: index, Level: sarifLevel(p.Severity), Message: sarifMessage{visible(p.Message)}, Locations: []sarifLocation{},
			Fingerprints: map[string]string{"finding/v1": p.ID}, Baseline: "absent", Suppressions: []sarifSuppression{},
			Properties: map[string]string{"jurisdiction": string(p.Jurisdiction), "answer": p.Answer}})
	}
	return out
}

// region counts lines and characters, both from 1, the end exclusive.
func region(text string, s span) *sarifRegion {
	line, column := lineColumn(text, s.Start)
	endLine, endColumn := lineColumn(text, s.End)
	return &sarifRegion{line, column, endLine, endColumn, sarifMessage{cut(text[s.Start:s.End], 4000)}}
}

func lineColumn(text string, at int) (line, column int) {
	before := text[:at]
	return 1 + strings.Count(before, "\n"), 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
}
