package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/gofrs/flock"
)

// Lock is the right to run, held by one process at a time. It ends with the
// process, however that ends.
type Lock struct {
	file *flock.Flock
}

// Locked says that another run holds the lock.
type Locked struct {
	// Path is the lock file; Holder the process id that it names, "" where that
	// could not be read.
	Path, Holder string
}

// Error names the holder and what to do.
func (l *Locked) Error() string {
	holder := l.Holder
	if holder == "" {
		holder = "unknown"
	}
	return fmt.Sprintf("another run holds the lock %s (process %s): wait for it to end", l.Path, holder)
}

// lockPath is the lock file beside a store.
func lockPath(store string) string { return store + ".lock" }

// Acquire takes the lock beside a store, without waiting. An error is a *Locked
// where another process holds it.
func Acquire(store string) (*Lock, error) {
	path := lockPath(store)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, fmt.Errorf("lock %s: %w", path, err)
	}
	file := flock.New(path)
	got, err := file.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", path, err)
	}
	if !got {
		return nil, heldBy(path)
	}
	lock := &Lock{file}
	if err := os.WriteFile(path, fmt.Appendln(nil, os.Getpid()), 0o644); err != nil {
		return nil, errors.Join(fmt.Errorf("lock %s: %w", path, err), lock.Release())
	}
	return lock, nil
}

// Free says who holds the lock beside a store, nil where nobody does. It makes and
// changes no file, so whoever may read the store may ask.
func Free(store string) error {
	path := lockPath(store)
	if !Exists(path) {
		return nil
	}
	file := flock.New(path, flock.SetFlag(os.O_RDONLY))
	got, err := file.TryRLock()
	if err != nil {
		return fmt.Errorf("lock %s: %w", path, err)
	}
	if !got {
		return heldBy(path)
	}
	return file.Unlock()
}

func heldBy(path string) *Locked {
	holder, _ := os.ReadFile(path) // the message does without it
	return &Locked{Path: path, Holder: strings.TrimSpace(string(holder))}
}

// Release gives the lock back. The file stays: removing it would let two
// processes lock two files of one name.
func (l *Lock) Release() error { return l.file.Unlock() }
