package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/pincite/pincite/internal/statute"
)

// Source is one configured publication as the store knows it.
type Source struct {
	ID           string
	Jurisdiction statute.Jurisdiction
	// Number is the d of [d.s].
	Number int
	Title  string
	// FirstRun is the run that saw it first.
	FirstRun int
}

// Enter keeps the configured sources and gives each its number: those of a
// jurisdiction count from 1 in the order in which they were first seen. A title
// may change; a number never does.
func (s *Store) Enter(ctx context.Context, run int, sources []Source) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		for _, one := range sources {
			if err := enter(ctx, tx, run, one); err != nil {
				return err
			}
		}
		return nil
	})
}

func enter(ctx context.Context, tx *sql.Tx, run int, one Source) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO source (id, jurisdiction, number, title, first_run)
		SELECT $1, $2, COALESCE(MAX(number), 0) + 1, $3, $4 FROM source WHERE jurisdiction = $2
		ON CONFLICT (id) DO UPDATE SET title = excluded.title`,
		one.ID, one.Jurisdiction, one.Title, run)
	return err
}

// Sources lists the sources by jurisdiction and number, retired ones too.
func (s *Store) Sources(ctx context.Context) ([]Source, error) {
	var all []Source
	rows, err := s.reader.QueryContext(ctx, `SELECT id, jurisdiction, number, title, first_run FROM source ORDER BY jurisdiction, number`)
	err = each(rows, err, func(rows *sql.Rows) error {
		var one Source
		err := rows.Scan(&one.ID, &one.Jurisdiction, &one.Number, &one.Title, &one.FirstRun)
		all = append(all, one)
		return err
	})
	return all, err
}

// Document is one file of a source and what is known of its last bytes.
type Document struct {
	ID          int
	Source, URL string
	// SHA256 is "" until the file was fetched once.
	SHA256, ContentType, ETag, LastModified string
	// FetchedAt is when these bytes were served; WellAt when the server last
	// said that they still stand.
	FetchedAt, WellAt time.Time
	// Seen is the last run that asked for it.
	Seen int
	// Failure is why the last attempt failed, "" when it went well.
	Failure string
	// Standing is the parse whose sections are current, "" without one.
	Standing string
	// Retired documents are no longer of their source.
	Retired bool
}

const selectDocument = `SELECT id, source, url, sha256, content_type, etag, last_modified, fetched_at, well_at, seen, failure, standing, retired FROM document`

func scanDocument(row interface{ Scan(...any) error }) (Document, error) {
	var d Document
	var fetched, well string
	err := row.Scan(&d.ID, &d.Source, &d.URL, &d.SHA256, &d.ContentType, &d.ETag, &d.LastModified, &fetched, &well, &d.Seen, &d.Failure, &d.Standing, &d.Retired)
	d.FetchedAt, d.WellAt = unstamp(fetched), unstamp(well)
	return d, err
}

// Documents lists all documents by source and the order in which they were
// first seen.
func (s *Store) Documents(ctx context.Context) ([]Document, error) {
	var all []Document
	rows, err := s.reader.QueryContext(ctx, selectDocument+` ORDER BY source, id`)
	err = each(rows, err, func(rows *sql.Rows) error {
		d, err := scanDocument(rows)
		all = append(all, d)
		return err
	})
	return all, err
}

// Document gives one; ok is false where it was never asked for.
func (s *Store) Document(ctx context.Context, source, url string) (d Document, ok bool, err error) {
	d, err = scanDocument(s.reader.QueryRowContext(ctx, selectDocument+` WHERE source = $1 AND url = $2`, source, url))
	if errors.Is(err, sql.ErrNoRows) {
		return Document{}, false, nil
	}
	return d, err == nil, err
}

// Fetched keeps what a fetch brought: the fields of d from SHA256 to FetchedAt.
// Where the server said "not modified" the caller leaves those as they were.
func (s *Store) Fetched(ctx context.Context, run int, d Document) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO document (source, url, sha256, content_type, etag, last_modified, fetched_at, well_at, seen)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
			ON CONFLICT (source, url) DO UPDATE SET sha256 = excluded.sha256, content_type = excluded.content_type, etag = excluded.etag,
			last_modified = excluded.last_modified, fetched_at = excluded.fetched_at, well_at = excluded.well_at, seen = excluded.seen, failure = '', retired = 0`,
			d.Source, d.URL, d.SHA256, d.ContentType, d.ETag, d.LastModified, stamp(d.FetchedAt), stamp(s.now()), run)
		if err != nil {
			return err
		}
		return forgive(ctx, tx, Scrape, item(d.Source, d.URL))
	})
}

// Confirm keeps that documents whose last fetch went well still stand as they were.
func (s *Store) Confirm(ctx context.Context, run int, documents []int) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE document SET well_at = $1, seen = $2 WHERE id IN (SELECT value FROM json_each($3))`, stamp(s.now()), run, encode(documents))
		return err
	})
}

// Unfetched keeps why a fetch failed, and leaves the last good bytes as they are.
// After all attempts the document is given up until it is retried.
func (s *Store) Unfetched(ctx context.Context, run int, d Document, reason string, attempts int) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO document (source, url, seen, failure) VALUES ($1, $2, $3, $4)
			ON CONFLICT (source, url) DO UPDATE SET seen = excluded.seen, failure = excluded.failure, retired = 0`,
			d.Source, d.URL, run, reason)
		if err != nil {
			return err
		}
		return s.fail(ctx, tx, Failure{Stage: Scrape, Item: item(d.Source, d.URL), Reason: reason, Run: run}, attempts)
	})
}

// Retire ends the sections of a document that its source no longer lists.
func (s *Store) Retire(ctx context.Context, run int, d Document) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		if err := endSections(ctx, tx, run, d.ID); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `UPDATE document SET retired = 1, standing = '' WHERE id = $1`, d.ID); err != nil {
			return err
		}
		return errors.Join(forgive(ctx, tx, Scrape, d.Item()), forgive(ctx, tx, Parse, d.Item()))
	})
}

// item is the key of a document's work.
func item(source, url string) string { return source + " " + url }

// Item is the key under which a document's failures are kept.
func (d Document) Item() string { return item(d.Source, d.URL) }
