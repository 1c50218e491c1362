package scrapers

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// FederalRegister recognises the daily print of federal agencies, in order to
// refuse it: "§ 39.13" within a proposed rule is no section of a code in force.
var FederalRegister = add(Layout{
	Name:   "federal-register",
	About:  "The Federal Register: recognised and refused, since its rules and notices are no code.",
	States: []statute.Jurisdiction{statute.Federal},
	Fits:   fitsFederalRegister,
	Parse:  refuseFederalRegister,
})

var (
	registerName = regexp.MustCompile(`F(?:ederal|EDERAL) R(?:egister|EGISTER)\b`)
	// registerIssue is a head of its pages: volume, number and day.
	registerIssue = regexp.MustCompile(`\bVol\. [0-9]+, No\. [0-9]+\b`)
	// registerParts are headings that every document of it has.
	registerParts = atStart(`^(?:AGENCY|ACTION|SUMMARY|DATES): `)
)

// fitsFederalRegister wants the name, an issue and the parts of a document: a
// statute may cite the Register, and does not print its heads.
func fitsFederalRegister(doc *extract.Document) bool {
	parts, head := 0, opening(doc)
	for i := range head {
		if registerParts.MatchString(head[i].Text) {
			parts++
		}
	}
	return parts >= 2 && anyText(head, registerName) && anyText(head, registerIssue)
}

// anyText reports whether a pattern matches in one of the lines.
func anyText(lines []extract.Line, like *regexp.Regexp) bool {
	return slices.ContainsFunc(lines, func(l extract.Line) bool { return like.MatchString(l.Text) })
}

func refuseFederalRegister(*extract.Document, statute.Jurisdiction) (statute.Document, error) {
	return statute.Document{}, fmt.Errorf("it is an issue of the Federal Register, which proposes and announces rules and is no code: configure the Code of Federal Regulations or the United States Code instead")
}
