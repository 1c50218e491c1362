package store

import (
	"context"
	"database/sql"
	"errors"
)

// Judgement gives a judge's kept verdict on a claim about words of law, as it was
// kept; "" without one. Identity names the model and the prompt.
func (s *Store) Judgement(ctx context.Context, identity, claim, hash string) (body string, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT body FROM judgement WHERE identity = $1 AND claim = $2 AND hash = $3`, identity, claim, hash).Scan(&body)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return body, err
}

// KeepJudgement keeps a verdict. The first one stays: it is replayed, so that
// the same run gives the same findings. A store that is open for reading alone
// keeps none, and the judge is asked again.
func (s *Store) KeepJudgement(ctx context.Context, identity, claim, hash, body string) error {
	if !s.Writable() {
		return nil
	}
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO judgement (identity, claim, hash, body) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`, identity, claim, hash, body)
		return err
	})
}
