package scrapers

import (
	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// Bills reads proposals as legislatures print them: Oregon's, with the editor's
// summary before them, and New York's. They are no law: a bill is recognised so
// that the numbers of code sections within it are never taken for the code. The
// numbers of lines are left out, and so is what stands in brackets: both print
// there what the bill would strike.
var Bills = add(Layout{
	Name:  "bills",
	About: "Bills of Oregon and New York: read without line numbers and struck words, and never taken for code.",
	Fits:  fitsBill,
	Parse: parseBill,
})

// billMarks are lines that only a bill has.
var billMarks = atStart(`^(?:A BILL FOR AN ACT$|.*\bLEGISLATIVE ASSEMBLY--[0-9]{4}\b|EXPLANATION--Matter in italics|[0-9]{4}-[0-9]{4} Regular Sessions?$|Enrolled$|IN (?:SENATE|ASSEMBLY)$)`)

func fitsBill(doc *extract.Document) bool {
	if enactedAt(doc) < 0 {
		return false
	}
	for i := range doc.Lines {
		if billMarks.MatchString(doc.Lines[i].Text) {
			return true
		}
	}
	return false
}

func parseBill(doc *extract.Document, j statute.Jurisdiction) (statute.Document, error) {
	return parseMeasure(doc, j, statute.Bill, billName(doc))
}

// billName finds "Senate Bill 1502" or New York's bare number: "4264--A".
var billTitle = atStart(`^(?:Enrolled\s+)?((?:Senate|House|Assembly) (?:Bill|Joint Resolution) [0-9]+|[0-9]{1,5}(?:--[A-Z])?)$`)

func billName(doc *extract.Document) string {
	plain := unnumbered(doc)
	for i := range plain.Lines[:min(len(plain.Lines), 40)] {
		if m := billTitle.FindStringSubmatch(plain.Lines[i].Text); m != nil {
			return m[1]
		}
	}
	return ""
}
