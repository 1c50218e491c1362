package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"

	"github.com/pincite/pincite/internal/statute"
)

// hashOf is the hex sha256 under which a circumstance is kept.
func hashOf(body string) string {
	sum := sha256.Sum256([]byte(body))
	return hex.EncodeToString(sum[:])
}

// keepCircumstance keeps what an audit was told, once, and gives its hash.
func keepCircumstance(ctx context.Context, tx *sql.Tx, body string) (string, error) {
	if body == "" {
		return "", nil
	}
	hash := hashOf(body)
	_, err := tx.ExecContext(ctx, `INSERT INTO circumstance (hash, body) VALUES ($1, $2) ON CONFLICT DO NOTHING`, hash, body)
	return hash, err
}

// forgetCircumstances forgets those that no last audit rests on.
func forgetCircumstances(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, `DELETE FROM circumstance WHERE hash NOT IN (SELECT circumstance FROM audit)`)
	return err
}

// Told is what the last audit of an answer was told beyond answer and law.
type Told struct {
	Answer string
	// Run is the one that made the audit: its edition is what was audited against.
	Run int
	// Hash names the circumstance, "" where it was not kept; Body is it. Judged
	// are the verdicts of the judge, "" without one.
	Hash, Body, Judged string
}

// Told lists what the last audits were told, by answer.
func (s *Store) Told(ctx context.Context) ([]Told, error) {
	var all []Told
	rows, err := s.reader.QueryContext(ctx, `SELECT answer, run, circumstance, COALESCE(body, ''), judged FROM audit
		LEFT JOIN circumstance ON circumstance.hash = audit.circumstance ORDER BY answer`)
	err = each(rows, err, func(rows *sql.Rows) error {
		var t Told
		err := rows.Scan(&t.Answer, &t.Run, &t.Hash, &t.Body, &t.Judged)
		all = append(all, t)
		return err
	})
	return all, err
}

// Editions gives all sections of a jurisdiction that ever stood, with the runs
// from and to which they did, in the order of the law.
func (s *Store) Editions(ctx context.Context, j statute.Jurisdiction) ([]Version, error) {
	var all []Version
	var known doubts
	rows, err := s.reader.QueryContext(ctx, `SELECT section.since, COALESCE(section.until, 0), `+heldColumns+heldFrom+`
		WHERE section.jurisdiction = $1`+heldOrder+`, section.id`, j)
	err = each(rows, err, func(rows *sql.Rows) (err error) {
		var v Version
		v.Held, err = known.scanHeld(rows, &v.Since, &v.Until)
		all = append(all, v)
		return err
	})
	return all, err
}

// Capture is one file of bytes as served, that the law held was read from.
type Capture struct {
	Source      string `json:"source"`
	URL         string `json:"url"`
	SHA256      string `json:"sha256"`
	ContentType string `json:"content_type"`
	FetchedAt   string `json:"fetched_at"`
}

// Captures lists the bytes of the documents that are not retired: those served
// last, and those that the standing sections were read from where they are
// others.
func (s *Store) Captures(ctx context.Context) ([]Capture, error) {
	var all []Capture
	rows, err := s.reader.QueryContext(ctx, `SELECT source, url, sha256, content_type, fetched_at FROM document WHERE NOT retired AND sha256 <> ''
		UNION SELECT source, url, parse.sha256, content_type, '' FROM document JOIN parse ON parse.document = document.id AND parse.fingerprint = document.standing
		WHERE NOT retired AND parse.sha256 <> document.sha256 ORDER BY 1, 2, 3`)
	err = each(rows, err, func(rows *sql.Rows) error {
		var c Capture
		err := rows.Scan(&c.Source, &c.URL, &c.SHA256, &c.ContentType, &c.FetchedAt)
		all = append(all, c)
		return err
	})
	return all, err
}

// KeepBundle keeps the hash of the manifest of a run's bundle.
func (s *Store) KeepBundle(ctx context.Context, run int, manifest string) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO bundle (run, manifest, at) VALUES ($1, $2, $3)
			ON CONFLICT (run) DO UPDATE SET manifest = excluded.manifest, at = excluded.at`, run, manifest, stamp(s.now()))
		return err
	})
}

// BundleBefore gives the hash of the last manifest of a run before; "" where
// there is none.
func (s *Store) BundleBefore(ctx context.Context, run int) (manifest string, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT manifest FROM bundle WHERE run < $1 ORDER BY run DESC LIMIT 1`, run).Scan(&manifest)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return manifest, err
}
