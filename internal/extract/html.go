package extract

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHTML makes a line of each block of text: paragraph, heading, list item,
// table cell, and stretch between line breaks.
func readHTML(file File) (*Document, error) {
	root, err := html.Parse(strings.NewReader(decode(file.Data, file.ContentType)))
	if err != nil {
		return nil, &Unreadable{file.Name, "not-a-document", err.Error(), "look at the file: it is not HTML"}
	}
	page := goquery.NewDocumentFromNode(root)
	w := &walker{}
	w.walk(root)
	w.flush()
	return &Document{
		Format: HTML, Lines: w.lines,
		Title: fold(page.Find("title").First().Text()),
		Links: links(page, file.URL),
	}, nil
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

// walker collects text into lines as it goes through the tree.
type walker struct {
	lines  []Line
	path   []string
	blocks []*html.Node
	style  Run
	lists  int
	// label waits for the first line of its list item.
	label string
	// text, runs and indent are those of the line at hand; space is set where a
	// blank is owed.
	text   strings.Builder
	runs   []Run
	indent int
	space  bool
	// ends counts the line ends of the source since the last word; breaks are
	// the places of empty lines in text.
	ends   int
	breaks []int
}

func (w *walker) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.write(n)
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
	switch {
	case unseen(n):
		return
	case n.DataAtom == atom.Br:
		w.lineBreak()
	case blocks[n.DataAtom]:
		w.block(n)
	default:
		w.inline(n)
	}
}

// unseen tells elements that draw no text.
func unseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Head, atom.Template, atom.Svg, atom.Noscript, atom.Iframe, atom.Select, atom.Textarea:
		return true
	}
	return strings.Contains(strings.ReplaceAll(attr(n, "style"), " ", ""), "display:none") || has(n, "hidden")
}

// lineBreak ends the line, but in a heading it is a blank: a heading is one
// line however it is set.
func (w *walker) lineBreak() {
	if len(w.blocks) > 0 && heading(w.blocks[len(w.blocks)-1]) {
		w.space = true
		return
	}
	w.flush()
}

func heading(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

func (w *walker) block(n *html.Node) {
	w.flush()
	w.path, w.blocks = append(w.path, name(n)), append(w.blocks, n)
	list := n.DataAtom == atom.Ol || n.DataAtom == atom.Ul
	if list {
		w.lists++
	}
	if n.DataAtom == atom.Li {
		w.label = enumerator(n)
	}
	w.children(n)
	w.flush()
	if list {
		w.lists--
	}
	w.path, w.blocks = w.path[:len(w.path)-1], w.blocks[:len(w.blocks)-1]
}

// inline goes through an element that styles its text.
func (w *walker) inline(n *html.Node) {
	outer := w.style
	w.style = styled(outer, n)
	if n.DataAtom == atom.Sup && note(n) {
		w.space = w.text.Len() > 0
	}
	w.children(n)
	w.style = outer
}

// note tells a note mark from the raised letters of an ordinal number.
func note(n *html.Node) bool {
	text := strings.TrimSpace(textOf(n))
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

// styled gives the style within element n.
func styled(style Run, n *html.Node) Run {
	css := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	switch n.DataAtom {
	case atom.B, atom.Strong:
		style.Bold = true
	case atom.I, atom.Em:
		style.Italic = true
	case atom.U, atom.Ins:
		style.Underline = true
	case atom.S, atom.Strike, atom.Del:
		style.Strike = true
	case atom.Sup:
		style.Superscript = true
	}
	switch {
	case strings.Contains(css, "font-weight:bold"), strings.Contains(css, "font-weight:700"):
		style.Bold = true
	case strings.Contains(css, "font-weight:normal"):
		style.Bold = false
	}
	style.Italic = style.Italic || strings.Contains(css, "font-style:italic")
	style.Tag, style.Class, style.ID = n.Data, attr(n, "class"), attr(n, "id")
	if style.ID == "" {
		style.ID = attr(n, "name")
	}
	return style
}

// write adds a text node. White space folds, but the width of what stands before
// the first word of a line is kept as its indent.
func (w *walker) write(n *html.Node) {
	kept := w.preformatted()
	start := w.text.Len()
	for rest := n.Data; rest != ""; {
		if word := leadingWord(rest); word != "" {
			w.owed()
			w.text.WriteString(word)
			rest = rest[len(word):]
			continue
		}
		r, size := utf8.DecodeRuneInString(rest)
		rest = rest[size:]
		if r == '\n' && kept {
			w.close(start)
			w.flush()
			start = 0
			continue
		}
		w.blank(r)
	}
	w.close(start)
}

// blank notes one character of white space.
func (w *walker) blank(r rune) {
	if w.text.Len() == 0 && r != '\n' {
		w.indent++
	}
	w.space = w.text.Len() > 0
	if r == '\n' {
		w.ends++
	}
}

// leadingWord is s up to its first white space.
func leadingWord(s string) string {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if blank(rune(c)) {
				return s[:i]
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if blank(r) {
			return s[:i]
		}
		i += size
	}
	return s
}

// owed writes the blank that stands for white space before a word, and notes an
// empty line.
func (w *walker) owed() {
	if w.space {
		w.text.WriteByte(' ')
		w.space = false
		if w.ends > 1 {
			w.breaks = append(w.breaks, w.text.Len())
		}
	}
	w.ends = 0
}

// close ends a run that began at start.
func (w *walker) close(start int) {
	if w.text.Len() == start {
		return
	}
	run := w.style
	run.Start, run.End = start, w.text.Len()
	w.runs = append(w.runs, run)
}

// preformatted reports whether line breaks of the source are drawn here.
func (w *walker) preformatted() bool {
	for _, n := range w.blocks {
		if n.DataAtom == atom.Pre || strings.Contains(strings.ReplaceAll(attr(n, "style"), " ", ""), "white-space:pre") {
			return true
		}
	}
	return false
}

// flush ends the line at hand.
func (w *walker) flush() {
	if w.text.Len() > 0 {
		w.lines = append(w.lines, w.line())
		w.label = ""
	}
	w.text.Reset()
	w.runs, w.indent, w.space = nil, 0, false
	w.breaks, w.ends = nil, 0
}

func (w *walker) line() Line {
	l := Line{Text: w.text.String(), Indent: w.indent, Runs: w.runs, Label: w.label, Depth: w.lists, Breaks: w.breaks}
	if last := len(w.blocks) - 1; last >= 0 {
		n := w.blocks[last]
		l.Tag, l.Class, l.ID = n.Data, attr(n, "class"), attr(n, "id")
		l.Path = append([]string(nil), w.path[:last]...)
		l.Centered = centered(w.blocks)
	}
	return l
}

// centered looks at the block and what it stands in.
func centered(blocks []*html.Node) bool {
	for i := len(blocks) - 1; i >= 0; i-- {
		n := blocks[i]
		css := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
		switch {
		case n.DataAtom == atom.Center, strings.EqualFold(attr(n, "align"), "center"), strings.Contains(css, "text-align:center"):
			return true
		case attr(n, "align") != "" || strings.Contains(css, "text-align:"):
			return false
		}
	}
	return false
}

// name gives "tag.class1.class2#id".
func name(n *html.Node) string {
	s := n.Data
	for _, class := range strings.Fields(attr(n, "class")) {
		s += "." + class
	}
	if id := attr(n, "id"); id != "" {
		s += "#" + id
	}
	return s
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

// blocks are the elements that begin a line of their own.
var blocks = map[atom.Atom]bool{
	atom.Html: true, atom.Body: true, atom.P: true, atom.Div: true, atom.Center: true, atom.Pre: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Ul: true, atom.Ol: true, atom.Li: true, atom.Dl: true, atom.Dt: true, atom.Dd: true,
	atom.Table: true, atom.Thead: true, atom.Tbody: true, atom.Tfoot: true, atom.Tr: true, atom.Td: true, atom.Th: true, atom.Caption: true,
	atom.Section: true, atom.Article: true, atom.Aside: true, atom.Nav: true, atom.Main: true,
	atom.Header: true, atom.Footer: true, atom.Address: true, atom.Blockquote: true, atom.Form: true,
	atom.Fieldset: true, atom.Figure: true, atom.Figcaption: true, atom.Hr: true, atom.Details: true, atom.Summary: true,
}
