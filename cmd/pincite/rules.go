package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/pincite/pincite/audit/rules"
)

var _ = command(func(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:     "rules",
		Short:   "List the rules of the audit with their severity",
		Example: "  pincite rules\n  pincite explain source-definitional",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			table := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
			for _, rule := range rules.All() {
				fmt.Fprintf(table, "%s\t%s\n", rule.Name, rule.Severity)
			}
			return failure(table.Flush())
		},
	}
})

var _ = command(func(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:   "explain RULE",
		Short: "Print a rule's page: what it finds, why it matters, how to mend it",
		Long: `Print a rule's page: what it finds and why that matters, an answer that it finds
fault with and one that it leaves alone, how to mend the fault and when to waive it.
What severity, certainty and outcome mean stands in docs/findings.md.`,
		Example: "  pincite explain exception-missing",
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			page, err := rulePage(args[0])
			if err != nil {
				return usage(err)
			}
			_, err = fmt.Fprint(s.out, forTerminal(page))
			return failure(err)
		},
	}
})
