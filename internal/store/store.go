package store

import (
	"context"
	"database/sql"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	_ "github.com/mattn/go-sqlite3" // the driver
	"github.com/pressly/goose/v3"
)

//go:embed migrations/sqlite/*.sql
var migrations embed.FS

// Store is one open SQLite file: a single writer, and readers beside it.
type Store struct {
	// Path is the file's.
	Path string
	// writer is nil in a store that is open for reading alone.
	writer *sql.DB
	reader *sql.DB
	now    func() time.Time
	hooks  Hooks
	writes int
}

// Hooks let a test stand at a commit; both may be nil. N counts the writing
// transactions of this Store from 1.
type Hooks struct {
	BeforeCommit, AfterCommit func(n int)
}

// Open opens the file, makes it if it is not there, and brings its schema up to
// date. The clock is asked for times that people read.
func Open(ctx context.Context, path string, now func() time.Time, hooks Hooks) (*Store, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, fmt.Errorf("store %s: %w: make the folder, or name another in `store:`", path, err)
	}
	s := &Store{Path: path, now: now, hooks: hooks}
	if err := s.connect(ctx); err != nil {
		return nil, errors.Join(opening(path, err), s.Close())
	}
	return s, nil
}

// opening names the file in an error of opening it.
func opening(path string, err error) error {
	var explained *Fault
	if err = Explain(path, err); errors.As(err, &explained) {
		return err
	}
	return fmt.Errorf("store %s: %w", path, err)
}

func (s *Store) connect(ctx context.Context) (err error) {
	if s.writer, err = sql.Open("sqlite3", source(s.Path, "_txlock=immediate&_synchronous=FULL")); err != nil {
		return err
	}
	s.writer.SetMaxOpenConns(1)
	if s.reader, err = sql.Open("sqlite3", source(s.Path, "_query_only=true")); err != nil {
		return err
	}
	s.reader.SetMaxOpenConns(8)
	return s.migrate(ctx)
}

// source is the driver's name for a path with our settings.
func source(path, settings string) string {
	return fileURL(path) + "?_journal_mode=WAL&_foreign_keys=on&_busy_timeout=10000&" + settings
}

// fileURL names a file so that no letter of its path is taken for a setting.
func fileURL(path string) string {
	file := url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath()}
	return file.String()
}

func (s *Store) migrate(ctx context.Context) error {
	provider, err := schema(s.writer)
	if err != nil {
		return err
	}
	_, err = provider.Up(ctx)
	return err
}

// schema is what knows the versions of the schema.
func schema(db *sql.DB) (*goose.Provider, error) {
	folder, err := fs.Sub(migrations, "migrations/sqlite")
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectSQLite3, db, folder)
}

// Close closes both sides. It may be called on a store that never opened.
func (s *Store) Close() error {
	var faults []error
	for _, db := range []*sql.DB{s.reader, s.writer} {
		if db != nil {
			faults = append(faults, db.Close())
		}
	}
	return errors.Join(faults...)
}

// Check asks SQLite whether the file is whole.
func (s *Store) Check(ctx context.Context) error {
	var said string
	if err := s.reader.QueryRowContext(ctx, `PRAGMA integrity_check`).Scan(&said); err != nil {
		return Explain(s.Path, err)
	}
	if said != "ok" {
		return &Fault{Path: s.Path, Kind: Damaged, err: errors.New(said)}
	}
	return nil
}

// write runs do in one transaction.
func (s *Store) write(ctx context.Context, do func(*sql.Tx) error) error {
	if s.writer == nil {
		return &Fault{Path: s.Path, Kind: Forbidden, err: errReading}
	}
	return Explain(s.Path, s.transact(ctx, do))
}

func (s *Store) transact(ctx context.Context, do func(*sql.Tx) error) error {
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // after a commit this does nothing
	if err := do(tx); err != nil {
		return err
	}
	return s.commit(tx)
}

// commit is only ever inside the one writing connection, so the count needs no
// lock of its own.
func (s *Store) commit(tx *sql.Tx) error {
	s.writes++
	n := s.writes
	if s.hooks.BeforeCommit != nil {
		s.hooks.BeforeCommit(n)
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	if s.hooks.AfterCommit != nil {
		s.hooks.AfterCommit(n)
	}
	return nil
}

// stamp is a time as the store writes it.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}

// unstamp reads what stamp wrote.
func unstamp(s string) time.Time {
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		return time.Time{}
	}
	return t
}

// encode gives compact JSON without HTML escapes. The values are our own and
// always encode.
func encode(v any) string {
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		panic(fmt.Sprintf("store: %T does not encode: %v", v, err))
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// decode reads what encode wrote.
func decode(text string, v any) error { return json.Unmarshal([]byte(text), v) }

// each calls scan for every row.
func each(rows *sql.Rows, err error, scan func(*sql.Rows) error) error {
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
