// Package code tells whether a package's code has changed: what was measured, or
// stored, with one code is not claimed for another. It does not look at the code of
// what a package imports; who depends on it adds those hashes to its own.
package code

import (
	"crypto/sha256"
	"io/fs"
	"strings"
)

// Hash hashes the Go files of a tree in the order of their paths, tests left out. The
// files are those that a program embeds of itself: one that cannot be read is a broken
// program, and Hash panics.
func Hash(files fs.FS) []byte {
	h := sha256.New()
	err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := fs.ReadFile(files, path)
		h.Write([]byte(path))
		h.Write(text)
		return err
	})
	if err != nil {
		panic("code: the program's own code cannot be read: " + err.Error())
	}
	return h.Sum(nil)
}
