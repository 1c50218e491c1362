package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"github.com/pincite/pincite/internal/statute"
)

// Parsed is what a parser made of a document's bytes.
type Parsed struct {
	Document Document
	// Source is the document's, with its number.
	Source Source
	// Fingerprint hashes the bytes, the layout and the parser's version.
	Fingerprint string
	Checks      statute.Checks
	Sections    []statute.Section
	// Promote makes these sections the current ones. A parse that is not
	// promoted is kept beside them.
	Promote bool
}

// Written counts what keeping a parse changed.
type Written struct {
	// Versions are new words; Ended are sections that are no longer current;
	// Moved are those of which only place, notes or heading changed.
	Versions, Ended, Moved int
}

// Keep keeps a parse, and where it is promoted makes its sections current: words
// that were not there become new versions, and what did not change is not
// touched.
func (s *Store) Keep(ctx context.Context, run int, p Parsed) (w Written, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		if err := keepParse(ctx, tx, run, p); err != nil {
			return err
		}
		if p.Promote {
			if w, err = promote(ctx, tx, run, p); err != nil {
				return err
			}
		}
		return forgive(ctx, tx, Parse, p.Document.Item())
	})
	return w, err
}

func keepParse(ctx context.Context, tx *sql.Tx, run int, p Parsed) error {
	kept := ""
	if !p.Checks.Sound() {
		kept = encode(p.Sections)
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO parse (fingerprint, document, sha256, run, checks, promoted, kept) VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT (document, fingerprint) DO UPDATE SET checks = excluded.checks, promoted = excluded.promoted, kept = excluded.kept`,
		p.Fingerprint, p.Document.ID, p.Document.SHA256, run, encode(p.Checks), p.Promote, kept)
	return err
}

// Parse gives the checks of a parse; ok is false where these bytes were not
// parsed by this parser.
func (s *Store) Parse(ctx context.Context, document int, fingerprint string) (c statute.Checks, promoted, ok bool, err error) {
	var checks string
	err = s.reader.QueryRowContext(ctx, `SELECT checks, promoted FROM parse WHERE document = $1 AND fingerprint = $2`, document, fingerprint).Scan(&checks, &promoted)
	if errors.Is(err, sql.ErrNoRows) {
		return c, false, false, nil
	}
	if err != nil {
		return c, false, false, err
	}
	return c, promoted, true, json.Unmarshal([]byte(checks), &c)
}

// Parses are all parses there are, read at once: a night asks for the parse of
// every document.
type Parses map[parseKey]parseRow

type parseKey struct {
	document    int
	fingerprint string
}

type parseRow struct {
	checks   string
	promoted bool
}

// Parses reads them.
func (s *Store) Parses(ctx context.Context) (Parses, error) {
	all := Parses{}
	rows, err := s.reader.QueryContext(ctx, `SELECT document, fingerprint, checks, promoted FROM parse`)
	err = each(rows, err, func(rows *sql.Rows) error {
		var key parseKey
		var row parseRow
		err := rows.Scan(&key.document, &key.fingerprint, &row.checks, &row.promoted)
		all[key] = row
		return err
	})
	return all, err
}

// Of gives what Store.Parse gives.
func (p Parses) Of(document int, fingerprint string) (c statute.Checks, promoted, ok bool, err error) {
	row, ok := p[parseKey{document, fingerprint}]
	if !ok {
		return c, false, false, nil
	}
	return c, row.promoted, true, json.Unmarshal([]byte(row.checks), &c)
}

// promotion is the work of making one parse current.
type promotion struct {
	ctx     context.Context
	tx      *sql.Tx
	run     int
	p       Parsed
	current map[statute.Key]currentSection
	within  map[string]int
	// refs are those of the source by number; lastRef is the highest s given.
	refs    map[string][]sectionRef
	lastRef int
	// versions are those held of the numbers of this parse; lastID is the highest
	// section's before it.
	versions map[versionKey]bool
	lastID   int
	// New rows wait here, and go in many at once: a title has thousands.
	newRefs, newVersions, newSections *rowsOf
	written                           Written
}

// currentSection is a row of this document that is current.
type currentSection struct {
	id, place, since int
	hash, body       string
}

func promote(ctx context.Context, tx *sql.Tx, run int, p Parsed) (Written, error) {
	w := newPromotion(ctx, tx, run, p)
	if err := errors.Join(w.load(), w.loadRefs(), w.loadVersions()); err != nil {
		return w.written, err
	}
	for place := range p.Sections {
		if err := w.place(place, p.Sections[place]); err != nil {
			return w.written, err
		}
	}
	if err := errors.Join(w.flush(), w.enterNewWords()); err != nil {
		return w.written, err
	}
	for _, gone := range w.current { // the order of ending leaves no trace
		w.written.Ended++
		if err := endSection(ctx, tx, run, gone.id, gone.since); err != nil {
			return w.written, err
		}
	}
	_, err := tx.ExecContext(ctx, `UPDATE document SET standing = $1 WHERE id = $2`, p.Fingerprint, p.Document.ID)
	return w.written, err
}

func newPromotion(ctx context.Context, tx *sql.Tx, run int, p Parsed) *promotion {
	return &promotion{
		ctx: ctx, tx: tx, run: run, p: p, current: map[statute.Key]currentSection{}, within: map[string]int{}, versions: map[versionKey]bool{},
		newRefs:     into(tx, "ref", "source", "s", "number", "occurrence", "document", "within"),
		newVersions: into(tx, "version", "jurisdiction", "number", "occurrence", "hash", "text", "status", "run"),
		newSections: into(tx, "section", "document", "source", "jurisdiction", "number", "occurrence", "s", "hash", "place", "body", "catchline", "since"),
	}
}

func (w *promotion) load() error {
	if err := w.tx.QueryRowContext(w.ctx, `SELECT COALESCE(MAX(id), 0) FROM section`).Scan(&w.lastID); err != nil {
		return err
	}
	rows, err := w.tx.QueryContext(w.ctx, `SELECT id, number, occurrence, place, since, hash, body FROM section WHERE document = $1 AND until IS NULL`, w.p.Document.ID)
	return each(rows, err, func(rows *sql.Rows) error {
		var key statute.Key
		var row currentSection
		err := rows.Scan(&row.id, &key.Number, &key.Occurrence, &row.place, &row.since, &row.hash, &row.body)
		w.current[key] = row
		return err
	})
}

// place makes one section current, or leaves it alone where nothing changed.
func (w *promotion) place(place int, section statute.Section) error {
	w.within[section.Number]++
	ref, err := w.ref(section.Number, w.within[section.Number])
	if err != nil {
		return err
	}
	section.Jurisdiction, section.Occurrence = w.p.Source.Jurisdiction, ref.occurrence
	hash := section.Version()
	text, err := w.version(&section, hash)
	if err != nil {
		return err
	}
	body := section
	if body.Text == text {
		body.Text = ""
	}
	row := sectionRow{&section, ref.s, hash, place, encode(&body)}
	old, there := w.current[section.Key()]
	delete(w.current, section.Key())
	switch {
	case there && old.hash == hash && old.body == row.body && old.place == place:
		return nil
	case there && old.hash == hash:
		w.written.Moved++
		return w.update(old, row)
	case there:
		if err := endSection(w.ctx, w.tx, w.run, old.id, old.since); err != nil {
			return err
		}
	}
	return w.insert(row)
}

type sectionRow struct {
	section *statute.Section
	s       int
	hash    string
	place   int
	body    string
}

// versionKey names the words of a section.
type versionKey struct {
	statute.Key
	hash string
}

// loadVersions reads which words are held of the numbers of this parse.
func (w *promotion) loadVersions() error {
	numbers := make([]string, len(w.p.Sections))
	for i := range w.p.Sections {
		numbers[i] = w.p.Sections[i].Number
	}
	rows, err := w.tx.QueryContext(w.ctx, `SELECT DISTINCT number, occurrence, hash FROM json_each($1) AS asked
		CROSS JOIN version ON jurisdiction = $2 AND number = asked.value`, encode(numbers), w.p.Source.Jurisdiction)
	return each(rows, err, func(rows *sql.Rows) error {
		var key versionKey
		err := rows.Scan(&key.Number, &key.Occurrence, &key.hash)
		w.versions[key] = true
		return err
	})
}

// version enters the words where they are new, and gives them as they were first
// seen: a change of white space alone makes no new version.
func (w *promotion) version(section *statute.Section, hash string) (text string, err error) {
	key := versionKey{section.Key(), hash}
	if !w.versions[key] {
		w.versions[key] = true
		w.written.Versions++
		w.newVersions.add(section.Jurisdiction, section.Number, section.Occurrence, hash, section.Text, section.Status, w.run)
		return section.Text, nil
	}
	err = w.tx.QueryRowContext(w.ctx, `SELECT text FROM version WHERE jurisdiction = $1 AND number = $2 AND occurrence = $3 AND hash = $4`,
		section.Jurisdiction, section.Number, section.Occurrence, hash).Scan(&text)
	return text, err
}

func (w *promotion) insert(row sectionRow) error {
	w.newSections.add(w.p.Document.ID, w.p.Source.ID, row.section.Jurisdiction, row.section.Number, row.section.Occurrence, row.s, row.hash, row.place,
		row.body, row.section.Catchline, w.run)
	if w.newSections.count < rowsAtOnce {
		return nil
	}
	return w.flush()
}

// flush writes what waits: the words before the sections that point to them.
func (w *promotion) flush() error {
	for _, waiting := range []*rowsOf{w.newRefs, w.newVersions, w.newSections} {
		if err := waiting.flush(w.ctx); err != nil {
			return err
		}
	}
	return nil
}

// enterNewWords takes the words of the new sections into the index at once, which
// is three times as fast as one section after the other.
func (w *promotion) enterNewWords() error {
	_, err := w.tx.ExecContext(w.ctx, `INSERT INTO words (rowid, number, catchline, text)
		SELECT section.id, section.number, section.catchline, version.text FROM section JOIN version USING (jurisdiction, number, occurrence, hash)
		WHERE section.id > $1 ORDER BY section.id`, w.lastID)
	return err
}

// update changes what is no law: place, heading, history and notes.
func (w *promotion) update(old currentSection, row sectionRow) error {
	_, err := w.tx.ExecContext(w.ctx, `UPDATE section SET place = $1, body = $2, catchline = $3 WHERE id = $4`, row.place, row.body, row.section.Catchline, old.id)
	if err != nil || old.body == row.body {
		return err
	}
	if _, err := w.tx.ExecContext(w.ctx, `DELETE FROM words WHERE rowid = $1`, old.id); err != nil {
		return err
	}
	return w.enterWords(old.id, row.section)
}

func (w *promotion) enterWords(id int, section *statute.Section) error {
	_, err := w.tx.ExecContext(w.ctx, `INSERT INTO words (rowid, number, catchline, text) VALUES ($1, $2, $3, $4)`, id, section.Number, section.Catchline, section.Text)
	return err
}

// endSection takes a section out of the editions from run on. One that this same
// run brought was never in an edition.
func endSection(ctx context.Context, tx *sql.Tx, run, id, since int) error {
	query := `UPDATE section SET until = $1 WHERE id = $2`
	if since == run {
		query = `DELETE FROM section WHERE id = $2 AND since = $1`
	}
	if _, err := tx.ExecContext(ctx, query, run, id); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `DELETE FROM words WHERE rowid = $1`, id)
	return err
}

// endSections ends all sections of a document.
func endSections(ctx context.Context, tx *sql.Tx, run, document int) error {
	var ids [][2]int
	rows, err := tx.QueryContext(ctx, `SELECT id, since FROM section WHERE document = $1 AND until IS NULL ORDER BY id`, document)
	err = each(rows, err, func(rows *sql.Rows) error {
		var row [2]int
		err := rows.Scan(&row[0], &row[1])
		ids = append(ids, row)
		return err
	})
	for _, row := range ids {
		if err := endSection(ctx, tx, run, row[0], row[1]); err != nil {
			return err
		}
	}
	return err
}
