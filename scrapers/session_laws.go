package scrapers

import (
	"regexp"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// SessionLaws reads acts as passed: the chapters of Oregon Laws, in two columns,
// and the acts of Vermont. An act amends the code and is not the code: its
// sections count from 1, and the code's numbers stand within them. In Oregon's
// print the words in brackets are struck; in Vermont's a line through them is drawn.
// Where an act amends words and no line was found, that is a doubt.
var SessionLaws = add(Layout{
	Name:  "session-laws",
	About: "Acts as passed, of Oregon (two columns, struck words in brackets) and Vermont; never taken for code.",
	Fits:  fitsSessionLaw,
	Parse: parseSessionLaw,
})

// sessionHead is the running head or the number of an act.
var sessionHead = atStart(`^(?:OREGON LAWS [0-9]{4} Chap\. [0-9]+|Chap\. [0-9]+ OREGON LAWS [0-9]{4}|No\. [A-Z]?-?[0-9]+\. An act\b.*)`)

func fitsSessionLaw(doc *extract.Document) bool {
	return enactedAt(doc) >= 0 && !fitsBill(doc) && sessionName(doc) != ""
}

func sessionName(doc *extract.Document) string {
	for i := range doc.Lines {
		if name := sessionHead.FindString(doc.Lines[i].Text); name != "" {
			return name
		}
	}
	return ""
}

// vermont is the enacting clause of that state.
var vermont = regexp.MustCompile(`General Assembly of the State of Vermont`)

func parseSessionLaw(doc *extract.Document, j statute.Jurisdiction) (statute.Document, error) {
	d, err := parseMeasure(doc, j, statute.SessionLaw, sessionName(doc))
	if err == nil && vermont.MatchString(doc.Lines[enactedAt(doc)].Text) && !anyStruck(doc) {
		d.Checks.Doubts = append(d.Checks.Doubts, "words struck by a line through them cannot be told from words in force")
	}
	return d, err
}

// anyStruck reports whether words are struck by a line that was found.
func anyStruck(doc *extract.Document) bool {
	for i := range doc.Lines {
		for _, run := range doc.Lines[i].Runs {
			if run.Strike {
				return true
			}
		}
	}
	return false
}
