package extract

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// anchor is one with an address, whose content begins at inside.
type anchor struct {
	href   string
	inside int
}

// anchors are those of a page, in their order, as a page of their own.
type anchors struct{ body html.Node }

// add takes an anchor and its content as it is written.
func (a *anchors) add(link *anchor, content string) {
	node := &html.Node{Type: html.ElementNode, DataAtom: atom.A, Data: "a", Attr: []html.Attribute{{Key: "href", Val: link.href}}}
	a.body.AppendChild(node)
	for _, child := range inner(content) {
		node.AppendChild(child)
	}
}

// inner makes nodes of the content of an anchor. Most hold words alone; the
// library reads the others.
func inner(content string) []*html.Node {
	if !strings.Contains(content, "<") {
		return []*html.Node{{Type: html.TextNode, Data: unescape(content)}}
	}
	within := &html.Node{Type: html.ElementNode, DataAtom: atom.Body, Data: "body"}
	nodes, err := html.ParseFragment(strings.NewReader(content), within)
	if err != nil {
		return nil // the reader has refused what is nested so deeply
	}
	return nodes
}

// document is the page of anchors.
func (a *anchors) document() *goquery.Document {
	return goquery.NewDocumentFromNode(&a.body)
}
