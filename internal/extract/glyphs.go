package extract

import (
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium/requests"
)

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

// printable drops characters that no text holds.
func printable(r rune) rune {
	switch {
	case r == '\u00ad', r == '\ufffe', r == '\uffff', r < 0x20 && !blank(r), r >= 0x7f && r < 0xa0:
		return -1
	}
	return r
}
