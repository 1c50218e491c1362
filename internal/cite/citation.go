// Package cite finds statute citations in running text: "57-12C-6 NMSA 1978",
// "ORS 646A.604(1)(a)", "15 U.S.C. § 6801", "Laws 2017, ch. 36".
//
// It will not look a citation up, nor say whether the section exists or is in
// force; it knows how citations are written and nothing of what they say.
package cite

import "github.com/pincite/pincite/internal/statute"

// Kind is what sort of law a citation names.
type Kind string

// The kinds of a citation.
const (
	// Statute is a section of a state's code.
	Statute Kind = "statute"
	// FederalStatute is the United States Code or a public law.
	FederalStatute Kind = "federal_statute"
	// Regulation is agency law, such as the Code of Federal Regulations.
	Regulation Kind = "regulation"
	// SessionLaw is an act as passed, cited by year and chapter.
	SessionLaw Kind = "session_law"
)

// Citation is one place in law that a text names.
type Citation struct {
	// Number is the section's number with plain hyphens, as publishers head
	// their sections: "57-12C-6", "646A.604"; Oklahoma's title stands before
	// it: "15-753". Federal and session laws keep their reporter: "15 U.S.C.
	// 6801", "Laws 2017, ch. 36".
	Number string
	// Jurisdiction is "" where the text names none.
	Jurisdiction statute.Jurisdiction
	// Pinpoint is the subsection named with it, "" without one: "(1)(a)", "B".
	Pinpoint string
	// Start and End are bytes of the text and cover reporter, number and
	// pinpoint.
	Start, End int
	Kind       Kind
	// Through is true for the last number of a range, whose first is the
	// citation before it.
	Through bool
}
