// Package code tells whether a package's code has changed: what was measured, or
// stored, with one code is not claimed for another. It does not look at the code of
// what a package imports; who depends on it adds those hashes to its own.
package code

import (
	"crypto/sha256"
	"io/fs"
	"strings"
)

// Hash hashes the Go files at the top of a folder in the order of their names,
// tests left out. The files are those that a program embeds of itself: one that
// cannot be read is a broken program, and Hash panics.
func Hash(files fs.FS) []byte {
	h := sha256.New()
	names, err := fs.Glob(files, "*.go")
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		var text []byte
		if text, err = fs.ReadFile(files, name); err != nil {
			break
		}
		h.Write([]byte(name))
		h.Write(text)
	}
	if err != nil {
		panic("code: the program's own code cannot be read: " + err.Error())
	}
	return h.Sum(nil)
}
