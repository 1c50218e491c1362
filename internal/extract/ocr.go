package extract

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
)

// Pages that are pictures can be read by tesseract, where it is installed and
// the source allows it. What it reads is marked: it is good enough to find a
// section by and not good enough to call a quote altered.

// ocrDPI is the resolution at which tesseract was trained.
const ocrDPI = 300

// ocrTime bounds the reading of one page.
const ocrTime = 2 * time.Minute

// drawn is a page as a picture, a PNG.
type drawn struct {
	PNG           []byte
	Width, Height float64
}

// drawPages renders every page, in the worker.
func drawPages(data []byte) ([]drawn, error) {
	reader, err := openPdfium()
	if err != nil {
		return nil, err
	}
	opened, count, err := openPDF(reader, data)
	if err != nil {
		return nil, err
	}
	pages := make([]drawn, count)
	for i := range pages {
		page := requests.Page{ByIndex: &requests.PageByIndex{Document: opened, Index: i}}
		if pages[i], err = drawPage(reader, page); err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	return pages, nil
}

func drawPage(reader pdfium.Pdfium, page requests.Page) (drawn, error) {
	picture, err := reader.RenderPageInDPI(&requests.RenderPageInDPI{Page: page, DPI: ocrDPI})
	if err != nil {
		return drawn{}, err
	}
	defer picture.Cleanup()
	return encode(picture)
}

func encode(picture *responses.RenderPageInDPI) (drawn, error) {
	var out bytes.Buffer
	if err := png.Encode(&out, picture.Result.RenderedImage); err != nil {
		return drawn{}, err
	}
	size := picture.Result.RenderedImage.Bounds().Size()
	return drawn{out.Bytes(), points(float64(size.X)), points(float64(size.Y))}, nil
}

// points turns pixels of a drawn page into points.
func points(pixels float64) float64 { return pixels * 72 / ocrDPI }

// readPictures makes lines of a PDF without a text layer.
func readPictures(ctx context.Context, file File, count int) (*Document, error) {
	program, err := exec.LookPath("tesseract")
	if err != nil {
		return nil, imageOnly(file, count, "install tesseract, which the source allows to be used, or find the publisher's text version")
	}
	var pictures []drawn
	if err := consult(ctx, rolePictures, file.Data, &pictures); err != nil {
		return nil, unreadable(file, err)
	}
	doc := &Document{Format: PDF, Pages: len(pictures)}
	pages := make([]pageWords, len(pictures))
	sum, words := 0.0, 0
	for i := range pictures {
		read, err := recognise(ctx, program, &pictures[i])
		if err != nil {
			return nil, &Unreadable{file.Name, "image-only", fmt.Sprintf("OCR of page %d failed: %v", i+1, err), "look at the page, or find the publisher's text version"}
		}
		pages[i], sum, words = read.page, sum+read.confidence, words+read.words
	}
	doc.Dropped = dropFurniture(pages)
	joinBroken(pages)
	for i := range pages {
		doc.Lines = append(doc.Lines, pageLines(&pages[i], i+1)...)
	}
	doc.OCR = sum / max(1, float64(words)) / 100
	doc.Doubts = append(doc.Doubts, fmt.Sprintf("read by OCR from pictures, with a confidence of %.0f %%", 100*doc.OCR))
	return doc, nil
}

// recognised is what tesseract made of a page. confidence is the sum over words.
type recognised struct {
	page       pageWords
	confidence float64
	words      int
}

func recognise(ctx context.Context, program string, picture *drawn) (recognised, error) {
	ctx, stop := context.WithTimeout(ctx, ocrTime)
	defer stop()
	child := exec.CommandContext(ctx, program, "stdin", "stdout", "--dpi", strconv.Itoa(ocrDPI), "-l", "eng", "tsv")
	child.Env = []string{"OMP_THREAD_LIMIT=1"}
	child.Stdin = bytes.NewReader(picture.PNG)
	ownGroup(child)
	out := &bounded{limit: workerOutput}
	child.Stdout = out
	if err := child.Run(); err != nil {
		return recognised{}, err
	}
	read := readTSV(out.buffer.String())
	read.page.Width, read.page.Height = picture.Width, picture.Height
	return read, nil
}

// readTSV reads tesseract's table: a row a word, with block, paragraph, line,
// place in pixels and confidence in percent.
func readTSV(table string) recognised {
	var read recognised
	last := ""
	for row := range strings.Lines(table) {
		field := strings.Split(strings.TrimRight(row, "\r\n"), "\t")
		if len(field) != 12 || field[0] != "5" || fold(field[11]) == "" {
			continue
		}
		if at := strings.Join(field[1:5], "."); at != last {
			read.page.Lines = append(read.page.Lines, printedLine{X: pixel(field[6]), Y: pixel(field[7]) + pixel(field[9]), Size: pixel(field[9])})
			last = at
		}
		read.page.Lines[len(read.page.Lines)-1].addWord(field)
		percent, _ := strconv.ParseFloat(field[10], 64)
		read.confidence, read.words = read.confidence+percent, read.words+1
	}
	return read
}

// addWord puts a row's word at the end of the line.
func (l *printedLine) addWord(field []string) {
	word := fold(scrub(field[11]))
	if l.Text != "" && word != "" {
		l.Text += " "
	}
	l.Text += word
	l.Right = pixel(field[6]) + pixel(field[8])
	l.Spans = []span{{0, len(l.Text), false, false}}
}

func pixel(s string) float64 {
	n, _ := strconv.ParseFloat(s, 64) // a table that is damaged here moves a line, no more
	return points(n)
}
