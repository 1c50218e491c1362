package compare

import "strings"

// Shorten cuts a text at a blank, with an ellipsis where it was cut.
func Shorten(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) <= n {
		return s
	}
	at := strings.LastIndexByte(s[:n], ' ')
	if at < n/2 {
		at = n
		for at > 0 && s[at]&0xc0 == 0x80 {
			at--
		}
	}
	return s[:at] + " …"
}
