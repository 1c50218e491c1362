package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
)

// realOptions are the flags of `pincite real`.
type realOptions struct {
	shared, dir, config string
}

var _ = command(func(s *streams) *cobra.Command {
	var o realOptions
	c := &cobra.Command{
		Use:   "real",
		Short: "Run over the real statutes that lie beside a checkout of this repository",
		Long: `Run all stages over real statutes of seven jurisdictions from a local mirror, with
the config of pipeline/testdata/real. It is a check of this repository: run it
from its top.`,
		Example: "  pincite real --shared ../shared --dir out/real",
		Args:    cobra.NoArgs,
		Hidden:  true,
		RunE:    func(cmd *cobra.Command, _ []string) error { return o.run(cmd.Context(), s) },
	}
	c.Flags().StringVar(&o.shared, "shared", "../shared", "the folder that holds corpus, seed and gold")
	c.Flags().StringVar(&o.dir, "dir", "out/real", "the folder for store, evidence and reports; kept between runs")
	c.Flags().StringVar(&o.config, "config", "pipeline/testdata/real/pincite.yaml", "the configuration")
	return c
})

// run takes the sources from the config, and the place of the results from the
// flags.
func (o *realOptions) run(ctx context.Context, s *streams) error {
	if _, err := os.Stat(filepath.Join(o.shared, "corpus")); err != nil {
		return usage(fmt.Errorf("the mirror of real statutes: %w: name its folder with --shared", err))
	}
	config, err := readConfig(o.config)
	if err != nil {
		return err
	}
	if err := config.Mirror(o.shared, o.dir); err != nil {
		return usage(err)
	}
	p, err := openConfig(ctx, s, config)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // all that matters is committed by now
	return locked(p, func() error {
		outcome, err := p.Run(ctx, "")
		if err != nil {
			return classed(err)
		}
		return (&runOptions{}).tell(ctx, s, p, outcome)
	})
}
