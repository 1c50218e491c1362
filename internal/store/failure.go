package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// The stages, as failures name them.
const (
	Scrape = "scrape"
	Parse  = "parse"
	Answer = "answer"
	Audit  = "audit"
	Report = "report"
)

// Failure is an item of work that failed.
type Failure struct {
	Stage, Item string
	// Fingerprint is that of the input that failed: another input begins to
	// count anew.
	Fingerprint string
	Attempts    int
	Reason      string
	At          time.Time
	Run         int
	// Dead items are given up: they are not tried again until they are retried.
	Dead bool
}

// Fail keeps a failure and counts its attempts.
func (s *Store) Fail(ctx context.Context, f Failure, attempts int) error {
	return s.write(ctx, func(tx *sql.Tx) error { return s.fail(ctx, tx, f, attempts) })
}

// fail counts an attempt once a run: a run that was killed and gone on with has
// not tried twice.
func (s *Store) fail(ctx context.Context, tx *sql.Tx, f Failure, attempts int) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO failure (stage, item, fingerprint, attempts, reason, at, run, dead) VALUES ($1, $2, $3, 1, $4, $5, $6, $7 <= 1)
		ON CONFLICT (stage, item) DO UPDATE SET
		attempts = CASE WHEN failure.fingerprint <> excluded.fingerprint THEN 1 WHEN failure.run = excluded.run THEN failure.attempts ELSE failure.attempts + 1 END,
		dead = CASE WHEN failure.fingerprint <> excluded.fingerprint THEN $7 <= 1 WHEN failure.run = excluded.run THEN failure.dead ELSE failure.attempts + 1 >= $7 END,
		fingerprint = excluded.fingerprint, reason = excluded.reason, at = excluded.at, run = excluded.run`,
		f.Stage, f.Item, f.Fingerprint, f.Reason, stamp(s.now()), f.Run, attempts)
	return err
}

// forgive forgets an item's failures: it went well.
func forgive(ctx context.Context, tx *sql.Tx, stage, item string) error {
	_, err := tx.ExecContext(ctx, `DELETE FROM failure WHERE stage = $1 AND item = $2`, stage, item)
	return err
}

// Forgive forgets the failures of an item that is no longer asked for.
func (s *Store) Forgive(ctx context.Context, stage, item string) error {
	return s.write(ctx, func(tx *sql.Tx) error { return forgive(ctx, tx, stage, item) })
}

// Failures lists what fails, by stage and item.
func (s *Store) Failures(ctx context.Context) ([]Failure, error) {
	var all []Failure
	rows, err := s.reader.QueryContext(ctx, `SELECT stage, item, fingerprint, attempts, reason, at, run, dead FROM failure ORDER BY stage, item`)
	err = each(rows, err, func(rows *sql.Rows) error {
		var f Failure
		var at string
		err := rows.Scan(&f.Stage, &f.Item, &f.Fingerprint, &f.Attempts, &f.Reason, &at, &f.Run, &f.Dead)
		f.At = unstamp(at)
		all = append(all, f)
		return err
	})
	return all, err
}

// Retry lets the next run try an item again; all of them where item is "". It
// gives how many there were.
func (s *Store) Retry(ctx context.Context, item string) (int, error) {
	var count int64
	err := s.write(ctx, func(tx *sql.Tx) error {
		done, err := tx.ExecContext(ctx, `DELETE FROM failure WHERE dead AND ($1 = '' OR item = $1)`, item)
		if err != nil {
			return err
		}
		count, err = done.RowsAffected()
		return err
	})
	if err == nil && count == 0 && item != "" {
		return 0, fmt.Errorf("no item that was given up is named %q: `pincite dead list` lists them; one that is only failing is tried again by every run", item)
	}
	return int(count), err
}
