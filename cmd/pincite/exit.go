package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/pincite/pincite/internal/store"
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

// errInterrupted is what a signal leaves to say.
var errInterrupted = errors.New("interrupted: what was finished is kept, and the same command goes on from there")

// plain words what Go or SQLite says of an interrupt or of the store, which reach
// us from any depth.
func plain(ctx context.Context, c *cobra.Command, err error) error {
	if ctx.Err() != nil && errors.Is(err, context.Canceled) {
		return &exitError{code: codeOf(err), err: errInterrupted}
	}
	var ill *store.Fault
	if errors.As(store.Explain("", err), &ill) && ill.Path == "" {
		return &exitError{code: codeOf(err), err: store.Explain(storeOf(c), err)}
	}
	return err
}

// storeOf is the store that a command's config names, "" where that cannot be told.
func storeOf(c *cobra.Command) string {
	flag := c.Flag("config")
	if flag == nil {
		return ""
	}
	config, err := readConfig(flag.Value.String())
	if err != nil {
		return ""
	}
	return config.Store
}

// codeOf is the exit status of an error. One that no command classed comes from
// reading the command line.
func codeOf(err error) int {
	var coded *exitError
	if errors.As(err, &coded) {
		return coded.code
	}
	return exitUsage
}

// report prints an error for a person and gives the exit status.
func report(s *streams, err error) int {
	if err == nil {
		return exitClean
	}
	var coded *exitError
	if !errors.As(err, &coded) || coded.err != nil {
		fmt.Fprintln(s.err, "pincite:", strings.TrimSpace(err.Error()))
	}
	return codeOf(err)
}
