package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"github.com/pincite/pincite/internal/statute"
)

// KeepIndex keeps that a document is an index page, and the pages to which it
// leads. Sections that stood under its URL end.
func (s *Store) KeepIndex(ctx context.Context, run int, d Document, fingerprint string, links []string) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO parse (fingerprint, document, sha256, run, checks, promoted, links) VALUES ($1, $2, $3, $4, $5, 1, $6)
			ON CONFLICT (document, fingerprint) DO UPDATE SET links = excluded.links`,
			fingerprint, d.ID, d.SHA256, run, encode(statute.Checks{}), encode(links))
		if err != nil {
			return err
		}
		if err := endSections(ctx, tx, run, d.ID); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `UPDATE document SET standing = $1 WHERE id = $2`, fingerprint, d.ID); err != nil {
			return err
		}
		return forgive(ctx, tx, Parse, d.Item())
	})
}

// Links gives, by source and URL, the pages to which the index pages lead.
func (s *Store) Links(ctx context.Context) (map[string]map[string][]string, error) {
	all := map[string]map[string][]string{}
	rows, err := s.reader.QueryContext(ctx, `SELECT document.source, document.url, parse.links FROM document
		JOIN parse ON parse.document = document.id AND parse.fingerprint = document.standing WHERE parse.links <> '' AND NOT document.retired`)
	err = each(rows, err, func(rows *sql.Rows) error {
		var source, url, body string
		var links []string
		if err := rows.Scan(&source, &url, &body); err != nil {
			return err
		}
		if all[source] == nil {
			all[source] = map[string][]string{}
		}
		err := json.Unmarshal([]byte(body), &links)
		all[source][url] = links
		return err
	})
	return all, err
}
