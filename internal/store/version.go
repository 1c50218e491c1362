package store

import (
	"context"
	"database/sql"

	"github.com/pincite/pincite/internal/statute"
)

// Version is a section as it stood from one run to another.
type Version struct {
	statute.Held
	// Since is the run that brought these words; Until is the first run without
	// them, 0 while they stand.
	Since, Until int
}

// Versions gives all that was ever held under a number of a jurisdiction, newest
// first, what stands today before what does not. The number is taken as it is
// written; where nothing is held under it, its case is ignored.
func (s *Store) Versions(ctx context.Context, j statute.Jurisdiction, number string) ([]Version, error) {
	all, err := s.versions(ctx, `section.number = $2`, j, number)
	if err != nil || len(all) > 0 {
		return all, err
	}
	return s.versions(ctx, `section.number = $2 COLLATE NOCASE`, j, number)
}

func (s *Store) versions(ctx context.Context, where string, j statute.Jurisdiction, number string) ([]Version, error) {
	var all []Version
	var known doubts
	rows, err := s.reader.QueryContext(ctx, `SELECT section.since, COALESCE(section.until, 0), `+heldColumns+heldFrom+`
		WHERE section.jurisdiction = $1 AND `+where+`
		ORDER BY section.until IS NOT NULL, section.since DESC, source.number, section.occurrence, section.id`, j, number)
	err = each(rows, err, func(rows *sql.Rows) (err error) {
		var v Version
		v.Held, err = known.scanHeld(rows, &v.Since, &v.Until)
		all = append(all, v)
		return err
	})
	return all, err
}

// EverHeld reports whether Versions would give anything of that occurrence; of any
// where occurrence is 0.
func (s *Store) EverHeld(ctx context.Context, j statute.Jurisdiction, number string, occurrence int) (held bool, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM section
		WHERE jurisdiction = $1 AND number = $2 COLLATE NOCASE AND ($3 = 0 OR occurrence = $3))`, j, number, occurrence).Scan(&held)
	return held, err
}

// Listing gives the current sections of one source without their words, in the
// order of the law, from the one at that place of the list on.
func (s *Store) Listing(ctx context.Context, source string, from, limit int) ([]Stand, error) {
	var all []Stand
	// The cross join keeps SQLite on the documents of the source: it would read
	// every section of the jurisdiction otherwise. Bodies are opened only of those
	// that are listed.
	rows, err := s.reader.QueryContext(ctx, `WITH listed AS (SELECT section.id, document.url
		FROM document CROSS JOIN section ON section.document = document.id AND section.until IS NULL
		WHERE document.source = $1 ORDER BY document.url, section.place LIMIT $2 OFFSET $3)
		SELECT section.number, section.occurrence, section.source, section.hash, section.catchline,
		section.body ->> 'status', COALESCE(section.body ->> 'effective_from', ''), COALESCE(section.body ->> 'effective_until', '')
		FROM listed CROSS JOIN section ON section.id = listed.id ORDER BY listed.url, section.place`, source, limit, from)
	err = each(rows, err, func(rows *sql.Rows) error {
		one, err := scanStand(rows)
		all = append(all, one)
		return err
	})
	return all, err
}
