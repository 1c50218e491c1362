package extract

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// element is what lines need to know of one element of a page.
type element struct {
	*kind
	class, id string
	// anchor is the name attribute, by which old pages give places an id.
	anchor string
	looks  looks
	// label is what the numbering of its list draws before an item.
	label string
	// mark is set on a raised text that is a note mark.
	mark bool
}

// hidden reports whether the element draws no text.
func (e *element) hidden() bool { return e.is&unseen != 0 || e.looks.hidden }

// name gives "tag.class1.class2#id".
func (e *element) title() string {
	if e.class == "" && e.id == "" {
		return e.name
	}
	s := e.name
	for class := range strings.FieldsSeq(e.class) {
		s += "." + class
	}
	if e.id != "" {
		s += "#" + e.id
	}
	return s
}

// box is an open block with what holds for all lines in it.
type box struct {
	element
	// path holds the titles of the blocks around it, inner its own as well; the
	// lines in it share them.
	path, inner            []string
	centered, preformatted bool
}

// writer makes lines of elements and text, which a reader of a page hands it in
// the order of the page.
type writer struct {
	lines []Line
	// room is how many lines are expected: growing copies them all.
	room  int
	boxes []box
	style Run
	lists int
	// label waits for the first line of its list item.
	label string
	// text, runs and indent are those of the line at hand; space is set where a
	// blank is owed; start is where the text node at hand began.
	text   []byte
	runs   runs
	indent int
	space  bool
	start  int
	// ends counts the line ends of the source since the last word; breaks are
	// the places of empty lines in text.
	ends   int
	breaks []int
}

// open enters an element that is seen, and gives the style to go back to behind
// it.
func (w *writer) open(e *element) Run {
	outer := w.style
	if e.is&block != 0 {
		w.openBlock(e)
		return outer
	}
	e.styles(&w.style)
	if e.mark {
		w.space = len(w.text) > 0
	}
	return outer
}

func (w *writer) openBlock(e *element) {
	w.flush()
	b := box{element: *e, preformatted: e.looks.preformatted || e.name == "pre", centered: e.looks.centered == yes || e.name == "center"}
	if last := w.box(); last != nil {
		b.path = last.within()
		b.preformatted = b.preformatted || last.preformatted
		b.centered = b.centered || e.looks.centered == none && last.centered
	}
	w.boxes = append(w.boxes, b)
	if e.is&list != 0 {
		w.lists++
	}
	if e.name == "li" {
		w.label = e.label
	}
}

// close leaves an element; outer is the style around it.
func (w *writer) close(k *kind, outer Run) {
	if k.is&block == 0 {
		w.style = outer
		return
	}
	w.flush()
	if k.is&list != 0 {
		w.lists--
	}
	w.boxes = w.boxes[:len(w.boxes)-1]
}

// box is the innermost open block, nil for none.
func (w *writer) box() *box {
	if len(w.boxes) == 0 {
		return nil
	}
	return &w.boxes[len(w.boxes)-1]
}

// within is the path of the blocks in b.
func (b *box) within() []string {
	if b.inner == nil {
		b.inner = slices.Concat(b.path, []string{b.title()})
	}
	return slices.Clip(b.inner)
}

// lineBreak ends the line, but in a heading it is a blank: a heading is one
// line however it is set.
func (w *writer) lineBreak() {
	if last := w.box(); last != nil && last.is&heading != 0 {
		w.space = true
		return
	}
	w.flush()
}

// styles changes a style to that within the element.
func (e *element) styles(style *Run) {
	switch e.name {
	case "b", "strong":
		style.Bold = true
	case "i", "em":
		style.Italic = true
	case "u", "ins":
		style.Underline = true
	case "s", "strike", "del":
		style.Strike = true
	case "sup":
		style.Superscript = true
	}
	if e.looks.bold != none {
		style.Bold = e.looks.bold == yes
	}
	style.Italic = style.Italic || e.looks.italic
	style.Tag, style.Class, style.ID = e.name, e.class, e.id
	if style.ID == "" {
		style.ID = e.anchor
	}
}

// write adds a text node. White space folds, but the width of what stands before
// the first word of a line is kept as its indent.
func (w *writer) write(text string) {
	w.start = len(w.text)
	w.goOn(text)
}

// goOn adds to the text node at hand.
func (w *writer) goOn(text string) {
	w.runs.reopen(w.start, len(w.text))
	last := w.box()
	kept := last != nil && last.preformatted
	for text != "" {
		if n := words(text); n > 0 {
			w.owed()
			w.text = append(w.text, text[:n]...)
			text = text[n:]
			continue
		}
		r, size := utf8.DecodeRuneInString(text)
		text = text[size:]
		if r == '\n' && kept {
			w.endRun()
			w.flush()
			w.start = 0
			continue
		}
		w.blank(r)
	}
	w.endRun()
}

// blank notes one character of white space.
func (w *writer) blank(r rune) {
	if len(w.text) == 0 && r != '\n' {
		w.indent++
	}
	w.space = len(w.text) > 0
	if r == '\n' {
		w.ends++
	}
}

// owed writes the blank that stands for white space before a word, and notes an
// empty line.
func (w *writer) owed() {
	if w.space {
		w.text = append(w.text, ' ')
		w.space = false
		if w.ends > 1 {
			w.breaks = append(w.breaks, len(w.text))
		}
	}
	w.ends = 0
}

// endRun ends the run of the text node at hand.
func (w *writer) endRun() {
	if len(w.text) == w.start {
		return
	}
	run := w.style
	run.Start, run.End = w.start, len(w.text)
	w.runs.add(run)
}

// flush ends the line at hand.
func (w *writer) flush() {
	if len(w.text) > 0 {
		if w.lines == nil {
			w.lines = make([]Line, 0, w.room)
		}
		w.lines = append(w.lines, w.line())
		w.label = ""
	}
	w.text = w.text[:0]
	w.indent, w.space = 0, false
	w.breaks, w.ends = nil, 0
}

func (w *writer) line() Line {
	l := Line{Text: string(w.text), Indent: w.indent, Runs: w.runs.take(), Label: w.label, Depth: w.lists, Breaks: w.breaks}
	if b := w.box(); b != nil {
		l.Tag, l.Class, l.ID = b.name, b.class, b.id
		l.Path = b.path
		l.Centered = b.centered
	}
	return l
}

// words gives the length of the words at the start of text that single blanks
// part: what may be taken as it is.
func words(text string) int {
	for i := 0; i < len(text); {
		i = plainWords(text, i)
		switch {
		case i == len(text):
		case text[i] == ' ' && i > 0 && letter(text[i+1:]) > 0:
			i++
		default:
			size := letter(text[i:])
			if size == 0 {
				return i
			}
			i += size
		}
	}
	return len(text)
}

// plainWords is the place from i on of the first blank that another may follow,
// or of a character that may be a blank. Its one question for each pair of bytes
// is almost always answered alike, which is what makes it fast.
func plainWords(text string, i int) int {
	this := signs[text[i]]
	if i == 0 && this == mayBlank {
		return 0
	}
	for ; i+1 < len(text); i++ {
		next := signs[text[i+1]]
		if this&next&mayBlank|this&mayBoth != 0 {
			return i
		}
		this = next
	}
	if this == 0 {
		return len(text)
	}
	return i
}

// letter is the length of the character that begins text, 0 for white space and
// at the end.
func letter(text string) int {
	if text == "" {
		return 0
	}
	if signs[text[0]] == 0 {
		return 1
	}
	if len(text) > 2 && text[:2] == "\xe2\x80" && text[2] > 0x8f && text[2] < 0xa8 {
		return 3 // a dash, a quotation mark and their like
	}
	r, size := utf8.DecodeRuneInString(text)
	if blank(r) {
		return 0
	}
	return size
}

// The signs of a byte: one that may begin a blank, and one that may begin a blank
// other than the plain one, or a letter.
const (
	mayBlank = 1 << iota
	mayBoth
)

var signs = func() (all [256]uint8) {
	for r := range rune(0x3001) {
		if blank(r) {
			all[string(r)[0]] = mayBlank | mayBoth
		}
	}
	all[' '] = mayBlank
	return all
}()

// runs are cut from long pieces: a page has tens of thousands.
type runs struct {
	all  []Run
	from int
}

func (r *runs) add(run Run) {
	if len(r.all) == cap(r.all) {
		r.all = append(make([]Run, 0, max(256, 2*(len(r.all)-r.from))), r.all[r.from:]...)
		r.from = 0
	}
	r.all = append(r.all, run)
}

// reopen takes back the last run if it is that from start to end.
func (r *runs) reopen(start, end int) {
	if last := len(r.all) - 1; start < end && last >= r.from && r.all[last].Start == start && r.all[last].End == end {
		r.all = r.all[:last]
	}
}

// take gives the runs of a line.
func (r *runs) take() []Run {
	taken := r.all[r.from:len(r.all):len(r.all)]
	r.from = len(r.all)
	return taken
}
