package extract

import (
	"strconv"
	"strings"
)

// bytesPerLine is how much of a page makes a line at least, for most pages.
const bytesPerLine = 256

// maxNesting is below the depth at which the library refuses a page.
const maxNesting = 500

// stream reads a page from front to back by the rules by which HTML makes a
// tree, without the tree. It gives up, and sets odd, where those rules move what
// has been read already: formatting that is closed across blocks, words between
// the cells of a table, a second body, drawings.
type stream struct {
	in    tokens
	out   writer
	stack stack
	odd   bool
	front front
	// begun is set behind the doctype, or what comes in its place.
	begun bool
	// tables says whether a table ends a paragraph; none is not known.
	tables opinion
	// names are the kinds of this page, and styles the looks.
	names  map[string]*kind
	styles map[string]looks
	// hides counts the open elements that draw nothing.
	hides int
	// joins is set while the next text belongs to the node before it; ended behind
	// the end tag of the body.
	joins, ended bool
	// form is the place of the open form in the stack.
	form    int
	title   *string
	anchors anchors
}

// A form may be open, or be closed by something else than its own end tag:
// until that comes no other may begin.
const (
	noForm     = -1
	closedForm = 1 << 30
)

// readStream gives the document, nil where the page must be read by its tree.
func readStream(page, base string) *Document {
	s := &stream{in: tokens{page: page}, out: writer{room: len(page) / bytesPerLine}, tables: no, names: map[string]*kind{}, styles: map[string]looks{}, form: noForm}
	for s.in.next() && !s.odd {
		s.take()
	}
	s.closeLeniently(0)
	if s.odd || s.in.odd {
		return nil
	}
	return s.document(base)
}

func (s *stream) document(base string) *Document {
	doc := &Document{Format: HTML, Lines: s.out.lines}
	if s.title != nil {
		doc.Title = fold(*s.title)
	}
	doc.Links = links(s.anchors.document(), base)
	return doc
}

// take reads the token at hand.
func (s *stream) take() {
	switch s.in.token {
	case textToken:
		s.text(s.in.text())
	case startToken:
		s.start(s.kind())
	case endToken:
		s.end(s.kind())
	case commentToken:
		s.joins = s.joins && s.ended
	case doctypeToken:
		s.doctype()
	}
}

// kind is that of the tag at hand.
func (s *stream) kind() *kind {
	k := s.names[s.in.name]
	if k == nil {
		k = kindOf(lower(s.in.name))
		s.names[s.in.name] = k
	}
	return k
}

func (s *stream) text(text string) {
	if s.front < inBody {
		s.frontText(text)
		return
	}
	within := s.stack.top().within
	if between := within > outside && within < inCell; between || s.ended {
		words := strings.Trim(text, space) != ""
		s.odd = s.odd || between && words
		s.ended = s.ended && !words
	}
	s.put(text)
}

// put adds text to the element at hand. A preformatted one may begin with a line
// end that does not count.
func (s *stream) put(text string) {
	top := s.stack.top()
	if top.name == "pre" && !top.full {
		text = strings.TrimPrefix(text, "\n")
	}
	switch {
	case text == "":
		return
	case s.hides > 0:
	case s.joins:
		s.out.goOn(text)
	default:
		s.out.write(text)
	}
	top.full, s.joins = true, true
}

func (s *stream) start(k *kind) {
	if s.front < inBody && s.frontStart(k) {
		return
	}
	s.ended = s.ended && k.name == "html"
	for !s.odd {
		switch s.startInTable(k) {
		case done:
			return
		case pass:
			s.open(k)
			return
		}
	}
}

func (s *stream) end(k *kind) {
	if s.front < inBody && s.frontEnd(k) {
		return
	}
	s.ended = s.ended && k.name == "html"
	for !s.odd {
		switch s.endInTable(k) {
		case done:
			return
		case pass:
			s.close(k)
			return
		}
	}
}

// open reads a start tag in the body.
func (s *stream) open(k *kind) {
	switch k.opens {
	case plainly, asFormatting:
		s.push(s.element(k))
	case asVoid, asInput, asRule:
		s.openVoid(k)
	case asRaw:
		s.raw(k)
	case asWhole:
		s.openAgain(k)
	case asStray, asTabular:
	case asStrange:
		s.odd = true
	case asAnchor:
		s.endAnchor(k)
		s.push(s.element(k))
	case asButton, asForm, asSelect:
		s.openOnce(k)
	default:
		s.closeBefore(k)
		s.push(s.element(k))
	}
}

// openAgain reads a page or body that is open. It gives its attributes to the
// first, which has been read.
func (s *stream) openAgain(k *kind) {
	e := s.element(k)
	s.odd = s.odd || e != element{kind: k}
}

// openVoid reads an element without content.
func (s *stream) openVoid(k *kind) {
	switch {
	case k.opens == asInput:
		s.closeIf(s.stack.find(anyScope, "select"))
	case k.opens == asRule && s.stack.find(buttonScope, "p") >= 0:
		s.implied("p")
		s.closeIf(s.stack.find(anyScope, "p"))
	}
	if k.opens == asRule && s.stack.find(anyScope, "select") >= 0 {
		s.implied("")
	}
	s.void(k)
}

// openOnce reads an element that cannot stand in another of its kind.
func (s *stream) openOnce(k *kind) {
	switch {
	case k.opens == asForm && s.form != noForm:
	case k.opens == asForm:
		s.endParagraph()
		s.form = len(s.stack)
		s.push(s.element(k))
	case s.stack.find(noScope, k.name) >= 0:
		s.odd = true
	default:
		s.push(s.element(k))
	}
}

// closeBefore closes what a block, an item or an option ends.
func (s *stream) closeBefore(k *kind) {
	switch k.opens {
	case asItem:
		s.closeIf(s.stack.find(besideItems, "li"))
	case asTerm:
		s.closeIf(s.stack.find(besideItems, "dd", "dt"))
	case asOption, asGroup:
		s.endOption(k)
		return
	case asTable:
		s.endForTable()
		return
	}
	s.endParagraph()
	if k.opens == asHeading && s.stack.top().is&heading != 0 {
		s.closeTo(len(s.stack) - 1)
	}
}

func (s *stream) endParagraph() { s.closeIf(s.stack.find(buttonScope, "p")) }

// endForTable ends the paragraph before a table, as the doctype has it.
func (s *stream) endForTable() {
	switch s.tables {
	case yes:
		s.endParagraph()
	case none:
		s.odd = s.stack.find(buttonScope, "p") >= 0
	}
}

func (s *stream) endOption(k *kind) {
	switch chosen := s.stack.find(anyScope, "select") >= 0; {
	case chosen && k.opens == asOption:
		s.implied("optgroup")
	case chosen:
		s.implied("")
	case s.stack.top().name == "option":
		s.closeTo(len(s.stack) - 1)
	}
}

// close reads an end tag in the body.
func (s *stream) close(k *kind) {
	switch k.closes {
	case nearest:
		s.closeIf(s.stack.find(isSpecial, k.name))
	case inScope:
		if s.stack.find(anyScope, k.name) >= 0 {
			s.implied("")
			s.closeIf(s.stack.find(anyScope, k.name))
		}
	case ofFormatting:
		s.closeFormatting(k)
	case ofForm:
		s.closeForm()
	case ofParagraph:
		s.closeParagraph(k)
	case ofItem:
		s.closeIf(s.stack.find(itemScope, "li"))
	case ofTerm:
		s.closeIf(s.stack.find(anyScope, k.name))
	case ofHeading:
		s.closeIf(s.stack.find(anyScope, "h1", "h2", "h3", "h4", "h5", "h6"))
	case ofWhole:
		s.ended = s.stack.find(anyScope, "body") >= 0
	case ofBreak:
		s.void(k)
	case ofStrange:
		s.odd = true
	}
}

// closeFormatting closes a formatting element, and what is no block in it.
func (s *stream) closeFormatting(k *kind) {
	at := s.stack.find(cellScope, k.name)
	if at < 0 || s.stack.find(anyScope, k.name) < 0 {
		return
	}
	for i := at; i < len(s.stack); i++ {
		s.odd = s.odd || isSpecial(s.stack[i].kind)
	}
	if link := s.stack[at].link; link != nil {
		s.anchors.add(link, s.in.page[link.inside:s.in.begin])
		s.stack[at].link = nil
	}
	s.closeTo(at)
}

// endAnchor closes an anchor that is open before another begins.
func (s *stream) endAnchor(k *kind) {
	s.closeFormatting(k)
	s.odd = s.odd || s.stack.find(noScope, k.name) >= 0
}

func (s *stream) closeForm() {
	was := s.form
	s.form = noForm
	if was < 0 || s.stack.find(anyScope, "form") != was {
		return
	}
	s.implied("")
	s.odd = s.odd || len(s.stack) != was+1
	s.closeTo(was)
}

// closeParagraph closes a paragraph; where there is none it stands for an empty
// one.
func (s *stream) closeParagraph(k *kind) {
	if s.stack.find(buttonScope, "p") < 0 {
		s.push(element{kind: k})
	}
	s.endParagraph()
}

// implied closes elements on top whose end tag may be left out, but for a name.
func (s *stream) implied(but string) {
	for top := s.stack.top(); top.is&implied != 0 && top.name != but; top = s.stack.top() {
		s.closeTo(len(s.stack) - 1)
	}
}

// closeIf closes the element at a place and all in it, none at -1.
func (s *stream) closeIf(at int) {
	if at >= 0 {
		s.closeTo(at)
	}
}

// closeTo closes the element at a place. Formatting that is open in it would go
// on behind it.
func (s *stream) closeTo(at int) {
	for i := at + 1; i < len(s.stack); i++ {
		s.odd = s.odd || s.stack[i].is&formatting != 0
	}
	s.closeLeniently(at)
}

// closeLeniently closes the element at a place, behind which no formatting goes
// on.
func (s *stream) closeLeniently(at int) {
	for len(s.stack) > at {
		s.pop()
	}
	if s.form >= at && s.form < closedForm {
		s.form = closedForm
	}
	s.joins = false
}

func (s *stream) pop() {
	o := s.stack.top()
	s.odd = s.odd || o.link != nil || o.end > 0 && o.end != s.in.begin
	if o.drawn {
		s.out.close(o.kind, o.outer)
	} else {
		s.hides--
	}
	s.stack = s.stack[:len(s.stack)-1]
}

// push opens an element.
func (s *stream) push(e element) {
	o := open{element: e, within: e.part}
	if len(s.stack) > 0 {
		top := s.stack.top()
		top.full = true
		if e.part == outside {
			o.within = top.within
		}
	}
	s.odd = s.odd || len(s.stack) > maxNesting
	s.joins = false
	s.own(&o)
	if o.drawn = s.hides == 0 && !o.hidden(); o.drawn {
		o.outer = s.out.open(&o.element)
	} else {
		s.hides++
	}
	s.stack = append(s.stack, o)
}

// own notes what is particular to lists, anchors and note marks.
func (s *stream) own(o *open) {
	switch o.name {
	case "ol":
		s.list(o)
	case "li":
		s.item(o)
	case "a":
		if href, linked := s.in.attribute("href"); linked {
			o.link = &anchor{href, s.in.at}
		}
	case "sup":
		s.mark(o)
	}
}

func (s *stream) list(o *open) {
	o.numbering, _ = s.in.attribute("type")
	start, _ := s.in.attribute("start")
	o.count = 0
	if n, err := strconv.Atoi(start); err == nil {
		o.count = n - 1
	}
}

// item counts an item of its list.
func (s *stream) item(o *open) {
	list := s.stack.top()
	if list.name != "ol" {
		return
	}
	list.count++
	value, _ := s.in.attribute("value")
	if n, err := strconv.Atoi(value); err == nil {
		list.count = n
	}
	o.label = "(" + numeral(list.numbering, list.count) + ")"
}

// mark looks ahead into a raised text: whether it is a note mark decides what
// stands before it.
func (s *stream) mark(o *open) {
	rest := s.in.page[s.in.at:]
	end := strings.Index(lower(rest[:min(len(rest), 1000)]), "</sup")
	if end < 0 {
		s.odd = true
		return
	}
	text, ok := plain(rest[:end])
	s.odd = s.odd || !ok
	o.element.mark, o.end = isMark(text), s.in.at+end
}

// plain gives the words of a piece of a page that holds none but plain elements.
func plain(piece string) (string, bool) {
	var text strings.Builder
	in := tokens{page: piece}
	for in.next() {
		switch {
		case in.token == textToken:
			text.WriteString(in.text())
		case in.token == startToken && kindOf(lower(in.name)).opens > asFormatting:
			return "", false
		}
	}
	return text.String(), !in.odd
}

// void reads an element without content.
func (s *stream) void(k *kind) {
	s.stack.top().full, s.joins = true, false
	e := s.element(k)
	switch {
	case s.hides > 0 || e.hidden():
	case k.name == "br":
		s.out.lineBreak()
	case k.is&block != 0:
		s.out.close(k, s.out.open(&e))
	}
}

// raw reads an element in which no tag counts.
func (s *stream) raw(k *kind) {
	s.push(s.element(k))
	if text := s.rawText(k); text != "" {
		s.put(text)
	}
	s.closeTo(len(s.stack) - 1)
}

// rawText gives what stands in such an element, and goes to its end tag.
func (s *stream) rawText(k *kind) string {
	text := s.in.raw(k.name)
	s.in.next()
	if k.name == "title" || k.name == "textarea" {
		text = unescape(text)
	}
	if k.name == "title" && s.title == nil {
		s.title = &text
	}
	return text
}

// element makes one of the start tag at hand. Of attributes that repeat the
// first counts.
func (s *stream) element(k *kind) element {
	e := element{kind: k}
	align, hidden := "", false
	all := s.in.exact()
	for i := len(all) - 1; i >= 0; i-- {
		switch value := all[i].value; lower(all[i].key) {
		case "class":
			e.class = value
		case "id":
			e.id = value
		case "name":
			e.anchor = value
		case "style":
			e.looks = s.looks(value)
		case "align":
			align = value
		case "hidden":
			hidden = true
		}
	}
	e.looks.aligned(align)
	e.looks.hidden = e.looks.hidden || hidden
	return e
}

// looks keeps what a style says: word processors repeat theirs at every word.
func (s *stream) looks(style string) looks {
	l, known := s.styles[style]
	if !known {
		l = looksOf(style)
		s.styles[style] = l
	}
	return l
}
