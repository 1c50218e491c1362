package extract

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

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

// readWords reads every page with pdfium.
func readWords(data []byte) ([]pageWords, error) {
	reader, err := openPdfium()
	if err != nil {
		return nil, err
	}
	return readPages(reader, data)
}

// openPdfium starts pdfium, compiled to WebAssembly: no file can reach outside
// its memory, and the file system is not mounted.
func openPdfium() (pdfium.Pdfium, error) {
	cache, err := compilationCache()
	if err != nil {
		return nil, err
	}
	pool, err := webassembly.Init(webassembly.Config{
		Context: context.Background(), MinIdle: 1, MaxIdle: 1, MaxTotal: 1,
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard,
		RuntimeConfig: wazero.NewRuntimeConfig().WithCompilationCache(cache).WithMemoryLimitPages(16384).
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling),
	})
	if err != nil {
		return nil, err
	}
	return pool.GetInstance(time.Minute)
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
	opened, count, err := openPDF(reader, data)
	if err != nil {
		return nil, err
	}
	pages := make([]pageWords, count)
	for i := range pages {
		if pages[i], err = readPage(reader, opened, i); err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	return pages, nil
}

// openPDF opens a document and counts its pages.
func openPDF(reader pdfium.Pdfium, data []byte) (references.FPDF_DOCUMENT, int, error) {
	opened, err := reader.OpenDocument(&requests.OpenDocument{File: &data})
	if errors.Is(err, pdfiumerrors.ErrPassword) || errors.Is(err, pdfiumerrors.ErrSecurity) {
		return "", 0, errPassword
	}
	if err != nil {
		return "", 0, err
	}
	count, err := reader.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	if err != nil {
		return "", 0, err
	}
	if count.PageCount > maxPages {
		return "", 0, fmt.Errorf("it has %d pages, more than %d", count.PageCount, maxPages)
	}
	return opened.Document, count.PageCount, nil
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
