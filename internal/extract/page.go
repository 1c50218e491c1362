package extract

import (
	"math"
	"strings"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// pageReader reads the lines of one text page.
type pageReader struct {
	reader pdfium.Pdfium
	text   references.FPDF_TEXTPAGE
	height float64
}

type font struct{ bold, italic bool }

// brokenHyphen reports what pdfium writes for a hyphen at the end of a line, in
// place of hyphen and line end: U+FFFE, in some builds U+0002.
func brokenHyphen(r rune) bool { return r == '\ufffe' || r == 2 }

// lines splits the page's text at its line ends and at broken words.
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
		for end < len(chars) && chars[end] != '\r' && chars[end] != '\n' && !brokenHyphen(chars[end]) {
			end++
		}
		if line, ok := p.line(chars[start:end], start); ok {
			line.Broken = end < len(chars) && brokenHyphen(chars[end])
			if n := len(lines); n > 0 && lines[n-1].goesOn(&line) {
				lines[n-1].append(&line)
			} else {
				lines = append(lines, line)
			}
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

// goesOn reports whether next is the rest of l: pdfium ends a line behind a
// raised note mark. It stands on the same base line, a word's gap further on.
func (l *printedLine) goesOn(next *printedLine) bool {
	gap := next.X - l.Right
	return !l.Broken && math.Abs(l.Y-next.Y) < 0.5 && gap > -1 && gap < l.Size*0.6
}

// append adds next to the end of l.
func (l *printedLine) append(next *printedLine) {
	at := len(l.Text) + 1
	l.Text += " " + next.Text
	for _, s := range next.Spans {
		l.Spans = append(l.Spans, span{s.Start + at, s.End + at, s.Bold, s.Italic})
	}
	l.Right, l.Broken = next.Right, next.Broken
}

// measure finds where a line's first character stands on its base line, and
// where its last one ends.
func (p *pageReader) measure(line *printedLine, first, last int) {
	if origin, err := p.reader.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: p.text, Index: first}); err == nil {
		line.X, line.Y = origin.X, p.height-origin.Y
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
