package statute

import (
	"fmt"
	"strconv"
	"strings"
)

// Ref is a marker's target, written [d.s]: section Section of source Document.
// Both count from 1; the zero Ref means "none".
type Ref struct {
	Document int
	Section  int
}

// ParseRef reads "d.s" without brackets. It refuses anything that is not two
// positive decimal numbers joined by one full stop.
func ParseRef(s string) (Ref, error) {
	d, sec, ok := strings.Cut(s, ".")
	if !ok {
		return Ref{}, fmt.Errorf("ref %q: want document.section, such as 1.2", s)
	}
	document, err := ordinal(d)
	if err != nil {
		return Ref{}, fmt.Errorf("ref %q: document: %w", s, err)
	}
	section, err := ordinal(sec)
	if err != nil {
		return Ref{}, fmt.Errorf("ref %q: section: %w", s, err)
	}
	return Ref{Document: document, Section: section}, nil
}

// ordinal reads a number from 1 upwards, with no sign, space or leading zero.
func ordinal(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || strconv.Itoa(n) != s {
		return 0, fmt.Errorf("%q is not a number from 1 upwards", s)
	}
	return n, nil
}

// IsZero reports whether r names nothing.
func (r Ref) IsZero() bool { return r == Ref{} }

// Less orders refs by document, then section.
func (r Ref) Less(other Ref) bool {
	if r.Document != other.Document {
		return r.Document < other.Document
	}
	return r.Section < other.Section
}

// String gives "d.s", or "" for the zero Ref.
func (r Ref) String() string {
	if r.IsZero() {
		return ""
	}
	return strconv.Itoa(r.Document) + "." + strconv.Itoa(r.Section)
}

// MarshalText gives "d.s", or an empty text for the zero Ref.
func (r Ref) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what MarshalText gives.
func (r *Ref) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*r = Ref{}
		return nil
	}
	ref, err := ParseRef(string(text))
	if err != nil {
		return err
	}
	*r = ref
	return nil
}
