package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/pipeline"
	"github.com/pincite/pincite/reports"
)

// waiveOptions are the flags of `pincite waive`.
type waiveOptions struct {
	config, owner, reason, words, until, from string
}

var _ = command(func(s *streams) *cobra.Command {
	var o waiveOptions
	c := &cobra.Command{
		Use:   "waive [FINDING]",
		Short: "Accept a finding, with owner, reason and last day",
		Long: `Accept a finding of the last audits. Owner, reason and last day are mandatory, and
words where the reason is "other"; the last day lies in the future, two years at
most. A waiver is bound to the words of the claim and of the section: it lapses when
either changes. The reason false-alarm counts against the rule in the report. With
--from, the columns owner, disposition and due of a filled-in report.xlsx are taken
over: all rows, or none. The reasons: ` + strings.Join(finding.Reasons(), ", ") + ".",
		Example: `  pincite waive f-3c9a0b1d2e4f --owner "A. Counsel" --reason false-alarm --until 2026-12-31
  pincite waive f-3c9a0b1d2e4f --owner "A. Counsel" --reason accepted-risk --words "house style" --until 2026-12-31
  pincite waive --from report.xlsx`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd.Context(), s, args) },
	}
	configFlag(c, &o.config)
	c.Flags().StringVar(&o.owner, "owner", "", "who answers for it")
	c.Flags().StringVar(&o.reason, "reason", "", strings.Join(finding.Reasons(), ", "))
	c.Flags().StringVar(&o.words, "words", "", "why, in a sentence; mandatory with the reason other")
	c.Flags().StringVar(&o.until, "until", "", "the last day, as 2026-12-31")
	c.Flags().StringVar(&o.from, "from", "", "a filled-in report.xlsx")
	return c
})

func (o *waiveOptions) run(ctx context.Context, s *streams, args []string) error {
	if (len(args) == 1) == (o.from != "") {
		return usage(errors.New("give the id of a finding, or --from with a filled-in report.xlsx"))
	}
	p, err := open(ctx, s, o.config)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // all that matters is committed by now
	if o.from != "" {
		return o.fill(ctx, s, p)
	}
	w, err := p.Waive(ctx, pipeline.Decision{Finding: args[0], Owner: o.owner, Reason: o.reason, Words: o.said(), Until: statute.Date(o.until)})
	if err != nil {
		return classed(err)
	}
	fmt.Fprintf(s.out, "%s is waived by %s until %s: %s\n", w.Finding, w.Owner, w.Until, w.Reason)
	return nil
}

// wordless stands in every report where the owner left it at the reason.
const wordless = "no words were given"

// said are the owner's words. The reason other says nothing without them.
func (o *waiveOptions) said() string {
	if strings.TrimSpace(o.words) == "" && o.reason != finding.Other {
		return wordless
	}
	return o.words
}

func (o *waiveOptions) fill(ctx context.Context, s *streams, p *pipeline.Pipeline) error {
	data, err := os.ReadFile(o.from)
	if err != nil {
		return usage(err)
	}
	rows, err := reports.ReadFillIn(bytes.NewReader(data))
	if err != nil {
		return usage(fmt.Errorf("%s: %w", o.from, err))
	}
	done, err := p.Import(ctx, filepath.Base(o.from), rows)
	if err != nil {
		return classed(err)
	}
	fmt.Fprintf(s.out, "%s: %s taken over, %s\n", o.from, finding.Plural(done.Reviewed, "row"), finding.Plural(done.Waived, "waiver"))
	return nil
}

var _ = command(func(s *streams) *cobra.Command {
	var config string
	c := &cobra.Command{
		Use: "unwaive FINDING", Short: "Take a waiver back", Args: cobra.ExactArgs(1),
		Long:    "Take a waiver back. The next report shows the finding as open again.",
		Example: "  pincite unwaive f-3c9a0b1d2e4f",
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := open(cmd.Context(), s, config)
			if err != nil {
				return err
			}
			defer func() { _ = p.Close() }() // all that matters is committed by now
			if err := p.Unwaive(cmd.Context(), args[0]); err != nil {
				return classed(err)
			}
			fmt.Fprintf(s.out, "%s is waived no more\n", args[0])
			return nil
		},
	}
	configFlag(c, &config)
	return c
})

var _ = command(func(s *streams) *cobra.Command {
	var config, format string
	c := &cobra.Command{
		Use: "waivers", Short: "List the waivers on file, with those unused, lapsed and near their end", Args: cobra.NoArgs,
		Long: `List the waivers on file and what became of each by the last audits: in force,
expiring within thirty days, expired, lapsed because the claim or the section
changed, or unused because the finding is gone.`,
		Example: "  pincite waivers\n  pincite waivers --format json",
		RunE:    func(cmd *cobra.Command, _ []string) error { return listWaivers(cmd.Context(), s, config, format) },
	}
	configFlag(c, &config)
	c.Flags().StringVar(&format, "format", "text", "text or json")
	return c
})

func listWaivers(ctx context.Context, s *streams, config, format string) error {
	if format != "text" && format != "json" {
		return usage(fmt.Errorf("format %q is not known: give text or json", format))
	}
	p, err := openToRead(ctx, s, config)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // it was only read
	all, err := p.Waivers(ctx)
	if err != nil {
		return failure(err)
	}
	if format == "json" {
		return failure(writeJSON(s.out, append([]finding.WaiverReport{}, all...)))
	}
	if len(all) == 0 {
		fmt.Fprintln(s.out, "No waiver is on file.")
	}
	soon := statute.Date(clock{}.Now().UTC().AddDate(0, 0, expiringDays).Format(time.DateOnly))
	for i := range all {
		fmt.Fprintln(s.out, waiverLine(&all[i], soon))
	}
	return nil
}

// expiringDays is how long before its end a waiver is said to expire.
const expiringDays = 30

func waiverLine(w *finding.WaiverReport, soon statute.Date) string {
	state := strings.ReplaceAll(w.State, "_", " ")
	if w.State == "in_force" && w.Until <= soon {
		state = "expiring"
	}
	said := fmt.Sprintf("%-9s %s  %s until %s: %s", state, w.Finding, w.Owner, w.Until, w.Reason)
	if w.Why != "" {
		said += " (" + w.Why + ")"
	}
	return said
}
