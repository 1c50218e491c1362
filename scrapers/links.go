package scrapers

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/extract"
)

// pages picks the links whose address without query's fragment matches, each
// once and in the order of the page. The page itself is never among them.
func pages(doc *extract.Document, like *regexp.Regexp) []string {
	seen := map[string]bool{bare(doc.URL): true}
	var found []string
	for _, link := range doc.Links {
		target := bare(link.URL)
		if target == "" || seen[target] || !like.MatchString(target) {
			continue
		}
		seen[target] = true
		found = append(found, target)
	}
	return found
}

// bare is an address without its fragment: a place in a page is no other page.
func bare(url string) string {
	target, _, _ := strings.Cut(url, "#")
	return target
}
