package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/mattn/go-sqlite3"
)

// wantFault wants an error of a kind that names the file.
func wantFault(t *testing.T, err error, kind Kind, path string) {
	t.Helper()
	var fault *Fault
	if !errors.As(err, &fault) || fault.Kind != kind || !strings.Contains(err.Error(), path) {
		t.Errorf("error is %v, want one of kind %s that names %s", err, kind, path)
	}
}

// beside lists the files of a folder.
func beside(t *testing.T, path string) string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return strings.Join(names, " ")
}

func TestAReaderMakesNoStore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "nowhere", "pincite.db")
	_, err := OpenToRead(t.Context(), path, time.Now, Hooks{})
	wantFault(t, err, Absent, path)
	if Exists(filepath.Dir(path)) {
		t.Error("its folder was made")
	}
	path = filepath.Join(t.TempDir(), "pincite.db")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	_, err = OpenToRead(t.Context(), path, time.Now, Hooks{})
	wantFault(t, err, Empty, path)
	if size, _ := FileSize(path); size != 0 {
		t.Errorf("an empty store was given %d bytes", size)
	}
}

func TestWhoMayNotWriteReads(t *testing.T) {
	p := newPress(t)
	p.print("a.html", law("1", "A business shall notify."))
	s, err := look(t.Context(), p.Path, time.Now) // while the writer has its log beside the file
	p.must(err)
	defer func() { p.must(s.Close()) }()
	read := func(want int) {
		t.Helper()
		if found, err := s.Search(t.Context(), "ZZ", "notify", 5); err != nil || len(found) != want {
			t.Errorf("found %d, want %d: %v", len(found), want, err)
		}
	}
	read(1)
	p.must(p.Close())
	read(1) // the writer has gone with its log
	if names := beside(t, p.Path); names != "pin?cite.db" {
		t.Errorf("beside the store lies: %s", names)
	}
	again, err := Open(t.Context(), p.Path, p.now, Hooks{})
	p.must(err)
	p.Store = again
	p.print("b.html", law("2", "A keeper shall notify."))
	read(2) // a writer that came later
	p.must(again.Close())
	read(2)
	wantFault(t, s.Enter(t.Context(), 1, nil), Forbidden, p.Path)
	p.must(s.KeepJudgement(t.Context(), "model", "claim", "hash", "{}"))
	if s.Writable() {
		t.Error("it is said to be writable")
	}
}

func TestADamagedStoreIsNamedWithItsRemedy(t *testing.T) {
	p := newPress(t)
	p.print("a.html", law("1", strings.Repeat("A business shall notify. ", 4000)))
	p.must(p.Close())
	whole, err := os.ReadFile(p.Path)
	p.must(err)
	for name, data := range map[string][]byte{
		"garbage": []byte(strings.Repeat("no database at all. ", 400)), "truncated": whole[:len(whole)/3],
	} {
		path := filepath.Join(t.TempDir(), name+".db")
		p.must(os.WriteFile(path, data, 0o644))
		s, err := OpenToRead(t.Context(), path, time.Now, Hooks{})
		if err == nil { // what is missing is not read before it is asked for
			err = errors.Join(s.Check(t.Context()), s.Close())
		}
		wantFault(t, err, Damaged, path)
		if err != nil && !strings.Contains(err.Error(), "put back a copy") {
			t.Errorf("no remedy: %v", err)
		}
	}
}

func TestWhatSQLiteSaysIsExplained(t *testing.T) {
	full := Explain("/srv/law/p.db", errors.Join(errors.New("parse"), sqlite3.Error{Code: sqlite3.ErrFull}))
	wantFault(t, full, Full, "/srv/law/p.db")
	if !strings.Contains(full.Error(), "make room on the disk of /srv/law") {
		t.Errorf("said: %v", full)
	}
	if again := Explain("", full); again.Error() != full.Error() {
		t.Errorf("said twice: %v", again)
	}
	if other := Explain("p.db", os.ErrClosed); !errors.Is(other, os.ErrClosed) || other.Error() != os.ErrClosed.Error() {
		t.Errorf("another error became %v", other)
	}
	for kind := range remedies {
		if said := (&Fault{Kind: kind, err: errReading}).Error(); strings.Contains(said, "%!") {
			t.Errorf("%s: %s", kind, said)
		}
	}
}

func TestWhoAsksForTheLockMakesNone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pincite.db")
	if err := Free(path); err != nil || beside(t, path) != "" {
		t.Errorf("asked for a lock that nobody ever held: %v, %s", err, beside(t, path))
	}
	lock, err := Acquire(path)
	if err != nil {
		t.Fatal(err)
	}
	var held *Locked
	if err := Free(path); !errors.As(err, &held) || held.Holder == "" {
		t.Errorf("a lock that is held: %v", err)
	}
	if err := errors.Join(lock.Release(), Free(path)); err != nil {
		t.Errorf("a lock that was given back: %v", err)
	}
}
