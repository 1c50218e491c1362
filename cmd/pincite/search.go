package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/pincite/pincite/internal/statute"
)

var _ = command(func(s *streams) *cobra.Command {
	var o lawOptions
	var limit int
	c := &cobra.Command{
		Use:   "search WORDS",
		Short: "Find the sections that hold all words, best first",
		Long: `Find the sections in force and the stubs that hold all words, in any inflection,
best first. A word of a number counts as well.`,
		Example: "  pincite search security breach notice --jurisdiction NM\n  pincite search 'social security number' --limit 5",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return o.search(cmd.Context(), s, strings.Join(args, " "), limit)
		},
	}
	o.flags(c)
	c.Flags().IntVar(&limit, "limit", 20, "the most sections to print")
	return c
})

func (o *lawOptions) search(ctx context.Context, s *streams, words string, limit int) error {
	if strings.TrimSpace(words) == "" || limit < 1 {
		return usage(fmt.Errorf("search %q, limit %d: give at least one word and a limit of one", words, limit))
	}
	p, j, err := o.open(ctx, s)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // it was only read
	found, err := p.Store.Search(ctx, j, words, limit)
	if err != nil {
		return failure(err)
	}
	if o.format == "json" {
		return failure(writeJSON(s.out, asHeld(found)))
	}
	if len(found) == 0 {
		fmt.Fprintf(s.out, "No section held has all of: %s\n", words)
		return nil
	}
	return failure(writeHits(s.out, found, words))
}

func writeHits(w io.Writer, found []statute.Held, words string) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for i := range found {
		h := &found[i]
		fmt.Fprintf(table, "%s %s\t[%s]\t%s\t%s\n", h.Jurisdiction, h.Number, h.Ref, h.Catchline, snippet(h.Text, words))
	}
	return table.Flush()
}

// snippetSide is how many bytes stand on each side of the word found.
const snippetSide = 50

// snippet is the stretch around the first word that stands in the text as it was
// given, else the start of the text.
func snippet(text, words string) string {
	lower, at := strings.ToLower(text), -1
	for _, word := range strings.Fields(strings.ToLower(words)) {
		if at = strings.Index(lower, word); at >= 0 && len(lower) == len(text) {
			break
		}
	}
	from, to := max(0, at-snippetSide), min(len(text), max(0, at)+snippetSide)
	for from > 0 && text[from-1] != ' ' {
		from--
	}
	for to < len(text) && (text[to] != ' ' || !utf8.RuneStart(text[to])) {
		to++
	}
	cut := strings.Join(strings.Fields(text[from:to]), " ")
	if from > 0 {
		cut = "… " + cut
	}
	if to < len(text) {
		cut += " …"
	}
	return cut
}
