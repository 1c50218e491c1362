package scrapers

import (
	"strings"
	"unicode/utf8"
)

// The grammar of section numbers is shared: digits joined by hyphens, full stops
// and colons, with letters behind: 57-12C-6, 646A.604, 1798.199.10, 15-141.13v2,
// 715C.2, 28:9-102.

// number is a section number at the start of a text, after an optional sign.
const number = `\d+(?:[A-Z]{0,3}|[a-z])(?:[-.:]\d+(?:[A-Z]{0,3}\d{0,2}|[a-z]\d{1,3}))*(?:[-.:]\d+[A-Za-z]{0,2})?(?:v\d+)?`

var dashes = strings.NewReplacer("‐", "-", "‑", "-", "‒", "-", "–", "-", "—", "-", "−", "-")

// headed reads "§ 75-65. Catchline" and its kin: sign, number, catchline. A table of
// contents may print "75-65.Catchline".
var headed = atStart(`^(?:§+|Sec(?:tion|s)?\.?|Rule)?\s*\[?(` + number + `)\]?(?:\.?(?:\s+|$|:|,|\s*[-–—])|\.[A-Z\["“]).*$`)

// splitHeading gives number and catchline of a heading; ok is false where the
// text does not begin with a number.
func splitHeading(text string) (no, catchline string, ok bool) {
	m := headed.FindStringSubmatch(foldDashes(text))
	if m == nil {
		return "", "", false
	}
	no = m[1]
	if r := signedRange.FindStringSubmatch(text); r != nil {
		no = r[1]
	}
	_, rest, _ := strings.Cut(text, lastPart(text, no))
	return no, trimCatchline(rest), true
}

// signedRange is "§§ 42-44.": two numbers of a code whose numbers hold no hyphen. Behind
// one that does, another sign or word of a range follows: "§§ 75-5 through 75-7".
var signedRange = atStart(`^§§\s*(\d+[a-z]?)[-–]\d+[a-z]?\. [A-Z\[]`)

// foldDashes makes the dashes of the number plain and leaves the rest of the
// heading as it is: only the first word or two hold the number.
func foldDashes(text string) string {
	cut := min(len(text), 40)
	for cut < len(text) && text[cut]&0xc0 == 0x80 {
		cut++
	}
	if !strings.Contains(text[:cut], dashLead) {
		return text
	}
	return dashes.Replace(text[:cut]) + text[cut:]
}

// dashLead is the byte with which every dash begins.
const dashLead = "\xe2"

// lastPart finds the number as it is written in text.
func lastPart(text, no string) string {
	plain, _, _ := strings.Cut(text, dashLead)
	if strings.Contains(plain, no) {
		return no
	}
	for start := range text {
		if folded := dashes.Replace(text[start:]); strings.HasPrefix(folded, no) {
			end, plain := start, ""
			for plain != no && end < len(text) {
				end++
				for end < len(text) && text[end]&0xc0 == 0x80 {
					end++
				}
				plain = dashes.Replace(text[start:end])
			}
			return text[start:end]
		}
	}
	return no
}

// trimCatchline drops what parts a number from its catchline.
func trimCatchline(s string) string {
	s = strings.TrimLeft(s, "]")
	s = strings.TrimLeft(s, ". \u00a0")
	s = strings.TrimPrefix(s, ":")
	if dashedRange.MatchString(s) {
		return strings.TrimSpace(s)
	}
	return strings.TrimSpace(strings.TrimLeft(s, " –—-"))
}

// dashedRange is the end of a range behind a dash, "— 75-7.", which is no catchline yet.
var dashedRange = atStart(`^[-–—]\s*` + number + `[.,;]`)

// rangeTail reads "through 75-7", "to 6-1-606", "and 6-8-102", ", 75-30.1".
var rangeTail = atStart(`^(?:,|through|to|and|-|–|—)\s*(?:§+\s*)?` + number + `[.:]?\s*`)

// coversRange reports whether a heading speaks for several numbers.
func coversRange(catchline string) bool { return rangeTail.MatchString(catchline) }

// unfolded is the byte of text at which n bytes of its folded form end.
func unfolded(text string, n int) int {
	at := 0
	for n > 0 && at < len(text) {
		_, size := utf8.DecodeRuneInString(text[at:])
		n -= len(dashes.Replace(text[at : at+size]))
		at += size
	}
	return at
}
