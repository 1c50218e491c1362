package scrapers

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// A measure is a bill or an act: an enacting clause, sections that count from
// 1, and signatures. What stands before the clause is title and summary.

// enacting is the clause, which ends in a colon, or goes on in the next line.
var enacting = atStart(`(?i)^(?:[0-9]{1,2} )?(?:be it (?:hereby )?enacted by the (?:people|legislature|general assembly)\b.*|it is hereby enacted by the general assembly\b.*|the people of the state of [a-z ]+, represented in senate and assem.*)$`)

// enactedAt is the index of the enacting clause, -1 where there is none. A code
// may prescribe the clause's words, but between quotation marks.
func enactedAt(doc *extract.Document) int {
	if doc.Format != extract.PDF && doc.Format != extract.Text {
		return -1
	}
	for i := range opening(doc) {
		text := doc.Lines[i].Text
		if enacting.MatchString(text) && (strings.HasSuffix(text, ":") || i+1 < len(doc.Lines) && strings.HasSuffix(doc.Lines[i+1].Text, ":")) {
			return i
		}
	}
	return -1
}

// opening gives the first lines of a document, in which its publisher is told:
// a long code need not be searched to its end for what it is not.
func opening(doc *extract.Document) []extract.Line {
	return doc.Lines[:min(len(doc.Lines), 600)]
}

// parseMeasure reads the sections of a bill or act.
func parseMeasure(doc *extract.Document, j statute.Jurisdiction, kind statute.Kind, name string) (statute.Document, error) {
	at := enactedAt(doc)
	if at < 0 {
		return statute.Document{}, fmt.Errorf("it has no enacting clause: it is neither a bill nor an act of these publishers")
	}
	plain := unnumbered(doc)
	plain.Lines = cited(plain.Lines)
	m := &enactment{name: name, brackets: !vermont.MatchString(doc.Lines[at].Text), captions: captions(plain)}
	d := assemble(plain, j, true, m.line)
	d.Kind = kind
	if d.Title == "" {
		d.Title = name
	}
	for i := range d.Sections { // a section that repeals the code is not repealed
		s := &d.Sections[i]
		s.Status, s.RenumberedTo, s.EffectiveFrom, s.EffectiveUntil = statute.InForce, "", "", ""
	}
	return d, nil
}

// amended is the number of a section of the code that a measure amends, before
// that section's first enumerator: "646A.578. (1) A controller shall:".
var amended = atStart(`^(?:Sec\. )?[0-9]+[A-Z]?(?:\.[0-9]+)?\. \(`)

// cited gives such a number a line of its own, so that the enumerator begins a
// paragraph.
func cited(lines []extract.Line) []extract.Line {
	all := make([]extract.Line, 0, len(lines))
	for _, l := range lines {
		if found := amended.FindString(l.Text); found != "" {
			number := l
			number.Text, number.Runs = strings.TrimSuffix(found, " ("), nil
			cut(&l, len(number.Text)+1)
			all = append(all, number)
		}
		all = append(all, l)
	}
	return all
}

// enactment is a bill or act as far as it was read.
type enactment struct {
	name string
	// brackets tells whether words in brackets are struck; open counts those
	// that a line leaves open.
	brackets bool
	open     int
	// captions are the lines, by number, that head groups of sections.
	captions map[int]bool
	// begun is set by the enacting clause, named when the measure's name was
	// entered, signed behind the last section.
	begun, named, signed bool
	last                 string
}

func (m *enactment) line(l *extract.Line) mark {
	switch {
	case m.signed || measureFurniture.MatchString(l.Text):
		return mark{role: skipped}
	case !m.begun:
		return m.front(l)
	case measureEnd.MatchString(l.Text):
		m.signed = true
		return mark{role: skipped}
	}
	return m.body(l)
}

// front waits for the enacting clause and its colon.
func (m *enactment) front(l *extract.Line) mark {
	clause := enacting.MatchString(l.Text) || m.named
	m.begun = clause && strings.HasSuffix(l.Text, ":")
	if clause && !m.named {
		m.named = true
		return mark{role: place1, level: 1, text: m.name}
	}
	return mark{role: skipped}
}

// measureFurniture are heads, feet and explanations of pages.
var measureFurniture = atStart(`^(?:OREGON LAWS [0-9]{4} Chap\. [0-9]+|Chap\. [0-9]+ OREGON LAWS [0-9]{4}|Enrolled (?:Senate|House) Bill .* Page [0-9]+|NOTE: Matter in boldfaced type.*|New sections are in boldfaced type\.|LC [0-9]+|[SH]B [0-9]+(?:-[A-Z])?|EXPLANATION--Matter in italics.*|\[ ?\] is old law to be omitted\.|LBD[0-9]{5}-[0-9]{2}-[0-9]|[SA]\. [0-9]+(?:--[A-Z])? [0-9]+|No\. [A-Z]?-?[0-9]+ Page [0-9]+ of [0-9]+|VT LEG #.*)$`)

// measureEnd opens what follows the last section.
var measureEnd = atStart(`^(?:Approved by the Governor\b|Passed by (?:House|Senate)\b|Repassed by\b|Filed in (?:the )?[Oo]ffice of Secretary|Date Governor signed bill)`)

// measureSection opens a section: "SECTION 2.", "Section 1.", "Sec. 2a.", "§ 2."
var measureSection = atStart(`^(?:SECTION|Section|Sec\.|§) ([0-9]+[a-z]?(?:-[a-z])?)\.\s*(.*)$`)

func (m *enactment) body(l *extract.Line) mark {
	if s := measureSection.FindStringSubmatch(l.Text); s != nil && follows(m.last, s[1]) {
		m.last, m.open = s[1], 0
		catchline, text := capitals(m.unstruck(s[2]))
		return mark{role: heading, number: s[1], catchline: catchline, text: text}
	}
	if m.captions[l.Number] {
		return mark{role: place1, level: 4, text: l.Text, joins: m.captions[l.Number-1]}
	}
	if text := spaced.Replace(m.unstruck(l.InForce())); text != "" {
		return mark{role: law, text: text}
	}
	return mark{role: skipped}
}

// captions finds the lines in bold capitals right before a section. New matter is
// bold too, and its own headings in capitals stand before no section of the
// measure.
func captions(doc *extract.Document) map[int]bool {
	found, before := map[int]bool{}, false
	for i := len(doc.Lines) - 1; i >= 0; i-- {
		l := &doc.Lines[i]
		before = before && l.Bold() && isUpper(l.Text)
		if before {
			found[l.Number] = true
		}
		before = before || strings.HasPrefix(l.Text, "SECTION ")
	}
	return found
}

// follows reports whether a number comes next after the last of the measure.
// Sections of the code within it open alike and count otherwise: "§ 604." in
// section 1, "Sec. 28." in section 1.
func follows(last, no string) bool {
	n, _ := strconv.Atoi(leadingDigits(no))
	before, _ := strconv.Atoi(leadingDigits(last))
	return n == before+1 || n == before && no != last && last != ""
}

// capitals parts a title in capitals from the text of its section: Vermont's
// "Sec. 3. EFFECTIVE DATE".
func capitals(text string) (catchline, rest string) {
	if isUpper(text) && len(text) > 3 {
		return text, ""
	}
	return "", text
}

// unstruck leaves out what stands in brackets, over as many lines as they take.
func (m *enactment) unstruck(text string) string {
	if !m.brackets || m.open == 0 && !strings.Contains(text, "[") {
		return text
	}
	var kept strings.Builder
	for _, r := range text {
		switch {
		case r == '[':
			m.open++
		case r == ']' && m.open > 0:
			m.open--
		case m.open == 0:
			kept.WriteRune(r)
		}
	}
	return spaced.Replace(strings.Join(strings.Fields(kept.String()), " "))
}

var spaced = strings.NewReplacer(" ,", ",", " ;", ";", " .", ".")
