package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/pincite/pincite/internal/statute"
)

const selectHeld = `SELECT ` + heldColumns + heldFrom

const heldColumns = `section.body, version.text, section.occurrence, section.s, source.number, source.id, source.title,
	document.url, document.fetched_at, document.sha256, COALESCE(parse.checks, '{}')`

const heldFrom = `
	FROM section
	JOIN source ON source.id = section.source
	JOIN document ON document.id = section.document
	JOIN version USING (jurisdiction, number, occurrence, hash)
	LEFT JOIN parse ON parse.document = document.id AND parse.fingerprint = document.standing`

// heldOrder is the order of the law: by source, document and place.
const heldOrder = ` ORDER BY source.jurisdiction, source.number, document.url, section.place`

func (s *Store) held(ctx context.Context, query string, args ...any) ([]statute.Held, error) {
	var all []statute.Held
	var known doubts
	rows, err := s.reader.QueryContext(ctx, query, args...)
	err = each(rows, err, func(rows *sql.Rows) error {
		h, err := known.scanHeld(rows)
		all = append(all, h)
		return err
	})
	return all, err
}

// doubts are those of the document last read: the sections of one come together.
type doubts struct {
	checks string
	read   []string
}

func (d *doubts) of(checks string) ([]string, error) {
	if checks == d.checks {
		return d.read, nil
	}
	var c statute.Checks
	err := json.Unmarshal([]byte(checks), &c)
	d.checks, d.read = checks, c.Doubts
	return d.read, err
}

// scanHeld reads the columns of a held section; first are those before them.
func (d *doubts) scanHeld(rows *sql.Rows, first ...any) (statute.Held, error) {
	var h statute.Held
	var body, text, fetched, checks string
	var occurrence int
	columns := append(first, &body, &text, &occurrence, &h.Ref.Section, &h.Ref.Document, &h.Source, &h.Act, &h.URL, &fetched, &h.SHA256, &checks)
	if err := rows.Scan(columns...); err != nil {
		return h, err
	}
	if err := json.Unmarshal([]byte(body), &h.Section); err != nil {
		return h, fmt.Errorf("section %s of %s: %w", h.Ref, h.Source, err)
	}
	if h.Text == "" {
		h.Text = text
	}
	h.Occurrence, h.FetchedAt = occurrence, unstamp(fetched)
	var err error
	h.Doubts, err = d.of(checks)
	return h, err
}

// Law gives the current sections of a jurisdiction by source, document and
// place.
func (s *Store) Law(ctx context.Context, j statute.Jurisdiction) ([]statute.Held, error) {
	return s.held(ctx, selectHeld+` WHERE section.until IS NULL AND section.jurisdiction = $1`+heldOrder, j)
}

// Former gives the superseded versions of a jurisdiction, newest first.
func (s *Store) Former(ctx context.Context, j statute.Jurisdiction) ([]statute.Held, error) {
	return s.held(ctx, selectHeld+` WHERE section.until IS NOT NULL AND section.jurisdiction = $1
		ORDER BY section.until DESC, source.number, document.url, section.place`, j)
}

// Find gives the current sections of a number in a jurisdiction; several where
// it occurs more than once.
func (s *Store) Find(ctx context.Context, j statute.Jurisdiction, number string) ([]statute.Held, error) {
	return s.held(ctx, selectHeld+` WHERE section.until IS NULL AND section.jurisdiction = $1 AND section.number = $2 COLLATE NOCASE`+heldOrder, j, number)
}

// FindRef gives the section that a ref names, current or the last that was.
func (s *Store) FindRef(ctx context.Context, j statute.Jurisdiction, r statute.Ref) ([]statute.Held, error) {
	return s.held(ctx, selectHeld+` WHERE section.jurisdiction = $1 AND source.number = $2 AND section.s = $3
		ORDER BY section.until IS NOT NULL, section.until DESC LIMIT 1`, j, r.Document, r.Section)
}

// Search gives the current sections that hold all words, best first; of all
// jurisdictions where j is "". Those whose number and catchline hold all of them
// come before the others, the shortest catchline first: it is about these words
// most. Words are taken literally, never as a query language.
func (s *Store) Search(ctx context.Context, j statute.Jurisdiction, words string, limit int) ([]statute.Held, error) {
	query := literally(words)
	if query == "" {
		return nil, fmt.Errorf("search %q: give at least one word", words)
	}
	return s.held(ctx, `WITH headed AS MATERIALIZED (SELECT rowid AS id FROM words WHERE words MATCH $1) `+selectHeld+`
		JOIN words ON words.rowid = section.id LEFT JOIN headed ON headed.id = section.id
		WHERE words MATCH $2 AND section.until IS NULL AND ($3 = '' OR section.jurisdiction = $3)
		ORDER BY headed.id IS NULL, IIF(headed.id IS NULL, 0, LENGTH(section.catchline)), bm25(words, 4.0, 3.0, 1.0),
			section.jurisdiction, section.number, section.occurrence LIMIT $4`, "{number catchline} : ("+query+")", query, j, limit)
}

// Matches counts the sections that Search would give without a limit.
func (s *Store) Matches(ctx context.Context, j statute.Jurisdiction, words string) (count int, err error) {
	query := literally(words)
	if query == "" {
		return 0, nil
	}
	err = s.reader.QueryRowContext(ctx, `SELECT COUNT(*) FROM words JOIN section ON section.id = words.rowid
		WHERE words MATCH $1 AND section.until IS NULL AND ($2 = '' OR section.jurisdiction = $2)`, query, j).Scan(&count)
	return count, err
}

// literally quotes every word for the search engine.
func literally(words string) string {
	var quoted []string
	for _, word := range strings.Fields(words) {
		quoted = append(quoted, `"`+strings.ReplaceAll(word, `"`, `""`)+`"`)
	}
	return strings.Join(quoted, " ")
}

// Stand is a current section without its words: enough to see what moved.
type Stand struct {
	statute.Key
	Source, Hash, Catchline, Status string
	EffectiveFrom, EffectiveUntil   statute.Date
}

// Standing lists the current sections of a jurisdiction without their words, in
// the order of Law.
func (s *Store) Standing(ctx context.Context, j statute.Jurisdiction) ([]Stand, error) {
	var all []Stand
	rows, err := s.reader.QueryContext(ctx, `SELECT section.number, section.occurrence, section.source, section.hash, section.catchline,
		section.body ->> 'status', COALESCE(section.body ->> 'effective_from', ''), COALESCE(section.body ->> 'effective_until', '')
		FROM section JOIN source ON source.id = section.source JOIN document ON document.id = section.document
		WHERE section.until IS NULL AND section.jurisdiction = $1`+heldOrder, j)
	err = each(rows, err, func(rows *sql.Rows) error {
		one, err := scanStand(rows)
		all = append(all, one)
		return err
	})
	return all, err
}

func scanStand(rows *sql.Rows) (one Stand, err error) {
	err = rows.Scan(&one.Number, &one.Occurrence, &one.Source, &one.Hash, &one.Catchline, &one.Status, &one.EffectiveFrom, &one.EffectiveUntil)
	return one, err
}

// Edition is the hash of the set of current section versions.
func (s *Store) Edition(ctx context.Context) (string, error) {
	h := sha256.New()
	rows, err := s.reader.QueryContext(ctx, `SELECT DISTINCT jurisdiction, number, occurrence, hash FROM section WHERE until IS NULL ORDER BY 1, 2, 3, 4`)
	err = each(rows, err, func(rows *sql.Rows) error {
		var j, number, hash string
		var occurrence int
		err := rows.Scan(&j, &number, &occurrence, &hash)
		fmt.Fprintf(h, "%s\x00%s\x00%d\x00%s\n", j, number, occurrence, hash)
		return err
	})
	return "sha256:" + hex.EncodeToString(h.Sum(nil)), err
}

// SectionCounts gives the number of current sections by source.
func (s *Store) SectionCounts(ctx context.Context) (map[string]int, error) {
	counts := map[string]int{}
	rows, err := s.reader.QueryContext(ctx, `SELECT source, COUNT(*) FROM section WHERE until IS NULL GROUP BY source`)
	err = each(rows, err, func(rows *sql.Rows) error {
		var source string
		var count int
		err := rows.Scan(&source, &count)
		counts[source] = count
		return err
	})
	return counts, err
}

// SectionsOf counts the current sections of one document.
func (s *Store) SectionsOf(ctx context.Context, document int) (count int, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT COUNT(*) FROM section WHERE document = $1 AND until IS NULL`, document).Scan(&count)
	return count, err
}
