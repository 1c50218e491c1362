package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"github.com/pincite/pincite/internal/finding"
)

// KeepMeasures keeps the accuracy of a rule set, by its fingerprint.
func (s *Store) KeepMeasures(ctx context.Context, rules string, measured map[string]finding.Measure) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO measure (rules, body, at) VALUES ($1, $2, $3)
			ON CONFLICT (rules) DO UPDATE SET body = excluded.body, at = excluded.at`, rules, encode(measured), stamp(s.now()))
		return err
	})
}

// Measures gives the accuracy of a rule set; an empty map where it was not
// measured.
func (s *Store) Measures(ctx context.Context, rules string) (map[string]finding.Measure, error) {
	measured := map[string]finding.Measure{}
	var body string
	err := s.reader.QueryRowContext(ctx, `SELECT body FROM measure WHERE rules = $1`, rules).Scan(&body)
	if errors.Is(err, sql.ErrNoRows) {
		return measured, nil
	}
	if err != nil {
		return nil, err
	}
	return measured, json.Unmarshal([]byte(body), &measured)
}
