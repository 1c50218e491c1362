package audit

import (
	"crypto/sha256"
	"embed"
	"sync"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/cite"
	"github.com/pincite/pincite/internal/code"
	"github.com/pincite/pincite/internal/index"
)

//go:embed *.go lexis/*.go quantity/*.go force/*.go claimed/*.go enacted/*.go compare/*.go
var files embed.FS

// CodeHash hashes the code of this package, of its rooms and of those by which it reads an
// answer's words: what was measured with one code is not claimed for another.
var CodeHash = sync.OnceValue(func() []byte {
	h := sha256.New()
	for _, part := range [][]byte{code.Hash(files), answer.CodeHash(), cite.CodeHash(), index.CodeHash()} {
		h.Write(part)
	}
	return h.Sum(nil)
})
