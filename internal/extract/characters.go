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
	return readEach(data, characters)
}

// readEach opens a PDF with ledongthuc/pdf and reads every page of it in its order.
func readEach[P any](data []byte, read func(pdf.Page) P) ([]P, error) {
	reader, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	leaves, err := pageTree(reader.Trailer().Key("Root").Key("Pages"))
	if err != nil {
		return nil, err
	}
	pages := make([]P, len(leaves))
	for i := range leaves {
		pages[i] = read(leaves[i])
	}
	return pages, nil
}

// maxDepth bounds the page tree: a hostile one may lead back to itself.
const maxDepth = 64

// pageTree lists the leaves of the page tree in one walk. The library's own way
// to a page walks from the root each time.
func pageTree(root pdf.Value) ([]pdf.Page, error) {
	var leaves []pdf.Page
	var walk func(node pdf.Value, depth int) error
	walk = func(node pdf.Value, depth int) error {
		kids := node.Key("Kids")
		if kids.Kind() != pdf.Array {
			leaves = append(leaves, pdf.Page{V: node})
		}
		if depth > maxDepth || len(leaves) > maxPages {
			return fmt.Errorf("its page tree is deeper than %d or has more than %d pages", maxDepth, maxPages)
		}
		for i := range kids.Len() {
			if err := walk(kids.Index(i), depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	err := walk(root, 0)
	return leaves, err
}

// characters reads one page; the library panics on some.
func characters(leaf pdf.Page) (page pageCharacters) {
	defer func() {
		if fault := recover(); fault != nil {
			page = pageCharacters{Failed: fmt.Sprint(fault)}
		}
	}()
	text, err := leaf.GetPlainText(nil)
	if err != nil {
		return pageCharacters{Failed: err.Error()}
	}
	return pageCharacters{Text: text}
}
