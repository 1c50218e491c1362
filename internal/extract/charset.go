package extract

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// decode gives the text of bytes as valid UTF-8 without control characters. The
// order is: byte order mark, valid UTF-8, HTTP header, meta element,
// windows-1252. Valid UTF-8 comes before what a page says of itself, since
// pages are re-encoded by servers that leave their meta element alone.
func decode(data []byte, contentType string) string {
	data, enc := chooseEncoding(data, contentType)
	if enc != nil {
		if decoded, err := enc.NewDecoder().Bytes(data); err == nil {
			data = decoded
		}
	}
	return scrub(string(unixLines(data)))
}

// unixLines makes line ends plain: the pages of old word processors hold a carriage
// return a line.
func unixLines(data []byte) []byte {
	at := bytes.IndexByte(data, '\r')
	if at < 0 {
		return data
	}
	plain := make([]byte, 0, len(data))
	for ; at >= 0; at = bytes.IndexByte(data, '\r') {
		plain = append(append(plain, data[:at]...), '\n')
		data = bytes.TrimPrefix(data[at+1:], []byte("\n"))
	}
	return append(plain, data...)
}

func chooseEncoding(data []byte, contentType string) ([]byte, encoding.Encoding) {
	if rest, marked := bytes.CutPrefix(data, []byte("\xef\xbb\xbf")); marked {
		return rest, nil
	}
	if bytes.HasPrefix(data, []byte{0xfe, 0xff}) || bytes.HasPrefix(data, []byte{0xff, 0xfe}) {
		enc, _, _ := charset.DetermineEncoding(data, contentType)
		return data, enc
	}
	if utf8.Valid(data) {
		return data, nil
	}
	if enc := named(contentType); enc != nil {
		return data, enc
	}
	if enc := named(metaCharset(data)); enc != nil {
		return data, enc
	}
	return data, charmap.Windows1252
}

// named gives the encoding that a label or content type names; nil for none,
// and for UTF-8, which the bytes have already shown not to be.
func named(label string) encoding.Encoding {
	if _, after, ok := strings.Cut(strings.ToLower(label), "charset="); ok {
		label = strings.Trim(after, ` "';`)
	} else if strings.Contains(label, "/") {
		return nil
	}
	enc, name := charset.Lookup(label)
	if name == "utf-8" {
		return nil
	}
	return enc
}

// metaCharset finds the charset of a meta element anywhere in the first 16 KB:
// some pages put it far behind the 1,024 bytes that browsers look at.
func metaCharset(data []byte) string {
	head := bytes.ToLower(data[:min(len(data), 16<<10)])
	for {
		at := bytes.Index(head, []byte("<meta"))
		if at < 0 {
			return ""
		}
		head = head[at+5:]
		end := bytes.IndexByte(head, '>')
		if end < 0 {
			return ""
		}
		if _, after, ok := bytes.Cut(head[:end], []byte("charset=")); ok {
			label := string(bytes.Trim(after, ` "'/;`))
			label, _, _ = strings.Cut(label, `"`)
			return strings.TrimSpace(label)
		}
	}
}

// scrub replaces what is not valid UTF-8 and drops control characters, C1
// included: they draw nothing, and a store or a report may act on them.
func scrub(s string) string {
	if clean(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	return strings.Map(kept, strings.ReplaceAll(s, "\r\n", "\n"))
}

// kept gives the character to keep for r, -1 for none.
func kept(r rune) rune {
	switch {
	case r == '\n' || r == '\t' || r == '\f':
		return r
	case r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085':
		return '\n'
	case r < 0x20 || r >= 0x7f && r < 0xa0 || r == '\ufeff' || r == '\u00ad':
		return -1
	}
	return r
}

// clean reports whether scrub would leave s as it is; most pages are.
func clean(s string) bool {
	for i := 0; i < len(s); {
		end := min(i+8, len(s))
		if end < i+8 || !plainEight(s[i:end]) {
			for ; i < end; i++ {
				if leadsDirt[s[i]] && dirty(s[i:]) {
					return false
				}
			}
		}
		i = end
	}
	return utf8.ValidString(s)
}

// plainEight reports whether eight bytes are printing ASCII: none has its highest
// bit set, is under a blank, or is the last of ASCII. It asks it of all at once.
func plainEight(s string) bool {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	eight := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	return (eight|(eight-' '*ones)|(eight+ones))&highs == 0
}

// dirty reports whether scrub would change the first character of s.
func dirty(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return kept(r) != r
}

// leadsDirt are the bytes with which characters begin that scrub drops or changes.
var leadsDirt = func() (leads [256]bool) {
	for r := range rune(0x10000) {
		if r != utf8.RuneError && kept(r) != r {
			leads[string(r)[0]] = true
		}
	}
	return leads
}()

// blank reports whether r is white space of any width.
func blank(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || r == '\n' || r == '\t' || r == '\f'
	}
	switch r {
	case '\u00a0', '\u202f', '\u205f', '\u3000', '\u200b':
		return true
	}
	return r >= '\u2000' && r <= '\u200a'
}

// fold makes each stretch of white space one blank, and trims.
func fold(s string) string {
	if words(s) == len(s) {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, blank), " ")
}

// valid is a guard for tests and for the store: the text may be kept.
func valid(s string) bool {
	return utf8.ValidString(s) && scrub(s) == s
}
