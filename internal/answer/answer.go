// Package answer holds questions, published answers and the claims in them, and
// reads the published text form (.txt, .md, .html, .json) into claims with byte
// offsets.
//
// It will not judge whether a claim is true, nor bind a ref to a section: that
// is the audit's work.
package answer

import "github.com/pincite/pincite/internal/statute"

// Question is one of the fixed set.
type Question struct {
	ID   string `yaml:"id" json:"id"`
	Text string `yaml:"text" json:"text"`
	// Topics are words that name what the question is about; may be empty.
	Topics []string `yaml:"topics" json:"topics,omitempty"`
	// Jurisdictions are those in which it is asked; empty means all.
	Jurisdictions []statute.Jurisdiction `yaml:"jurisdictions" json:"jurisdictions,omitempty"`
}

// Answer is one published answer, read.
type Answer struct {
	// ID is stable over runs: the file's name, the JSON's id, or question and
	// jurisdiction for an answer of our own.
	ID       string
	Question string
	Title    string
	// Jurisdiction is the one it is audited for.
	Jurisdiction statute.Jurisdiction
	// Declared is the answer's own Jurisdiction line as written, "" without
	// one; DeclaredSpan is its place.
	Declared     string
	DeclaredSpan Span
	// Text is the answer as published, valid UTF-8 (invalid bytes replaced).
	// All offsets are bytes of it.
	Text string
	// Sources are the lines of the Source(s) list, in order.
	Sources []Source
	// Markers are all markers in the text before the list, in order.
	Markers []Marker
	// Claims are all sentences, list items and lead-ins, in order.
	Claims []Claim
	// Faults are what was wrong with the file itself, in plain words: invalid
	// UTF-8, no Source(s) list.
	Faults []string
	// Imported is false for answers that Pincite made.
	Imported bool
	// DependsOn are the sections that an answer of our own rests on.
	DependsOn []statute.Key
}

// Span is a stretch of a text, in bytes, End exclusive.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Source is one line of the Source(s) list.
type Source struct {
	Ref statute.Ref
	// Title as listed, without the marker and without a leading number.
	Title string
	// Number is the statute number that the line holds, "" without one.
	Number string
	// Act is the act or document that a JSON source names; "" in text.
	Act string
	// Span is the whole line without its bullet; empty for a source that only a
	// field of a JSON answer names.
	Span Span
}

// Marker is one bracketed citation mark: "[1.4]", "[1.2, 1.5]", "(see [2.1])".
type Marker struct {
	// Refs are the refs it names; nil where it is malformed beyond reading.
	Refs []statute.Ref
	Raw  string
	Span Span
	// Malformed marks are read as well as they can be and reported.
	Malformed bool
}

// ClaimKind is the form in which a claim stands.
type ClaimKind string

// The forms of a claim.
const (
	Sentence ClaimKind = "sentence"
	Item     ClaimKind = "item"
	LeadIn   ClaimKind = "lead-in"
	Heading  ClaimKind = "heading"
)

// ClaimRole is what a sentence does in the answer.
type ClaimRole string

// The roles. Only an operative sentence and a definition state checkable law.
const (
	// Operative sentences state a duty, right, prohibition, deadline, amount,
	// penalty, condition or exception.
	Operative ClaimRole = "operative"
	// Definition sentences say what a term means.
	Definition ClaimRole = "definition"
	// Absence sentences say that no law does something.
	Absence ClaimRole = "absence"
	// Summary sentences restate what the same answer cites elsewhere.
	Summary ClaimRole = "summary"
	// Restatement repeats the question.
	Restatement ClaimRole = "restatement"
	// Transition states no law: openings, advice in general, encouragement.
	Transition ClaimRole = "transition"
)

// Claim is a sentence or list item that says something.
type Claim struct {
	// ID counts from 1 in the order of the answer.
	ID   int
	Span Span
	// Text is Answer.Text over Span: markers and closing full stop included,
	// bullet excluded.
	Text string
	// Bare is Text without markers and with its lead-in put before it where it
	// is a list item; it is what is compared with the law.
	Bare string
	Kind ClaimKind
	Role ClaimRole
	// LeadIn is the ID of the lead-in that a list item completes, else zero.
	LeadIn int
	// Section is the heading above it, "" without one.
	Section string
	// Citations are the refs that the claim rests on, each once, in order; those
	// of a lead-in's marker count for its items.
	Citations []Citation
	// NeedsCitation is whether a reader may ask "where does it say so?".
	NeedsCitation bool
	// Quotes are stretches in quotation marks, without the marks.
	Quotes []Span
}

// Citation is a claim's use of one ref.
type Citation struct {
	Ref statute.Ref
	// Marker indexes Answer.Markers.
	Marker int
	// Inherited is true where the marker stands on the lead-in.
	Inherited bool
	// Pinpoint is the subsection that the text names with it, "" without one.
	Pinpoint string
}
