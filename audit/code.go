package audit

import (
	"crypto/sha256"
	"embed"
	"io/fs"
	"strings"
	"sync"
)

//go:embed *.go
var code embed.FS

// CodeHash hashes the code of this package: what was measured with one code is not
// claimed for another.
var CodeHash = sync.OnceValue(func() []byte { return HashCode(code) })

// HashCode hashes the Go files at the top of an embedded folder in the order of
// their names, tests left out.
func HashCode(files fs.FS) []byte {
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
	if err != nil { // of files within the program itself
		panic("audit: its own code cannot be read: " + err.Error())
	}
	return h.Sum(nil)
}
