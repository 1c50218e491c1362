package rules

import (
	_ "embed" // the figures
	"encoding/json"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// figures is written by `pincite eval FOLDER --write`, never by hand.
//
//go:embed measured.json
var figures []byte

// Figures are how good a rule set was found to be on labelled answers.
type Figures struct {
	// Rules is the fingerprint of the rule set that was measured.
	Rules string `json:"rules"`
	// Date is the day for which the answers were judged; Answers is how many.
	Date    statute.Date `json:"date"`
	Answers int          `json:"answers"`
	// Measured gives the accuracy of each rule that was labelled or found.
	Measured map[string]finding.Measure `json:"measured"`
}

// BuiltIn gives the figures that came with the program; ok is false where they
// are those of another rule set, and then they say nothing.
func BuiltIn() (f Figures, ok bool) {
	if err := json.Unmarshal(figures, &f); err != nil {
		return Figures{}, false
	}
	return f, f.Rules == Fingerprint()
}
