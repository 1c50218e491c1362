package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/pipeline"
)

var _ = command(func(s *streams) *cobra.Command {
	var config, out string
	c := &cobra.Command{
		Use:   "bundle [RUN]",
		Short: "Write the evidence of a run into one file that proves itself",
		Long: `Write raw captures, sections, answers, how each was judged, and the findings of the
last finished run into a zip. RUN only makes sure that it is the one you mean: no
earlier run can be bundled, and this one only until the next has ended, even where
that one changes nothing. To prove every run, bundle each before the next. The
manifest is an in-toto statement with the sha256 of every file, the rules, the
judge, the measured accuracy, and the hash of the manifest before: sign it with a
tool of your own. The same run makes the same bytes. ` + "`pincite verify FILE`" + `
checks it offline, and judges every answer again.`,
		Example: "  pincite bundle run-0007 --out run-0007.zip\n  pincite verify run-0007.zip",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkOut(out); err != nil {
				return usage(err)
			}
			return bundle(cmd.Context(), s, config, append(args, "")[0], out)
		},
	}
	configFlag(c, &config)
	c.Flags().StringVar(&out, "out", "", "the file to write")
	return c
})

// checkOut wants a file to write, in a folder that is there.
func checkOut(out string) error {
	if out == "" {
		return errors.New("give --out and the file to write")
	}
	info, err := os.Stat(filepath.Dir(out))
	if err == nil && !info.IsDir() {
		err = syscall.ENOTDIR
	}
	if err != nil {
		return fmt.Errorf("--out %s: its folder cannot be had (%w): make it, or name another file", out, err)
	}
	return nil
}

func bundle(ctx context.Context, s *streams, config, run, out string) (err error) {
	p, err := open(ctx, s, config)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // all that matters is committed by now
	return locked(p, func() error {
		made, err := writeBundle(ctx, p, run, out)
		if err != nil {
			return classed(err)
		}
		fmt.Fprintf(s.out, "%s: %s, %s of %s\nmanifest sha256:%s\n", out, finding.Plural(made.Files, "file"), finding.Plural(made.Answers, "answer"), made.Run, made.Manifest)
		if made.Previous != "" {
			fmt.Fprintln(s.out, "after    sha256:"+made.Previous)
		}
		for _, why := range made.Unreplayed {
			fmt.Fprintln(s.err, "cannot be replayed: "+why)
		}
		return nil
	})
}

// writeBundle writes the whole file or none, and only then makes it a link of the
// chain.
func writeBundle(ctx context.Context, p *pipeline.Pipeline, run, out string) (*pipeline.Bundled, error) {
	file, err := renameio.NewPendingFile(out, renameio.WithTempDir(filepath.Dir(out)), renameio.WithPermissions(0o644))
	if err != nil {
		return nil, fmt.Errorf("bundle %s: %w: let this user write its folder, or name another file", out, cause(err))
	}
	defer func() { _ = file.Cleanup() }() // after the file is in its place this does nothing
	w := bufio.NewWriterSize(file, 1<<20)
	made, err := p.Bundle(ctx, run, w)
	if err == nil {
		err = w.Flush()
	}
	if err == nil {
		err = file.CloseAtomicallyReplace()
	}
	if err != nil {
		return nil, err
	}
	return made, p.KeepBundle(ctx, made)
}

// cause leaves out the name of the file beside, which nobody gave.
func cause(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// verifyBundle checks one bundle, with nothing but itself.
func verifyBundle(s *streams, path string) error {
	file, err := os.Open(path)
	if err != nil {
		return usage(err)
	}
	defer func() { _ = file.Close() }() // it was only read
	info, err := file.Stat()
	if err != nil {
		return failure(err)
	}
	v, err := pipeline.VerifyBundle(file, info.Size())
	if err != nil {
		return failure(err)
	}
	for _, fault := range v.Faults {
		fmt.Fprintln(s.out, "damaged:", fault)
	}
	if len(v.Faults) > 0 {
		return failure(fmt.Errorf("%s is not what was bundled: %s", path, finding.Plural(len(v.Faults), "fault")))
	}
	fmt.Fprintf(s.out, "%s of %s have their hashes; %s judged again to the same findings\nmanifest sha256:%s\n", finding.Plural(v.Files, "file"), v.Run, finding.Plural(v.Replayed, "answer"), v.Manifest)
	if v.Previous != "" {
		fmt.Fprintln(s.out, "after    sha256:"+v.Previous)
	}
	for _, why := range v.Unreplayed {
		fmt.Fprintln(s.out, "not replayed: "+why)
	}
	if len(v.Unreplayed) > 0 {
		return &exitError{code: exitIncomplete}
	}
	return nil
}
