package main

import (
	"context"
	"fmt"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/pincite/pincite/internal/finding"
)

var _ = command(func(s *streams) *cobra.Command {
	var config string
	c := &cobra.Command{
		Use:     "history",
		Short:   "List the finished runs with their counts",
		Example: "  pincite history",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return history(cmd.Context(), s, config) },
	}
	configFlag(c, &config)
	return c
})

func history(ctx context.Context, s *streams, config string) error {
	p, err := openToRead(ctx, s, config)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // it was only read
	runs, err := p.Store.Runs(ctx)
	if err != nil {
		return failure(err)
	}
	table := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "RUN\tSTARTED\tTOOK\tCRITICAL\tHIGH\tMEDIUM\tLOW\tSTALE\tSOURCES WELL\tEDITION")
	for _, r := range runs {
		open := r.BySeverity
		fmt.Fprintf(table, "%s\t%s\t%s\t%d\t%d\t%d\t%d\t%d\t%d of %d\t%s\n",
			r.ID(), r.StartedAt.Format(time.RFC3339), r.FinishedAt.Sub(r.StartedAt).Round(time.Millisecond),
			open[finding.Critical], open[finding.High], open[finding.Medium], open[finding.Low], r.Stale, r.SourcesWell, r.Sources, finding.Short(r.Edition))
	}
	return failure(table.Flush())
}
