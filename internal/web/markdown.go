package web

import (
	"regexp"
	"strings"
)

// block is a piece of a rule's page. Its texts are never HTML: the template
// escapes them.
type block struct {
	// Kind is "h1", "h2", "h3", "p", "ul" or "code".
	Kind string
	// Items are the points of a list, else the one text.
	Items []inline
}

// inline is a text in its runs.
type inline []textRun

// textRun is a stretch of plain text, of code, or the name of a rule that has a
// page.
type textRun struct {
	Text       string
	Code, Rule bool
}

var point = regexp.MustCompile(`^\s*[-*]\s+`)

// markdown reads the little that the rules' pages use: headings, paragraphs,
// lists, fenced code, `code` and links between rules. Everything else is text.
func markdown(page string) []block {
	var m markdownReader
	for line := range strings.Lines(page) {
		m.read(strings.TrimRight(line, "\r\n"))
	}
	m.end()
	return m.blocks
}

// markdownReader gathers the lines of one block at a time.
type markdownReader struct {
	blocks []block
	kind   string
	lines  []string
}

func (m *markdownReader) read(line string) {
	fence := strings.HasPrefix(line, "```")
	switch {
	case m.kind == "code" && fence:
		m.end()
	case m.kind == "code":
		m.lines = append(m.lines, line)
	case fence:
		m.start("code")
	case strings.HasPrefix(line, "#"):
		m.heading(line)
	case strings.TrimSpace(line) == "":
		m.end()
	case point.MatchString(line):
		if m.kind != "ul" {
			m.start("ul")
		}
		m.lines = append(m.lines, point.ReplaceAllString(line, ""))
	default:
		m.text(strings.TrimSpace(line))
	}
}

func (m *markdownReader) start(kind string) {
	m.end()
	m.kind = kind
}

// heading keeps two depths: the page has one heading of its own above them.
func (m *markdownReader) heading(line string) {
	text := strings.TrimLeft(line, "#")
	kinds := map[int]string{1: "h1", 2: "h2"}
	kind, known := kinds[len(line)-len(text)]
	if !known {
		kind = "h3"
	}
	m.start(kind)
	m.lines = []string{strings.TrimSpace(text)}
	m.end()
}

// text goes on with a paragraph or with the last point of a list.
func (m *markdownReader) text(line string) {
	if m.kind == "ul" {
		m.lines[len(m.lines)-1] += " " + line
		return
	}
	m.kind = "p"
	m.lines = append(m.lines, line)
}

func (m *markdownReader) end() {
	b := block{Kind: m.kind}
	switch {
	case m.kind == "":
		return
	case m.kind == "code":
		b.Items = []inline{{{Text: strings.Join(m.lines, "\n")}}}
	case m.kind == "ul":
		for _, line := range m.lines {
			b.Items = append(b.Items, runsOf(line))
		}
	default:
		b.Items = []inline{runsOf(strings.Join(m.lines, " "))}
	}
	m.blocks, m.kind, m.lines = append(m.blocks, b), "", nil
}

var marks = regexp.MustCompile("`[^`]+`|\\[[a-z-]+\\]\\([a-z_]+\\.md\\)")

// runsOf parts a line at `code` and at links to other rules' pages. Every other
// sign stands for itself.
func runsOf(line string) inline {
	var out inline
	at := 0
	for _, m := range marks.FindAllStringIndex(line, -1) {
		if m[0] > at {
			out = append(out, textRun{Text: line[at:m[0]]})
		}
		out = append(out, runOf(line[m[0]:m[1]]))
		at = m[1]
	}
	if at < len(line) {
		out = append(out, textRun{Text: line[at:]})
	}
	return out
}

func runOf(marked string) textRun {
	if code, ok := strings.CutPrefix(marked, "`"); ok {
		return textRun{Text: strings.TrimSuffix(code, "`"), Code: true}
	}
	name, _, _ := strings.Cut(marked[1:], "]")
	return textRun{Text: name, Rule: true}
}
