package audit

import (
	"regexp"
	"slices"
	"strings"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/statute"
)

// verbatimWords is how many words in a row make a quotation: fewer stand in any
// section.
const verbatimWords = 6

// verbatim reports whether the claim stands word for word in the section that it
// cites, with what "this section" means put in: then it can neither contradict
// the section nor rest on it weakly, whatever else the section leaves open.
func (p *Pair) verbatim() bool {
	said := plainWords(ownPart.ReplaceAllString(selfNamed(p.Claim.Text, p.Held()), "this ${1}"))
	if len(said) < verbatimWords {
		return false
	}
	law := " " + strings.Join(plainWords(ownPart.ReplaceAllString(p.Held().Text, "this ${1}")), " ") + " "
	return strings.Contains(law, " "+strings.Join(said, " ")+" ")
}

// ownPart is a part of a section as it stands outside of it: "this subsection" is
// "subsection (c) of this section".
var ownPart = regexp.MustCompile(`(?i)\b(subsection|subdivision) \S{1,8} of this section\b`)

// Quotes reports whether a claim stands word for word in a section that it cites.
func (r *Reading) Quotes(c *answer.Claim) bool {
	return slices.ContainsFunc(r.PairsOf(c), func(p *Pair) bool { return p.Held() != nil && p.verbatim() })
}

// selfNamed puts "this section" and "this chapter" where a text gives the number of
// the section or of what it stands in: a section names itself so.
func selfNamed(text string, h *statute.Held) string {
	pairs := []string{"section " + h.Number, "this section", "Section " + h.Number, "this section", "§ " + h.Number, "this section"}
	for _, place := range h.Hierarchy {
		if parts := strings.Fields(place); len(parts) > 1 {
			kind, number := strings.ToLower(parts[0]), strings.TrimRight(parts[1], ".:")
			pairs = append(pairs, kind+" "+number, "this "+kind, strings.ToUpper(kind[:1])+kind[1:]+" "+number, "this "+kind)
		}
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

var bracketed = regexp.MustCompile(`\[[^\]]{0,24}\]`)

// plainWords are the words of a text in lower case, without marks and markers.
func plainWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(bracketed.ReplaceAllString(text, " ")), func(r rune) bool {
		return r != '-' && (r < '0' || r > '9' && r < 'a' || r > 'z')
	})
}
