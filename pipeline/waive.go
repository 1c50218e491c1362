package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
	"github.com/pincite/pincite/reports"
)

// Decision is what a person decides about one finding.
type Decision struct {
	Finding, Owner string
	// Reason is one of finding.Reasons, Words say it in the owner's own.
	Reason, Words string
	// Until is the last day on which it holds.
	Until statute.Date
}

// found is a finding of the last audits with its answer.
type found struct {
	answer  *finding.AnswerReport
	finding *finding.Finding
}

// findings gives the findings of the last audits by id.
func (p *Pipeline) findings(ctx context.Context) (map[string]found, error) {
	audits, err := p.Store.Audits(ctx)
	if err != nil {
		return nil, err
	}
	all := map[string]found{}
	for i := range audits {
		report := &audits[i].Report
		for k := range report.Findings {
			all[report.Findings[k].ID] = found{report, &report.Findings[k]}
		}
	}
	return all, nil
}

func (p *Pipeline) today() statute.Date {
	return statute.Date(p.world.Clock.Now().UTC().Format("2006-01-02"))
}

// Waive accepts a finding of the last audits. What is missing, too long, or not
// there is a *ConfigError.
func (p *Pipeline) Waive(ctx context.Context, d Decision) (finding.Waiver, error) {
	all, err := p.findings(ctx)
	if err != nil {
		return finding.Waiver{}, err
	}
	w, r, err := decide(all, d, p.today())
	if err != nil {
		return w, &ConfigError{err}
	}
	return w, p.Store.Decide(ctx, store.Decisions{Waivers: []finding.Waiver{w}, Reviews: []store.Review{r}})
}

// decide binds a decision to the claim and section of its finding.
func decide(all map[string]found, d Decision, today statute.Date) (finding.Waiver, store.Review, error) {
	w := finding.Waiver{Finding: d.Finding, Owner: strings.TrimSpace(d.Owner), Reason: finding.Because(d.Reason, d.Words), Until: d.Until}
	it, there := all[d.Finding]
	if !there {
		return w, store.Review{}, unknownFinding(all, d.Finding)
	}
	if err := w.Check(today); err != nil {
		return w, store.Review{}, err
	}
	w.Bound = audit.Bind(it.answer, it.finding)
	return w, store.Review{Finding: d.Finding, Rule: it.finding.Rule, Verdict: w.Right(), Owner: w.Owner, Words: w.Reason, Due: d.Until}, nil
}

// unknownFinding names the ids that are most like one that is not there.
func unknownFinding(all map[string]found, id string) error {
	if len(all) == 0 {
		return fmt.Errorf("no finding %s: the last audits found nothing; `pincite run` audits", id)
	}
	return fmt.Errorf("no finding %s in the last audits; the nearest are %s", id, strings.Join(nearest(all, id), ", "))
}

// nearest gives the three ids of the fewest differing letters, the longest common
// beginning first.
func nearest(all map[string]found, id string) []string {
	ids := make([]string, 0, len(all))
	for known := range all {
		ids = append(ids, known)
	}
	slices.SortFunc(ids, func(a, b string) int {
		if c := distance(a, id) - distance(b, id); c != 0 {
			return c
		}
		return strings.Compare(a, b)
	})
	return ids[:min(3, len(ids))]
}

// distance counts the letters to be put in, taken out or changed.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := before
			if a[i] != b[j] {
				change++
			}
			before = row[j+1]
			row[j+1] = min(change, row[j]+1, before+1)
		}
	}
	return row[len(b)]
}

// Unwaive takes a waiver back. One that is not on file is a *ConfigError.
func (p *Pipeline) Unwaive(ctx context.Context, id string) error {
	there, err := p.Store.Unwaive(ctx, id)
	if err == nil && !there {
		return &ConfigError{fmt.Errorf("no waiver of finding %s is on file: `pincite waivers` lists them", id)}
	}
	return err
}

// Waivers says of every waiver on file what has become of it by the last audits.
func (p *Pipeline) Waivers(ctx context.Context) ([]finding.WaiverReport, error) {
	audits, err := p.Store.Audits(ctx)
	if err != nil {
		return nil, err
	}
	var answers []finding.AnswerReport
	for i := range audits {
		answers = append(answers, audits[i].Report)
	}
	return p.waived(ctx, answers, p.today())
}

// waived sets the waivers on their findings and says what became of each.
func (p *Pipeline) waived(ctx context.Context, answers []finding.AnswerReport, today statute.Date) ([]finding.WaiverReport, error) {
	waivers, err := p.Store.Waivers(ctx)
	if err != nil {
		return nil, err
	}
	unused, lapsed := audit.Waive(answers, waivers, today)
	return waiverReports(waivers, unused, lapsed, today), nil
}

func waiverReports(all, unused, lapsed []finding.Waiver, today statute.Date) []finding.WaiverReport {
	var out []finding.WaiverReport
	of := func(list []finding.Waiver, id string) int {
		return slices.IndexFunc(list, func(w finding.Waiver) bool { return w.Finding == id })
	}
	for _, w := range all {
		one := finding.WaiverReport{Waiver: w, State: "in_force"}
		expired := w.Until != "" && w.Until < today
		if i := of(lapsed, w.Finding); i >= 0 {
			one.Waiver, one.State, one.Why = lapsed[i], "lapsed", lapsed[i].Lapsed
		}
		switch {
		case of(unused, w.Finding) >= 0:
			one.State, one.Why = "unused", "its finding is not there any more"
		case one.State == "lapsed" && expired:
			one.State = "expired"
		}
		out = append(out, one)
	}
	return out
}

// dispositions are the words of the workbook with what they decide. The reason is
// "" where the finding stays open.
var dispositions = map[string]struct{ reason, verdict string }{
	"will fix":    {"", "true"},
	"fixed":       {"", "true"},
	"accepted":    {finding.AcceptedRisk, "true"},
	"false alarm": {finding.FalseAlarm, "false"},
}

// Imported counts what a workbook brought.
type Imported struct{ Waived, Reviewed int }

// Import takes over the filled-in rows of a workbook of that name: all of them,
// or none and a *ConfigError that names each fault by row and column.
func (p *Pipeline) Import(ctx context.Context, name string, rows []reports.Filled) (Imported, error) {
	all, err := p.findings(ctx)
	if err != nil {
		return Imported{}, err
	}
	var d store.Decisions
	var faults []error
	for _, row := range rows {
		if fault := take(&d, all, name, row, p.today()); fault != nil {
			faults = append(faults, fault)
		}
	}
	if len(faults) > 0 {
		return Imported{}, &ConfigError{errors.Join(faults...)}
	}
	return Imported{len(d.Waivers), len(d.Reviews)}, p.Store.Decide(ctx, d)
}

// take adds one row's decision.
func take(d *store.Decisions, all map[string]found, name string, row reports.Filled, today statute.Date) error {
	fault := func(column string, err error) error {
		return &reports.FillInFault{Row: row.Row, Column: column, Reason: err.Error()}
	}
	it, there := all[row.Finding]
	if !there {
		return fault("finding", unknownFinding(all, row.Finding))
	}
	said := dispositions[row.Disposition]
	if row.Due == "" && row.Disposition != "fixed" {
		return fault("due", fmt.Errorf("say by which day: %q needs one", row.Disposition))
	}
	if row.Disposition != "fixed" {
		if err := finding.CheckUntil(row.Due, today); err != nil {
			return fault("due", err)
		}
	}
	words := fmt.Sprintf("%s, as filled in at row %d of %s", row.Disposition, row.Row, name)
	if said.reason == "" {
		d.Reviews = append(d.Reviews, store.Review{Finding: row.Finding, Rule: it.finding.Rule, Verdict: said.verdict, Owner: row.Owner, Words: words, Due: row.Due})
		return nil
	}
	w, review, err := decide(all, Decision{row.Finding, row.Owner, said.reason, words, row.Due}, today)
	if err != nil {
		return fault("owner", err)
	}
	d.Waivers, d.Reviews = append(d.Waivers, w), append(d.Reviews, review)
	return nil
}
