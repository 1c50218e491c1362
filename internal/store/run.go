package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/pincite/pincite/internal/finding"
)

// Run is one pass of the five verbs.
type Run struct {
	Seq        int
	StartedAt  time.Time
	FinishedAt time.Time
	// Edition, Rules and Judge say what was audited against what; empty while
	// the run goes on.
	Edition, Rules, Judge string
	Complete              bool
	Stale                 int
	BySeverity            map[finding.Severity]int
	// Sources counts the configured ones, SourcesWell those read well.
	Sources, SourcesWell int
}

// ID is the run's name for people and folders: "run-0007".
func (r Run) ID() string { return fmt.Sprintf("run-%04d", r.Seq) }

// RunSeq reads a run's name, or its bare number.
func RunSeq(id string) (int, error) {
	n, err := strconv.Atoi(strings.TrimPrefix(id, "run-"))
	if err != nil || n < 1 {
		return 0, fmt.Errorf("run %q is not a run's name: `pincite history` lists them", id)
	}
	return n, nil
}

// Begin gives the unfinished run to go on with, or a new one.
func (s *Store) Begin(ctx context.Context) (Run, error) {
	if open, err := s.unfinished(ctx); err != nil || open.Seq > 0 {
		return open, err
	}
	r := Run{StartedAt: s.now()}
	err := s.write(ctx, func(tx *sql.Tx) error {
		return tx.QueryRowContext(ctx, `INSERT INTO run (started_at) VALUES ($1) RETURNING seq`, stamp(r.StartedAt)).Scan(&r.Seq)
	})
	return r, err
}

// Next gives the run that Begin would give, without beginning it.
func (s *Store) Next(ctx context.Context) (Run, error) {
	open, err := s.unfinished(ctx)
	if err != nil || open.Seq > 0 {
		return open, err
	}
	r := Run{StartedAt: s.now()}
	err = s.reader.QueryRowContext(ctx, `SELECT COALESCE(MAX(seq), 0) + 1 FROM run`).Scan(&r.Seq)
	return r, err
}

func (s *Store) unfinished(ctx context.Context) (Run, error) {
	r, err := scanRun(s.reader.QueryRowContext(ctx, selectRun+` WHERE finished_at IS NULL ORDER BY seq DESC LIMIT 1`))
	if errors.Is(err, sql.ErrNoRows) {
		return Run{}, nil
	}
	return r, err
}

const selectRun = `SELECT seq, started_at, COALESCE(finished_at, ''), edition, rules, judge, complete, stale, counts, sources, sources_well FROM run`

func scanRun(row interface{ Scan(...any) error }) (Run, error) {
	var r Run
	var started, finished, counts string
	err := row.Scan(&r.Seq, &started, &finished, &r.Edition, &r.Rules, &r.Judge, &r.Complete, &r.Stale, &counts, &r.Sources, &r.SourcesWell)
	if err != nil {
		return Run{}, err
	}
	r.StartedAt, r.FinishedAt = unstamp(started), unstamp(finished)
	return r, json.Unmarshal([]byte(counts), &r.BySeverity)
}

// Finish writes the run's outcome and the findings it ended with.
func (s *Store) Finish(ctx context.Context, r Run, report *finding.Report) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		if err := errors.Join(keepFindings(ctx, tx, r.Seq, report), forgetCircumstances(ctx, tx)); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `UPDATE run SET finished_at = $1, edition = $2, rules = $3, judge = $4, complete = $5, stale = $6, counts = $7, sources = $8, sources_well = $9 WHERE seq = $10`,
			stamp(s.now()), r.Edition, r.Rules, r.Judge, r.Complete, r.Stale, encode(r.BySeverity), r.Sources, r.SourcesWell, r.Seq)
		return err
	})
}

func keepFindings(ctx context.Context, tx *sql.Tx, run int, report *finding.Report) error {
	for i := range report.Answers {
		for _, f := range report.Answers[i].Findings {
			_, err := tx.ExecContext(ctx, `INSERT INTO finding (run, id, answer, jurisdiction, rule, severity, message, waived) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
				run, f.ID, report.Answers[i].ID, report.Answers[i].Jurisdiction, f.Rule, f.Severity, f.Message, f.Waived())
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// Runs lists the finished runs, oldest first.
func (s *Store) Runs(ctx context.Context) ([]Run, error) {
	var runs []Run
	rows, err := s.reader.QueryContext(ctx, selectRun+` WHERE finished_at IS NOT NULL ORDER BY seq`)
	err = each(rows, err, func(rows *sql.Rows) error {
		r, err := scanRun(rows)
		runs = append(runs, r)
		return err
	})
	return runs, err
}

// Before gives the last finished run before seq; ok is false without one.
func (s *Store) Before(ctx context.Context, seq int) (r Run, ok bool, err error) {
	r, err = scanRun(s.reader.QueryRowContext(ctx, selectRun+` WHERE finished_at IS NOT NULL AND seq < $1 ORDER BY seq DESC LIMIT 1`, seq))
	if errors.Is(err, sql.ErrNoRows) {
		return Run{}, false, nil
	}
	return r, err == nil, err
}

// Findings gives the ids of a run's findings, in order.
func (s *Store) Findings(ctx context.Context, run int) ([]string, error) {
	return s.strings(ctx, `SELECT DISTINCT id FROM finding WHERE run = $1 ORDER BY id`, run)
}

// OpenByRule counts the findings that were not waived, by run and rule, in the
// runs from the first given to the one before the second.
func (s *Store) OpenByRule(ctx context.Context, from, before int) (map[int]map[string]int, error) {
	counts := map[int]map[string]int{}
	rows, err := s.reader.QueryContext(ctx, `SELECT run, rule, COUNT(*) FROM finding WHERE NOT waived AND run >= $1 AND run < $2 GROUP BY run, rule`, from, before)
	err = each(rows, err, func(rows *sql.Rows) error {
		var run, count int
		var rule string
		err := rows.Scan(&run, &rule, &count)
		if counts[run] == nil {
			counts[run] = map[string]int{}
		}
		counts[run][rule] = count
		return err
	})
	return counts, err
}

// Waived gives the ids of the findings that were waived in a run, in order.
func (s *Store) Waived(ctx context.Context, run int) ([]string, error) {
	return s.strings(ctx, `SELECT DISTINCT id FROM finding WHERE run = $1 AND waived ORDER BY id`, run)
}

// FirstSeen gives the start of the first run of those before seq that had each
// finding.
func (s *Store) FirstSeen(ctx context.Context, seq int) (map[string]time.Time, error) {
	seen := map[string]time.Time{}
	rows, err := s.reader.QueryContext(ctx, `SELECT id, run.started_at FROM (SELECT id, MIN(run) AS first FROM finding WHERE run < $1 GROUP BY id)
		JOIN run ON run.seq = first`, seq)
	err = each(rows, err, func(rows *sql.Rows) error {
		var id, at string
		err := rows.Scan(&id, &at)
		seen[id] = unstamp(at)
		return err
	})
	return seen, err
}

func (s *Store) strings(ctx context.Context, query string, args ...any) ([]string, error) {
	var all []string
	rows, err := s.reader.QueryContext(ctx, query, args...)
	err = each(rows, err, func(rows *sql.Rows) error {
		var one string
		err := rows.Scan(&one)
		all = append(all, one)
		return err
	})
	return all, err
}

// Past describes findings of earlier runs by their ids, in the order given.
func (s *Store) Past(ctx context.Context, ids []string) ([]finding.PastFinding, error) {
	var all []finding.PastFinding
	for _, id := range ids {
		one := finding.PastFinding{ID: id}
		err := s.reader.QueryRowContext(ctx, `SELECT rule, severity, answer, jurisdiction, message FROM finding WHERE id = $1 ORDER BY run DESC LIMIT 1`, id).
			Scan(&one.Rule, &one.Severity, &one.Answer, &one.Jurisdiction, &one.Message)
		if err != nil {
			return nil, fmt.Errorf("finding %s: %w", id, err)
		}
		all = append(all, one)
	}
	return all, nil
}
