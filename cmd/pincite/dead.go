package main

import (
	"context"
	"fmt"
	"slices"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/store"
)

var _ = command(func(s *streams) *cobra.Command {
	var config string
	c := &cobra.Command{
		Use:     "dead",
		Short:   "List or retry what was given up",
		Long:    "List or retry items of work that failed in as many runs as `attempts` allows and were given up.",
		Example: "  pincite dead list\n  pincite dead retry",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() }, // so that a wrong word after it is refused
	}
	c.PersistentFlags().StringVar(&config, "config", "pincite.yaml", "the configuration")
	c.AddCommand(&cobra.Command{
		Use: "list", Short: "List what fails, and what was given up", Args: cobra.NoArgs, Example: "  pincite dead list",
		RunE: func(cmd *cobra.Command, _ []string) error { return deadList(cmd.Context(), s, config) },
	}, &cobra.Command{
		Use: "retry [ITEM]", Short: "Let the next run try again: one item, or all", Args: cobra.MaximumNArgs(1), Example: "  pincite dead retry",
		RunE: func(cmd *cobra.Command, args []string) error {
			return deadRetry(cmd.Context(), s, config, append(args, "")[0])
		},
	})
	return c
})

func deadList(ctx context.Context, s *streams, config string) error {
	p, err := openToRead(ctx, s, config)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // it was only read
	failures, err := p.Store.Failures(ctx)
	if err != nil {
		return failure(err)
	}
	if len(failures) == 0 {
		fmt.Fprintln(s.out, "Nothing fails, and nothing was given up.")
	}
	table := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	for _, f := range failures {
		state := "failing"
		if f.Dead {
			state = "dead"
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", state, f.Stage, f.Item, finding.Plural(f.Attempts, "run"), f.Reason)
	}
	return failure(table.Flush())
}

func deadRetry(ctx context.Context, s *streams, config, item string) error {
	p, err := open(ctx, s, config)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // the retry is committed by now
	count, err := p.Store.Retry(ctx, item)
	if err != nil {
		return usage(err)
	}
	fmt.Fprintln(s.out, finding.Plural(count, "item")+" given up before will be tried again by the next run")
	failing, err := p.Store.Failures(ctx)
	if failing = slices.DeleteFunc(failing, func(f store.Failure) bool { return f.Dead }); len(failing) > 0 {
		fmt.Fprintln(s.out, "tried again in any case, since not yet given up: "+finding.Plural(len(failing), "failing item"))
	}
	return failure(err)
}
