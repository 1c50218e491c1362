package statute

import "time"

// Document is what a parser made of one fetched file.
type Document struct {
	Jurisdiction Jurisdiction
	// Title is the file's own heading; "" where it has none.
	Title string
	Kind  Kind
	// Sections are in the order of the document.
	Sections []Section
	Checks   Checks
}

// Kind tells code from writings that only look like it.
type Kind string

const (
	// Code is codified law: its sections may be cited.
	Code Kind = "code"
	// SessionLaw is an act as passed; it holds deleted words beside new ones.
	SessionLaw Kind = "session_law"
	// Bill is a proposal and no law at all.
	Bill Kind = "bill"
	// Rules are court or agency rules.
	Rules Kind = "rules"
)

// Checks is the proof of completeness of one parse, and the last line of
// `pincite sections --format jsonl`.
type Checks struct {
	// TOCDeclared is the number of sections that the document's own table of
	// contents or count announces; nil where it has none.
	TOCDeclared *int `json:"toc_declared"`
	// Found counts the sections parsed.
	Found int `json:"found"`
	// Missing are numbers of the table of contents that were not found.
	Missing []string `json:"missing"`
	// Gaps and Repeats are places in the number sequence that no repealed or
	// reserved note explains.
	Gaps    []string `json:"gaps"`
	Repeats []string `json:"repeats"`
	// OutOfOrder are numbers that stand before a smaller one.
	OutOfOrder []string `json:"out_of_order"`
	// OrphanLines counts lines of text that belong to no section, heading,
	// note or running head; Lines is the count of all.
	OrphanLines int `json:"orphan_lines"`
	Lines       int `json:"lines"`
	// Doubts are reasons in plain words not to promote this parse; empty
	// when it is sound.
	Doubts []string `json:"doubts"`
	// DoubtfulPages are pages on which two independent readers disagreed.
	DoubtfulPages []int `json:"doubtful_pages,omitempty"`
}

// Sound reports whether nothing speaks against promoting the parse.
func (c *Checks) Sound() bool { return len(c.Doubts) == 0 }

// Held is a section as the store holds it: with its ref, its source and the
// evidence it was read from.
type Held struct {
	Section
	Ref Ref
	// Source is the id of the configured source; Act is its title.
	Source string
	Act    string
	// URL and FetchedAt say where and when the bytes were served.
	URL       string
	FetchedAt time.Time
	// SHA256 is the hex hash of those bytes.
	SHA256 string
	// Doubts are those of the parse, empty for a sound one.
	Doubts []string
}
