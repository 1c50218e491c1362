package extract

import (
	"strconv"
	"strings"
)

// withoutHidden takes the character references out of a page that name what draws
// nothing, "&#1;" or "&shy;": decoded, they would stand in the law's text as the
// characters do that scrub drops.
func withoutHidden(page string) string {
	if !strings.Contains(page, "&#") && !strings.Contains(page, "&shy;") {
		return page
	}
	var b strings.Builder
	from := 0
	for at := 0; ; {
		next := strings.IndexByte(page[at:], '&')
		if next < 0 {
			break
		}
		at += next
		if n := hiddenReference(page[at:min(len(page), at+longestReference)]); n > 0 {
			b.WriteString(page[from:at])
			from = at + n
		}
		at++
	}
	if from == 0 {
		return page
	}
	return b.String() + page[from:]
}

// longestReference is as much of a page as one reference is looked for in.
const longestReference = 14

// hiddenReference is the length of the reference that s begins with, if it names
// what draws nothing; else 0. References from 128 to 159 are those of Windows, as a
// browser reads them.
func hiddenReference(s string) int {
	if strings.HasPrefix(s, "&shy;") {
		return len("&shy;")
	}
	digits, ok := strings.CutPrefix(s, "&#")
	if !ok {
		return 0
	}
	base := 10
	if len(digits) > 0 && digits[0]|0x20 == 'x' {
		base, digits = 16, digits[1:]
	}
	n := 0
	for n < len(digits) && digit(digits[n], base) {
		n++
	}
	code, err := strconv.ParseUint(digits[:n], base, 32)
	if err != nil || code == 0 || code >= 0x80 && code < 0xa0 || kept(rune(code)) >= 0 {
		return 0
	}
	end := len(s) - len(digits) + n
	if end < len(s) && s[end] == ';' {
		end++
	}
	return end
}

func digit(c byte, base int) bool {
	return c >= '0' && c <= '9' || base == 16 && c|0x20 >= 'a' && c|0x20 <= 'f'
}
