package fetch

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sync"

	"github.com/google/renameio/v2"
	"github.com/klauspost/compress/zstd"
)

// Evidence is a folder of bytes as served, each under its own hash:
// sha256/ab/abcd….html.zst. What is written there is never changed.
//
// A file is a zstd frame followed by a skippable frame, which every zstd
// reader passes over, with the sha256 of all bytes before it. So not only the
// content is proven but each byte of the file.
type Evidence struct {
	dir string
}

// Damage is one file of the folder that is not what it should be.
type Damage struct {
	// Path is relative to the folder; for a missing file it is the hash.
	Path string
	// Kind is damaged, missing or foreign.
	Kind   string
	Reason string
}

// OpenEvidence makes the folder where it is not there.
func OpenEvidence(dir string) (*Evidence, error) {
	if err := os.MkdirAll(filepath.Join(dir, "sha256"), 0o755); err != nil {
		return nil, fmt.Errorf("evidence folder %s: %w", dir, err)
	}
	return &Evidence{dir: dir}, nil
}

// ReadEvidence takes a folder as it is: where it is not there it is empty, and the
// first Put makes it.
func ReadEvidence(dir string) *Evidence { return &Evidence{dir: dir} }

// Count gives the number of files in the folder, unchecked.
func (e *Evidence) Count() (int, error) {
	count := 0
	err := filepath.WalkDir(e.dir, func(_ string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err == nil && !entry.IsDir() {
			count++
		}
		return err
	})
	if err != nil {
		return count, fmt.Errorf("evidence folder %s: %w", e.dir, err)
	}
	return count, nil
}

// extension is what a file name may end in: it comes from a server.
var extension = regexp.MustCompile(`^[a-z0-9]{1,8}$`)

// Put keeps data and gives its hex hash. What is held already is left as it is.
// An ext other than a few letters or digits ("html", "pdf") becomes "bin".
func (e *Evidence) Put(data []byte, ext string) (string, error) {
	if !extension.MatchString(ext) {
		ext = "bin"
	}
	sum := sha256.Sum256(data)
	sha := hex.EncodeToString(sum[:])
	if held, err := e.find(sha); err == nil {
		if _, err := e.open(held, sha); err == nil {
			return sha, nil
		}
		return sha, e.write(held, data) // damaged since: the bytes are at hand
	}
	return sha, e.write(filepath.Join(e.dir, "sha256", sha[:2], sha+"."+ext+".zst"), data)
}

func (e *Evidence) write(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("evidence: %w", err)
	}
	if err := renameio.WriteFile(path, packed(data), 0o644); err != nil {
		return fmt.Errorf("evidence %s: %w", path, err)
	}
	return syncFolder(filepath.Dir(path))
}

// syncFolder makes the new name last through a loss of power.
func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("evidence: %w", err)
	}
	return errors.Join(folder.Sync(), folder.Close())
}

// Get gives the bytes of a hash. They are checked: an error means that they are
// missing or no longer what was served.
func (e *Evidence) Get(sha string) ([]byte, error) {
	path, err := e.find(sha)
	if err != nil {
		return nil, err
	}
	return e.open(path, sha)
}

// Whole reports whether there is a file for the hash whose every byte is as it was
// written. It hashes the file as it lies there and unpacks nothing.
func (e *Evidence) Whole(sha string) bool {
	path, err := e.find(sha)
	if err != nil {
		return false
	}
	file, err := os.ReadFile(path)
	if err != nil {
		return false
	}
	_, err = frame(file)
	return err == nil
}

// hash is the form of a name.
var hash = regexp.MustCompile(`^[0-9a-f]{64}$`)

func (e *Evidence) find(sha string) (string, error) {
	if !hash.MatchString(sha) {
		return "", fmt.Errorf("evidence %q is no sha256 in hex", sha)
	}
	matches, err := filepath.Glob(filepath.Join(globEscaper.Replace(e.dir), "sha256", sha[:2], sha+".*.zst"))
	if err != nil {
		return "", fmt.Errorf("evidence %s: %w", sha, err)
	}
	if len(matches) == 0 {
		return "", fmt.Errorf("evidence %s: %w in %s; fetch the source again", sha, fs.ErrNotExist, e.dir)
	}
	return matches[0], nil
}

func (e *Evidence) open(path, sha string) ([]byte, error) {
	file, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("evidence: %w", err)
	}
	data, err := unpacked(file)
	if err != nil {
		return nil, fmt.Errorf("evidence %s is damaged: %w; restore it from a backup", path, err)
	}
	if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != sha {
		return nil, fmt.Errorf("evidence %s is damaged: its content has another hash than its name; restore it from a backup", path)
	}
	return data, nil
}

// trailer is the head of the skippable frame: its magic number and the length
// of what follows.
var trailer = binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(nil, 0x184D2A50), sha256.Size)

// encoder works at one level on one thread: the same bytes always make the same
// file. Both are safe to share.
var encoder = sync.OnceValue(func() *zstd.Encoder {
	e, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedDefault))
	if err != nil {
		panic(err) // the options are constants
	}
	return e
})

var decoder = sync.OnceValue(func() *zstd.Decoder {
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(1<<30))
	if err != nil {
		panic(err) // the options are constants
	}
	return d
})

func packed(data []byte) []byte {
	file := encoder().EncodeAll(data, nil)
	sum := sha256.Sum256(file)
	return append(append(file, trailer...), sum[:]...)
}

func unpacked(file []byte) ([]byte, error) {
	content, err := frame(file)
	if err != nil {
		return nil, err
	}
	return decoder().DecodeAll(content, nil)
}

// frame is a file without the check that closes it, which must be right.
func frame(file []byte) ([]byte, error) {
	end := len(file) - len(trailer) - sha256.Size
	if end < 0 || !bytes.Equal(file[end:end+len(trailer)], trailer) {
		return nil, errors.New("its closing check is not there")
	}
	if sum := sha256.Sum256(file[:end]); !bytes.Equal(sum[:], file[end+len(trailer):]) {
		return nil, errors.New("its bytes do not have the hash that closes it")
	}
	return file[:end], nil
}

// Verify looks at every file, and that there is one for each hash of want, and
// reports what is wrong in the order of the paths. Its error is one of reading
// the folder, not of what it found.
func (e *Evidence) Verify(report func(Damage), want ...string) error {
	seen := map[string]bool{}
	err := filepath.WalkDir(e.dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		relative, err := filepath.Rel(e.dir, path)
		if err != nil {
			return err
		}
		e.verify(filepath.ToSlash(relative), path, seen, report)
		return nil
	})
	if err != nil {
		return fmt.Errorf("evidence folder %s: %w", e.dir, err)
	}
	for _, sha := range slices.Sorted(slices.Values(want)) {
		if !seen[sha] {
			report(Damage{sha, "missing", "a snapshot names it and it is not there"})
		}
	}
	return nil
}

// evidenceName is the form of a path, with the hash as its second part.
var evidenceName = regexp.MustCompile(`^sha256/([0-9a-f]{2})/(([0-9a-f]{2})[0-9a-f]{62})\.[a-z0-9]{1,8}\.zst$`)

func (e *Evidence) verify(relative, path string, seen map[string]bool, report func(Damage)) {
	parts := evidenceName.FindStringSubmatch(relative)
	if parts == nil || parts[1] != parts[3] {
		report(Damage{relative, "foreign", "its name is none that evidence has; an interrupted write may have left it"})
		return
	}
	seen[parts[2]] = true
	if _, err := e.open(path, parts[2]); err != nil {
		report(Damage{relative, "damaged", err.Error()})
	}
}
