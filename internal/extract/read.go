package extract

import (
	"bytes"
	"context"
	"fmt"
	"regexp"
	"unicode/utf8"
)

// File is the bytes of one document as served.
type File struct {
	// Name is the base name; URL where it came from; both may be empty.
	Name, URL string
	// ContentType is the HTTP header's value, "" where there was none.
	ContentType string
	Data        []byte
	// OCR allows pages that are pictures to be read by tesseract.
	OCR bool
}

// Unreadable says why a file gives no text.
type Unreadable struct {
	Name string
	// Kind is truncated, encrypted, image-only, hostile, empty or
	// not-a-document.
	Kind   string
	Reason string
	Remedy string
}

// Error names file, kind, reason and remedy, as one plain line.
func (u *Unreadable) Error() string {
	return fmt.Sprintf("%s is %s: %s; %s", u.Name, u.Kind, u.Reason, u.Remedy)
}

// Read makes lines of a file. The format is told by the content. An error is an
// *Unreadable, or that of the context.
func Read(ctx context.Context, file File) (*Document, error) {
	if len(bytes.TrimSpace(file.Data)) == 0 {
		return nil, &Unreadable{file.Name, "empty", "the file has no content", "fetch it again, and look at the page in a browser"}
	}
	doc, err := read(ctx, file)
	if err != nil {
		return nil, err
	}
	doc.Name, doc.URL = file.Name, file.URL
	if len(doc.Lines) == 0 {
		return nil, &Unreadable{file.Name, "empty", "the " + string(doc.Format) + " holds no text", "look at the page in a browser: it may need a login or a script"}
	}
	for i := range doc.Lines {
		doc.Lines[i].Number = i + 1
	}
	return doc, nil
}

func read(ctx context.Context, file File) (*Document, error) {
	switch FormatOf(file.Data) {
	case PDF:
		return readPDF(ctx, file)
	case RTF:
		return readRTF(file)
	case HTML:
		return readHTML(file)
	default:
		return readText(file)
	}
}

// FormatOf tells the format by the first bytes. What is neither PDF nor RTF nor
// markup is text.
func FormatOf(data []byte) Format {
	head := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\xef\xbb\xbf")), " \t\r\n\x00")
	switch {
	case bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")):
		return PDF
	case bytes.HasPrefix(head, []byte(`{\rtf`)):
		return RTF
	case markup.Match(head):
		return HTML
	}
	return Text
}

// markup is how HTML begins, or what stands in the first lines of a fragment.
var markup = regexp.MustCompile(`(?i)^<|<(html|head|body|div|p|table|span|title|meta)[\s>]`)

// isBinary reports whether text would be a lie: control bytes that no text has.
func isBinary(data []byte) bool {
	sample := data[:min(len(data), 8192)]
	control := 0
	for _, b := range sample {
		if b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' {
			control++
		}
	}
	return control*20 > len(sample) && !utf8.Valid(sample)
}
