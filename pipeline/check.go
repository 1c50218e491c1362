package pipeline

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
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

// Check audits one answer against the law held and stores nothing. The answer of a
// file has the id that a run gives it, and so have its findings: a waiver holds here
// as it does there. An error of reading the answer is a *ConfigError: it is the
// caller's file.
func (p *Pipeline) Check(ctx context.Context, file answer.File) (*finding.Report, error) {
	read, err := answer.Read(file)
	if err != nil {
		return nil, &ConfigError{err}
	}
	r := p.newRun(store.Run{StartedAt: p.world.Clock.Now()})
	one, err := r.check(ctx, read, file)
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
	if report.Waivers, err = p.waivedHere(ctx, report); err != nil {
		return nil, err
	}
	markStates(report, nil, nil, time.Time{})
	countClaims(report)
	return report, p.coverOne(ctx, report, one)
}

// check judges an answer as a run would: under the same id and, where a run has
// audited these very words, with what has been found stale under them since.
func (r *Run) check(ctx context.Context, read answer.Answer, file answer.File) (finding.AnswerReport, error) {
	c := candidate{id: read.ID, file: file}
	if file.Name != "-" {
		c.id = r.publishedName(file.Name)
		read.ID = c.id
	}
	c.text = r.candidate(candidate{file: answer.File{Data: file.Data}}, "").text
	before, there, err := r.Store.LastAudit(ctx, c.id)
	if err != nil {
		return finding.AnswerReport{}, err
	}
	if there {
		c.before = &before
	}
	_, stale, err := r.freshStale(ctx, c)
	if err != nil {
		return finding.AnswerReport{}, err
	}
	one, _, err := r.judgeAnswer(ctx, read, c, stale, nil)
	return one, err
}

// publishedName is what a run calls a file: its path from the config's folder where
// `answers:` names several files of its base name, else that.
func (p *Pipeline) publishedName(path string) string {
	published, _ := p.published() // what cannot be read has no name that could be confused
	within, err := p.within(path)
	if err == nil && slices.ContainsFunc(published, func(f answer.File) bool { return f.Name == within }) {
		return within
	}
	return filepath.Base(path)
}

// within is a path from the config's folder, wherever either is named from.
func (p *Pipeline) within(path string) (string, error) {
	dir, err := filepath.Abs(p.Config.Dir)
	if err != nil {
		return "", err
	}
	if path, err = filepath.Abs(path); err != nil {
		return "", err
	}
	name, err := filepath.Rel(dir, path)
	return filepath.ToSlash(name), err
}

// waivedHere sets the waivers on the findings of one answer. Those of other answers
// are neither used nor unused here.
func (p *Pipeline) waivedHere(ctx context.Context, report *finding.Report) ([]finding.WaiverReport, error) {
	all, err := p.waived(ctx, report.Answers, p.today())
	return slices.DeleteFunc(all, func(w finding.WaiverReport) bool { return w.State == "unused" }), err
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
