package compare

import (
	"strings"

	"github.com/pincite/pincite/internal/answer"
)

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

// shown gives words of the section as a finding shows them.
func (x *Comparison) shown(s answer.Span) string {
	return Shorten(x.Text.Text[s.Start:s.End], 160)
}
