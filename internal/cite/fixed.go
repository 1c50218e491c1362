package cite

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/statute"
)

// fixed is a form whose words stand in a known order, so that one expression
// reads it whole.
type fixed struct {
	expression   *regexp.Regexp
	jurisdiction statute.Jurisdiction
	kind         Kind
	// number is made of the groups: "$1-$2".
	number string
	// hint is a string without which a worded form cannot stand.
	hint string
}

const section = `(\d+[A-Za-z]{0,3}\d{0,3}(?:[-–.:/]\d+[A-Za-z]{0,3}\d{0,2})*(?:[-–][A-Za-z]{1,2}\b)?)`

// titled begin with the number of a title: they are tried where a number begins.
var titled = []fixed{
	{regexp.MustCompile(`^(\d{1,2})\s+U\.?\s?S\.?\s?C\.?(?:\s?A\.)?\s*(?:§+|[Ss]ec(?:tions?|s?\.))?\s*` + section), statute.Federal, FederalStatute, "$1 U.S.C. $2", ""},
	{regexp.MustCompile(`^(\d{1,2})\s+C\.?\s?F\.?\s?R\.?\s*(?:§+|[Pp]arts?|[Pp]t\.|[Ss]ec(?:tions?|s?\.))?\s*` + section + `(?:,\s+[Ss]ubparts?\s+[A-Z]+)?`), statute.Federal, Regulation, "$1 C.F.R. $2", ""},
	{regexp.MustCompile(`^(\d{2,3})\s+(?:Fed\.\s?Reg\.|F\.R\.)\s*(\d+(?:,\d{3})*)`), statute.Federal, Regulation, "$1 Fed. Reg. $2", ""},
	{regexp.MustCompile(`^(\d{1,3})\s+Stat\.\s+(\d{1,4})`), statute.Federal, SessionLaw, "$1 Stat. $2", ""},
	{regexp.MustCompile(`^(\d{1,2}[A-Z]?)\s+(?:O\.\s?S\.|Okla\.\s+Stat\.)(?:\s+(?:Supp\.\s+)?\d{4},?)?\s*(?:§+|[Ss]ec(?:tion|s?\.))?\s*` + section), "OK", Statute, "$1-$2", ""},
	{regexp.MustCompile(`^(\d{1,3})\s+ILCS\s*` + section), "IL", Statute, "$1 ILCS $2", ""},
	{regexp.MustCompile(`^(\d{1,2}[A-Z]?)\s+V\.\s?S\.\s?A\.\s*(?:§+)?\s*` + section), "VT", Statute, "$1-$2", ""},
	{regexp.MustCompile(`^(\d{1,2})\s+P(?:a)?\.\s?(?:C\.\s?)?S\.\s*(?:§+)?\s*` + section), "PA", Statute, "$1-$2", ""},
	{regexp.MustCompile(`^(\d{1,2})\s+Del\.\s?C(?:ode|\.)?\s*(?:§+)?\s*` + section), "DE", Statute, "$1-$2", ""},
	{regexp.MustCompile(`^(\d{1,2}(?:-[A-Z])?)\s+M\.\s?R\.\s?S\.(?:\s?A\.)?\s*(?:§+)?\s*` + section), "ME", Statute, "$1-$2", ""},
}

// worded begin with a word.
var worded = []fixed{
	{regexp.MustCompile(`\b(?:Pub(?:lic|\.)\s+L(?:aw|\.)|P\.\s?L\.)\s*(?:No\.\s*)?(\d{2,3})[-–](\d{1,4})\b`), statute.Federal, FederalStatute, "Pub. L. $1-$2", "L"},
	{regexp.MustCompile(`\bLaws\s+(?:of\s+)?(\d{4}),?\s+(?:[A-Z][a-z]+\s+)?(?:ch\.|[Cc]hapter|c\.)\s*(\d+)(?:,\s*§+\s*\d+)?`), "", SessionLaw, "Laws $1, ch. $2", "Laws"},
	{regexp.MustCompile(`\b[Cc]hapter\s+(\d+)\s+of\s+(?:the\s+)?(?:Laws|Acts|Statutes)\s+of\s+(\d{4})`), "", SessionLaw, "Laws $2, ch. $1", "hapter"},
	{regexp.MustCompile(`\bStats?\.\s+(\d{4}),?\s+(?:ch\.|[Cc]hapter)\s*(\d+)`), "CA", SessionLaw, "Stats. $1, ch. $2", "Stat"},
	{regexp.MustCompile(`\bS\.\s?L\.\s+(\d{4})[-–](\d+)(?:,\s*s{1,2}\.\s*[\d.]+)?`), "NC", SessionLaw, "S.L. $1-$2", "L."},
	{regexp.MustCompile(`\b(?:Acts|Session Laws)\s+(?:of\s+)?(\d{4}),?\s+(?:(?:No\.|ch\.|[Cc]hapter|c\.|P\.L\.)\s*)(\d+)`), "", SessionLaw, "Acts $1, ch. $2", "s "},
	{regexp.MustCompile(`\bD\.\s?C\.\s+Law\s+(\d{1,2})[-–](\d{1,4})`), "DC", SessionLaw, "D.C. Law $1-$2", "Law"},
	{regexp.MustCompile(`\bch\.\s*(\d+)\s+SLA\s+(\d{4})`), "AK", SessionLaw, "SLA $2, ch. $1", "SLA"},
	{regexp.MustCompile(`\b(\d{4})\s+c\.\s?(\d{1,4})\s+§+\s?\d+`), "OR", SessionLaw, "Laws $1, ch. $2", "c."},
}

// read gives the citation that form makes of a match; m are indexes of text.
func (f fixed) read(text string, m []int) Citation {
	number := string(f.expression.ExpandString(nil, strings.NewReplacer("$1", "${1}", "$2", "${2}").Replace(f.number), text, m))
	return Citation{Number: dashes.Replace(number), Jurisdiction: f.jurisdiction, Kind: f.kind, Start: m[0], End: m[1]}
}

// wordedIn finds all worded forms of a text, in order of their places.
func wordedIn(text string) map[int]Citation {
	found := map[int]Citation{}
	if !strings.ContainsAny(text, "0123456789") {
		return found
	}
	for _, f := range worded {
		if !strings.Contains(text, f.hint) {
			continue
		}
		for _, m := range f.expression.FindAllStringSubmatchIndex(text, -1) {
			if c := f.read(text, m); found[c.Start].End < c.End {
				found[c.Start] = c
			}
		}
	}
	return found
}

// titledAt reads a titled form at the start of rest, which begins at base.
func titledAt(rest string, base int) (Citation, bool) {
	if !titleStands(rest) {
		return Citation{}, false
	}
	for _, f := range titled {
		m := f.expression.FindStringSubmatchIndex(rest)
		if m == nil || m[1] < len(rest) && isAlnum(rest[m[1]]) {
			continue
		}
		c := f.read(rest, m)
		c.Start, c.End = c.Start+base, c.End+base
		if pinpoint, n := pinpointAfter(rest[m[1]:]); n > 0 {
			c.Pinpoint, c.End = pinpoint, c.End+n
		}
		return c, true
	}
	return Citation{}, false
}

// titleStands reports whether rest begins as "15 U": a short number, a space and
// a capital.
func titleStands(rest string) bool {
	head := strings.TrimLeft(rest[:min(len(rest), 8)], "0123456789ABCDEF-")
	tail := strings.TrimLeft(head, " \n\r\t\u00a0")
	return tail != head && tail != "" && strings.IndexByte("UCFSOIVPDM", tail[0]) >= 0
}
