package extract

import "strings"

// looks are what the style of an element says of its text.
type looks struct {
	hidden, preformatted, italic bool
	// bold and centered may be said, denied, or left open.
	bold, centered opinion
}

// opinion is that of an element; one that has none leaves it to those around it.
type opinion int8

const (
	none opinion = iota
	yes
	no
)

// looksOf reads a style attribute. Its names and values are told apart by plain
// search: no value of one property holds the name of another.
func looksOf(style string) looks {
	if style == "" {
		return looks{}
	}
	tight := strings.ReplaceAll(style, " ", "")
	css := strings.ToLower(tight)
	l := looks{
		hidden:       strings.Contains(tight, "display:none"),
		preformatted: strings.Contains(tight, "white-space:pre"),
		italic:       strings.Contains(css, "font-style:italic"),
	}
	switch {
	case strings.Contains(css, "font-weight:bold"), strings.Contains(css, "font-weight:700"):
		l.bold = yes
	case strings.Contains(css, "font-weight:normal"):
		l.bold = no
	}
	switch {
	case strings.Contains(css, "text-align:center"):
		l.centered = yes
	case strings.Contains(css, "text-align:"):
		l.centered = no
	}
	return l
}

// aligned adds what an align attribute says: centred where either says so.
func (l *looks) aligned(align string) {
	switch {
	case strings.EqualFold(align, "center"):
		l.centered = yes
	case align != "" && l.centered == none:
		l.centered = no
	}
}
