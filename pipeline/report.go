package pipeline

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/audit/rules"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
	"github.com/pincite/pincite/reports"
)

// reportStage assembles the one report, writes it in every format and ends the
// run.
type reportStage struct{}

// Name gives "report".
func (reportStage) Name() string { return store.Report }

// Due is the report of a run that has none.
func (reportStage) Due(_ context.Context, r *Run) ([]Item, error) {
	if r.report != nil {
		return nil, nil
	}
	return []Item{{Key: r.ID()}}, nil
}

// Do writes the files before the row that says that they are there.
func (reportStage) Do(ctx context.Context, r *Run, _ Item) error {
	report, err := r.assemble(ctx)
	if err != nil {
		return err
	}
	if err := r.publish(report); err != nil {
		return err
	}
	count := report.Count()
	row := r.Run
	row.Edition, row.Rules, row.Judge = report.Edition, report.Rules, report.Judge
	row.Complete, row.BySeverity, row.Stale = report.Coverage.Complete, count.Open, len(report.Stale)
	row.Sources, row.SourcesWell = len(report.Coverage.Sources), count.Sources["well"]
	if err := r.Store.Finish(ctx, row, report); err != nil {
		return err
	}
	r.report = report
	return nil
}

// publish writes the report in every format.
func (r *Run) publish(report *finding.Report) error {
	files := map[string][]byte{}
	for _, format := range reports.All() {
		written, err := format.Files(strings.TrimSuffix(fileName(format), "."+format.Extension), report)
		if err != nil {
			return fmt.Errorf("report as %s: %w", format.Name, err)
		}
		for _, file := range written {
			files[file.Name] = file.Data
		}
	}
	return errors.Join(store.Publish(filepath.Join(r.Config.Reports, r.ID()), files), store.Latest(r.Config.Reports, r.ID()))
}

// fileName is "report.html", and "report-github.json" where another format has
// the same extension.
func fileName(f *reports.Format) string {
	if f.Name == f.Extension || f.Name == "text" {
		return "report." + f.Extension
	}
	for _, other := range reports.All() {
		if other != f && other.Extension == f.Extension {
			return "report-" + f.Name + "." + f.Extension
		}
	}
	return "report." + f.Extension
}

// assemble makes the report of the rows there are.
func (r *Run) assemble(ctx context.Context) (*finding.Report, error) {
	report := &finding.Report{
		SchemaVersion: finding.SchemaVersion, Run: r.ID(), GeneratedAt: r.world.Clock.Now().UTC(),
		Rules: rules.Fingerprint(), Judge: r.judge(), Catalogue: Catalogue(),
	}
	steps := []func(context.Context, *finding.Report) error{
		r.addEdition, r.addAnswers, r.addSections, r.addCoverage, r.addMeasures, r.addChanges, r.addSince, r.addOwners, r.addTrend,
	}
	for _, step := range steps {
		if err := step(ctx, report); err != nil {
			return nil, err
		}
	}
	return report, nil
}

func (r *Run) addEdition(ctx context.Context, report *finding.Report) (err error) {
	report.Edition, err = r.Store.Edition(ctx)
	return err
}

// addAnswers gives the last audit of each answer, grouped and waived.
func (r *Run) addAnswers(ctx context.Context, report *finding.Report) error {
	audits, err := r.lastAudits(ctx)
	if err != nil {
		return err
	}
	defer r.audited() // the report goes on with them, and changes them
	for i := range audits {
		maps.Copy(r.was, audits[i].Depends.Was)
		report.Answers = append(report.Answers, audits[i].Report)
	}
	slices.SortStableFunc(report.Answers, func(a, b finding.AnswerReport) int {
		return strings.Compare(string(a.Jurisdiction)+"\x00"+a.ID, string(b.Jurisdiction)+"\x00"+b.ID)
	})
	audit.Group(report.Answers)
	report.Waivers, err = r.waived(ctx, report.Answers, statute.Date(report.GeneratedAt.Format("2006-01-02")))
	return err
}

// addSections gives the sections that the answers cite or the findings quote.
func (r *Run) addSections(ctx context.Context, report *finding.Report) error {
	wanted := map[audit.Key]bool{}
	var keys []audit.Key
	for i := range report.Answers {
		for _, key := range audit.Quoted(&report.Answers[i]) {
			if !wanted[key] {
				wanted[key] = true
				keys = append(keys, key)
			}
		}
	}
	slices.SortFunc(keys, func(a, b audit.Key) int {
		return strings.Compare(keyOrder(a), keyOrder(b))
	})
	for _, key := range keys {
		held, err := r.Store.Find(ctx, key.Jurisdiction, key.Number)
		if err != nil {
			return err
		}
		if i := slices.IndexFunc(held, func(h statute.Held) bool { return h.Key() == key.Key }); i >= 0 {
			report.Sections = append(report.Sections, sectionText(&held[i]))
		}
	}
	return nil
}

func keyOrder(k audit.Key) string {
	return fmt.Sprintf("%s\x00%s\x00%06d", k.Jurisdiction, k.Number, k.Occurrence)
}

func sectionText(h *statute.Held) finding.SectionText {
	return finding.SectionText{
		Jurisdiction: h.Jurisdiction, Number: h.Number, Occurrence: h.Occurrence, Catchline: h.Catchline, Status: h.Status,
		Text: h.Text, History: h.History, Hierarchy: h.Hierarchy, Act: h.Act, Document: h.Source, Version: h.Version(),
		URL: h.URL, FetchedAt: h.FetchedAt, Doubts: h.Doubts,
	}
}

// addCoverage says what could not be read, and counts what could not be told.
func (r *Run) addCoverage(ctx context.Context, report *finding.Report) error {
	cover, err := r.readCoverage(ctx)
	if err != nil {
		return err
	}
	failures, err := r.Store.Failures(ctx)
	if err != nil {
		return err
	}
	report.Coverage.Sources, report.Coverage.Dead = append(slices.Clone(cover.sources), uncovered(report, cover)...), cover.dead
	for _, f := range failures {
		if !f.Dead && (f.Stage == store.Answer || f.Stage == store.Audit) {
			report.Coverage.Dead = append(report.Coverage.Dead, fmt.Sprintf("%s of %s failed: %s", f.Stage, f.Item, f.Reason))
		}
	}
	if err := r.addDamage(ctx, report.Coverage.Sources); err != nil {
		return err
	}
	report.Coverage.Complete = len(report.Coverage.Dead) == 0 && !slices.ContainsFunc(report.Coverage.Sources, ill)
	countClaims(report)
	return nil
}

// addDamage says of which documents the bytes are no longer as they were served.
// The sections read out of them stand, and cannot be proved any more. It is asked
// once a run, and no audit rests on it.
func (r *Run) addDamage(ctx context.Context, sources []finding.SourceCoverage) error {
	documents, err := r.Store.Documents(ctx)
	for _, d := range documents {
		i := slices.IndexFunc(sources, func(s finding.SourceCoverage) bool { return s.ID == d.Source })
		if i < 0 || d.Retired || d.SHA256 == "" || r.Evidence.Whole(d.SHA256) {
			continue
		}
		worsen(&sources[i], "doubtful", "the kept bytes of "+baseName(d.URL)+" are damaged or gone: fetch them again with `pincite scrape`, or restore from a backup the file that `pincite verify` names")
	}
	return err
}

// uncovered names the jurisdictions of answers for which no source is configured:
// a gap of the audit like a source that failed.
func uncovered(report *finding.Report, cover *coverage) []finding.SourceCoverage {
	var missing []finding.SourceCoverage
	for i := range report.Answers {
		j := report.Answers[i].Jurisdiction
		held := func(s finding.SourceCoverage) bool { return s.Jurisdiction == j }
		if !slices.ContainsFunc(cover.sources, held) && !slices.ContainsFunc(missing, held) {
			missing = append(missing, finding.SourceCoverage{
				ID: "none-" + strings.ToLower(string(j)), Jurisdiction: j, Title: j.Name(), State: "failed",
				Reason: "no source of " + j.Name() + " is configured, and an answer needs one: add it under `sources:`",
			})
		}
	}
	return missing
}

func countClaims(report *finding.Report) {
	for i := range report.Answers {
		for k := range report.Answers[i].Claims {
			claim := &report.Answers[i].Claims[k]
			if claim.NeedsCitation {
				report.Coverage.Claims++
			}
			if claim.Unverified() {
				report.Coverage.UnverifiedClaims++
			}
		}
	}
}

// addMeasures gives the figures that were kept for these rules; else those built
// into the program, where they are of these rules.
func (r *Run) addMeasures(ctx context.Context, report *finding.Report) (err error) {
	report.Measured, err = r.Store.Measures(ctx, report.Rules)
	if figures, ok := rules.BuiltIn(); ok && len(report.Measured) == 0 {
		report.Measured = maps.Clone(figures.Measured)
	}
	if err != nil {
		return err
	}
	return r.addReviews(ctx, report)
}

// addReviews counts beside each rule's figures what persons said of its findings.
func (r *Run) addReviews(ctx context.Context, report *finding.Report) error {
	reviews, err := r.Store.Reviews(ctx)
	for rule, counted := range reviews {
		m := report.Measured[rule]
		m.Reviewed, m.FalseAlarms = counted.True+counted.False, counted.False
		if report.Measured == nil {
			report.Measured = map[string]finding.Measure{}
		}
		report.Measured[rule] = m
	}
	return err
}

// addChanges compares with the edition of the run before. A first run has none:
// nothing moved.
func (r *Run) addChanges(ctx context.Context, report *finding.Report) error {
	before, ok, err := r.Store.Before(ctx, r.Seq)
	if err != nil || !ok {
		return err
	}
	if report.Stale, err = r.Store.Stale(ctx, before.Seq, r.Seq); err != nil {
		return err
	}
	report.Changes, report.Printed, err = r.changes(ctx, before.Seq, r.Seq, report.Stale)
	return err
}

// addSince compares the findings with those of earlier runs.
func (r *Run) addSince(ctx context.Context, report *finding.Report) error {
	before, ok, err := r.Store.Before(ctx, r.Seq)
	if err != nil {
		return err
	}
	var last []string
	var ever map[string]time.Time
	if ok {
		if last, err = r.Store.Findings(ctx, before.Seq); err != nil {
			return err
		}
		if ever, err = r.Store.FirstSeen(ctx, r.Seq); err != nil {
			return err
		}
		report.Since = &finding.Since{Run: before.ID()}
		if err := r.addLapsed(ctx, report, before.Seq); err != nil {
			return err
		}
	}
	r.carryOver(report, last, ever)
	now := markStates(report, last, ever, r.StartedAt)
	for _, id := range last {
		if !now[id] {
			report.Since.Fixed = append(report.Since.Fixed, id)
		}
	}
	return r.addPast(ctx, report)
}

// addLapsed lists the waivers that held in the run before and hold no more.
func (r *Run) addLapsed(ctx context.Context, report *finding.Report, before int) error {
	held, err := r.Store.Waived(ctx, before)
	for _, w := range report.Waivers {
		if _, did := slices.BinarySearch(held, w.Finding); did && (w.State == "lapsed" || w.State == "expired") {
			report.Since.LapsedWaive = append(report.Since.LapsedWaive, w.Finding)
		}
	}
	return err
}

// addPast describes the fixed findings, which no answer carries any more.
func (r *Run) addPast(ctx context.Context, report *finding.Report) error {
	if report.Since == nil {
		return nil
	}
	past, err := r.Store.Past(ctx, report.Since.Fixed)
	report.Since.Past = past
	return err
}

// markStates says of each finding whether it is new. A first run has nothing to
// compare with: its findings are open.
func markStates(report *finding.Report, last []string, ever map[string]time.Time, started time.Time) map[string]bool {
	now := map[string]bool{}
	for i := range report.Answers {
		for k := range report.Answers[i].Findings {
			f := &report.Answers[i].Findings[k]
			list, state := stateOf(report.Since, f, last, ever)
			if f.State = state; f.Waiver != nil {
				f.State = "waived"
			}
			if f.FirstSeen = started.UTC(); !ever[f.ID].IsZero() {
				f.FirstSeen = ever[f.ID]
			}
			if list != nil && !now[f.ID] {
				*list = append(*list, f.ID)
			}
			now[f.ID], now[f.Was] = true, true
		}
	}
	return now
}

// stateOf gives the state of a finding and the list that it belongs into.
func stateOf(since *finding.Since, f *finding.Finding, last []string, ever map[string]time.Time) (*[]string, string) {
	_, before := slices.BinarySearch(last, f.ID)
	switch {
	case since == nil:
		return nil, "open"
	case before, f.Was != "":
		return &since.StillOpen, "open"
	case !ever[f.ID].IsZero():
		return &since.Reappeared, "reappeared"
	}
	return &since.New, "new"
}

// addOwners says of each finding who answers for it.
func (r *Run) addOwners(ctx context.Context, report *finding.Report) error {
	reviewers, err := r.Store.Owners(ctx)
	for i := range report.Answers {
		for k := range report.Answers[i].Findings {
			f := &report.Answers[i].Findings[k]
			f.Owner = ownerOf(f, reviewers[f.ID])
		}
	}
	return err
}

// ownerOf is the owner of a waiver that holds, else the last reviewer, else the
// owner of a waiver that lapsed.
func ownerOf(f *finding.Finding, reviewer string) string {
	if f.Waiver != nil && (f.Waived() || reviewer == "") {
		return f.Waiver.Owner
	}
	return reviewer
}

// trendLength is how many earlier runs a report shows.
const trendLength = 30

func (r *Run) addTrend(ctx context.Context, report *finding.Report) error {
	runs, err := r.Store.Runs(ctx)
	runs = slices.DeleteFunc(runs, func(one store.Run) bool { return one.Seq >= r.Seq })
	runs = runs[max(0, len(runs)-trendLength):]
	if err != nil || len(runs) == 0 {
		return err
	}
	byRule, err := r.Store.OpenByRule(ctx, runs[0].Seq, r.Seq)
	for _, one := range runs {
		report.Trend = append(report.Trend, finding.TrendPoint{
			Run: one.ID(), At: one.StartedAt, BySeverity: one.BySeverity, ByRule: byRule[one.Seq], Stale: one.Stale, Complete: one.Complete,
			Sources: one.Sources, SourcesWell: one.SourcesWell,
		})
	}
	return err
}

// Catalogue describes the rules by the first sentence of their pages.
func Catalogue() []finding.RuleInfo {
	var all []finding.RuleInfo
	for _, rule := range rules.All() {
		all = append(all, finding.RuleInfo{Name: rule.Name, Severity: rule.Severity, Summary: summary(rule.Name), Version: rule.Version})
	}
	return all
}

// summary is the first line of a rule's page that is neither heading nor empty.
func summary(rule string) string {
	page, err := rules.Page(rule)
	if err != nil {
		return ""
	}
	paragraph := ""
	for line := range strings.Lines(page) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "#") || line == "" && paragraph == "":
		case line == "":
			return paragraph
		default:
			paragraph = strings.TrimSpace(paragraph + " " + line)
		}
	}
	return paragraph
}
