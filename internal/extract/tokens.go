package extract

import (
	"strings"

	"golang.org/x/net/html"
)

// token is what a piece of a page is.
type token int

const (
	textToken token = iota
	startToken
	endToken
	commentToken
	doctypeToken
)

// tokens cuts a page into text and tags. It knows the rules of HTML for what is
// whole; at a tag or comment that the page does not close it gives up, and odd
// is set.
type tokens struct {
	page string
	// The token at hand is page[begin:at].
	begin, at int
	token     token
	// name is that of a tag, as it is written; attributes are those of a start
	// tag.
	name       string
	attributes []attribute
	odd        bool
}

type attribute struct{ key, value string }

// next goes to the next token. It returns false at the end, and where it gives
// up.
func (t *tokens) next() bool {
	t.begin = t.at
	if t.at == len(t.page) || t.odd {
		return false
	}
	if t.at = t.markup(t.at); t.at > t.begin {
		t.token = textToken
		return true
	}
	end := t.tag(t.begin)
	t.odd = end < 0
	t.at = max(end, t.begin)
	return !t.odd
}

// markup is the place of the next tag, comment or declaration from at on.
func (t *tokens) markup(at int) int {
	for {
		lt := strings.IndexByte(t.page[at:], '<')
		if lt < 0 {
			return len(t.page)
		}
		at += lt
		if at+1 < len(t.page) && opensMarkup(t.page[at+1]) {
			return at
		}
		at++
	}
}

func opensMarkup(c byte) bool {
	return isTagLetter(c) || c == '/' || c == '!' || c == '?'
}

func isTagLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// tag reads the markup at a place and gives its end, -1 where there is none.
func (t *tokens) tag(at int) int {
	t.token, t.attributes = commentToken, t.attributes[:0]
	switch {
	case isTagLetter(t.page[at+1]):
		t.token = startToken
		return t.inside(at + 1)
	case t.page[at+1] == '!':
		return t.declaration(at + 2)
	case t.page[at+1] == '?':
		return t.until('>', at+1)
	case at+2 < len(t.page) && isTagLetter(t.page[at+2]):
		t.token = endToken
		end := t.inside(at + 2)
		t.attributes = t.attributes[:0]
		return end
	}
	return t.until('>', at+2)
}

// until is the place behind the next c, -1 where there is none.
func (t *tokens) until(c byte, at int) int {
	end := strings.IndexByte(t.page[min(at, len(t.page)):], c)
	if end < 0 {
		return -1
	}
	return at + end + 1
}

// declaration reads what begins with "<!".
func (t *tokens) declaration(at int) int {
	rest := t.page[at:]
	switch {
	case strings.HasPrefix(rest, "--"):
		return t.comment(at + 2)
	case len(rest) < len("DOCTYPE"):
		return -1
	case strings.EqualFold(rest[:len("DOCTYPE")], "DOCTYPE"):
		t.token = doctypeToken
	}
	return t.until('>', at)
}

// comment reads a comment from behind its opening.
func (t *tokens) comment(at int) int {
	rest := t.page[at:]
	if strings.HasPrefix(rest, ">") || strings.HasPrefix(rest, "->") {
		return t.until('>', at)
	}
	end := strings.Index(rest, "-->")
	if end < 0 || strings.Contains(rest[:end], "--!") {
		return -1
	}
	return at + end + len("-->")
}

// inside reads name and attributes of a tag.
func (t *tokens) inside(at int) int {
	end := at + 1
	for end < len(t.page) && !endsName[t.page[end]] {
		end++
	}
	t.name = t.page[at:end]
	for at = t.skip(end); at < len(t.page); at = t.skip(at) {
		if t.page[at] == '>' {
			return at + 1
		}
		if at = t.readAttribute(at); at < 0 {
			return -1
		}
	}
	return -1
}

// endsName are the characters that end the name of a tag or attribute.
var endsName = [256]bool{' ': true, '\n': true, '\r': true, '\t': true, '\f': true, '/': true, '>': true}

// endsValue are those that end a value without quotes.
var endsValue = [256]bool{' ': true, '\n': true, '\r': true, '\t': true, '\f': true, '>': true}

// skip is the place of the next character that is no white space.
func (t *tokens) skip(at int) int {
	for at < len(t.page) && t.page[at] != '>' && endsValue[t.page[at]] {
		at++
	}
	return at
}

// readAttribute reads one attribute. A sign of equality may begin its name.
func (t *tokens) readAttribute(at int) int {
	end := at
	for end < len(t.page) && !endsName[t.page[end]] && (t.page[end] != '=' || end == at) {
		end++
	}
	a := attribute{key: t.page[at:end]}
	next := t.skip(end)
	switch {
	case next >= len(t.page):
		return -1
	case t.page[next] == '/':
		next++
	case t.page[next] == '=':
		a.value, next = t.readValue(t.skip(next + 1))
	}
	if a.key != "" {
		t.attributes = append(t.attributes, a)
	}
	return next
}

// readValue reads the value at a place, in quotes or not, and gives its end.
func (t *tokens) readValue(at int) (string, int) {
	if at >= len(t.page) {
		return "", -1
	}
	if q := t.page[at]; q == '"' || q == '\'' {
		end := t.until(q, at+1)
		if end < 0 {
			return "", -1
		}
		return t.page[at+1 : end-1], end
	}
	end := at
	for end < len(t.page) && !endsValue[t.page[end]] {
		end++
	}
	return t.page[at:end], end
}

// exact gives the attributes with their character references read, for which it
// asks the library.
func (t *tokens) exact() []attribute {
	if len(t.attributes) == 0 || strings.IndexByte(t.page[t.begin:t.at], '&') < 0 {
		return t.attributes
	}
	tag := html.NewTokenizer(strings.NewReader(t.page[t.begin:t.at]))
	tag.Next()
	t.attributes = t.attributes[:0]
	for _, a := range tag.Token().Attr {
		t.attributes = append(t.attributes, attribute{a.Key, a.Val})
	}
	return t.attributes
}

// attribute is the value of the first attribute of that name.
func (t *tokens) attribute(name string) (value string, found bool) {
	for _, a := range t.exact() {
		if lower(a.key) == name {
			return a.value, true
		}
	}
	return "", false
}

// text is a text token with its character references read.
func (t *tokens) text() string {
	return unescape(t.page[t.begin:t.at])
}

func unescape(text string) string {
	if strings.IndexByte(text, '&') < 0 {
		return text
	}
	return html.UnescapeString(text)
}

// raw reads what stands in an element in which no tag counts, up to its end tag.
// The ways in which scripts hide an end tag are left to the library.
func (t *tokens) raw(name string) string {
	t.begin = t.at
	for from := t.at; ; {
		lt := strings.Index(t.page[from:], "</")
		if lt < 0 {
			t.odd = true
			return ""
		}
		from += lt + 2
		if end := from + len(name); end < len(t.page) && endsName[t.page[end]] && lower(t.page[from:end]) == name {
			t.at = from - 2
			break
		}
	}
	text := t.page[t.begin:t.at]
	t.odd = name == "script" && strings.Contains(text, "<!--")
	return text
}

// lower makes the letters of a name small, those of ASCII alone.
func lower(name string) string {
	for i := range len(name) {
		if c := name[i]; c >= 'A' && c <= 'Z' {
			return strings.Map(lowerRune, name)
		}
	}
	return name
}

func lowerRune(r rune) rune {
	if r >= 'A' && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}
