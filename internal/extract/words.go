package extract

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// pageWords is one page as pdfium reads it: printed lines in the order of the
// content.
type pageWords struct {
	Width, Height float64
	// Rotation counts quarter turns clockwise.
	Rotation int
	Lines    []printedLine
}

// printedLine is one line of a page. Broken is set where a hyphen ends it and
// its last word may go on in the next.
type printedLine struct {
	Text        string
	X, Y, Right float64
	Size        float64
	Spans       []span
	Broken      bool
}

// span is a stretch of a line in one font, in bytes.
type span struct {
	Start, End   int
	Bold, Italic bool
}

// readWords reads every page with pdfium, compiled to WebAssembly: no file can
// reach outside its memory, and the file system is not mounted.
func readWords(data []byte) ([]pageWords, error) {
	ctx := context.Background()
	cache, err := compilationCache()
	if err != nil {
		return nil, err
	}
	pool, err := webassembly.Init(webassembly.Config{
		Context: ctx, MinIdle: 1, MaxIdle: 1, MaxTotal: 1,
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard,
		RuntimeConfig: wazero.NewRuntimeConfig().WithCompilationCache(cache).WithMemoryLimitPages(16384).
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling),
	})
	if err != nil {
		return nil, err
	}
	reader, err := pool.GetInstance(time.Minute)
	if err != nil {
		return nil, err
	}
	return readPages(reader, data)
}

// compilationCache keeps the compiled module between processes: compiling takes
// seconds, loading it a tenth of one.
func compilationCache() (wazero.CompilationCache, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		base = os.TempDir()
	}
	dir := filepath.Join(base, "pincite", "pdfium")
	if cache, err := wazero.NewCompilationCacheWithDir(dir); err == nil {
		return cache, nil
	}
	return wazero.NewCompilationCache(), nil
}

func readPages(reader pdfium.Pdfium, data []byte) ([]pageWords, error) {
	opened, err := reader.OpenDocument(&requests.OpenDocument{File: &data})
	if errors.Is(err, pdfiumerrors.ErrPassword) || errors.Is(err, pdfiumerrors.ErrSecurity) {
		return nil, errPassword
	}
	if err != nil {
		return nil, err
	}
	count, err := reader.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	if err != nil {
		return nil, err
	}
	if count.PageCount > maxPages {
		return nil, fmt.Errorf("it has %d pages, more than %d", count.PageCount, maxPages)
	}
	pages := make([]pageWords, count.PageCount)
	for i := range pages {
		if pages[i], err = readPage(reader, opened.Document, i); err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	return pages, nil
}

func readPage(reader pdfium.Pdfium, document references.FPDF_DOCUMENT, number int) (pageWords, error) {
	loaded, err := reader.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: document, Index: number})
	if err != nil {
		return pageWords{}, err
	}
	page := requests.Page{ByReference: &loaded.Page}
	defer func() { _, _ = reader.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page}) }()
	var result pageWords
	if size, err := reader.FPDF_GetPageWidth(&requests.FPDF_GetPageWidth{Page: page}); err == nil {
		result.Width = size.Width
	}
	if size, err := reader.FPDF_GetPageHeight(&requests.FPDF_GetPageHeight{Page: page}); err == nil {
		result.Height = size.Height
	}
	if turned, err := reader.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: page}); err == nil {
		result.Rotation = int(turned.PageRotation)
	}
	text, err := reader.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: page})
	if err != nil {
		return pageWords{}, err
	}
	defer func() {
		_, _ = reader.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage})
	}()
	p := &pageReader{reader: reader, text: text.TextPage, height: result.Height}
	result.Lines, err = p.lines()
	return result, err
}

// pageReader reads the lines of one text page.
type pageReader struct {
	reader pdfium.Pdfium
	text   references.FPDF_TEXTPAGE
	height float64
}

type font struct{ bold, italic bool }

// lines splits the page's text at its line ends. pdfium writes U+0002 for a
// hyphen at the end of a line and drops the line end.
func (p *pageReader) lines() ([]printedLine, error) {
	count, err := p.reader.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: p.text})
	if err != nil || count.Count == 0 {
		return nil, err
	}
	got, err := p.reader.FPDFText_GetText(&requests.FPDFText_GetText{TextPage: p.text, Count: count.Count})
	if err != nil {
		return nil, err
	}
	var lines []printedLine
	chars := []rune(got.Text)
	for start := 0; start < len(chars); {
		end := start
		for end < len(chars) && chars[end] != '\r' && chars[end] != '\n' && chars[end] != 2 {
			end++
		}
		if line, ok := p.line(chars[start:end], start); ok {
			line.Broken = end < len(chars) && chars[end] == 2
			lines = append(lines, line)
		}
		start = end + 1
	}
	return lines, nil
}

// line places one line: the box of its first and last letters, and its fonts.
func (p *pageReader) line(chars []rune, at int) (printedLine, bool) {
	first, last := 0, len(chars)-1
	for first <= last && blank(chars[first]) {
		first++
	}
	for last > first && blank(chars[last]) {
		last--
	}
	if first > last {
		return printedLine{}, false
	}
	line := printedLine{Text: fold(strings.Map(printable, string(chars[first:last+1])))}
	if line.Text == "" {
		return printedLine{}, false
	}
	if box, err := p.reader.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: p.text, Index: at + first}); err == nil {
		line.X, line.Y = box.Left, p.height-box.Bottom
	}
	if box, err := p.reader.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: p.text, Index: at + last}); err == nil {
		line.Right = box.Right
	}
	if size, err := p.reader.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: p.text, Index: at + first}); err == nil {
		line.Size = size.FontSize
	}
	line.Spans = p.spans(chars[first:last+1], at+first, len(line.Text))
	return line, true
}

// spans finds where the font changes between the first and last words. Most
// lines are of one font; those that are not begin with a heading.
func (p *pageReader) spans(chars []rune, at, length int) []span {
	whole := p.font(at)
	if p.font(at+len(chars)-1) == whole {
		return []span{{0, length, whole.bold, whole.italic}}
	}
	var spans []span
	offset, current, start := 0, whole, 0
	for i, r := range chars {
		if i > 0 && blank(chars[i-1]) && !blank(r) {
			if f := p.font(at + i); f != current {
				spans = append(spans, span{start, min(offset, length), current.bold, current.italic})
				start, current = min(offset, length), f
			}
		}
		if blank(r) {
			if i > 0 && !blank(chars[i-1]) {
				offset++
			}
			continue
		}
		offset += len(string(r))
	}
	return append(spans, span{start, length, current.bold, current.italic})
}

func (p *pageReader) font(index int) font {
	info, err := p.reader.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: p.text, Index: index})
	if err != nil {
		return font{}
	}
	name := strings.ToLower(info.FontName)
	return font{
		bold:   strings.Contains(name, "bold") || strings.Contains(name, "black") || info.Flags&(1<<18) != 0,
		italic: strings.Contains(name, "italic") || strings.Contains(name, "oblique") || info.Flags&(1<<6) != 0,
	}
}

// printable drops characters that no text holds.
func printable(r rune) rune {
	switch {
	case r == '\u00ad', r == '\ufffe', r == '\uffff', r < 0x20 && !blank(r), r >= 0x7f && r < 0xa0:
		return -1
	}
	return r
}
