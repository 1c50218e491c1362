package extract

// In the body of a page, tags open and close elements by the kind of each.

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
