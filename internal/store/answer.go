package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// MadeAnswer is an answer that Pincite made.
type MadeAnswer struct {
	ID string
	// Fingerprint hashes the question, the answerer and the law it rests on.
	Fingerprint  string
	Origin       string
	Question     string
	Jurisdiction statute.Jurisdiction
	// Text is the published form, "" where no law was found and the answerer
	// has nothing to say.
	Text string
	// Bound gives the section of each ref; DependsOn all that it rests on.
	Bound     map[statute.Ref]statute.Key
	DependsOn []statute.Key
}

// KeepAnswer makes an answer the current one of its id, and keeps what the
// change of law behind it made stale.
func (s *Store) KeepAnswer(ctx context.Context, run int, a MadeAnswer, stale []finding.Stale) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `UPDATE answer SET current = 0 WHERE id = $1 AND current`, a.ID); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO answer (id, fingerprint, origin, question, jurisdiction, text, bound, depends, run, current)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)
			ON CONFLICT (id, fingerprint) DO UPDATE SET text = excluded.text, bound = excluded.bound, depends = excluded.depends, run = excluded.run, current = 1`,
			a.ID, a.Fingerprint, a.Origin, a.Question, a.Jurisdiction, a.Text, encode(a.Bound), encode(a.DependsOn), run)
		if err != nil {
			return err
		}
		if err := keepStale(ctx, tx, run, stale); err != nil {
			return err
		}
		return forgive(ctx, tx, Answer, a.ID)
	})
}

// Answers lists the current answers that Pincite made, by id.
func (s *Store) Answers(ctx context.Context) ([]MadeAnswer, error) {
	var all []MadeAnswer
	rows, err := s.reader.QueryContext(ctx, `SELECT id, fingerprint, origin, question, jurisdiction, text, bound, depends FROM answer WHERE current ORDER BY id`)
	err = each(rows, err, func(rows *sql.Rows) error {
		var a MadeAnswer
		var bound, depends string
		if err := rows.Scan(&a.ID, &a.Fingerprint, &a.Origin, &a.Question, &a.Jurisdiction, &a.Text, &bound, &depends); err != nil {
			return err
		}
		all = append(all, a)
		last := &all[len(all)-1]
		return errors.Join(json.Unmarshal([]byte(bound), &last.Bound), json.Unmarshal([]byte(depends), &last.DependsOn))
	})
	return all, err
}

// RetireAnswer takes an answer out of the current ones: its question is no
// longer asked.
func (s *Store) RetireAnswer(ctx context.Context, id string) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `UPDATE answer SET current = 0 WHERE id = $1`, id); err != nil {
			return err
		}
		return forgive(ctx, tx, Answer, id)
	})
}
