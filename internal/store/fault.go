package store

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/mattn/go-sqlite3"
)

// Kind is what is wrong with the file of a store, as far as it decides what a
// person can do about it.
type Kind string

// The kinds of faults.
const (
	// Absent: there is no file.
	Absent Kind = "absent"
	// Empty: the file has no bytes.
	Empty Kind = "empty"
	// Damaged: the file is no database, or one that is not whole.
	Damaged Kind = "damaged"
	// Full: there is no room for what was to be written.
	Full Kind = "full"
	// Forbidden: this user may not write what has to be written.
	Forbidden Kind = "forbidden"
	// Shut: the file, or what a run that was cut off left beside it, cannot be opened.
	Shut Kind = "shut"
	// Busy: another process was writing for too long.
	Busy Kind = "busy"
	// Unread: the disk did not give or take the bytes.
	Unread Kind = "unread"
	// Older: the file was written by an earlier version of the program.
	Older Kind = "older"
)

// Fault is what is wrong with the file of a store.
type Fault struct {
	// Path is the file, "" where it is not known.
	Path string
	Kind Kind
	err  error
}

// remedies say of each kind what it is and what to do: 1 is the store, 2 the cause,
// 3 the store's folder.
var remedies = map[Kind]string{
	Absent:    "%[1]s is not there: `pincite run` makes it",
	Empty:     "%[1]s is an empty file: put back a copy of it, or let `pincite run` begin anew",
	Damaged:   "%[1]s is damaged (%[2]v): put back a copy of it, or move it and its -wal and -shm files away and run again: the law is read anew, waivers and earlier runs stood in the store alone",
	Full:      "%[1]s cannot grow (%[2]v): make room on the disk of %[3]s, then run again: what was finished is kept",
	Forbidden: "%[1]s cannot be written (%[2]v): let this user write the file and the folder %[3]s, or name another in `store:`",
	Shut:      "%[1]s cannot be opened (%[2]v): let this user read the file; where a -wal file lies beside it, run any command once as a user who may write the folder %[3]s",
	Busy:      "%[1]s is being written by another process (%[2]v): wait for it to end",
	Unread:    "%[1]s cannot be read or written (%[2]v): look whether the disk of %[3]s is there and well",
	Older:     "%[1]s was written by an earlier version of pincite, and this user may not bring it up to date: run any command once as a user who may write it",
}

// Error names the store, the cause and the remedy.
func (f *Fault) Error() string {
	name, folder := "store "+f.Path, filepath.Dir(f.Path)
	if f.Path == "" {
		name, folder = "the store", "the store"
	}
	return fmt.Sprintf(remedies[f.Kind], name, f.err, folder)
}

// Unwrap gives the cause.
func (f *Fault) Unwrap() error { return f.err }

// errReading is the cause where a store was opened for reading alone.
var errReading = errors.New("it was opened for reading alone")

// kinds are SQLite's primary results that a person can do something about.
var kinds = map[sqlite3.ErrNo]Kind{
	sqlite3.ErrCorrupt: Damaged, sqlite3.ErrNotADB: Damaged, sqlite3.ErrFull: Full,
	sqlite3.ErrReadonly: Forbidden, sqlite3.ErrPerm: Forbidden, sqlite3.ErrAuth: Forbidden,
	sqlite3.ErrCantOpen: Shut, sqlite3.ErrBusy: Busy, sqlite3.ErrLocked: Busy, sqlite3.ErrIoErr: Unread,
}

// Explain words what SQLite says as a *Fault of the store at a path, "" where that
// is not known. Every other error, and one that is explained already, is given back
// as it is.
func Explain(path string, err error) error {
	var explained *Fault
	var said sqlite3.Error
	if errors.As(err, &explained) || !errors.As(err, &said) || kinds[said.Code] == "" {
		return err
	}
	return &Fault{Path: path, Kind: kinds[said.Code], err: said}
}
