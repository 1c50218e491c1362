package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	_ "embed"

	"github.com/spf13/cobra"
)

//go:embed templates/pincite.yaml
var configTemplate []byte

//go:embed templates/questions.yaml
var questionsTemplate []byte

var _ = command(func(s *streams) *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use:     "init",
		Short:   "Write a commented pincite.yaml and questions.yaml",
		Long:    "Write a commented pincite.yaml and questions.yaml. Files that exist are never overwritten.",
		Example: "  pincite init\n  pincite init --dir /srv/pincite",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return initialise(s, dir)
		},
	}
	c.Flags().StringVar(&dir, "dir", ".", "the folder to write into")
	return c
})

// initialise writes both files or neither.
func initialise(s *streams, dir string) error {
	files := []struct {
		name string
		data []byte
	}{{"pincite.yaml", configTemplate}, {"questions.yaml", questionsTemplate}}
	for _, file := range files {
		if _, err := os.Stat(filepath.Join(dir, file.name)); !errors.Is(err, fs.ErrNotExist) {
			return usage(fmt.Errorf("%s exists already: move it away, or give another folder with --dir", filepath.Join(dir, file.name)))
		}
	}
	for _, file := range files {
		path := filepath.Join(dir, file.name)
		if err := os.WriteFile(path, file.data, 0o644); err != nil {
			return failure(fmt.Errorf("%w: make the folder, or give another with --dir", err))
		}
		fmt.Fprintln(s.out, "wrote", path)
	}
	fmt.Fprintln(s.out, "Next: put your sources into pincite.yaml, then `pincite run`.")
	return nil
}
