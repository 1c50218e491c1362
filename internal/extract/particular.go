package extract

import (
	"strconv"
	"strings"
)

// Lists count their items, anchors have an address, and of raised texts some are
// note marks: what is particular to an element is noted when it opens.

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
	kind, _ := s.in.attribute("type")
	class, _ := s.in.attribute("class")
	o.numbering = listStyle(kind, class)
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
