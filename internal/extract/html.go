package extract

import (
	"net/url"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// readHTML makes a line of each block of text: paragraph, heading, list item,
// table cell, and stretch between line breaks. A page whose tags stand in order
// is read as it comes; the tree of any other is built first. Both give the same
// lines.
func readHTML(file File) (*Document, error) {
	page := withoutHidden(decode(file.Data, file.ContentType))
	if doc := readStream(page, file.URL); doc != nil {
		return doc, nil
	}
	doc, err := readTree(page, file.URL)
	if err != nil {
		return nil, &Unreadable{file.Name, "not-a-document", err.Error(), "look at the file: it is not HTML"}
	}
	return doc, nil
}

// links lists the targets of anchors. A relative target without a base stays as
// it is.
func links(page *goquery.Document, base string) []Link {
	from, _ := url.Parse(base)
	var found []Link
	page.Find("a[href]").Each(func(_ int, a *goquery.Selection) {
		target, err := url.Parse(strings.TrimSpace(a.AttrOr("href", "")))
		if err != nil {
			return
		}
		if from != nil && base != "" {
			target = from.ResolveReference(target)
		}
		found = append(found, Link{URL: target.String(), Text: fold(a.Text())})
	})
	return found
}
