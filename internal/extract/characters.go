package extract

import (
	"bytes"
	"fmt"

	"github.com/ledongthuc/pdf"
)

// pageCharacters is the text of one page as the second reader sees it: its
// characters are right and its spaces are not. Failed says why a page could not
// be read.
type pageCharacters struct {
	Text   string
	Failed string
}

// readCharacters reads every page with ledongthuc/pdf.
func readCharacters(data []byte) ([]pageCharacters, error) {
	reader, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	count := reader.NumPage()
	if count > maxPages {
		return nil, fmt.Errorf("it has %d pages, more than %d", count, maxPages)
	}
	pages := make([]pageCharacters, count)
	for i := range pages {
		pages[i] = characters(reader, i+1)
	}
	return pages, nil
}

// characters reads one page; the library panics on some.
func characters(reader *pdf.Reader, number int) (page pageCharacters) {
	defer func() {
		if fault := recover(); fault != nil {
			page = pageCharacters{Failed: fmt.Sprint(fault)}
		}
	}()
	text, err := reader.Page(number).GetPlainText(nil)
	if err != nil {
		return pageCharacters{Failed: err.Error()}
	}
	return pageCharacters{Text: text}
}
