package extract

import "strings"

// Within a table, tags open and close its parts.

// verdict is what became of a tag.
type verdict int

const (
	// pass: the rules of the body apply.
	pass verdict = iota
	done
	// again: a part of the table was opened or closed; the tag counts there.
	again
)

// startInTable reads a start tag by the part of a table that is open.
func (s *stream) startInTable(k *kind) verdict {
	switch within := s.stack.top().within; {
	case within == outside:
		return pass
	case within == inCell || within == inCaption:
		return s.startInCell(k)
	case within == inColumns:
		return s.startInColumns(k)
	case within == inRow && k.opens == asTabular:
		return s.startInRow(k)
	case within == inGroup && k.opens == asTabular:
		return s.startInGroup(k)
	case k.opens == asTabular:
		return s.startPart(k)
	}
	return s.startBetween(k)
}

func (s *stream) startInCell(k *kind) verdict {
	switch {
	case k.opens != asTabular:
		return pass
	case k.name == "th" && s.stack.top().within == inCaption:
		return done
	}
	s.closeCell()
	return again
}

// closeCell closes the cell or caption at hand, and the formatting in it.
func (s *stream) closeCell() {
	s.closeLeniently(s.stack.find(tableScope, "td", "th", "caption"))
}

func (s *stream) startInColumns(k *kind) verdict {
	if k.name == "col" {
		s.void(k)
		return done
	}
	return s.closePart()
}

// closePart closes the innermost part of a table, which stands on top.
func (s *stream) closePart() verdict {
	s.closeTo(len(s.stack) - 1)
	return again
}

func (s *stream) startInRow(k *kind) verdict {
	if k.part != inCell {
		return s.closePart()
	}
	s.push(s.element(k))
	return done
}

func (s *stream) startInGroup(k *kind) verdict {
	switch k.part {
	case inCell:
		return s.imply("tr")
	case inRow:
		s.push(s.element(k))
		return done
	}
	return s.closePart()
}

// startPart opens a part of the table itself.
func (s *stream) startPart(k *kind) verdict {
	switch k.part {
	case inCell, inRow:
		return s.imply("tbody")
	case outside:
		return s.imply("colgroup")
	}
	s.push(s.element(k))
	return done
}

// imply opens an element that no tag opens.
func (s *stream) imply(name string) verdict {
	s.push(element{kind: kinds[name]})
	return again
}

// startBetween reads what may stand between the parts of a table. Anything else
// is drawn before the table.
func (s *stream) startBetween(k *kind) verdict {
	kind, _ := s.in.attribute("type")
	switch {
	case k.name == "table":
		s.closeTo(s.stack.find(tableScope, "table"))
		return again
	case k.name == "script" || k.name == "style":
		s.raw(k)
	case k.name == "input" && strings.EqualFold(kind, "hidden"):
		s.void(k)
	case k.name == "form" && s.form == noForm:
		s.void(k)
		s.form = closedForm
	case k.name != "form":
		s.odd = true
	}
	return done
}

// endInTable reads an end tag by the part of a table that is open.
func (s *stream) endInTable(k *kind) verdict {
	within := s.stack.top().within
	structural := k.opens == asTabular || k.name == "table"
	switch {
	case within == outside || within >= inCell && !structural && k.closes != ofWhole:
		return pass
	case within >= inCell && structural:
		return s.endInCell(k)
	case within == inColumns:
		return s.endInColumns(k)
	case !structural:
		return s.endBetween(k)
	case within > inTable && s.endsPart(k, within):
		s.closeTo(len(s.stack) - 1)
		if k.part != within {
			return again
		}
	case within == inTable && k.name == "table":
		s.closeTo(s.stack.find(tableScope, "table"))
	}
	return done
}

// endsPart reports whether an end tag closes a row or a group of rows: its own,
// or that of what it stands in.
func (s *stream) endsPart(k *kind, within part) bool {
	if k.part == inColumns || k.part > within {
		return false
	}
	return s.stack.find(tableScope, k.name) >= 0
}

func (s *stream) endInCell(k *kind) verdict {
	top := s.stack.find(tableScope, "td", "th", "caption")
	switch own := s.stack[top].kind == k; {
	case own:
		s.closeLeniently(top)
		return done
	case k.part >= inCell || k.part == inColumns || k.part == outside:
		return done
	case s.stack[top].part == inCaption && k.name != "table" || s.stack.find(tableScope, k.name) < 0:
		return done
	}
	s.closeLeniently(top)
	return again
}

func (s *stream) endInColumns(k *kind) verdict {
	switch k.name {
	case "colgroup":
		s.closePart()
		return done
	case "col":
		return done
	}
	return s.closePart()
}

// endBetween reads an end tag of the body between the parts of a table: there
// is nothing that it could close.
func (s *stream) endBetween(k *kind) verdict {
	switch k.closes {
	case ofForm:
		s.form = noForm
	case ofParagraph, ofBreak, ofStrange:
		s.odd = true
	}
	return done
}
