package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/pincite/pincite/pipeline"
)

// evalOptions are the flags of `pincite eval`.
type evalOptions struct {
	corpus, config, format, date, write string
	pairs, tables                       bool
}

var _ = command(func(s *streams) *cobra.Command {
	var o evalOptions
	c := &cobra.Command{
		Use:   "eval FOLDER",
		Short: "Measure the audit on answers that people have labelled",
		Long: `Audit every labelled answer of a folder against the law that its labels name, and
print how often each rule is right (precision) and how much it finds (recall)
with 95 % Wilson intervals, beside the aims; the verdicts of pairs; false alarms;
and every miss and false alarm, unless --tables asks for the figures alone, so that
answers which are to guide no rule stay unread. The figures belong to the rule set whose
fingerprint they carry: with --config they are kept in its store, and its reports
print them while that rule set runs.

With --pairs the folder holds sets of labelled pairs of a claim and a source,
*.jsonl: how well the alignment tells sources that bear on a claim from others,
and the verdicts those that support it.`,
		Example: "  pincite eval labelled/A --corpus corpus\n" +
			"  pincite eval labelled/A --config pincite.yaml\n" +
			"  pincite eval bench --pairs --format json",
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd.Context(), s, args[0]) },
	}
	c.Flags().StringVar(&o.corpus, "corpus", "", "the folder of the files that the labels name (default: FOLDER/../../corpus)")
	c.Flags().StringVar(&o.config, "config", "", "keep the figures in the store of this configuration")
	c.Flags().StringVar(&o.format, "format", "text", "text or json")
	c.Flags().StringVar(&o.date, "date", "", "the day for which the answers are judged, 2006-01-02 (default: today)")
	c.Flags().StringVar(&o.write, "write", "", "write the figures of each rule to this file, as they are built in")
	c.Flags().BoolVar(&o.pairs, "pairs", false, "the folder holds sets of labelled pairs")
	c.Flags().BoolVar(&o.tables, "tables", false, "do not list the misses and false alarms")
	c.MarkFlagsMutuallyExclusive("pairs", "config")
	c.MarkFlagsMutuallyExclusive("pairs", "tables")
	c.MarkFlagsMutuallyExclusive("pairs", "write")
	return c
})

// measured is what can be printed.
type measured interface {
	WriteText(io.Writer) error
	WriteJSON(io.Writer) error
}

func (o *evalOptions) run(ctx context.Context, s *streams, folder string) error {
	if o.format != "text" && o.format != "json" {
		return usage(fmt.Errorf("--format %s: the formats are text and json", o.format))
	}
	if err := checkFolder(folder); err != nil {
		return usage(err)
	}
	if o.pairs {
		result, err := pipeline.EvaluatePairs(ctx, os.DirFS(folder))
		if err != nil {
			return classed(err)
		}
		return o.print(s, result)
	}
	result, err := o.evaluate(ctx, folder)
	if err != nil {
		return err
	}
	if o.tables {
		result.Table.Withhold()
	}
	if err := o.print(s, result); err != nil {
		return err
	}
	return errors.Join(o.keep(ctx, s, result), o.writeFile(result))
}

// checkFolder wants a folder that is there.
func checkFolder(folder string) error {
	info, err := os.Stat(folder)
	if err == nil && !info.IsDir() {
		return fmt.Errorf("%s is a file: give the folder that holds the labelled answers", folder)
	}
	if err != nil {
		return fmt.Errorf("labelled answers: %w: give the folder that holds them", err)
	}
	return nil
}

func (o *evalOptions) evaluate(ctx context.Context, folder string) (*pipeline.Evaluation, error) {
	set := pipeline.Labelled{Answers: os.DirFS(folder), Date: clock{}.Now()}
	corpus := o.corpus
	if corpus == "" {
		corpus = filepath.Join(folder, "..", "..", "corpus")
	}
	set.Corpus = os.DirFS(corpus)
	if o.date != "" {
		day, err := time.Parse(time.DateOnly, o.date)
		if err != nil {
			return nil, usage(fmt.Errorf("--date %s: want a day such as 2026-01-31", o.date))
		}
		set.Date = day
	}
	result, err := pipeline.Evaluate(ctx, set)
	if err != nil {
		err = fmt.Errorf("%s: %w", folder, err)
	}
	return result, classed(err)
}

func (o *evalOptions) print(s *streams, result measured) error {
	if o.format == "json" {
		return failure(result.WriteJSON(s.out))
	}
	return failure(result.WriteText(s.out))
}

// keep stores the figures where a config is given.
func (o *evalOptions) keep(ctx context.Context, s *streams, result *pipeline.Evaluation) error {
	if o.config == "" {
		return nil
	}
	p, err := open(ctx, s, o.config)
	if err != nil {
		return err
	}
	err = locked(p, func() error { return failure(p.KeepMeasures(ctx, result)) })
	return errors.Join(err, failure(p.Close()))
}

// writeFile writes the figures whole or not at all.
func (o *evalOptions) writeFile(result *pipeline.Evaluation) error {
	if o.write == "" {
		return nil
	}
	var data bytes.Buffer
	if err := result.WriteFigures(&data); err != nil {
		return failure(err)
	}
	beside := o.write + ".new"
	if err := os.WriteFile(beside, data.Bytes(), 0o644); err != nil {
		return failure(fmt.Errorf("--write: %w", err))
	}
	return failure(os.Rename(beside, o.write))
}
