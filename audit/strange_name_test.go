package audit

import (
	"testing"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// A name or a year that the section lacks keeps a claim that follows it from being called
// supported; an abbreviation and the words of the question do not.
func TestNamesAndYearsThatStandNowhere(t *testing.T) {
	law := enacted.NewLaw(statute.Example, []statute.Held{{Source: "zz", Section: statute.Section{
		Jurisdiction: statute.Example, Number: "3-1-1", Occurrence: 1, Status: statute.InForce, Catchline: "Lists of boats.", Hierarchy: []string{"Chapter 3"},
		Text: "A keeper of a harbor shall send the list of boats moored in the harbor to the commissioner of the lakes within ten days of the end of each season.",
	}}}, nil, true, nil)
	for text, want := range map[string]finding.Verdict{
		"The keeper of a harbor has to send the list of moored boats to the commissioner of the lakes within ten days of the end of the season.":                   finding.Supported,
		"The keeper of a harbor has to send the list of moored boats to the commissioner of the lakes in Fernwick within ten days of the end of the season.":       finding.Unverified,
		"Since 2019 the keeper of a harbor has to send the list of moored boats to the commissioner of the lakes within ten days of the end of the season.":        finding.Unverified,
		"The keeper of a harbor has to send the list of moored boats to the commissioner of the lakes (CL) within ten days of the end of the season.":              finding.Supported,
		"The keeper of a harbor in Blythe has to send the list of moored boats to the commissioner of the lakes within ten days of the end of the season at hand.": finding.Supported,
	} {
		a := sole(text, "3-1-1", statute.Example)
		a.Question = "What must a keeper in Blythe send to the commissioner?"
		if got := Read(Case{Answer: a, Law: law}).Pairs[0].Verdict; got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}
