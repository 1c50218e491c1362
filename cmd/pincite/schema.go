package main

import (
	"github.com/spf13/cobra"

	"github.com/pincite/pincite/internal/finding"
)

var _ = command(func(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:     "schema",
		Short:   "Print the JSON Schema of the report",
		Example: "  pincite schema > report.schema.json",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := s.out.Write(finding.Schema())
			return failure(err)
		},
	}
})
