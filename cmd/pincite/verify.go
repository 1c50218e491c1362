package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/pincite/pincite/internal/fetch"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/store"
	"github.com/pincite/pincite/pipeline"
)

var _ = command(func(s *streams) *cobra.Command {
	var config string
	c := &cobra.Command{
		Use:   "verify [BUNDLE]",
		Short: "Hash all evidence again and check the store, or check a bundle",
		Long: `Hash every file of the evidence again, see that each document held has its bytes,
and let SQLite check the store. The exit status is 70 where anything is damaged
or missing, the store as well; each is named. It is 3 where nothing was fetched
yet, so that there is nothing to prove. A bundle is checked by itself, without
store or network: every hash, every byte of the archive, and every answer judged
again to the same findings; 3 where some of that could not be done.`,
		Example: "  pincite verify\n  pincite verify run-0007.zip",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				return verifyBundle(s, args[0])
			}
			return verify(cmd.Context(), s, config)
		},
	}
	configFlag(c, &config)
	return c
})

func verify(ctx context.Context, s *streams, path string) error {
	config, err := readConfig(path)
	if err != nil {
		return err
	}
	p, err := pipeline.OpenToRead(ctx, config, world(s))
	if gone(err) {
		if orphaned := orphans(config); orphaned != nil {
			err = orphaned
		}
	}
	if err != nil {
		return classed(err)
	}
	defer func() { _ = p.Close() }() // it was only read
	if err := p.Store.Check(ctx); err != nil {
		return failure(err)
	}
	wanted, err := p.Served(ctx)
	if err != nil {
		return failure(err)
	}
	return verifyAll(s, p, wanted)
}

// verifyAll hashes the evidence and wants these files among it.
func verifyAll(s *streams, p *pipeline.Pipeline, wanted []string) error {
	if len(wanted) == 0 {
		return nothingHeld(p.Config)
	}
	damaged := 0
	err := p.Evidence.Verify(func(d fetch.Damage) {
		damaged++
		fmt.Fprintf(s.out, "%s: %s: %s\n", d.Kind, d.Path, d.Reason)
	}, wanted...)
	if err != nil {
		return failure(err)
	}
	if damaged > 0 {
		return failure(fmt.Errorf("the evidence %s is not what was served: %s", p.Config.Evidence, finding.Plural(damaged, "fault")))
	}
	documents := fmt.Sprintf("all %d documents have their", len(wanted))
	if len(wanted) == 1 {
		documents = "the one document has its"
	}
	fmt.Fprintln(s.out, documents+" bytes, and the store is whole")
	return nil
}

// nothingHeld refuses to call a store whole that knows of no document: it proves
// nothing.
func nothingHeld(config *pipeline.Config) error {
	if err := orphans(config); err != nil {
		return failure(err)
	}
	return &exitError{exitIncomplete, fmt.Errorf("store %s: nothing was fetched yet, so there is nothing to verify: `pincite run` fetches", config.Store)}
}

// gone is true of a store that is not there, or has no bytes.
func gone(err error) bool {
	var ill *store.Fault
	return errors.As(err, &ill) && (ill.Kind == store.Absent || ill.Kind == store.Empty)
}

// orphans says that there is evidence of which the store knows nothing, so that it
// cannot be the store that fetched it.
func orphans(config *pipeline.Config) error {
	count, err := fetch.ReadEvidence(config.Evidence).Count()
	if err != nil || count == 0 {
		return err
	}
	return fmt.Errorf("the evidence %[2]s holds %[3]s, and the store %[1]s knows no document: put back a copy of the store that fetched them; `pincite run` begins a new one, without the runs and waivers of the old",
		config.Store, config.Evidence, finding.Plural(count, "file"))
}
