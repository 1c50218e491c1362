package answer

import (
	"bytes"
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/pincite/pincite/internal/statute"
)

// MaxSize is the largest file read: a published answer is some kilobytes, and
// what is larger than this is something else.
const MaxSize = 2 << 20

// File is one published answer as it lies on the disk.
type File struct {
	// Name is the file's name, for messages, for its form and for the answer's
	// ID; "-" or "" for a stream, whose form is told by its content.
	Name string
	Data []byte
	// Jurisdiction wins over the answer's own where it is set.
	Jurisdiction statute.Jurisdiction
	// Question wins over the answer's own where it is set.
	Question string
}

// Read reads a published answer: the text form and Markdown, HTML, or JSON. What
// is wrong with an answer that can still be read stands in its Faults; what
// cannot be read is an error naming the file, the cause and the remedy.
func Read(f File) (Answer, error) {
	if err := readable(f); err != nil {
		return Answer{}, err
	}
	text, faults := clean(f.Data)
	var a draft
	var err error
	switch form(f.Name, text) {
	case ".json":
		a, err = readJSON(f.Name, text)
	case ".html":
		a, err = readHTML(f.Name, text)
	default:
		a, err = readText(text), nil
	}
	if err != nil {
		return Answer{}, err
	}
	a.Faults = append(faults, a.Faults...)
	return settle(a, f)
}

// settle gives the file's own wishes precedence and reads the jurisdiction.
func settle(a draft, f File) (Answer, error) {
	a.Imported = true
	if a.ID == "" {
		a.ID = nameOf(f.Name)
	}
	if f.Question != "" {
		a.Question = f.Question
	}
	switch {
	case f.Jurisdiction != "":
		a.Jurisdiction = f.Jurisdiction
	case a.Jurisdiction == "" && a.Declared != "":
		j, err := statute.ParseJurisdiction(strings.Trim(a.Declared, ". "))
		if err != nil {
			a.Faults = append(a.Faults, fmt.Sprintf("the Jurisdiction line cannot be read: %v", err))
		}
		a.Jurisdiction = j
	}
	if strings.TrimSpace(a.Text) == "" {
		return Answer{}, fmt.Errorf("answer %s: there is no text in it: give a file that holds the answer", shown(f.Name))
	}
	a.readClaims()
	return a.Answer, nil
}

// readable refuses what is no answer at all.
func readable(f File) error {
	switch {
	case len(bytes.TrimSpace(f.Data)) == 0:
		return fmt.Errorf("answer %s: the file is empty: give a file that holds the answer", shown(f.Name))
	case len(f.Data) > MaxSize:
		return fmt.Errorf("answer %s: %d bytes are more than the %d that an answer may have: give one answer a file", shown(f.Name), len(f.Data), MaxSize)
	case bytes.HasPrefix(f.Data, []byte("\xff\xfe")) || bytes.HasPrefix(f.Data, []byte("\xfe\xff")):
		return fmt.Errorf("answer %s: the file is UTF-16: save it as UTF-8", shown(f.Name))
	case bytes.HasPrefix(f.Data, []byte("%PDF-")) || bytes.IndexByte(f.Data, 0) >= 0:
		return fmt.Errorf("answer %s: the file is binary: answers are read from .txt, .md, .html and .json", shown(f.Name))
	}
	return nil
}

// clean gives valid UTF-8 without a byte order mark, and says what it mended.
func clean(data []byte) (string, []string) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if utf8.Valid(data) {
		return string(data), nil
	}
	bad, first := 0, -1
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			if bad++; first < 0 {
				first = i
			}
		}
		i += size
	}
	fault := fmt.Sprintf("the file is not valid UTF-8: %d bytes were replaced, the first at byte %d: save it as UTF-8", bad, first)
	return strings.ToValidUTF8(string(data), "\uFFFD"), []string{fault}
}

// form tells the form of a file by its name, else by its first words.
func form(name, text string) string {
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".json":
		return ext
	case ".html", ".htm", ".xhtml":
		return ".html"
	case ".txt", ".md", ".markdown", ".text":
		return ".txt"
	}
	start := strings.ToLower(strings.TrimSpace(text[:min(len(text), 200)]))
	switch {
	case strings.HasPrefix(start, "{"):
		return ".json"
	case strings.HasPrefix(start, "<!doctype html"), strings.HasPrefix(start, "<html"), strings.HasPrefix(start, "<body"):
		return ".html"
	}
	return ".txt"
}

// nameOf is the file's name without folder and ending.
func nameOf(name string) string {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	if base == "." || base == "-" || base == "/" {
		return "answer"
	}
	return strings.TrimSuffix(base, path.Ext(base))
}

func shown(name string) string {
	if name == "" || name == "-" {
		return "on standard input"
	}
	return name
}
