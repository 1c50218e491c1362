package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/store"
	"github.com/pincite/pincite/pipeline"
)

// clock is the machine's.
type clock struct{}

func (clock) Now() time.Time { return time.Now() }

// Sleep waits for d, or for the end of ctx.
func (clock) Sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// build names this build by its commit: what another build parsed or judged is
// not taken over.
func build() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, setting := range info.Settings {
		if setting.Key == "vcs.revision" {
			return setting.Value
		}
	}
	return info.Main.Version
}

// hooks stand at the commits of the store. Tests set them to end the process
// there.
var hooks store.Hooks

// configFlag adds --config to a command.
func configFlag(c *cobra.Command, path *string) {
	c.Flags().StringVar(path, "config", "pincite.yaml", "the configuration")
}

// readConfig reads and checks a config file.
func readConfig(path string) (*pipeline.Config, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, usage(fmt.Errorf("config: %w: %s", err, noConfig(err)))
	}
	config, err := pipeline.ReadConfig(path, data, os.LookupEnv)
	return config, usage(err)
}

// noConfig is the remedy where a config cannot be read.
func noConfig(err error) string {
	if errors.Is(err, fs.ErrNotExist) {
		return "`pincite init` writes one, --config names another"
	}
	return "let this user read the file, or name another with --config"
}

// open opens the pipeline of a config file, with progress on stderr.
func open(ctx context.Context, s *streams, path string) (*pipeline.Pipeline, error) {
	config, err := readConfig(path)
	if err != nil {
		return nil, err
	}
	return openConfig(ctx, s, config)
}

// openSourced opens a config that names law to read.
func openSourced(ctx context.Context, s *streams, path string) (*pipeline.Pipeline, error) {
	config, err := readSourced(path)
	if err != nil {
		return nil, err
	}
	if err := config.CheckSourced(); err != nil {
		return nil, usage(err)
	}
	return openConfig(ctx, s, config)
}

// readSourced reads a config that names law to read. An audit against no law would
// find every answer sound.
func readSourced(path string) (*pipeline.Config, error) {
	config, err := readConfig(path)
	if err == nil && len(config.Sources) == 0 {
		err = usage(fmt.Errorf("%s: `sources` is empty: add at least one publication of law; `pincite init` writes an example", path))
	}
	return config, err
}

func openConfig(ctx context.Context, s *streams, config *pipeline.Config) (*pipeline.Pipeline, error) {
	p, err := pipeline.Open(ctx, config, world(s))
	return p, classed(err)
}

// openToRead opens the pipeline of a config whose store is there, for a command
// that only reads: it makes no file, and a user who may not write the store may ask.
func openToRead(ctx context.Context, s *streams, path string) (*pipeline.Pipeline, error) {
	config, err := readConfig(path)
	if err != nil {
		return nil, err
	}
	p, err := pipeline.OpenToRead(ctx, config, world(s))
	return p, classed(err)
}

// world is what the program hands to a pipeline, with progress on stderr.
func world(s *streams) pipeline.World {
	return pipeline.World{Clock: clock{}, Version: build(), Notify: newProgress(s).event, Hooks: hooks}
}

// locked does the work while holding the lock beside the store.
func locked(p *pipeline.Pipeline, work func() error) (err error) {
	lock, err := store.Acquire(p.Config.Store)
	var held *store.Locked
	if errors.As(err, &held) {
		return &exitError{exitLocked, held}
	}
	if err != nil {
		return failure(err)
	}
	defer func() { err = errors.Join(err, failure(lock.Release())) }()
	return work()
}

// classed gives an error of the pipeline its exit status.
func classed(err error) error {
	var config *pipeline.ConfigError
	var coded *exitError
	var ill *store.Fault
	switch {
	case err == nil || errors.As(err, &coded):
		return err
	case errors.As(err, &config), errors.As(err, &ill) && ill.Kind == store.Absent:
		return usage(err)
	}
	return failure(err)
}

// verdict is the exit status of a report: incomplete before findings, since what
// was not read may hold worse ones.
func verdict(report *finding.Report, failOn finding.Severity) error {
	if !report.Coverage.Complete {
		return &exitError{code: exitIncomplete}
	}
	open := report.Count().Open
	for _, severity := range finding.Severities() {
		if open[severity] > 0 && severity.AtLeast(failOn) {
			return &exitError{code: exitFindings}
		}
	}
	return nil
}
