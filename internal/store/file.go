package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/renameio/v2"
)

// ReadFile gives the bytes of a file.
func ReadFile(path string) ([]byte, error) { return os.ReadFile(path) }

// Glob lists the files that match a pattern, sorted.
func Glob(pattern string) ([]string, error) { return filepath.Glob(pattern) }

// Exists reports whether something is there.
func Exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// FileSize gives the size of a file in bytes.
func FileSize(path string) (int64, error) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

// Publish writes the files of one report into a folder: each whole or not at
// all. Files of other names that lie there are left alone.
func Publish(folder string, files map[string][]byte) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("report folder %s: %w: make it, or name another in `reports:`", folder, err)
	}
	var faults []error
	for name, data := range files {
		if err := renameio.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil {
			faults = append(faults, fmt.Errorf("report %s: %w", filepath.Join(folder, name), err))
		}
	}
	return errors.Join(faults...)
}

// Latest points the link "latest" in a folder at one of its entries, in one step.
func Latest(folder, entry string) error {
	if err := renameio.Symlink(entry, filepath.Join(folder, "latest")); err != nil {
		return fmt.Errorf("report link %s: %w", filepath.Join(folder, "latest"), err)
	}
	return nil
}
