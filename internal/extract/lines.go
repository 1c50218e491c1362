package extract

// Document is the text of one file as lines in reading order, with what a
// layout needs to tell headings from law: place, style and element.
type Document struct {
	Format Format
	// Name is the file's base name or the last part of its URL. Some
	// publishers encode the section number in it.
	Name string
	// URL is where the bytes came from; links are relative to it.
	URL string
	// Title is the document's own title (HTML title, PDF info); may be "".
	Title string
	Lines []Line
	// Links are all targets of anchors, absolute where URL is known, in the
	// order of the document; nil for other formats.
	Links []Link
	// Pages counts the pages of a PDF, else zero.
	Pages int
	// Doubts are reasons, in plain words, not to trust the text: pages without
	// a text layer, pages on which the two readers disagree.
	Doubts []string
	// DoubtfulPages are the page numbers behind Doubts.
	DoubtfulPages []int
	// OCR is the mean confidence, in (0, 1], of a text read from pictures; zero
	// for a text that the file itself holds.
	OCR float64
	// Dropped counts lines left out as running heads, feet, line numbers.
	Dropped int
}

// Format is the form of a file, told by its content and not by its name.
type Format string

// The formats that Pincite reads.
const (
	HTML Format = "html"
	PDF  Format = "pdf"
	RTF  Format = "rtf"
	Text Format = "text"
)

// Line is one block of text: a paragraph, heading, list item or table cell of
// an HTML or RTF file, or one printed line of a PDF or text file. Text is valid
// UTF-8 with white space folded to single blanks and no line break; it is never
// empty.
type Line struct {
	Text string
	// Number counts from 1 over the document's kept lines.
	Number int
	// Page counts from 1 in a PDF, else zero.
	Page int
	// Indent is the white space in characters before the text in the source
	// (no-break spaces count), where the format keeps it.
	Indent int
	// X and Y are the left edge and the distance from the page's top, in
	// points; Width is the printed width. Zero outside PDFs.
	X, Y, Width float64
	// Size is the prevailing font size in points; zero outside PDFs.
	Size float64
	// Runs are the stretches of one style, in order, covering Text.
	Runs []Run
	// Tag is the block element in lower case ("p", "h3", "li", "td"), "" outside
	// HTML. Class and ID are its own attributes.
	Tag, Class, ID string
	// Path holds the enclosing elements from the outermost, each as
	// "tag.class1.class2#id", without the block itself; nil outside HTML.
	Path []string
	// Label is the enumerator that the list numbering draws and the text does
	// not hold: "(a)" for the first item of <ol type="a">; else "".
	Label string
	// Depth counts the enclosing lists.
	Depth int
	// Breaks are the bytes of Text before which the source of an HTML page has
	// an empty line. A browser draws none; a page whose style keeps white space
	// has its paragraphs there.
	Breaks []int
	// Centered is the text centred on its page or in its block.
	Centered bool
	// Superscript note marks and the like are in Runs, never fused into words.
}

// Run is a stretch of a line in one style. Start and End are bytes of the
// line's Text.
type Run struct {
	Start, End  int
	Bold        bool
	Italic      bool
	Underline   bool
	Strike      bool
	Superscript bool
	// Class is the class of the innermost styled element, ID its id, and Tag
	// its name, such as "span" or "a"; "" outside HTML.
	Tag, Class, ID string
	Size           float64
}

// Link is the target and text of an anchor.
type Link struct {
	URL, Text string
}

// Bold reports whether all letters and digits of the line are bold.
func (l *Line) Bold() bool {
	if len(l.Runs) == 0 {
		return false
	}
	for _, run := range l.Runs {
		if !run.Bold && hasWord(l.Text[run.Start:run.End]) {
			return false
		}
	}
	return true
}

// hasWord reports whether s holds a letter or digit of any script.
func hasWord(s string) bool {
	for _, r := range s {
		if r > 0x2f && r != '.' && r != 0xa0 {
			return true
		}
	}
	return false
}

// Lead gives the text of the line's opening runs for which keep holds, up to
// the first run that holds a word and is not kept. It is the way to read
// "<b>156.530 Disposition.</b> (1) Any money".
func (l *Line) Lead(keep func(Run) bool) string {
	end := 0
	for _, run := range l.Runs {
		if !keep(run) && hasWord(l.Text[run.Start:run.End]) {
			break
		}
		end = run.End
	}
	return l.Text[:end]
}
