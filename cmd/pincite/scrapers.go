package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/scrapers"
)

var _ = command(func(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:     "scrapers",
		Short:   "List the layouts that can be read",
		Example: "  pincite scrapers",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			table := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
			for _, layout := range scrapers.All() {
				proven := ""
				if layout.Unproven {
					proven = "(unproven) "
				}
				fmt.Fprintf(table, "%s\t%s\t%s%s\n", layout.Name, places(layout.States), proven, layout.About)
			}
			return failure(table.Flush())
		},
	}
})

// places names a layout's jurisdictions, "any" for none.
func places(states []statute.Jurisdiction) string {
	if len(states) == 0 {
		return "any"
	}
	codes := make([]string, len(states))
	for i, j := range states {
		codes[i] = string(j)
	}
	return strings.Join(codes, " ")
}
