package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/pipeline"
)

// diffOptions are the flags of `pincite diff`.
type diffOptions struct {
	config, format string
}

var _ = command(func(s *streams) *cobra.Command {
	var o diffOptions
	c := &cobra.Command{
		Use:   "diff [RUN [RUN]]",
		Short: "Show how the law changed between two runs, word by word, and what that made stale",
		Long: `Show the sections whose words changed between two runs, and the answers that
rest on them. Sections that are only printed otherwise, with the same words, stand
apart, and are no change of law. Without arguments the last two runs are compared;
with one, it and the last. Classes of stale answers: a words relied on changed, b other words of a
cited section, c a definition or exemption of the act, d a section was added.`,
		Example: "  pincite diff\n  pincite diff run-0003 run-0007 --format json",
		Args:    cobra.MaximumNArgs(2),
		RunE:    func(cmd *cobra.Command, args []string) error { return o.run(cmd.Context(), s, args) },
	}
	configFlag(c, &o.config)
	c.Flags().StringVar(&o.format, "format", "text", "text or json")
	return c
})

func (o *diffOptions) run(ctx context.Context, s *streams, args []string) error {
	if !slices.Contains([]string{"text", "json"}, o.format) {
		return usage(fmt.Errorf("format %q is not known: give text or json", o.format))
	}
	p, err := openToRead(ctx, s, o.config)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // it was only read
	args = append(args, "", "")
	d, err := p.Diff(ctx, args[0], args[1])
	if err != nil {
		return classed(err)
	}
	if o.format == "json" {
		return failure(writeJSON(s.out, map[string]any{
			"from": d.From, "to": d.To,
			"changes": append([]finding.Change{}, d.Changes...), "printed": append([]finding.Change{}, d.Printed...), "stale": append([]finding.Stale{}, d.Stale...),
		}))
	}
	return failure(writeDiff(s.out, d))
}

// writeJSON writes one value for machines.
func writeJSON(w io.Writer, v any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	return encoder.Encode(v)
}

func writeDiff(w io.Writer, d *pipeline.Difference) error {
	fmt.Fprintf(w, "%s → %s: %s changed, %d printed otherwise with the same words, %s stale\n", d.From, d.To,
		finding.Plural(len(d.Changes), "section"), len(d.Printed), dependencies(len(d.Stale)))
	writeChanges(w, d.Changes)
	if len(d.Printed) > 0 {
		fmt.Fprintln(w, "\nPrinted otherwise, with the same words: no change of law")
		writeChanges(w, d.Printed)
	}
	writeStale(w, d.Stale)
	return nil
}

// dependencies counts what rests on a section that changed.
func dependencies(n int) string {
	if n == 1 {
		return "1 dependency"
	}
	return fmt.Sprintf("%d dependencies", n)
}

func writeChanges(w io.Writer, changes []finding.Change) {
	for i := range changes {
		c := &changes[i]
		version := ""
		if c.Occurrence > 1 {
			version = fmt.Sprintf(" (version %d)", c.Occurrence)
		}
		fmt.Fprintf(w, "\n%s %s%s  %s  (%s)\n", c.Jurisdiction, c.Number, version, c.Catchline, c.Kind)
		if said := strings.TrimSpace(words(c.Words)); said != "" {
			fmt.Fprintln(w, wrap(said, "    "))
		}
		if len(c.Answers) > 0 {
			fmt.Fprintf(w, "    touches: %s\n", strings.Join(c.Answers, ", "))
		}
	}
}

func writeStale(w io.Writer, stale []finding.Stale) {
	for i, one := range stale {
		if i == 0 {
			fmt.Fprintln(w, "\nStale answers")
		}
		done := "published, to be looked at"
		if one.Redone {
			done = "made anew"
		}
		fmt.Fprintf(w, "  %s  class %s, %s %s: %s; %s\n", one.Answer, one.Class, one.Jurisdiction, one.Number, one.Why, done)
	}
}

// words marks what went as [-…-] and what came as {+…+}, readable without
// colour.
func words(parts []finding.DiffPart) string {
	var b strings.Builder
	for _, part := range parts {
		switch part.Op {
		case "delete":
			b.WriteString("[-" + part.Text + "-]")
		case "insert":
			b.WriteString("{+" + part.Text + "+}")
		default:
			b.WriteString(part.Text)
		}
	}
	return b.String()
}

// textWidth is that of a terminal.
const textWidth = 96

// wrap breaks a text into indented lines.
func wrap(text, indent string) string {
	var lines []string
	line := indent
	for _, word := range strings.Fields(text) {
		if len([]rune(line))+len([]rune(word)) > textWidth && line != indent {
			lines, line = append(lines, line), indent
		}
		if line != indent {
			line += " "
		}
		line += word
	}
	return strings.Join(append(lines, line), "\n")
}
