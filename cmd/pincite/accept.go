package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/pincite/pincite/pipeline"
)

var _ = command(func(s *streams) *cobra.Command {
	var config string
	var a pipeline.Accepting
	c := &cobra.Command{
		Use:   "accept SOURCE",
		Short: "Take a parse for sound that is kept and doubted",
		Long: `Take a parse for sound that the program keeps beside the law held because it
doubts it: a chapter that lawfully lost many sections, say. It holds for these
bytes and these doubts alone, is shown in the coverage of every report with owner
and words, and the next run makes the sections current.`,
		Example: `  pincite accept or-837 --owner "A. Counsel" --words "half the chapter was repealed by ch. 12"`,
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := open(cmd.Context(), s, config)
			if err != nil {
				return err
			}
			defer func() { _ = p.Close() }() // all that matters is committed by now
			a.Source = args[0]
			kept, err := p.Accept(cmd.Context(), a)
			if err != nil {
				return classed(err)
			}
			fmt.Fprintf(s.out, "%s is accepted by %s: %s\nThe next run makes its sections current.\n", a.Source, kept.Owner, strings.Join(kept.Doubts, "; "))
			return nil
		},
	}
	configFlag(c, &config)
	c.Flags().StringVar(&a.Document, "document", "", "the URL of the document, where several are doubted")
	c.Flags().StringVar(&a.Owner, "owner", "", "who answers for it")
	c.Flags().StringVar(&a.Words, "words", "", "why it is sound, in a sentence")
	return c
})
