package extract

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// readTree reads a page of any make: the library builds its tree, as a browser
// does, and the lines are those of a walk through it.
func readTree(page, base string) (*Document, error) {
	tree, err := goquery.NewDocumentFromReader(strings.NewReader(page))
	if err != nil {
		return nil, err
	}
	w := &walker{}
	for _, root := range tree.Nodes {
		w.walk(root)
	}
	w.flush()
	return &Document{
		Format: HTML, Lines: w.lines,
		Title: fold(tree.Find("title").First().Text()),
		Links: links(tree, base),
	}, nil
}

// walker hands the nodes of a tree to the writer of lines.
type walker struct{ writer }

func (w *walker) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.write(n.Data)
	case html.ElementNode:
		w.element(n)
	case html.DocumentNode:
		w.children(n)
	}
}

func (w *walker) children(n *html.Node) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		w.walk(child)
	}
}

func (w *walker) element(n *html.Node) {
	e := elementOf(n)
	switch {
	case e.hidden():
	case e.name == "br":
		w.lineBreak()
	default:
		outer := w.open(&e)
		w.children(n)
		w.close(e.kind, outer)
	}
}

func elementOf(n *html.Node) element {
	e := element{kind: kindOf(n.Data), class: attr(n, "class"), id: attr(n, "id"), anchor: attr(n, "name"), looks: looksOf(attr(n, "style"))}
	e.looks.aligned(attr(n, "align"))
	e.looks.hidden = e.looks.hidden || has(n, "hidden")
	switch e.name {
	case "li":
		e.label = enumerator(n)
	case "sup":
		e.mark = isMark(textOf(n))
	}
	return e
}

// isMark tells a note mark from the raised letters of an ordinal number.
func isMark(text string) bool {
	text = strings.TrimSpace(text)
	return text != "" && strings.Trim(text, "0123456789*†‡[]") == ""
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var all strings.Builder
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		all.WriteString(textOf(child))
	}
	return all.String()
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}
