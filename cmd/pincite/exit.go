package main

import (
	"errors"
	"fmt"
	"strings"
)

// The exit statuses, as `pincite help exit-status` prints them.
const (
	exitClean      = 0  // nothing at or above fail_on
	exitFindings   = 1  // findings at or above it
	exitUsage      = 2  // usage or configuration
	exitIncomplete = 3  // some source failed, or coverage is missing
	exitFailure    = 70 // any other failure
	exitLocked     = 75 // another run holds the lock
)

// exitError is an error with the status that it ends the program with. A nil
// err ends it silently: what there was to say has been said.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit status %d", e.code)
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

// usage marks an error as the caller's: a wrong flag, file or config.
func usage(err error) error {
	if err == nil {
		return nil
	}
	return &exitError{code: exitUsage, err: err}
}

// failure marks an error as ours or the machine's.
func failure(err error) error {
	if err == nil {
		return nil
	}
	return &exitError{code: exitFailure, err: err}
}

// report prints an error for a person and gives the exit status. An error that
// no command classed comes from reading the command line.
func report(s *streams, err error) int {
	if err == nil {
		return exitClean
	}
	code := exitUsage
	var coded *exitError
	if errors.As(err, &coded) {
		code = coded.code
		if coded.err == nil {
			return code
		}
	}
	fmt.Fprintln(s.err, "pincite:", strings.TrimSpace(err.Error()))
	return code
}
