package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/store"
)

// maxRun is after every run there can be.
const maxRun = math.MaxInt32

// snapshot is one finished run laid out for look-up. It is shared by requests
// and never changed.
type snapshot struct {
	Run    store.Run
	Report *finding.Report
	// Written is false where the report's file is gone: then the answers are
	// those of the last audits, and the rest is not known.
	Written  bool
	findings map[string]found
	citing   map[finding.SectionKey][]use
	sections finding.SectionIndex
}

// found is a finding with its answer.
type found struct {
	*finding.Finding
	Answer *finding.AnswerReport
	// Filed is the waiver on file today, nil without one, or where nobody asked.
	Filed *finding.Waiver
}

// use is a claim's use of a section.
type use struct {
	Answer  *finding.AnswerReport
	Claim   *finding.ClaimReport
	Verdict finding.Verdict
}

// None reports that no run has finished yet.
func (s *snapshot) None() bool { return s.Run.Seq == 0 }

// shelf keeps the reports of the runs that were asked for last.
type shelf struct {
	store   *store.Store
	reports string
	sync.Mutex
	kept []*snapshot
}

// shelfSize is how many reports are kept: the last one and some to compare.
const shelfSize = 4

// last gives the last finished run, an empty one where there is none.
func (s *shelf) last(ctx context.Context) (*snapshot, error) {
	run, ok, err := s.store.Before(ctx, maxRun)
	if err != nil {
		return nil, err
	}
	if !ok {
		return newSnapshot(store.Run{}, &finding.Report{}), nil
	}
	return s.of(ctx, run, true)
}

// of gives the report of a run, read once. One lock holds all: readers of a new
// report would otherwise each read it.
func (s *shelf) of(ctx context.Context, run store.Run, last bool) (*snapshot, error) {
	s.Lock()
	defer s.Unlock()
	if i := slices.IndexFunc(s.kept, func(one *snapshot) bool { return one.Run.Seq == run.Seq }); i >= 0 {
		return s.kept[i], nil
	}
	one, err := s.read(ctx, run, last)
	if err != nil {
		return nil, err
	}
	s.kept = append(s.kept, one)
	s.kept = s.kept[max(0, len(s.kept)-shelfSize):]
	return one, nil
}

// read takes the written report of a run; where the last one's is gone, it is
// made again of the audits that the store has, and says less.
func (s *shelf) read(ctx context.Context, run store.Run, last bool) (*snapshot, error) {
	path := filepath.Join(s.reports, run.ID(), "report.json")
	data, err := store.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return s.remake(ctx, run, last)
	}
	report := &finding.Report{}
	if err == nil {
		err = json.Unmarshal(data, report)
	}
	if err != nil {
		return nil, fmt.Errorf("report %s: %w: move it away, or run again", path, err)
	}
	one := newSnapshot(run, report)
	one.Written = true
	return one, nil
}

func (s *shelf) remake(ctx context.Context, run store.Run, last bool) (*snapshot, error) {
	report := &finding.Report{Run: run.ID(), GeneratedAt: run.FinishedAt, Edition: run.Edition, Rules: run.Rules, Judge: run.Judge}
	if last {
		audits, err := s.store.Audits(ctx)
		if err != nil {
			return nil, err
		}
		for i := range audits {
			report.Answers = append(report.Answers, audits[i].Report)
		}
	}
	return newSnapshot(run, report), nil
}

func newSnapshot(run store.Run, report *finding.Report) *snapshot {
	s := &snapshot{Run: run, Report: report, findings: map[string]found{}, citing: map[finding.SectionKey][]use{}, sections: report.IndexSections()}
	slices.SortStableFunc(report.Answers, func(a, b finding.AnswerReport) int {
		if a.Outcome != b.Outcome {
			return a.Outcome.Rank() - b.Outcome.Rank()
		}
		return strings.Compare(a.ID, b.ID)
	})
	for i := range report.Answers {
		s.add(&report.Answers[i])
	}
	return s
}

func (s *snapshot) add(a *finding.AnswerReport) {
	for i := range a.Findings {
		s.findings[a.Findings[i].ID] = found{Finding: &a.Findings[i], Answer: a}
	}
	for i := range a.Claims {
		for k := range a.Claims[i].Citations {
			c := &a.Claims[i].Citations[k]
			if key, ok := cited(a, c); ok {
				s.citing[key] = append(s.citing[key], use{a, &a.Claims[i], c.Verdict})
			}
		}
	}
}

// cited is the section to which a citation was bound.
func cited(a *finding.AnswerReport, c *finding.CitationReport) (finding.SectionKey, bool) {
	for i := range a.Sources {
		if b := a.Sources[i].Bound; b != nil && a.Sources[i].Ref == c.Ref {
			return finding.SectionKey{Jurisdiction: b.Jurisdiction, Number: b.Number, Occurrence: max(b.Occurrence, 1)}, true
		}
	}
	return finding.SectionKey{}, false
}
