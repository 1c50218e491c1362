package statute

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Section is the numbered unit of law, as one document printed it. Its JSON is
// a line of `pincite sections --format jsonl`.
type Section struct {
	Jurisdiction Jurisdiction `json:"jurisdiction"`
	// Number as the publisher writes it, with hyphens for dashes and without
	// section sign or closing full stop: "57-12C-6", "646A.604".
	Number string `json:"number"`
	// Occurrence counts, from 1, the sections of one document that carry the
	// same number: two versions in force by date stand side by side.
	Occurrence int `json:"occurrence"`
	// Catchline is the section's heading without its number; "" where the
	// publisher prints none.
	Catchline string `json:"catchline"`
	Status    Status `json:"status"`
	// Text is enacted text alone: white space folded, paragraphs by "\n".
	// History, notes and headings are never in it. It is "" for a stub.
	Text string `json:"text"`
	// History is the publisher's source note, "" where there is none.
	History string `json:"history"`
	// Hierarchy names what the section stands in, outermost first. Never nil
	// in JSON.
	Hierarchy []string `json:"hierarchy"`
	// EffectiveFrom and EffectiveUntil bound a version in time; zero: not said.
	EffectiveFrom  Date `json:"effective_from"`
	EffectiveUntil Date `json:"effective_until"`
	// Subsections are in the order of the text, outer before inner.
	Subsections []Subsection `json:"subsections"`
	// Page counts from 1 in a paged document; zero (null in JSON) elsewhere.
	Page PageNumber `json:"page"`
	// Line counts from 1: the line of the extracted document at which the
	// section's heading stands.
	Line int `json:"line"`
	// Notes are the publisher's annotations: kept, and never law.
	Notes []string `json:"notes,omitempty"`
	// RenumberedTo is the number at which a renumbered section now stands;
	// "" where it is not said.
	RenumberedTo string `json:"renumbered_to,omitempty"`
	// Confidence is in (0, 1]: how sure the parser is of this section's
	// bounds. Zero means the layout does not say.
	Confidence float64 `json:"confidence,omitempty"`
}

// Subsection is a labelled part of a section's text. Label is the full path
// from the section down, "(a)(1)" or "A(2)(b)", in the publisher's own
// enumerators. Start and End are bytes of Section.Text, End exclusive; an
// inner subsection lies wholly within its outer one.
type Subsection struct {
	Label string `json:"label"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Version is the identity of a section's words: "sha256:" and the hash of its
// enacted text and status. What two releases of the same words set differently
// is folded away before hashing, so a change of layout, of typography, of a
// history note or of an editor's date makes no new version.
func (s *Section) Version() string {
	words := appendWords(make([]byte, 0, len(s.Text)+len(s.Status)+2), s.Text)
	words = append(append(append(words, 0), s.Status...), 0)
	sum := sha256.Sum256(words)
	return "sha256:" + hex.EncodeToString(sum[:])
}

// FoldTypography gives the words of a text alone: its letters, digits, fractions
// and money, per-cent, section and comparison signs, and full stops and commas
// inside numbers. White
// space, quotes, dashes, brackets, rules of a form and the enumerators that open
// its paragraphs are what one publisher prints in two ways.
func FoldTypography(text string) string {
	return string(appendWords(make([]byte, 0, len(text)), text))
}

func appendWords(words []byte, text string) []byte {
	for paragraph := range strings.SplitSeq(text, "\n") {
		words = foldInto(words, paragraph[openingOf(paragraph):])
	}
	return words
}

// opening is the enumerators at the start of a paragraph: "(a)", "(2)(a)".
var opening = regexp.MustCompile(`^(?:\([0-9A-Za-z.-]{1,6}\)\s*)+`)

// openingOf is their length in bytes.
func openingOf(paragraph string) int {
	if !strings.HasPrefix(paragraph, "(") {
		return 0
	}
	return len(opening.FindString(paragraph))
}

// foldInto appends the words of a paragraph. Most of it is ASCII.
func foldInto(words []byte, text string) []byte {
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			if isWord[c] || (c == '.' || c == ',') && i > 0 && i+1 < len(text) && isDigit(text[i-1]) && isDigit(text[i+1]) {
				words = append(words, c)
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		switch spelt := spelt(r); {
		case spelt != "":
			words = foldInto(words, spelt)
		case unicode.IsNumber(r) || unicode.IsLetter(r) || unicode.Is(unicode.Sc, r) || strings.ContainsRune("§≤≥≠±×÷", r):
			words = append(words, text[i:i+size]...)
		}
		i += size
	}
	return words
}

// spelt gives a character that others print as several, or as a plain one, in that
// way: "½" as 1/2, "²" as 2, and the ligature "ﬁ" as fi; "" for all others.
func spelt(r rune) string {
	if !unicode.In(r, unicode.No, unicode.Nl) && (r < 0xfb00 || r > 0xfb06) {
		return ""
	}
	if plain := norm.NFKC.String(string(r)); plain != string(r) {
		return plain
	}
	return ""
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isWord tells the characters of ASCII that are words.
var isWord = func() (is [utf8.RuneSelf]bool) {
	for c := range is {
		b := byte(c)
		is[c] = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || isDigit(b) || b == '$' || b == '%'
	}
	return is
}()

// Key is the identity of a section within its jurisdiction over time.
func (s *Section) Key() Key { return Key{Number: s.Number, Occurrence: s.Occurrence} }

// Key names a section within a jurisdiction: its number and occurrence.
type Key struct {
	Number     string
	Occurrence int
}

// Date is a calendar day, "2006-01-02"; "" means not known, and is null in JSON.
type Date string

// MarshalJSON writes null for the empty date.
func (d Date) MarshalJSON() ([]byte, error) {
	if d == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(d))
}

// After reports whether d is known and lies after the day of t.
func (d Date) After(t time.Time) bool {
	return d != "" && string(d) > t.Format(time.DateOnly)
}

// PageNumber counts from 1; zero means the document has no pages, and is null
// in JSON.
type PageNumber int

// MarshalJSON writes null for zero.
func (p PageNumber) MarshalJSON() ([]byte, error) {
	if p == 0 {
		return []byte("null"), nil
	}
	return json.Marshal(int(p))
}
