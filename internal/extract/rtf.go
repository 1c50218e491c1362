package extract

import (
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// readRTF makes a line of each paragraph. It knows the part of RTF that holds
// text and style; pictures, tables of fonts and fields' instructions are skipped.
func readRTF(file File) (*Document, error) {
	r := &rtf{data: file.Data, state: rtfState{skip: 1}}
	r.run()
	r.paragraph()
	if r.depth > 0 {
		return nil, &Unreadable{file.Name, "truncated", "its last groups are not closed", "fetch it again: the download may have been cut off"}
	}
	return &Document{Format: RTF, Lines: r.lines}, nil
}

// rtfState is what a group inherits and restores.
type rtfState struct {
	style  Run
	hidden bool
	// skip is how many fallback characters follow a \u.
	skip int
}

type rtf struct {
	data   []byte
	at     int
	depth  int
	state  rtfState
	stack  []rtfState
	owed   int // fallback characters still to skip
	center bool
	indent int

	lines []Line
	text  strings.Builder
	runs  []Run
	space bool
}

func (r *rtf) run() {
	for r.at < len(r.data) {
		c := r.data[r.at]
		r.at++
		switch c {
		case '{':
			r.depth++
			r.stack = append(r.stack, r.state)
		case '}':
			r.close()
		case '\\':
			r.control()
		case '\r', '\n':
		default:
			r.literal(rune(c))
		}
	}
}

func (r *rtf) close() {
	if n := len(r.stack); n > 0 {
		r.state, r.stack = r.stack[n-1], r.stack[:n-1]
		r.depth--
	}
	r.owed = 0
}

// control reads what follows a backslash: a symbol, a hex byte or a word.
func (r *rtf) control() {
	if r.at >= len(r.data) {
		return
	}
	c := r.data[r.at]
	if isLetter(c) {
		r.word()
		return
	}
	r.at++
	switch c {
	case '\'':
		r.hex()
	case '~':
		r.write('\u00a0')
	case '_':
		r.write('-')
	case '*':
		r.state.hidden = true
	case '\\', '{', '}':
		r.literal(rune(c))
	case '\r', '\n':
		r.paragraph()
	}
}

// hex writes a byte of windows-1252.
func (r *rtf) hex() {
	if r.at+2 > len(r.data) {
		r.at = len(r.data)
		return
	}
	n, err := strconv.ParseUint(string(r.data[r.at:r.at+2]), 16, 8)
	r.at += 2
	if err == nil {
		r.literal(charmap.Windows1252.DecodeByte(byte(n)))
	}
}

// word reads a control word with its number and the blank that ends it.
func (r *rtf) word() {
	start := r.at
	for r.at < len(r.data) && isLetter(r.data[r.at]) {
		r.at++
	}
	name := string(r.data[start:r.at])
	start = r.at
	if r.at < len(r.data) && r.data[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.data) && r.data[r.at] >= '0' && r.data[r.at] <= '9' {
		r.at++
	}
	number, err := strconv.Atoi(string(r.data[start:r.at]))
	if r.at < len(r.data) && r.data[r.at] == ' ' {
		r.at++
	}
	r.obey(name, number, err == nil)
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// obey does what a control word says.
func (r *rtf) obey(name string, n int, numbered bool) {
	on := !numbered || n != 0
	switch name {
	case "par", "line", "sect", "page", "row", "cell":
		r.paragraph()
	case "pard":
		r.center, r.indent = false, 0
	case "qc":
		r.center = true
	case "li", "fi":
		r.indent += n / 120
	case "plain":
		r.state.style = Run{}
	case "b":
		r.state.style.Bold = on
	case "i":
		r.state.style.Italic = on
	case "ul":
		r.state.style.Underline = on
	case "ulnone":
		r.state.style.Underline = false
	case "strike":
		r.state.style.Strike = on
	case "super":
		r.state.style.Superscript = on
	case "nosupersub":
		r.state.style.Superscript = false
	case "v":
		r.state.hidden = on
	case "uc":
		r.state.skip = n
	case "u":
		r.unicode(n)
	case "bin":
		r.at = min(len(r.data), r.at+max(n, 0))
	default:
		r.sign(name)
	}
}

// sign writes the characters that have words, and hides destinations.
func (r *rtf) sign(name string) {
	if text, ok := rtfSigns[name]; ok {
		for _, c := range text {
			r.write(c)
		}
	}
	if rtfHidden[name] {
		r.state.hidden = true
	}
}

var rtfSigns = map[string]string{
	"tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
	"bullet": "•", "emspace": "\u2003", "enspace": "\u2002",
}

var rtfHidden = map[string]bool{
	"fonttbl": true, "colortbl": true, "stylesheet": true, "info": true, "pict": true, "header": true, "footer": true,
	"headerl": true, "headerr": true, "headerf": true, "footerl": true, "footerr": true, "footerf": true, "fldinst": true,
	"listtable": true, "listoverridetable": true, "rsidtbl": true, "generator": true, "themedata": true, "xmlnstbl": true,
	"latentstyles": true, "datastore": true, "object": true, "footnote": true,
}

// unicode writes a \u character; its fallback is skipped.
func (r *rtf) unicode(n int) {
	if n < 0 {
		n += 65536
	}
	r.write(rune(n))
	r.owed = r.state.skip
}

// literal writes a character of the file itself, or skips a fallback.
func (r *rtf) literal(c rune) {
	if r.owed > 0 {
		r.owed--
		return
	}
	r.write(c)
}

func (r *rtf) write(c rune) {
	if r.state.hidden {
		return
	}
	if blank(c) {
		if r.text.Len() == 0 {
			r.indent++
		}
		r.space = r.text.Len() > 0
		return
	}
	start := r.text.Len()
	if r.space {
		r.text.WriteByte(' ')
		r.space = false
	}
	r.text.WriteRune(c)
	r.extend(start)
}

// extend adds to the last run or begins one.
func (r *rtf) extend(start int) {
	style := r.state.style
	if n := len(r.runs); n > 0 {
		last := r.runs[n-1]
		last.Start, last.End = 0, 0
		if last == style {
			r.runs[n-1].End = r.text.Len()
			return
		}
	}
	style.Start, style.End = start, r.text.Len()
	r.runs = append(r.runs, style)
}

// paragraph ends the line at hand.
func (r *rtf) paragraph() {
	if text := scrub(r.text.String()); fold(text) != "" && text == r.text.String() {
		r.lines = append(r.lines, Line{Text: text, Runs: r.runs, Indent: r.indent, Centered: r.center})
	} else if fold(text) != "" {
		r.lines = append(r.lines, Line{Text: fold(text), Runs: []Run{{End: len(fold(text))}}, Indent: r.indent, Centered: r.center})
	}
	r.text.Reset()
	r.runs, r.space = nil, false
}
