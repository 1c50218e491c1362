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

func doctor(ctx context.Context, s *streams, config string) error {
	p, err := open(ctx, s, config)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // it was only read
	var ill error
	say := func(what string, err error) {
		state := "well"
		if err != nil {
			ill = worse(ill, err)
			state = "ILL: " + err.Error()
		}
		fmt.Fprintf(s.out, "%-20s %s\n", what, state)
	}
	say("config", usage(p.Config.CheckSourced()))
	say("store", p.Store.Check(ctx))
	say("lock", tryLock(p))
	say("evidence", p.CheckEvidence(ctx))
	say("questions", p.CheckQuestions())
	say("answers", p.CheckAnswers())
	for _, source := range p.Config.Sources {
		say("source "+source.ID, p.CheckSource(ctx, source))
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

func tryLock(p *pipeline.Pipeline) error {
	lock, err := store.Acquire(p.Config.Store)
	if err != nil {
		return err
	}
	return lock.Release()
}

// helper says whether a program is installed, and what is lost without it.
func helper(name, loss string) string {
	path, err := exec.LookPath(name)
	if err != nil {
		return "not installed: " + loss
	}
	return strings.TrimSpace(path)
}
