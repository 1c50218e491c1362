package answer

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHTML turns a page into the text form, in Markdown's marks, and reads
// that: the answer's Text is what a reader of the page sees.
func readHTML(name, text string) (draft, error) {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return draft{}, fmt.Errorf("answer %s: the HTML cannot be read: %w: save the words of the page as .txt", shown(name), err)
	}
	p := page{}
	p.walk(body(root))
	p.endLine()
	return readText(strings.TrimLeft(p.out.String(), "\n")), nil
}

// maxDepth bounds the nesting that is read: no page nests deeper, and hostile
// ones do.
const maxDepth = 200

// page writes the text form of a page.
type page struct {
	out strings.Builder
	// line is the line begun; prefix stands before it: "- ", "## ".
	line   strings.Builder
	prefix string
	depth  int
	lists  []list
	// inItem keeps a paragraph in a list item or cell on the item's line.
	inItem bool
}

// list is an open <ul> or <ol>.
type list struct {
	numbered bool
	count    int
}

// body is where the answer stands: main or article where there is one alone.
func body(root *html.Node) *html.Node {
	for _, want := range []atom.Atom{atom.Main, atom.Article, atom.Body} {
		var found []*html.Node
		for n := range root.Descendants() {
			if n.Type == html.ElementNode && n.DataAtom == want {
				found = append(found, n)
			}
		}
		if len(found) == 1 {
			return found[0]
		}
	}
	return root
}

func (p *page) walk(n *html.Node) {
	if p.depth++; p.depth <= maxDepth {
		switch n.Type {
		case html.TextNode:
			p.text(n.Data)
		case html.ElementNode, html.DocumentNode:
			p.element(n)
		}
	}
	p.depth--
}

func (p *page) children(n *html.Node) {
	for child := range n.ChildNodes() {
		p.walk(child)
	}
}

// element writes one element in Markdown's marks. Scripts, navigation and forms
// are no part of the answer.
func (p *page) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Nav, atom.Footer, atom.Form, atom.Button, atom.Svg, atom.Head, atom.Iframe:
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		p.block(n, strings.Repeat("#", int(n.Data[1]-'0'))+" ")
	case atom.Ul, atom.Ol:
		p.list(n)
	case atom.Li:
		p.item(n)
	case atom.Table:
		p.table(n)
	case atom.Blockquote:
		p.block(n, "> ")
	case atom.B, atom.Strong:
		p.bold(n)
	case atom.Br:
		p.breakLine()
	case atom.Hr:
		p.block(n, "")
	default:
		p.inline(n)
	}
}

// inline writes an element that is a block of its own or part of its parent's.
func (p *page) inline(n *html.Node) {
	if !isBlock(n) {
		p.children(n)
		return
	}
	if p.inItem {
		p.text(" ")
		p.children(n)
		p.text(" ")
		return
	}
	p.block(n, p.prefix)
}

func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Body, atom.Html, atom.Header, atom.Aside, atom.Dl, atom.Dt, atom.Dd,
		atom.Figure, atom.Figcaption, atom.Address, atom.Pre, atom.Details, atom.Summary:
		return true
	}
	return false
}

// block writes an element on lines of its own.
func (p *page) block(n *html.Node, prefix string) {
	p.endLine()
	outer := p.prefix
	p.prefix = prefix
	p.children(n)
	p.endLine()
	p.prefix = outer
	p.out.WriteByte('\n')
}

func (p *page) list(n *html.Node) {
	p.endLine()
	outer := p.inItem
	p.lists = append(p.lists, list{numbered: n.DataAtom == atom.Ol})
	p.inItem = false
	p.children(n)
	p.endLine()
	p.lists = p.lists[:len(p.lists)-1]
	p.inItem = outer
	if len(p.lists) == 0 {
		p.out.WriteByte('\n')
	}
}

func (p *page) item(n *html.Node) {
	p.endLine()
	outerPrefix, outerItem := p.prefix, p.inItem
	mark := "- "
	if depth := len(p.lists); depth > 0 {
		l := &p.lists[depth-1]
		if l.count++; l.numbered {
			mark = fmt.Sprintf("%d. ", l.count)
		}
		mark = strings.Repeat("  ", depth-1) + mark
	}
	p.prefix, p.inItem = mark, true
	p.children(n)
	p.endLine()
	p.prefix, p.inItem = outerPrefix, outerItem
}

// table writes rows as Markdown does; a first row of th cells is its head.
func (p *page) table(n *html.Node) {
	p.endLine()
	outerPrefix, outerItem := p.prefix, p.inItem
	p.prefix, p.inItem = "", true
	for row := range n.Descendants() {
		if row.Type == html.ElementNode && row.DataAtom == atom.Tr {
			p.row(row)
		}
	}
	p.prefix, p.inItem = outerPrefix, outerItem
	p.out.WriteByte('\n')
}

func (p *page) row(row *html.Node) {
	cells, heads := 0, 0
	for cell := range row.ChildNodes() {
		if cell.Type != html.ElementNode || cell.DataAtom != atom.Td && cell.DataAtom != atom.Th {
			continue
		}
		if cells++; cell.DataAtom == atom.Th {
			heads++
		}
		p.line.WriteString("| ")
		p.children(cell)
		p.text(" ")
	}
	if cells == 0 {
		return
	}
	p.line.WriteString("|")
	p.endLine()
	if heads == cells {
		p.out.WriteString(strings.Repeat("|---", cells) + "|\n")
	}
}

// bold keeps the mark of a run-in head: bold at the start of a line.
func (p *page) bold(n *html.Node) {
	if strings.TrimSpace(p.line.String()) != "" || strings.HasPrefix(p.prefix, "#") {
		p.children(n)
		return
	}
	p.line.WriteString("**")
	at := p.line.Len()
	p.children(n)
	inner := p.line.String()
	p.line.Reset()
	p.line.WriteString(strings.TrimRight(inner, " "))
	if p.line.Len() > at {
		p.line.WriteString("**")
		if strings.HasSuffix(inner, " ") {
			p.line.WriteByte(' ')
		}
		return
	}
	p.line.Reset()
	p.line.WriteString(inner[:at-2])
}

func (p *page) breakLine() {
	if p.inItem {
		p.text(" ")
		return
	}
	p.endLine()
}

// text adds words to the line, white space folded.
func (p *page) text(s string) {
	for i, field := range strings.Fields(s) {
		if i > 0 || startsWithSpace(s) {
			p.space()
		}
		p.line.WriteString(field)
	}
	if s != "" && strings.TrimRight(s, " \t\r\n\u00a0") != s {
		p.space()
	}
}

func startsWithSpace(s string) bool { return strings.TrimLeft(s, " \t\r\n\u00a0") != s }

func (p *page) space() {
	if written := p.line.String(); written != "" && !strings.HasSuffix(written, " ") {
		p.line.WriteByte(' ')
	}
}

// endLine writes the line begun, if there is one.
func (p *page) endLine() {
	if words := strings.TrimSpace(p.line.String()); words != "" {
		p.out.WriteString(p.prefix + words + "\n")
		if p.inItem && strings.TrimSpace(p.prefix) != "" {
			p.prefix = strings.Repeat(" ", len(p.prefix))
		}
	}
	p.line.Reset()
}
