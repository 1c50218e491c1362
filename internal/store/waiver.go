package store

import (
	"context"
	"database/sql"

	"github.com/pincite/pincite/internal/finding"
)

// Waive keeps a person's decision to accept a finding. A later one for the same
// finding takes its place.
func (s *Store) Waive(ctx context.Context, w finding.Waiver) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO waiver (finding, owner, reason, until, bound, at) VALUES ($1, $2, $3, $4, $5, $6)
			ON CONFLICT (finding) DO UPDATE SET owner = excluded.owner, reason = excluded.reason, until = excluded.until, bound = excluded.bound, at = excluded.at`,
			w.Finding, w.Owner, w.Reason, w.Until, w.Bound, stamp(s.now()))
		return err
	})
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
