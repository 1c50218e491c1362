package store

import (
	"context"
	"database/sql"

	"github.com/pincite/pincite/internal/finding"
)

// Waive keeps a person's decision to accept a finding. A later one for the same
// finding takes its place.
func (s *Store) Waive(ctx context.Context, w finding.Waiver) error {
	return s.Decide(ctx, Decisions{Waivers: []finding.Waiver{w}})
}

// Decisions are what persons decided at once: all of it is kept, or nothing.
type Decisions struct {
	Waivers []finding.Waiver
	Reviews []Review
}

// Decide keeps decisions in one transaction.
func (s *Store) Decide(ctx context.Context, d Decisions) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		at := stamp(s.now())
		for _, w := range d.Waivers {
			if err := waive(ctx, tx, w, at); err != nil {
				return err
			}
		}
		for _, r := range d.Reviews {
			if err := review(ctx, tx, r, at); err != nil {
				return err
			}
		}
		return nil
	})
}

func waive(ctx context.Context, tx *sql.Tx, w finding.Waiver, at string) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO waiver (finding, owner, reason, until, bound, at) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (finding) DO UPDATE SET owner = excluded.owner, reason = excluded.reason, until = excluded.until, bound = excluded.bound, at = excluded.at`,
		w.Finding, w.Owner, w.Reason, w.Until, w.Bound, at)
	return err
}

// Unwaive takes a waiver back; there is false where none was on file. What was
// decided before stays among the reviews.
func (s *Store) Unwaive(ctx context.Context, finding string) (there bool, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		done, err := tx.ExecContext(ctx, `DELETE FROM waiver WHERE finding = $1`, finding)
		if err != nil {
			return err
		}
		count, err := done.RowsAffected()
		there = count > 0
		return err
	})
	return there, err
}

// Waivers lists all waivers by finding, lapsed ones too.
func (s *Store) Waivers(ctx context.Context) ([]finding.Waiver, error) {
	var all []finding.Waiver
	rows, err := s.reader.QueryContext(ctx, `SELECT finding, owner, reason, until, bound FROM waiver ORDER BY finding`)
	err = each(rows, err, func(rows *sql.Rows) error {
		var w finding.Waiver
		err := rows.Scan(&w.Finding, &w.Owner, &w.Reason, &w.Until, &w.Bound)
		all = append(all, w)
		return err
	})
	return all, err
}
