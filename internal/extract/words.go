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
	"unicode"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
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
	// Picture is set where a page draws pictures and holds no text.
	Picture bool
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
	result.Picture = len(result.Lines) == 0 && drawsPicture(reader, page)
	return result, err
}

// drawsPicture reports whether one of the page's first objects is a picture.
func drawsPicture(reader pdfium.Pdfium, page requests.Page) bool {
	count, err := reader.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: page})
	if err != nil {
		return false
	}
	for i := range min(count.Count, 100) {
		object, err := reader.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: page, Index: i})
		if err != nil {
			continue
		}
		kind, err := reader.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
		if err == nil && kind.Type == enums.FPDF_PAGEOBJ_IMAGE {
			return true
		}
	}
	return false
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
	chars, at = chars[first:last+1], at+first
	g := lay(chars, p.noteMarks(chars, at))
	if g.text == "" {
		return printedLine{}, false
	}
	line := printedLine{Text: g.text, Spans: p.spans(chars, at, g)}
	p.measure(&line, at, at+len(chars)-1)
	return line, true
}

// measure finds the box of a line by its first and last characters.
func (p *pageReader) measure(line *printedLine, first, last int) {
	if box, err := p.reader.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: p.text, Index: first}); err == nil {
		line.X, line.Y = box.Left, p.height-box.Bottom
	}
	if box, err := p.reader.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: p.text, Index: last}); err == nil {
		line.Right = box.Right
	}
	line.Size = p.size(first)
}

// size is the font size at a character in points, 0 where it is not known.
func (p *pageReader) size(index int) float64 {
	size, err := p.reader.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: p.text, Index: index})
	if err != nil {
		return 0
	}
	return size.FontSize
}

// glyphs is a line's text and the byte at which each character of the page
// stands in it.
type glyphs struct {
	text string
	at   []int
}

// lay folds white space, drops what no text holds and puts a blank before each
// note mark.
func lay(chars []rune, marks map[int]bool) glyphs {
	var text strings.Builder
	g := glyphs{at: make([]int, len(chars))}
	space := false
	for i, r := range chars {
		g.at[i] = text.Len()
		if blank(r) {
			space = text.Len() > 0
			continue
		}
		if printable(r) < 0 {
			continue
		}
		if space || marks[i] {
			text.WriteByte(' ')
			space = false
		}
		g.at[i] = text.Len()
		text.WriteRune(r)
	}
	g.text = text.String()
	return g
}

// noteMarks finds raised digits that are set against the end of a word, such as
// the mark of a footnote: they are no part of it. Raised letters ("12th") are.
func (p *pageReader) noteMarks(chars []rune, at int) map[int]bool {
	var marks map[int]bool
	for i := 1; i < len(chars); i++ {
		if !isDigit(chars[i]) || isDigit(chars[i-1]) || !endsWord(chars[i-1]) || !closesDigits(chars, i) {
			continue
		}
		if p.raised(at + i) {
			if marks == nil {
				marks = map[int]bool{}
			}
			marks[i] = true
		}
	}
	return marks
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// endsWord reports whether a note mark may follow r.
func endsWord(r rune) bool {
	return unicode.IsLetter(r) || strings.ContainsRune(".,;:)”\"’'", r)
}

// closesDigits reports whether the digits from i on end at a blank or a mark.
func closesDigits(chars []rune, i int) bool {
	for i < len(chars) && isDigit(chars[i]) {
		i++
	}
	return i == len(chars) || blank(chars[i]) || strings.ContainsRune(".,;:)", chars[i])
}

// raised reports whether a character stands above the line of the one before.
func (p *pageReader) raised(index int) bool {
	mark, err1 := p.reader.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: p.text, Index: index})
	word, err2 := p.reader.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: p.text, Index: index - 1})
	return err1 == nil && err2 == nil && mark.Y > word.Y+1
}

// spans finds where the font changes between the first and last words. Most
// lines are of one font; those that are not begin with a heading.
func (p *pageReader) spans(chars []rune, at int, g glyphs) []span {
	current, start := p.font(at), 0
	if p.font(at+len(chars)-1) == current {
		return []span{{0, len(g.text), current.bold, current.italic}}
	}
	var spans []span
	for i := 1; i < len(chars); i++ {
		if !blank(chars[i-1]) || blank(chars[i]) {
			continue
		}
		if f := p.font(at + i); f != current {
			spans = append(spans, span{start, g.at[i], current.bold, current.italic})
			start, current = g.at[i], f
		}
	}
	return append(spans, span{start, len(g.text), current.bold, current.italic})
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
