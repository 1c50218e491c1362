package main

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"

	"github.com/spf13/cobra"

	"github.com/pincite/pincite/internal/store"
	"github.com/pincite/pincite/pipeline"
)

var _ = command(func(s *streams) *cobra.Command {
	var config string
	c := &cobra.Command{
		Use:   "doctor",
		Short: "Look for what would make a run fail",
		Long: `Look at the config, the store, the lock, the evidence, the sources, the questions
and the programs that help, and say of each whether it is well. The exit status
is 2 where the config is at fault and 3 where something else is.`,
		Example: "  pincite doctor --config /etc/pincite.yaml",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return doctor(cmd.Context(), s, config) },
	}
	configFlag(c, &config)
	return c
})

func doctor(ctx context.Context, s *streams, path string) error {
	config, err := readConfig(path)
	if err != nil {
		return err
	}
	p, err := pipeline.WithoutStore(config, world(s)) // an ill store hides no other ill
	if err != nil {
		return classed(err)
	}
	var ill error
	say := func(what, note string, err error) {
		state := "well" + note
		if err != nil {
			ill = worse(ill, err)
			state = "ILL: " + err.Error()
		}
		fmt.Fprintf(s.out, "%-20s %s\n", what, state)
	}
	say("config", "", usage(p.Config.CheckSourced()))
	note, err := storeState(ctx, config)
	say("store", note, err)
	say("lock", "", store.Free(config.Store))
	say("evidence", "", evidenceState(ctx, s, config))
	say("questions", "", p.CheckQuestions())
	say("answers", "", p.CheckAnswers())
	for _, source := range p.Config.Sources {
		say("source "+source.ID, "", p.CheckSource(ctx, source))
	}
	fmt.Fprintf(s.out, "%-20s %s\n", "tesseract", helper("tesseract", "image-only pages cannot be read"))
	return ill
}

// worse is the silent exit status once something more is ill: a fault of the
// config goes before the others.
func worse(before, err error) error {
	var coded, config *exitError
	if errors.As(before, &coded) && coded.code == exitUsage {
		return before
	}
	if errors.As(classed(err), &config) && config.code == exitUsage {
		return &exitError{code: exitUsage}
	}
	return &exitError{code: exitIncomplete}
}

// storeState says what is wrong with the store and, where nothing is, what is to be
// known of it. A store that the first run will make is well.
func storeState(ctx context.Context, config *pipeline.Config) (note string, err error) {
	kept, err := store.OpenToRead(ctx, config.Store, clock{}.Now, hooks)
	if gone(err) {
		return ": it is not there yet, and the first run makes it", orphans(config)
	}
	if err != nil {
		return "", err
	}
	defer func() { _ = kept.Close() }() // it was only read
	if !kept.Writable() {
		note = ": this user may read it and cannot run"
	}
	return note, kept.Check(ctx)
}

// evidenceState says what is wrong with the files of the evidence; of a store that
// cannot be read, the store's own line tells.
func evidenceState(ctx context.Context, s *streams, config *pipeline.Config) error {
	p, err := pipeline.OpenToRead(ctx, config, world(s))
	if err != nil {
		return nil
	}
	defer func() { _ = p.Close() }() // it was only read
	return p.CheckEvidence(ctx)
}

// helper says whether a program is installed, and what is lost without it.
func helper(name, loss string) string {
	path, err := exec.LookPath(name)
	if err != nil {
		return "not installed: " + loss
	}
	return strings.TrimSpace(path)
}
