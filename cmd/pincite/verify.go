package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/pincite/pincite/internal/fetch"
)

var _ = command(func(s *streams) *cobra.Command {
	var config string
	c := &cobra.Command{
		Use:   "verify [BUNDLE]",
		Short: "Hash all evidence again and check the store, or check a bundle",
		Long: `Hash every file of the evidence again, see that each document held has its bytes,
and let SQLite check the store. The exit status is 70 where anything is damaged
or missing; each is named. A bundle is checked by itself, without store or
network: every hash, every byte of the archive, and every answer judged again to
the same findings; 3 where some of that could not be done.`,
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

func verify(ctx context.Context, s *streams, config string) error {
	p, err := open(ctx, s, config)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // it was only read
	wanted, err := p.Served(ctx)
	if err != nil {
		return failure(err)
	}
	damaged := 0
	err = p.Evidence.Verify(func(d fetch.Damage) {
		damaged++
		fmt.Fprintf(s.out, "%s: %s: %s\n", d.Kind, d.Path, d.Reason)
	}, wanted...)
	if err = errors.Join(err, p.Store.Check(ctx)); err != nil {
		return failure(err)
	}
	if damaged > 0 {
		return failure(fmt.Errorf("%d files of the evidence %s are not what was served", damaged, p.Config.Evidence))
	}
	fmt.Fprintf(s.out, "all %d documents have their bytes, and the store is whole\n", len(wanted))
	return nil
}
