package store

import (
	"context"
	"database/sql"

	"github.com/pincite/pincite/internal/statute"
)

// Acceptance is a person's word that a doubted parse is sound.
type Acceptance struct {
	// Document and SHA256 name the bytes, Doubts what was doubted about them: it
	// holds for no other bytes and no other doubts.
	Document int
	SHA256   string
	Doubts   []string
	Owner    string
	Words    string
}

// Accept keeps the acceptance. The next run makes the sections of that parse
// current.
func (s *Store) Accept(ctx context.Context, a Acceptance) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO acceptance (document, sha256, doubts, owner, words, at) VALUES ($1, $2, $3, $4, $5, $6)
			ON CONFLICT (document, sha256, doubts) DO UPDATE SET owner = excluded.owner, words = excluded.words, at = excluded.at`,
			a.Document, a.SHA256, encode(a.Doubts), a.Owner, a.Words, stamp(s.now()))
		return err
	})
}

const selectAcceptance = `SELECT document, sha256, doubts, owner, words FROM acceptance`

// Accepted gives what was accepted of a document's bytes, in the order of the
// doubts.
func (s *Store) Accepted(ctx context.Context, document int, sha string) ([]Acceptance, error) {
	return s.acceptances(ctx, selectAcceptance+` WHERE document = $1 AND sha256 = $2 ORDER BY doubts`, document, sha)
}

// Acceptances gives all, by document, its bytes and the doubts.
func (s *Store) Acceptances(ctx context.Context) ([]Acceptance, error) {
	return s.acceptances(ctx, selectAcceptance+` ORDER BY document, sha256, doubts`)
}

func (s *Store) acceptances(ctx context.Context, query string, args ...any) ([]Acceptance, error) {
	var all []Acceptance
	rows, err := s.reader.QueryContext(ctx, query, args...)
	err = each(rows, err, func(rows *sql.Rows) error {
		var a Acceptance
		var doubts string
		if err := rows.Scan(&a.Document, &a.SHA256, &doubts, &a.Owner, &a.Words); err != nil {
			return err
		}
		err := decode(doubts, &a.Doubts)
		all = append(all, a)
		return err
	})
	return all, err
}

// Doubted gives the sections of a parse that was kept because it was doubted.
func (s *Store) Doubted(ctx context.Context, document int, fingerprint string) ([]statute.Section, error) {
	var sections []statute.Section
	rows, err := s.reader.QueryContext(ctx, `SELECT kept FROM parse WHERE document = $1 AND fingerprint = $2 AND kept <> ''`, document, fingerprint)
	err = each(rows, err, func(rows *sql.Rows) error {
		var kept string
		if err := rows.Scan(&kept); err != nil {
			return err
		}
		return decode(kept, &sections)
	})
	return sections, err
}
