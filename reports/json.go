package reports

import (
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/look"
)

var _ = add(Format{
	Name: "json", Extension: "json", About: "machines: the canonical report, as `pincite schema` describes it",
	Write: func(w io.Writer, r *finding.Report) error {
		encoded, err := json.MarshalIndent(r.Canonical(), "", " ")
		if err != nil {
			return fmt.Errorf("report %s as JSON: %w", r.Run, err)
		}
		_, err = w.Write(append(escapeHidden(encoded), '\n'))
		return err
	},
})

// escapeHidden writes characters that hide or reorder text as \uXXXX. They can
// stand only inside strings of JSON, so that a reader gets the same value and a
// person who opens the file sees them.
func escapeHidden(encoded []byte) []byte {
	var out []byte
	written := 0
	for i := 0; i < len(encoded); {
		if encoded[i] < 0x7f {
			i++
			continue
		}
		r, size := utf8.DecodeRune(encoded[i:])
		if look.Hides(r) {
			out = append(append(out, encoded[written:i]...), inASCII(r)...)
			written = i + size
		}
		i += size
	}
	if written == 0 {
		return encoded
	}
	return append(out, encoded[written:]...)
}

// inASCII is a character as JSON writes it in ASCII.
func inASCII(r rune) string {
	if r > 0xffff {
		return fmt.Sprintf(`\u%04x\u%04x`, 0xd800+(r-0x10000)>>10, 0xdc00+(r-0x10000)&0x3ff)
	}
	return fmt.Sprintf(`\u%04x`, r)
}
