package extract

import "strings"

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
