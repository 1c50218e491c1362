package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/store"
	"github.com/pincite/pincite/pipeline"
)

// runOptions are the flags of `pincite run`.
type runOptions struct {
	config, only string
	dryRun       bool
	// pdf wants a PDF beside the other reports, and the run refused without the
	// browser that prints it.
	pdf bool
}

var _ = command(func(s *streams) *cobra.Command {
	var o runOptions
	c := &cobra.Command{
		Use:   "run",
		Short: "Do all stages: scrape, parse, answer, audit, report",
		Long: `Do all stages. Only what changed is done again, and a run that was killed is
gone on with. The exit status is 1 where a finding is as grave as fail_on, 3
where a source could not be read, 75 where another run holds the lock.`,
		Example: "  pincite run\n  pincite run --config /etc/pincite.yaml --dry-run\n  pincite run --only audit",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return o.run(cmd.Context(), s) },
	}
	configFlag(c, &o.config)
	c.Flags().StringVar(&o.only, "only", "", "one stage: scrape, parse, answer, audit or report")
	c.Flags().BoolVar(&o.dryRun, "dry-run", false, "say what would be done, and do nothing")
	pdfFlag(c, &o)
	return c
})

// The single stages are commands of their own.
var _ = stage(store.Scrape, "Fetch what the sources list, conditionally")
var _ = stage(store.Parse, "Make numbered sections of what was fetched")
var _ = stage(store.Answer, "Answer the fixed questions out of the law held")
var _ = stage(store.Audit, "Judge the answers whose words or law changed")
var _ = stage(store.Report, "Write the report of the last audits")

func stage(name, short string) bool {
	return command(func(s *streams) *cobra.Command {
		o := runOptions{only: name}
		c := &cobra.Command{
			Use: name, Short: short, Args: cobra.NoArgs,
			Long:    short + ". It is one stage of `pincite run`, which may be gone on with afterwards.",
			Example: "  pincite " + name + " --config pincite.yaml",
			RunE:    func(cmd *cobra.Command, _ []string) error { return o.run(cmd.Context(), s) },
		}
		configFlag(c, &o.config)
		if name == store.Report {
			pdfFlag(c, &o)
		}
		return c
	})
}

func pdfFlag(c *cobra.Command, o *runOptions) {
	c.Flags().BoolVar(&o.pdf, "pdf", false, "also print summary and findings to report.pdf, by Chromium")
}

func (o *runOptions) run(ctx context.Context, s *streams) error {
	if o.only != "" && !slices.Contains(pipeline.Stages(), o.only) {
		return usage(fmt.Errorf("stage %q is not known: the stages are %s", o.only, strings.Join(pipeline.Stages(), ", ")))
	}
	if o.pdf {
		if _, err := findBrowser(); err != nil {
			return usage(err)
		}
	}
	p, err := openSourced(ctx, s, o.config)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // all that matters is committed by now
	if o.dryRun {
		return o.plan(ctx, s, p)
	}
	return locked(p, func() error {
		outcome, err := p.Run(ctx, o.only)
		if err != nil {
			return classed(err)
		}
		return o.tell(ctx, s, p, outcome)
	})
}

func (o *runOptions) plan(ctx context.Context, s *streams, p *pipeline.Pipeline) error {
	lines, err := p.Plan(ctx, o.only)
	if err != nil {
		return classed(err)
	}
	for _, line := range lines {
		fmt.Fprintln(s.out, line)
	}
	return nil
}

// tell prints the summary and where the report lies. A single stage without a
// report says what it did.
func (o *runOptions) tell(ctx context.Context, s *streams, p *pipeline.Pipeline, outcome *pipeline.Outcome) error {
	if outcome.Report == nil {
		count := outcome.Counts[o.only]
		fmt.Fprintf(s.out, "%s of %s: %d done, %d failed\n", o.only, outcome.Run, count.Done, count.Failed)
		return incomplete(count.Failed)
	}
	for _, source := range outcome.Report.Coverage.Sources {
		if source.State != "well" {
			fmt.Fprintf(s.err, "source %s is %s: %s\n", source.ID, source.State, source.Reason)
		}
	}
	for _, line := range outcome.Report.Summary() {
		fmt.Fprintln(s.out, line)
	}
	fmt.Fprintln(s.out, "Work:      "+work(outcome))
	fmt.Fprintln(s.out, "Report:    "+filepath.Join(outcome.Path, "report.html"))
	if o.pdf || bool(p.Config.ReportsPDF) {
		tellPDF(ctx, s, outcome)
	}
	return verdict(outcome.Report, p.Config.FailOn)
}

// work says what this run did.
func work(outcome *pipeline.Outcome) string {
	scraped, parsed, made, judged := outcome.Counts[store.Scrape], outcome.Counts[store.Parse], outcome.Counts[store.Answer], outcome.Counts[store.Audit]
	return fmt.Sprintf("%s asked for, %d parsed, %s, %s made, %s done",
		finding.Plural(scraped.Done+scraped.Failed, "document"), parsed.Done, finding.Plural(parsed.Versions, "new version"), finding.Plural(made.Done, "answer"), finding.Plural(judged.Done, "audit"))
}

// incomplete is the exit status of a single stage.
func incomplete(failed int) error {
	if failed > 0 {
		return &exitError{code: exitIncomplete}
	}
	return nil
}
