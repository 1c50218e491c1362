package pipeline

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
)

// A bundle is a zip whose every byte follows from its files: they are stored as
// they are, without times, and in one order. So a changed byte is found wherever
// it stands, also in the zip's own structure.

// archive writes the files of a bundle and notes their hashes.
type archive struct {
	zip      *zip.Writer
	subjects []subject
}

// subject names a file by its hash, as an in-toto statement does.
type subject struct {
	Name   string `json:"name"`
	Digest struct {
		SHA256 string `json:"sha256"`
	} `json:"digest"`
}

func newArchive(w io.Writer) *archive { return &archive{zip: zip.NewWriter(w)} }

// add stores a file as it is.
func (a *archive) add(name string, data []byte) error {
	size := uint64(len(data))
	w, err := a.zip.CreateRaw(&zip.FileHeader{
		Name: name, Method: zip.Store, CRC32: crc32.ChecksumIEEE(data), CompressedSize64: size, UncompressedSize64: size,
	})
	if err == nil {
		_, err = w.Write(data)
	}
	if err != nil {
		return fmt.Errorf("bundle: %s: %w", name, err)
	}
	one := subject{Name: name}
	one.Digest.SHA256 = sha256Hex(data)
	a.subjects = append(a.subjects, one)
	return nil
}

func sha256Hex(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// encode gives canonical JSON of a value of ours: keys sorted, no white space, no
// HTML escapes.
func encode(v any) []byte {
	plain, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("bundle: %T does not encode: %v", v, err)) // the types are ours
	}
	var value any
	decoder := json.NewDecoder(bytes.NewReader(plain))
	decoder.UseNumber()
	if err := decoder.Decode(&value); err != nil {
		panic(fmt.Sprintf("bundle: %T does not decode: %v", v, err))
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		panic(fmt.Sprintf("bundle: %T does not encode: %v", v, err))
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n"))
}

// jsonLines gives one object per line.
func jsonLines[T any](all []T) []byte {
	var out []byte
	for i := range all {
		out = append(append(out, encode(all[i])...), '\n')
	}
	return out
}

// readLines reads what jsonLines gave.
func readLines[T any](name string, data []byte) ([]T, error) {
	var all []T
	for line := range bytes.Lines(data) {
		var one T
		if err := json.Unmarshal(line, &one); err != nil {
			return nil, &BundleFault{name, fmt.Sprintf("line %d is not what a bundle holds: %v", len(all)+1, err)}
		}
		all = append(all, one)
	}
	return all, nil
}

// BundleFault is one file of a bundle that is not what it should be.
type BundleFault struct {
	// File is its name in the bundle, or "the archive" for the zip's own structure.
	File, Reason string
}

// Error names the file and what is wrong with it.
func (f *BundleFault) Error() string { return f.File + ": " + f.Reason }

// theArchive stands for the zip's own structure.
const theArchive = "the archive"

// opened is a bundle that is read.
type opened struct {
	zip  *zip.Reader
	raw  io.ReaderAt
	size int64
}

func openBundle(raw io.ReaderAt, size int64) (*opened, error) {
	z, err := zip.NewReader(raw, size)
	if err != nil {
		return nil, &BundleFault{theArchive, "it cannot be read as a zip: " + err.Error()}
	}
	return &opened{z, raw, size}, nil
}

// largestFile bounds what one file of a bundle may claim to hold.
const largestFile = 2 << 30

// read gives one file whole.
func (o *opened) read(name string) ([]byte, error) {
	at := slices.IndexFunc(o.zip.File, func(f *zip.File) bool { return f.Name == name })
	if at < 0 {
		return nil, &BundleFault{name, "it is missing"}
	}
	return content(o.zip.File[at])
}

func content(f *zip.File) ([]byte, error) {
	if f.Method != zip.Store || f.UncompressedSize64 > largestFile || f.UncompressedSize64 != f.CompressedSize64 {
		return nil, &BundleFault{f.Name, "it is not stored as a bundle stores"}
	}
	r, err := f.Open()
	if err != nil {
		return nil, &BundleFault{f.Name, "it cannot be read: " + err.Error()}
	}
	data, err := io.ReadAll(r)
	if err := errors.Join(err, r.Close()); err != nil {
		return nil, &BundleFault{f.Name, "it is damaged: " + err.Error()}
	}
	return data, nil
}

// whole writes the archive again out of its files and compares byte by byte.
func (o *opened) whole() []error {
	same := &comparing{raw: o.raw}
	again := newArchive(same)
	var starts []int64
	for _, f := range o.zip.File {
		starts = append(starts, same.at)
		data, err := content(f)
		if err == nil {
			err = errors.Join(again.add(f.Name, data), again.zip.Flush())
		}
		if err != nil {
			return []error{err}
		}
	}
	directory := same.at
	if err := again.zip.Close(); err != nil {
		return []error{err}
	}
	if same.differs < 0 && same.at != o.size {
		same.differs = min(same.at, o.size)
	}
	if same.differs < 0 {
		return nil
	}
	return []error{o.placed(same.differs, starts, directory)}
}

// placed names what stands at an offset.
func (o *opened) placed(at int64, starts []int64, directory int64) error {
	if at < directory {
		for i, start := range slices.Backward(starts) {
			if at >= start {
				return &BundleFault{o.zip.File[i].Name, fmt.Sprintf("byte %d of the bundle, in its head, is not what a bundle has there", at)}
			}
		}
	}
	return &BundleFault{theArchive, fmt.Sprintf("byte %d of the bundle, in the zip's directory, is not what a bundle has there", at)}
}

// comparing is a writer that notes the first byte that is not as in raw.
type comparing struct {
	raw     io.ReaderAt
	at      int64
	differs int64
	started bool
}

func (c *comparing) Write(data []byte) (int, error) {
	if !c.started {
		c.started, c.differs = true, -1
	}
	there := make([]byte, len(data))
	n, err := c.raw.ReadAt(there, c.at)
	if err != nil && !errors.Is(err, io.EOF) {
		return 0, err
	}
	for i := range data {
		if c.differs < 0 && (i >= n || there[i] != data[i]) {
			c.differs = c.at + int64(i)
		}
	}
	c.at += int64(len(data))
	return len(data), nil
}
