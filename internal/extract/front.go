package extract

import "strings"

// front is how far a page has come before its body.
type front int

const (
	atStart front = iota
	beforeHead
	inHead
	behindHead
	inBody
)

// space is what HTML takes for white space: a no-break space is none.
const space = " \t\n\f\r"

// doctype notes whether a table ends a paragraph, which depends on it.
func (s *stream) doctype() {
	if s.begun {
		return
	}
	s.begun, s.tables = true, none
	said := s.in.page[s.in.begin+len("<!DOCTYPE") : s.in.at-1]
	if strings.Trim(said, space) == "html" {
		s.tables = yes
	}
}

// frontText begins the body at the first word.
func (s *stream) frontText(text string) {
	if text = strings.TrimLeft(text, space); text != "" {
		s.enter(inBody)
		s.put(text)
	}
}

// enter goes on to a part of the page and opens what no tag has opened.
func (s *stream) enter(part front) {
	s.begun = true
	if s.front == atStart {
		s.push(element{kind: kinds["html"]})
	}
	if part == inBody {
		s.push(element{kind: kinds["body"]})
	}
	s.front = max(s.front, part)
}

// frontStart reads a start tag before the body, and reports whether it belongs
// there.
func (s *stream) frontStart(k *kind) bool {
	switch k.name {
	case "html":
		s.openPage(k)
	case "head", "base", "basefont", "bgsound", "link", "meta":
		s.enter(inHead)
	case "title", "script", "style", "noframes":
		s.enter(inHead)
		s.rawText(k)
	case "body":
		s.enter(behindHead)
		s.push(s.element(k))
		s.front = inBody
	default:
		return s.frontNoscript(k)
	}
	return true
}

// frontNoscript reads one that stands in the head; anything else begins the body.
func (s *stream) frontNoscript(k *kind) bool {
	if k.name == "noscript" && s.front < behindHead {
		s.enter(inHead)
		s.rawText(k)
		return true
	}
	s.enter(inBody)
	return false
}

// openPage opens the page, or reads it where it is opened again.
func (s *stream) openPage(k *kind) {
	if s.front > atStart {
		s.openAgain(k)
		return
	}
	s.begun, s.front = true, beforeHead
	s.push(s.element(k))
}

// frontEnd reads an end tag before the body, and reports whether it belongs
// there.
func (s *stream) frontEnd(k *kind) bool {
	s.begun = true
	switch k.name {
	case "head":
		s.enter(behindHead)
	case "body", "html", "br":
		s.enter(inBody)
		return false
	}
	return true
}
