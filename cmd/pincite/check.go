package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
	"github.com/pincite/pincite/pipeline"
	"github.com/pincite/pincite/reports"
)

// checkOptions are the flags of `pincite check`.
type checkOptions struct {
	config, jurisdiction, question, format string
}

var _ = command(func(s *streams) *cobra.Command {
	var o checkOptions
	c := &cobra.Command{
		Use:   "check ANSWER",
		Short: "Audit one published answer against the law held",
		Long: `Audit one published answer (a file, or - for stdin) against the law that the
store of the config holds, and store nothing. Where the store is empty, the
sources are scraped and parsed first. A file has the id by which a run knows it, so
its findings have the ids that the reports name, and waivers hold. The exit status is 1 where a finding is as
grave as fail_on, 3 where the law held is incomplete.`,
		Example: "  pincite check answer.txt --jurisdiction NM\n" +
			"  pincite check - --jurisdiction OR --question \"Whom must we notify?\" --format json < answer.md",
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd.Context(), s, args[0]) },
	}
	configFlag(c, &o.config)
	c.Flags().StringVar(&o.jurisdiction, "jurisdiction", "", "postal code or name of the state (default: the answer's own)")
	c.Flags().StringVar(&o.question, "question", "", "the question (default: the answer's own)")
	c.Flags().StringVar(&o.format, "format", "text", "a format of the reports: text, json, html, sarif …")
	return c
})

func (o *checkOptions) run(ctx context.Context, s *streams, name string) error {
	format, err := reports.Named(o.format)
	if err != nil {
		return usage(err)
	}
	file, err := o.read(s, name)
	if err != nil {
		return err
	}
	p, err := openToCheck(ctx, s, o.config)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // nothing of this command is stored
	if err := fillIfEmpty(ctx, p); err != nil {
		return err
	}
	report, err := p.Check(ctx, file)
	if err != nil {
		return classed(err)
	}
	if err := format.Write(s.out, report); err != nil {
		return failure(err)
	}
	return verdict(report, p.Config.FailOn)
}

// openToCheck opens the store to read, and makes one where there is none to fill.
func openToCheck(ctx context.Context, s *streams, path string) (*pipeline.Pipeline, error) {
	config, err := readSourced(path)
	if err != nil {
		return nil, err
	}
	p, err := pipeline.OpenToRead(ctx, config, world(s))
	if gone(err) {
		return openConfig(ctx, s, config)
	}
	return p, classed(err)
}

// read reads the answer. The jurisdiction must be known before any law is
// fetched for it.
func (o *checkOptions) read(s *streams, name string) (answer.File, error) {
	file := answer.File{Name: name, Question: o.question}
	var err error
	if o.jurisdiction != "" {
		if file.Jurisdiction, err = statute.ParseJurisdiction(o.jurisdiction); err != nil {
			return file, usage(err)
		}
	}
	if name == "-" {
		file.Data, err = io.ReadAll(io.LimitReader(s.in, answer.MaxSize+1))
	} else {
		file.Data, err = os.ReadFile(name)
	}
	if err != nil {
		return file, usage(fmt.Errorf("answer: %w: give the file of one answer, or - for standard input", err))
	}
	read, err := answer.Read(file)
	if err != nil {
		return file, usage(err)
	}
	if read.Jurisdiction == "" {
		return file, usage(errors.New("the answer does not say for which state it is: give --jurisdiction"))
	}
	return file, nil
}

// fillIfEmpty scrapes and parses where no section is held yet.
func fillIfEmpty(ctx context.Context, p *pipeline.Pipeline) error {
	empty, err := p.Empty(ctx)
	if err != nil || !empty {
		return failure(err)
	}
	if !p.Store.Writable() {
		return failure(fmt.Errorf("store %s holds no law yet, and this user may not write it: let `pincite run` fill it as a user who may", p.Config.Store))
	}
	return locked(p, func() error {
		for _, stage := range []string{store.Scrape, store.Parse} {
			if _, err := p.Run(ctx, stage); err != nil {
				return classed(err)
			}
		}
		return nil
	})
}
