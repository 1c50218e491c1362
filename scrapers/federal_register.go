package scrapers

import (
	"fmt"
	"regexp"

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
	named, issue, parts := false, false, 0
	for i := range opening(doc) {
		text := doc.Lines[i].Text
		named = named || registerName.MatchString(text)
		issue = issue || registerIssue.MatchString(text)
		if registerParts.MatchString(text) {
			parts++
		}
	}
	return named && issue && parts >= 2
}

func refuseFederalRegister(*extract.Document, statute.Jurisdiction) (statute.Document, error) {
	return statute.Document{}, fmt.Errorf("it is an issue of the Federal Register, which proposes and announces rules and is no code: configure the Code of Federal Regulations or the United States Code instead")
}
