package pipeline

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/audit/rules"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/store"
)

var errTooFew = errors.New("there are not yet two finished runs to compare: `pincite history` lists them")

// named gives a finished run by its name.
func named(runs []store.Run, id string) (store.Run, error) {
	seq, err := store.RunSeq(id)
	if err != nil {
		return store.Run{}, &ConfigError{err}
	}
	for _, r := range runs {
		if r.Seq == seq {
			return r, nil
		}
	}
	return store.Run{}, &ConfigError{fmt.Errorf("no finished run is named %s: `pincite history` lists them", id)}
}

// Empty reports whether no section is held.
func (p *Pipeline) Empty(ctx context.Context) (bool, error) {
	counts, err := p.Store.SectionCounts(ctx)
	return len(counts) == 0, err
}

// Check audits one answer against the law held and stores nothing. An error of
// reading the answer is a *ConfigError: it is the caller's file.
func (p *Pipeline) Check(ctx context.Context, file answer.File) (*finding.Report, error) {
	read, err := answer.Read(file)
	if err != nil {
		return nil, &ConfigError{err}
	}
	r := p.newRun(store.Run{StartedAt: p.world.Clock.Now()})
	one, _, err := r.judgeAnswer(ctx, read, candidate{id: read.ID, file: file}, nil, nil)
	if err != nil {
		return nil, err
	}
	report := &finding.Report{
		SchemaVersion: finding.SchemaVersion, Run: "check", GeneratedAt: r.StartedAt.UTC(),
		Rules: rules.Fingerprint(), Judge: p.judge(), Answers: []finding.AnswerReport{one}, Catalogue: Catalogue(),
	}
	audit.Group(report.Answers)
	for _, step := range []func(context.Context, *finding.Report) error{r.addEdition, r.addSections, r.addMeasures} {
		if err := step(ctx, report); err != nil {
			return nil, err
		}
	}
	markStates(report, nil, nil, time.Time{})
	countClaims(report)
	return report, p.coverOne(ctx, report, one)
}

// coverOne says of one answer's jurisdiction what could not be read.
func (p *Pipeline) coverOne(ctx context.Context, report *finding.Report, one finding.AnswerReport) error {
	cover, err := p.readCoverage(ctx)
	if err != nil {
		return err
	}
	for _, source := range cover.sources {
		if source.Jurisdiction == one.Jurisdiction {
			report.Coverage.Sources = append(report.Coverage.Sources, source)
		}
	}
	report.Coverage.Sources = append(report.Coverage.Sources, uncovered(report, cover)...)
	report.Coverage.Complete = len(cover.gaps(one.Jurisdiction)) == 0
	return nil
}
