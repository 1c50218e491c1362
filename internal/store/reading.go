package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/mattn/go-sqlite3"
)

// OpenToRead opens a store that is there, for who only wants to read it, and makes
// no file. A user who may not write the store reads it as it stands: Writable is
// then false, and every write is refused. The error is a *Fault where the file is
// absent, empty or damaged.
func OpenToRead(ctx context.Context, path string, now func() time.Time, hooks Hooks) (*Store, error) {
	if err := present(path); err != nil {
		return nil, err
	}
	var refused *Fault
	if err := writable(path); err == nil {
		s, err := Open(ctx, path, now, hooks)
		if !errors.As(err, &refused) || refused.Kind != Forbidden && refused.Kind != Shut {
			return s, err
		}
	}
	return look(ctx, path, now)
}

// Writable is whether this user may write the store.
func (s *Store) Writable() bool { return s.writer != nil }

// present wants a file with something in it.
func present(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &Fault{Path: path, Kind: Absent, err: err}
	case err != nil:
		return fmt.Errorf("store: %w", err)
	case info.Mode().IsRegular() && info.Size() == 0:
		return &Fault{Path: path, Kind: Empty, err: errors.New("it has no bytes")}
	}
	return nil
}

// writable asks before SQLite does: in a folder that may be written, it would lay
// files beside a store that may not.
func writable(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return file.Close()
}

// look opens a store for reading alone.
func look(ctx context.Context, path string, now func() time.Time) (*Store, error) {
	s := &Store{Path: path, now: now, reader: sql.OpenDB(glance{path})}
	s.reader.SetMaxOpenConns(8)
	s.reader.SetMaxIdleConns(-1) // see glance
	if err := s.upToDate(ctx); err != nil {
		return nil, errors.Join(opening(path, err), s.Close())
	}
	return s, nil
}

// upToDate wants the schema that this program writes: nobody here may change it.
func (s *Store) upToDate(ctx context.Context) error {
	provider, err := schema(s.reader)
	if err != nil {
		return err
	}
	held, wanted, err := provider.GetVersions(ctx)
	if err == nil && held < wanted {
		err = &Fault{Path: s.Path, Kind: Older, err: fmt.Errorf("its schema is %d, and %d is wanted", held, wanted)}
	}
	return err
}

// glance connects to a store that this user may not write. SQLite keeps what a
// running writer has not yet put into the file in a log beside it. Without a log
// nobody writes, and the file is read as one that does not change: else SQLite would
// want to make the log. So each query looks anew, by a connection of its own, lest
// a run that begins meanwhile go unseen.
type glance struct{ path string }

// Driver gives SQLite's.
func (g glance) Driver() driver.Driver { return &sqlite3.SQLiteDriver{} }

// Connect opens the file as it stands.
func (g glance) Connect(context.Context) (driver.Conn, error) {
	settings := "mode=ro&_query_only=true&_busy_timeout=10000"
	if !Exists(g.path + "-wal") {
		settings += "&immutable=1"
	}
	return g.Driver().Open(fileURL(g.path) + "?" + settings)
}
